"""What search engines and those who share a link are told about each page."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections import Counter
from typing import Any

import pytest
from crawl import Page, Site, text_of

BASE = "https://trivselsbasen.example/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"


def title(page: Page) -> str:
    return str(page.one("/html/head/title/text()"))


def description(page: Page) -> str:
    return str(page.one("//meta[@name='description']/@content"))


def graph(page: Page) -> dict[str, Any]:
    """The structured data of a page, by type."""
    data = json.loads(page.one("//script[@type='application/ld+json']/text()"))
    assert data["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in data["@graph"]}


def open_graph(page: Page) -> dict[str, str]:
    return {tag.get("property"): tag.get("content") for tag in page.all("//meta[starts-with(@property, 'og:')]")}


def twice(told: dict[str, str]) -> dict[str, str]:
    count = Counter(told.values())
    return {path: text for path, text in told.items() if count[text] > 1}


@pytest.mark.parametrize("locale", ["da", "en"])
def test_every_page_has_a_title_of_its_own(locale: str, site: Site) -> None:
    assert twice({page.path: title(page) for page in site.indexed if page.locale == locale}) == {}


@pytest.mark.parametrize("locale", ["da", "en"])
def test_every_page_has_a_description_of_its_own(locale: str, site: Site) -> None:
    assert twice({page.path: description(page) for page in site.indexed if page.locale == locale}) == {}


def test_a_description_fills_what_search_engines_show(site: Site) -> None:
    lengths = {page.path: len(description(page)) for page in site.indexed}
    assert {path: length for path, length in lengths.items() if not 120 <= length <= 155} == {}


def test_a_title_begins_with_the_main_heading(site: Site) -> None:
    pages = [page for page in site.indexed if page.path not in {"", "en/"}]
    assert [page.path for page in pages if not title(page).startswith(text_of(page.one("//h1")))] == []


def test_every_page_gives_its_one_canonical_address(site: Site) -> None:
    given = {page.path: page.one("//link[@rel='canonical']/@href") for page in site.indexed}
    assert given == {page.path: BASE + page.path for page in site.indexed}


# -- Structured data


def test_the_front_page_is_a_web_site(site: Site) -> None:
    assert {page.path for page in site.indexed if "WebSite" in graph(page)} == {"", "en/"}


def test_every_other_page_is_an_article_of_that_site(site: Site) -> None:
    whole = {"da": BASE, "en": BASE + "en/"}
    pages = [page for page in site.indexed if page.path not in {"", "en/"}]
    assert [page.path for page in pages if graph(page)["Article"]["isPartOf"]["url"] != whole[page.locale]] == []


def test_structured_data_tells_address_language_and_description_of_the_page(site: Site) -> None:
    things = {page: graph(page).get("Article") or graph(page)["WebSite"] for page in site.indexed}
    told = {page.path: (one["url"], one["inLanguage"], one["description"]) for page, one in things.items()}
    assert told == {page.path: (BASE + page.path, page.locale, description(page)) for page in site.indexed}


def test_the_breadcrumbs_of_a_page_exist_and_end_with_the_page(site: Site) -> None:
    broken = []
    for page in site.indexed:
        if page.path not in {"", "en/"}:
            steps = graph(page)["BreadcrumbList"]["itemListElement"]
            paths = [step["item"].removeprefix(BASE) for step in steps]
            if paths[-1] != page.path or not site.pages.keys() >= set(paths):
                broken.append((page.path, paths))
    assert broken == []


def test_the_breadcrumbs_are_counted_from_one(site: Site) -> None:
    steps = {page.path: graph(page).get("BreadcrumbList", {}).get("itemListElement", []) for page in site.indexed}
    counted = {path: [step["position"] for step in some] for path, some in steps.items()}
    assert counted == {path: list(range(1, len(some) + 1)) for path, some in steps.items()}


# -- Open Graph


def test_open_graph_tells_address_and_description_of_the_page(site: Site) -> None:
    told = {page.path: (open_graph(page)["og:url"], open_graph(page)["og:description"]) for page in site.indexed}
    assert told == {page.path: (BASE + page.path, description(page)) for page in site.indexed}


def test_open_graph_tells_the_language_of_the_page(site: Site) -> None:
    locales = {"da": "da_DK", "en": "en_GB"}
    assert [page.path for page in site.indexed if open_graph(page)["og:locale"] != locales[page.locale]] == []


def test_no_page_offers_an_image_for_sharing(site: Site) -> None:
    images = "//meta[contains(@property, 'image') or contains(@name, 'image')]"
    assert [page.path for page in site.pages.values() if page.all(images)] == []


# -- sitemap.xml


@pytest.fixture(scope="session")
def listed(site: Site) -> dict[str, dict[str, str]]:
    """The addresses in the sitemap with their alternates, from the site's root."""
    found = {}
    for url in ET.fromstring(site.read("sitemap.xml")).iter(f"{SITEMAP}url"):
        others = {link.attrib["hreflang"]: link.attrib["href"].removeprefix(BASE) for link in url.iter(ALTERNATE)}
        found[str(url.findtext(f"{SITEMAP}loc")).removeprefix(BASE)] = others
    return found


def test_the_sitemap_lists_every_page(listed: dict[str, dict[str, str]], site: Site) -> None:
    assert sorted(listed) == sorted(page.path for page in site.indexed)


def test_the_sitemap_gives_the_same_alternates_as_the_pages(listed: dict[str, dict[str, str]], site: Site) -> None:
    told = {
        page.path: {
            link.get("hreflang"): link.get("href").removeprefix(BASE)
            for link in page.all("//link[@rel='alternate'][@hreflang]")
        }
        for page in site.indexed
    }
    assert listed == told
