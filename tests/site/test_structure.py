"""Pages are well built: one heading at the top, no gap below, ids of their own that others may name."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from crawl import Page, Site, text_of


def _levels(page: Page) -> list[int]:
    return [int(heading.tag[1]) for heading in page.all("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]


def test_ids_are_unique_on_a_page(site: Site) -> None:
    twice = {page.path: [i for i, n in Counter(page.ids).items() if n > 1] for page in site.pages.values()}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_a_page_has_one_heading_of_the_first_level(site: Site) -> None:
    assert [page.path for page in site.pages.values() if _levels(page).count(1) != 1] == []


def test_a_page_begins_with_its_main_heading(site: Site) -> None:
    assert [page.path for page in site.pages.values() if _levels(page)[0] != 1] == []


def test_headings_leave_out_no_level(site: Site) -> None:
    levels = {page.path: _levels(page) for page in site.pages.values()}
    assert {path: one for path, one in levels.items() if any(b > a + 1 for a, b in pairwise(one))} == {}


def test_no_heading_is_empty(site: Site) -> None:
    headings = "//h1 | //h2 | //h3 | //h4"
    assert [page.path for page in site.pages.values() for one in page.all(headings) if not text_of(one)] == []


def test_what_names_an_id_finds_it(site: Site) -> None:
    names = "//@aria-labelledby | //@aria-describedby | //@aria-controls | //label/@for"
    lost = [
        (page.path, name)
        for page in site.pages.values()
        for value in page.all(names)
        for name in str(value).split()
        if name not in page.ids
    ]
    assert lost == []


def test_every_icon_that_a_page_uses_is_drawn_on_it(site: Site) -> None:
    lost = {(page.path, str(use)) for page in site.pages.values() for use in page.all("//use/@href")}
    assert {(path, use) for path, use in lost if use.removeprefix("#") not in site.pages[path].ids} == set()


def test_every_page_has_a_trail_back_to_the_front(site: Site) -> None:
    fronts = {"da": ("", ""), "en": ("en/", "")}
    without = []
    for page in site.indexed:
        trail = page.all("//nav[contains(@class, 'tb-crumbs')]//a/@href")
        first = site.lead(page, trail[0]) if trail else None
        if page.path not in {"", "en/"} and first != fronts[page.locale]:
            without.append(page.path)
    assert without == []


def test_only_the_place_in_the_trail_where_one_stands_is_no_link(site: Site) -> None:
    crumbs = "//nav[contains(@class, 'tb-crumbs')]//*[@aria-current='page']"
    fronts = {"", "en/"}
    assert [page.path for page in site.indexed if len(page.all(crumbs)) != (page.path not in fronts)] == []


def test_a_term_is_explained_once_on_a_page(site: Site) -> None:
    terms = "//a[contains(concat(' ', @class, ' '), ' tb-term ')]/@aria-describedby"
    assert [page.path for page in site.pages.values() if len(page.all(terms)) != len(set(page.all(terms)))] == []
