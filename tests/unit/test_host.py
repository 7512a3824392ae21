"""What a host tells in site.yml: who to turn to, in which languages, and where the site stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import CLEAN, LIGHT, SITE, hosted
from minibase import MiniBase

from kb.export import kb_json, sitemap
from kb.links import KnowledgeBase
from kb.model import Site
from kb.pages import site_map
from kb.render import Renderer
from kb.written import written_pages

EVERYWHERE = "    themes: [private-01]\n"
DANISH = ("host:", "languages: [da]\nhost:")


def helpers(kb: KnowledgeBase, entry: str) -> list[str]:
    return [one.role.da for one in kb.help_for(entry)]


# -- Who to turn to


def test_who_names_a_theme_is_shown_there_alone(mini: MiniBase) -> None:
    kb = hosted(mini).linked()
    assert [entry for entry in ("private-01", "private-02", "public-01") if helpers(kb, entry)] == ["private-01"]


def test_who_names_no_theme_is_shown_on_every_theme(mini: MiniBase) -> None:
    kb = hosted(mini, EVERYWHERE, "").linked()
    assert [helpers(kb, entry) for entry in ("private-01", "private-02", "public-01")] == [["Formand"]] * 3


@pytest.mark.parametrize("entry", ["balance-1", "case-gartneri-nord"])
def test_balances_and_cases_show_those_who_name_them_alone(entry: str, mini: MiniBase) -> None:
    assert helpers(hosted(mini, EVERYWHERE, "").linked(), entry) == []
    mini.replace(SITE, '"87 65 43 21"\n', f'"87 65 43 21"\n    themes: [{entry}]\n')
    assert helpers(mini.linked(), entry) == ["Formand"]


def test_a_note_alone_is_enough(mini: MiniBase) -> None:
    hosted(mini, 'phone: "87 65 43 21"', "note: {da: Kig forbi., en: Drop in.}")
    assert mini.rules() == []


def page(mini: MiniBase, key: str, locale: str) -> str:
    kb = mini.linked()
    pages = site_map(kb, [])
    return Renderer(kb, pages).render(pages.pages[key], "en" if locale == "en" else "da").content


def test_a_number_can_be_called_from_the_page(mini: MiniBase) -> None:
    assert '<a href="tel:87654321">87 65 43 21</a>' in page(hosted(mini), "theme-private-01", "da")


def test_a_role_without_english_stands_in_danish_on_english_pages(mini: MiniBase) -> None:
    mini.replace(SITE, "require_english: true", "require_english: false")
    hosted(mini, "{da: Formand, en: Foreman}", "{da: Formand}")
    assert '<h3><span lang="da">Formand</span></h3>' in page(mini, "theme-private-01", "en")


def test_what_a_host_writes_is_never_markup(mini: MiniBase) -> None:
    hosted(mini, '    phone: "87 65 43 21"', '    name: O\'Hara & "Søn"\n    phone: "87 65 43 21"')
    assert "O&#39;Hara &amp; &#34;Søn&#34;" in page(mini, "theme-private-01", "da")


def test_without_a_host_no_page_tells_of_one(mini: MiniBase) -> None:
    kb = mini.linked()
    pages = site_map(kb, [])
    shown = Renderer(kb, pages).render(pages.pages["theme-private-01"], "da")
    assert [word for word in ("host_provided_by", "help_heading") if word in shown.before + shown.content] == []


# -- Danish alone


@pytest.fixture
def danish(mini: MiniBase) -> MiniBase:
    return hosted(mini, *DANISH)


def test_both_languages_are_built_unless_the_host_says_otherwise(mini: MiniBase) -> None:
    assert mini.linked().languages == ("da", "en")


def test_danish_stands_first_whatever_the_order(mini: MiniBase) -> None:
    assert hosted(mini, "host:", "languages: [en, da]\nhost:").linked().languages == ("da", "en")


def test_with_danish_alone_no_english_text_is_missed(danish: MiniBase) -> None:
    danish.replace(LIGHT, CLEAN, "{da: Puds vinduerne}").replace(LIGHT, ", en: plants-and-light}", "}")
    danish.replace("data/interface.yml", "  en: actions_title in English\n", "")
    assert danish.rules() == []


def test_with_danish_alone_the_english_texts_are_not_judged(danish: MiniBase) -> None:
    danish.replace(LIGHT, CLEAN, "{da: Puds jeres vinduer hver uge, en: Puds jeres vinduer hver uge}")
    assert danish.rules() == []


def test_with_danish_alone_a_page_has_no_english_address(danish: MiniBase) -> None:
    assert {tuple(one.address) for one in site_map(danish.linked(), []).pages.values()} == {("da",)}


def test_with_danish_alone_machines_are_told_of_danish_alone(danish: MiniBase) -> None:
    kb = danish.linked()
    told = kb_json(kb, site_map(kb, []), danish.root) + sitemap(kb, site_map(kb, []))
    assert '"languages": [\n  "da"\n ]' in told
    assert [sign for sign in ('"en"', "/en/", "hreflang") if sign in told] == []


def test_with_danish_alone_a_page_by_hand_needs_no_translation(tmp_path: Path) -> None:
    (tmp_path / "om.md").write_text("---\ntitle: Om\ndescription: Om os\naddress: om\n---\n", encoding="utf-8")
    (one,), problems = written_pages(tmp_path, ("da",))
    assert (one.title.da, one.address, problems) == ("Om", {"da": "om"}, [])


def test_a_missing_english_address_is_a_fault_where_english_is_required(mini: MiniBase) -> None:
    assert mini.replace(LIGHT, ", en: plants-and-light}", "}").rules() == ["missing-english"]


def test_a_missing_english_address_is_the_danish_one_where_it_is_not(mini: MiniBase) -> None:
    mini.replace(SITE, "require_english: true", "require_english: false").replace(LIGHT, ", en: plants-and-light}", "}")
    assert site_map(mini.linked(), []).pages["theme-private-02"].address["en"].endswith("/planter-og-lys/")


def test_two_pages_may_not_come_to_the_same_address_so(mini: MiniBase) -> None:
    mini.replace(SITE, "require_english: true", "require_english: false")
    mini.replace(LIGHT, ", en: plants-and-light}", "}")
    mini.replace("data/themes/private/01-planter.yml", "en: plants-in-the-office", "en: planter-og-lys")
    assert mini.rules() == ["duplicate-slug"]


# -- Where the site stands


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://trivselsbasen.example/", False),
        ("https://trivselsbasen.example/sti/", False),
        ("https://trivselsbasen.example.dk/", True),
        ("https://intra.aarhus.dk/trivselsbasen.example/", True),
    ],
)
def test_only_the_example_address_leads_to_no_site(address: str, own: bool, mini: MiniBase) -> None:
    site: Site = mini.replace(SITE, "https://plantebasen.example\n", address + "\n").linked().site
    assert site.has_own_address is own
