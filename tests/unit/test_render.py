"""Every page of the miniature base is rendered in both languages, and stays whole when entries are withdrawn."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from urllib.parse import urljoin

import pytest
from cases import BALANCE_1, CASE, LIBRARY, LIGHT, OFF, ORGANISATIONS, PLANTS, REFERENCES, SITE, VOICES
from minibase import MiniBase

from kb.pages import LOCALES, SiteMap, site_map
from kb.problems import Locale
from kb.render import Rendered, Renderer
from kb.values import Text
from kb.words import TEMPLATES, words_used
from kb.written import WrittenPage

# The pages by hand that the templates link to, wherever docs/ has them.
BY_HAND = [
    WrittenPage(key, "x.md", Text(da="Om", en="About"), Text(da="Om", en="About"), {"da": f"da-{key}", "en": key}, "")
    for key in sorted(set(re.findall(r"written-[\w-]+", "".join(f.read_text() for f in TEMPLATES.rglob("*.html")))))
]
Pages = dict[tuple[str, Locale], Rendered]


def rendered(mini: MiniBase) -> tuple[SiteMap, Pages]:
    kb = mini.linked()
    pages = site_map(kb, BY_HAND)
    renderer = Renderer(kb, pages)
    return pages, {
        (key, locale): renderer.render(page, locale) for (key, page), locale in product(pages.pages.items(), LOCALES)
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[SiteMap, Pages]:
    return rendered(MiniBase(tmp_path_factory.mktemp("mini")))


def test_every_page_has_a_title_a_description_and_content(site: tuple[SiteMap, Pages]) -> None:
    bare = [key for key, page in site[1].items() if not (page.title and page.description and page.content)]
    assert bare == []


def test_every_entry_has_its_anchor_on_its_page(site: tuple[SiteMap, Pages]) -> None:
    lost = [
        (entry, locale)
        for (entry, (page, anchor)), locale in product(site[0].homes.items(), LOCALES)
        if anchor and anchor not in site[1][page, locale].anchors
    ]
    assert lost == []


def test_no_anchor_stands_twice_on_a_page(site: tuple[SiteMap, Pages]) -> None:
    assert [key for key, page in site[1].items() if len(set(page.anchors)) < len(page.anchors)] == []


def test_every_link_leads_to_a_page_and_an_anchor_that_are_there(site: tuple[SiteMap, Pages]) -> None:
    assert dead_links(*site) == []


def whole(page: Rendered) -> str:
    return page.before + page.content + page.after


def dead_links(pages: SiteMap, found: Pages) -> list[tuple[str, str]]:
    there = {
        "/" + pages.pages[key].address[locale]: set(re.findall(r'\bid="([^"]+)"', whole(page)))
        for (key, locale), page in found.items()
    }
    dead = []
    for (key, locale), page in found.items():
        base = "/" + pages.pages[key].address[locale]
        for href in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', whole(page)):
            path, _, anchor = urljoin(base, href.replace("&amp;", "&")).partition("#")
            path = path.partition("?")[0]
            if (
                href.startswith(("http", "mailto:"))
                or "assets/" in path
                or path.rpartition(".")[2] in {"json", "xml", "js", "atom", "pdf"}
            ):
                continue
            if path not in there or (anchor and anchor not in there[path]):
                dead.append((key, href))
    return dead


@pytest.mark.parametrize(
    ("path", "at", "indent"),
    [
        pytest.param(LIGHT, "evidence: practice", "    ", id="a finding"),
        pytest.param(PLANTS, "kind: measure", "    ", id="an example"),
        pytest.param(LIBRARY, "number: 1", "", id="a theme"),
        pytest.param("data/themes/public/series.yml", "sector: public", "", id="a series"),
        pytest.param(ORGANISATIONS, "slug: byens-bibliotek", "  ", id="an organisation"),
        pytest.param(BALANCE_1, "number: 1", "", id="a balance"),
        pytest.param(VOICES, "about: balance-1", "  ", id="a voice"),
        pytest.param(REFERENCES, "file: lysmaaler.pdf", "  ", id="a reference"),
        pytest.param("data/sources.yml", "title: Planter og lys", "  ", id="a source"),
        pytest.param("data/terms.yml", "- id: term-drivhus", "  ", id="a term"),
        pytest.param("data/guide/pages.yml", "- id: guide-page-hvorfor", "  ", id="a page of the booklet"),
        pytest.param("data/guide/parts.yml", "- id: guide-as1", "  ", id="a piece of advice"),
        pytest.param("data/guide/statistics.yml", "- id: stat-vinduer", "  ", id="a statistic"),
    ],
)
def test_the_site_stays_whole_when_it_is_withdrawn(mini: MiniBase, path: str, at: str, indent: str) -> None:
    mini.replace(path, at, f"{at}\n{indent}{OFF}")
    assert dead_links(*rendered(mini)) == []


def test_an_abbreviation_that_is_english_in_both_languages_is_marked_as_english(mini: MiniBase) -> None:
    mini.replace("data/terms.yml", "full: {da: væksthus af glas, en:", "full: {da: a house of glass for plants, en:")
    pages = site_map(mini.linked(), [])
    shown = Renderer(mini.linked(), pages).render(pages.pages["glossary"], "da").content
    assert '<span lang="en">a house of glass for plants</span>' in shown


def test_what_lacks_english_is_shown_in_danish_with_a_notice(mini: MiniBase) -> None:
    mini.replace(SITE, "require_english: true", "require_english: false")
    mini.replace(CASE, "{da: Der blev lyst, en: It grew light}", "{da: Der blev lyst}")
    page = rendered(mini)[1]["case-gartneri-nord", "en"]
    assert '<span lang="da">Der blev lyst</span>' in page.content


class Noting(dict[str, Text]):
    """The words of the interface, noting which are said."""

    def __init__(self, words: dict[str, Text]) -> None:
        super().__init__(words)
        self.said: set[str] = set()

    def __getitem__(self, word: str) -> Text:
        self.said.add(word)
        return super().__getitem__(word)


def test_every_word_that_is_said_is_one_that_the_check_asks_for(mini: MiniBase) -> None:
    kb = mini.linked()
    kb.interface = words = Noting(kb.interface)
    pages = site_map(kb, BY_HAND)
    renderer = Renderer(kb, pages)
    for page, locale in product(pages.pages.values(), LOCALES):
        renderer.render(page, locale)
    assert words.said - words_used() == set()


def test_two_renderings_are_the_same(mini: MiniBase, site: tuple[SiteMap, Pages]) -> None:
    assert rendered(mini)[1] == site[1]


def test_the_figures_of_a_finding_stand_out(site: tuple[SiteMap, Pages]) -> None:
    assert "<strong>81\u00a0%</strong>" in site[1]["theme-private-01", "da"].content


def test_the_pages_do_without_those_written_by_hand(tmp_path: Path) -> None:
    kb = MiniBase(tmp_path).linked()
    pages = site_map(kb, [])
    renderer = Renderer(kb, pages)
    assert all(renderer.render(page, locale).content for page, locale in product(pages.pages.values(), LOCALES))
