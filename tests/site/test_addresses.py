"""The addresses that others rely on (design.md §3), and the page for those that lead nowhere."""

from __future__ import annotations

import pytest
from crawl import ROOT, Page, Site

ADDRESSES = {
    "": "en/",
    "temaer/": "en/themes/",
    "temaer/private/": "en/themes/private/",
    "temaer/offentlige/": "en/themes/public/",
    "temaer/private/tidspres/": "en/themes/private/time-pressure/",
    "temaer/offentlige/tidspres/": "en/themes/public/time-pressure/",
    "eksempler/": "en/examples/",
    "organisationer/": "en/organisations/",
    **{
        f"organisationer/{one}/": f"en/organisations/{one}/"
        for one in ("falck", "yousee", "aarhus", "erhvervsstyrelsen", "topdanmark", "dsb", "odense")
    },
    "forskning/": "en/research/",
    "spoergsmaal/": "en/questions/",
    "handlinger/": "en/actions/",
    "maal-med-mening/": "en/goals-with-meaning/",
    "maal-med-mening/balancer/": "en/goals-with-meaning/balances/",
    "maal-med-mening/cases/": "en/goals-with-meaning/cases/",
    **{
        f"maal-med-mening/cases/{one}/": f"en/goals-with-meaning/cases/{one}/"
        for one in ("topdanmark", "dsb", "odense")
    },
    "ordliste/": "en/glossary/",
    "henvisninger/": "en/references/",
    "kilder/": "en/sources/",
    "om/": "en/about/",
}


@pytest.mark.parametrize("danish", ADDRESSES, ids=lambda path: f"/{path}")
def test_an_address_of_the_design_exists_in_both_languages(danish: str, site: Site) -> None:
    assert {danish, ADDRESSES[danish]} <= site.pages.keys()


def test_every_theme_has_its_page_below_its_sector(site: Site) -> None:
    themes = [theme["id"] for theme in site.of_kind("theme")]
    folders = {"private": "temaer/private/", "public": "temaer/offentlige/"}
    assert [one for one in themes if not site.place_of(one)[0].startswith(folders[one.partition("-")[0]])] == []


@pytest.mark.parametrize("kind", ["series", "theme", "organisation", "balance", "case"])
def test_entries_of_a_kind_have_pages_of_their_own(kind: str, site: Site) -> None:
    assert [one["id"] for one in site.of_kind(kind) if "#" in one["url"]["da"] + one["url"]["en"]] == []


@pytest.mark.parametrize("kind", ["finding", "question", "action", "example"])
def test_entries_of_a_kind_have_their_id_as_anchor(kind: str, site: Site) -> None:
    ids = [one["id"] for one in site.of_kind(kind)]
    anchors = {one: {site.place_of(one, locale)[1] for locale in ("da", "en")} for one in ids}
    assert anchors == {one: {one} for one in ids}


def test_english_addresses_hold_no_danish_folder(site: Site) -> None:
    danish = {part for page in site.indexed if page.locale == "da" for part in page.path.split("/")}
    shared = {
        "",
        "private",
        "print",
        "cases",
        "falck",
        "yousee",
        "aarhus",
        "erhvervsstyrelsen",
        "topdanmark",
        "dsb",
        "odense",
    }
    english = {part for page in site.english for part in page.path.removeprefix("en/").split("/")}
    assert english & danish <= shared


def test_no_page_of_a_tool_that_is_not_built_yet_is_linked_to(site: Site) -> None:
    coming = {"dialog/", "en/dialogue/"}
    links = {path for page in site.pages.values() for path, _ in site.links(page)}
    assert links & coming <= site.pages.keys()


def test_generated_pages_are_no_files_in_docs() -> None:
    files = {path.relative_to(ROOT / "docs").parts[0] for path in (ROOT / "docs").rglob("*.md")}
    assert files == {"om"}


def test_the_build_leaves_nothing_of_its_placeholders(site: Site) -> None:
    assert [path for path in site.pages if "generated" in path] == []


# -- 404.html


@pytest.fixture
def lost(site: Site) -> Page:
    return site.pages["404.html"]


def test_there_is_one_page_a_language_for_addresses_that_lead_nowhere(site: Site) -> None:
    assert [path for path in site.pages if path.endswith("404.html")] == ["404.html", "en/404.html"]


@pytest.mark.parametrize(("path", "locale", "first"), [("404.html", "da", "Siden"), ("en/404.html", "en", "Page")])
def test_a_lost_page_speaks_its_own_language_first(site: Site, path: str, locale: str, first: str) -> None:
    page = site.pages[path]
    assert (page.one("/html/@lang"), page.one("//h1").text_content().split()[0]) == (locale, first)


@pytest.mark.parametrize("words", ["Siden findes ikke", "Page not found"])
def test_the_lost_page_speaks_both_languages(words: str, lost: Page) -> None:
    assert words in lost.text


def test_the_lost_page_marks_its_english_as_english(lost: Page) -> None:
    assert "Page not found" in lost.one("//section[@lang='en']//h2").text_content()


def test_the_lost_page_leads_to_the_front_of_both_languages(lost: Page, site: Site) -> None:
    assert {("", ""), ("en/", "")} <= site.links(lost)


def test_the_lost_page_works_at_any_depth(lost: Page) -> None:
    addresses = [*lost.hrefs, *lost.loaded]
    assert [one for one in addresses if not one.startswith(("/", "#", "https://"))] == []


def test_the_lost_page_is_not_to_be_found_by_searching(lost: Page) -> None:
    assert lost.one("//meta[@name='robots']/@content") == "noindex"
