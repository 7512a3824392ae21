"""Both languages pair up, and English pages are English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import yaml
from crawl import ROOT, Page, Site
from lxml.html import HtmlElement

# Letters and words that English does not have.
DANISH = re.compile(
    r"[æøå]|\b(og|der|ikke|til|på|af|som|det|jer|jeres|fra|hvad|hvis|hvordan|hvorfor|eller|hos|ved|er|kan|også|alle|"
    r"siden|temaer|eksempler|spørgsmål|medarbejdere|ledere|trivsel|kilder|henvisninger|ordliste)\b",
    re.IGNORECASE,
)
# Addresses and paths are no language.
ADDRESS = re.compile(r"https?://\S+|\bdata/\S+")
READ_ATTRIBUTES = {"alt", "aria-label", "aria-description", "aria-roledescription", "label", "placeholder", "title"}
# What scripts say.
SAID_ATTRIBUTES = {"data-copied", "data-none", "data-one", "data-other", "data-failed", "data-all", "data-some"}


def alternates(page: Page) -> dict[str, str]:
    links = page.all("//link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang"): urlsplit(link.get("href")).path.removeprefix("/") for link in links}


def test_a_page_says_which_language_it_is_in(site: Site) -> None:
    said = {page.path: page.one("/html/@lang") for page in site.pages.values()}
    assert said == {page.path: page.locale for page in site.pages.values()}


def test_there_are_as_many_english_pages_as_danish_ones(site: Site) -> None:
    assert len(site.english) * 2 == len(site.indexed)


def test_a_page_names_itself_among_its_alternates(site: Site) -> None:
    assert [page.path for page in site.indexed if alternates(page).get(page.locale) != page.path] == []


def test_a_page_is_offered_in_danish_in_english_and_by_default_in_danish(site: Site) -> None:
    offered = [(page.path, alternates(page)) for page in site.indexed]
    assert [path for path, one in offered if {*one} != {"da", "en", "x-default"} or one["da"] != one["x-default"]] == []


def test_alternates_name_each_other(site: Site) -> None:
    one_way = [
        (page.path, other)
        for page in site.indexed
        for other in alternates(page).values()
        if other not in site.pages or alternates(site.pages[other]) != alternates(page)
    ]
    assert one_way == []


def test_the_language_switch_leads_to_the_same_page(site: Site) -> None:
    other = {"da": "en", "en": "da"}
    astray = [
        page.path
        for page in site.indexed
        for href in page.all(f"//a[@hreflang='{other[page.locale]}']/@href")
        if site.lead(page, href) != (alternates(page)[other[page.locale]], "")
    ]
    assert astray == []


def test_every_page_has_a_language_switch(site: Site) -> None:
    assert [page.path for page in site.pages.values() if len(page.all("//header//a[@hreflang]")) != 1] == []


def test_the_language_switch_speaks_the_language_it_leads_to(site: Site) -> None:
    switches = [switch for page in site.indexed for switch in page.all("//a[@hreflang]")]
    assert [switch for switch in switches if switch.get("lang") != switch.get("hreflang")] == []


def test_an_entry_stands_on_the_pages_that_are_alternates(site: Site) -> None:
    apart = [
        entry["id"]
        for entry in site.kb["entries"]
        if alternates(site.page_of(entry["id"], "da"))["en"] != site.place_of(entry["id"], "en")[0]
    ]
    assert apart == []


def test_a_page_links_to_pages_in_its_own_language_only(site: Site) -> None:
    crossing = []
    for page in site.indexed:
        for link in page.all("//a[not(@hreflang)]/@href"):
            to = site.lead(page, link)
            if to and to[0] in site.pages and site.pages[to[0]].locale != page.locale:
                crossing.append((page.path, link))
    assert crossing == []


# -- No Danish in English


def language_of(element: HtmlElement | None) -> str:
    while element is not None:
        if element.get("lang"):
            return str(element.get("lang"))
        element = element.getparent()
    return ""


def english_texts(page: Page) -> Iterator[str]:
    """Every text that a reader is told is English."""
    for text in page.all("//body//text()[not(ancestor::script or ancestor::style)]"):
        parent = text.getparent()
        if language_of(parent.getparent() if text.is_tail else parent) == "en":
            yield str(text)


def english_attributes(page: Page) -> Iterator[tuple[str, str]]:
    for element in page.all("//*"):
        if language_of(element) == "en":
            for name, value in element.attrib.items():
                if name in READ_ATTRIBUTES | SAID_ATTRIBUTES:
                    yield name, value


@pytest.fixture(scope="session")
def names(site: Site) -> re.Pattern[str]:
    """Danish names, which an attribute can't mark as Danish."""
    listed = set(yaml.safe_load((ROOT / "data/site.yml").read_text(encoding="utf-8"))["danish_names"])
    listed |= {entry["title"]["da"] for entry in site.of_kind("organisation")}
    return re.compile("|".join(re.escape(name) for name in sorted(listed, key=len, reverse=True)))


def test_no_text_on_an_english_page_is_danish_unless_it_says_so(site: Site) -> None:
    danish = {
        (page.path, text.strip())
        for page in site.english
        for text in english_texts(page)
        if DANISH.search(ADDRESS.sub("", text))
    }
    assert danish == set()


def test_no_label_on_an_english_page_is_danish(site: Site, names: re.Pattern[str]) -> None:
    danish = {
        (page.path, name, value)
        for page in site.english
        for name, value in english_attributes(page)
        if DANISH.search(names.sub("", value))
    }
    assert danish == set()


def test_no_title_or_description_of_an_english_page_is_danish(site: Site, names: re.Pattern[str]) -> None:
    head = "/html/head/title/text() | //meta[@name='description' or starts-with(@property, 'og:')]/@content"
    told = {(page.path, str(value)) for page in site.english for value in page.all(head)}
    assert {(path, value) for path, value in told if DANISH.search(ADDRESS.sub("", names.sub("", value)))} == set()


def test_no_structured_data_of_an_english_page_is_danish(site: Site, names: re.Pattern[str]) -> None:
    told = {
        (page.path, value)
        for page in site.english
        for script in page.all("//script[@type='application/ld+json']/text()")
        for value in strings_in(json.loads(script))
    }
    assert {(path, value) for path, value in told if DANISH.search(ADDRESS.sub("", names.sub("", value)))} == set()


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings_in(inner)


def test_no_english_text_is_left_over_from_the_danish(site: Site) -> None:
    texts = {entry["id"]: entry["text"] for entry in site.kb["entries"] if entry["text"]["da"]}
    assert [entry for entry, text in texts.items() if text["da"] == text["en"]] == []


def test_what_a_danish_term_stands_for_in_english_says_so(site: Site) -> None:
    """AHT is explained as "average handling time", in the glossary and wherever the term is explained."""
    told = [
        (page.path, text)
        for page in site.indexed
        if page.locale == "da"
        for text in page.all("//body//text()[contains(., 'average handling time') and not(ancestor::pre)]")
    ]
    assert told
    assert [(path, str(text)) for path, text in told if language_of(text.getparent()) != "en"] == []
