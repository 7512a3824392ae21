"""`kb export markdown`: the whole base, which a stock MkDocs builds strictly without any hook of ours."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
import yaml
from crawl import QUIET, ROOT, Page, Site

from kb.cli import main
from kb.links import KnowledgeBase, texts_in
from kb.problems import Locale
from kb.prose import plain
from kb.values import Part

LOCALES: tuple[Locale, ...] = get_args(Locale)


@pytest.fixture(scope="session")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "markdown"
    assert main(["--root", str(ROOT), "export", "markdown", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def ran(export: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """A strict build of the export by MkDocs, and where the site lies; nothing of ours can be imported meanwhile."""
    folder = tmp_path_factory.mktemp("left") / "site"
    command = [sys.executable, "-I", "-m", "mkdocs", "build", "--strict", "-d", str(folder)]
    env = {**os.environ, **QUIET}
    return subprocess.run(command, cwd=export, env=env, capture_output=True, encoding="utf-8"), folder


@pytest.fixture(scope="session")
def left(ran: tuple[subprocess.CompletedProcess[str], Path]) -> Site:
    """The site as a stock MkDocs builds it of the export."""
    assert ran[0].returncode == 0, ran[0].stderr
    return Site(ran[1])


@pytest.fixture(scope="session")
def shown(left: Site) -> dict[Locale, str]:
    """All that stands to be read on the pages of each language, with what they say of themselves to search engines."""
    said: dict[Locale, str] = {}
    for locale in LOCALES:
        pages = [page for page in left.pages.values() if page.locale == locale]
        said[locale] = " ".join(
            [page.text for page in pages] + [str(m) for p in pages for m in p.all("//meta/@content")]
        )
    return said


def test_a_stock_mkdocs_builds_it_strictly(ran: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    assert (ran[0].returncode, "WARNING" in ran[0].stderr) == (0, False), ran[0].stderr


def test_its_settings_name_nothing_of_ours(export: Path) -> None:
    settings = yaml.safe_load((export / "mkdocs.yml").read_text(encoding="utf-8"))
    plugins = {name for one in settings["plugins"] for name in one}
    assert (plugins, settings["theme"].get("custom_dir"), settings.get("hooks")) == ({"search", "i18n"}, None, None)


def test_every_page_of_the_site_has_its_page_at_the_same_address(left: Site, site: Site) -> None:
    assert {page.path for page in left.indexed} == {page.path for page in site.indexed}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_of_the_base_is_shown(base: KnowledgeBase, shown: dict[Locale, str], locale: Locale) -> None:
    parts: list[Part] = [*base.entries.values(), *base.meetings, *base.releases]
    texts = {plain(text.get(locale)) for part in parts for text in texts_in(part)}
    assert len(texts) > 1000
    assert [text for text in texts if text not in shown[locale]] == []


def test_every_name_and_address_is_shown(base: KnowledgeBase, shown: dict[Locale, str]) -> None:
    names = ("name", "aliases", "publisher", "address", "title_en")
    said = [value for entry in base.entries.values() for name in names if (value := getattr(entry, name, None))]
    told = {one for value in said for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)}
    assert [one for one in told if one not in shown["en"]] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_entry_keeps_its_address_with_its_anchor(left: Site, site: Site, locale: Locale) -> None:
    places = {entry: site.place_of(entry, locale) for entry in site.entries}
    lost = [entry for entry, (path, anchor) in places.items() if anchor and anchor not in left.pages[path].ids]
    assert lost == []


def test_every_link_leads_somewhere(left: Site) -> None:
    own = [page for page in left.pages.values() if not page.path.endswith("404.html")]
    dead = [(page.path, href) for page in own for href in page.hrefs if left.leads_nowhere(page, href)]
    assert dead == []


def test_every_page_leads_to_itself_in_the_other_language_and_back(left: Site) -> None:
    def other(page: Page) -> Page:
        to = left.lead(page, page.one("//article//a[@hreflang]/@href"))
        return left.pages[to[0] if to else ""]

    assert [page.path for page in left.indexed if other(page).locale == page.locale] == []
    assert [page.path for page in left.indexed if other(other(page)) is not page] == []


def test_headings_leave_out_no_level(left: Site) -> None:
    tags = "|".join(f"//article//h{n}" for n in range(1, 7))
    for page in left.indexed:
        levels = [int(one.tag[1]) for one in page.all(tags)]
        assert levels[0] == 1 and all(b - a <= 1 for a, b in pairwise(levels)), page.path


def test_no_mark_of_markdown_is_left_to_be_read(left: Site) -> None:
    handbooks = ("om/kode/", "about/code/", "om/redaktoer/", "about/editors/")  # which tell of Markdown
    pages = [page for page in left.indexed if not page.path.endswith(handbooks)]
    signs = ("{:", "](", "{ #", "**", "\\", "--8<--")
    assert [(page.path, sign) for page in pages for sign in signs if sign in page.text] == []
