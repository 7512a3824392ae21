"""Pages are well built: one heading at the top, no gap below, ids of their own that others may name."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from crawl import Page, Site, text_of
from lxml.html import HtmlElement


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


# -- For those who listen


def named(page: Page, element: HtmlElement) -> str:
    """What a landmark is called: its label, or the heading that it names."""
    by = element.get("aria-labelledby")
    return element.get("aria-label") or (text_of(page.by_id(by)) if by else "")


def test_landmarks_of_a_kind_are_told_apart_by_their_names(site: Site) -> None:
    alike = []
    for page in site.pages.values():
        for kind in ("nav", "aside", "section[@aria-label or @aria-labelledby]"):
            names = [named(page, one) for one in page.all(f"//{kind}[not(ancestor::*[@data-tool])]")]
            alike += [(page.path, kind, name) for name, n in Counter(names).items() if n > 1 or not name]
    assert alike == []


def test_no_name_is_given_twice(site: Site) -> None:
    """A title beside a label is read out after it."""
    assert {page.path for page in site.pages.values() if page.all("//*[@aria-label and @title]")} == set()


CONTROLS = "//button | //input[not(@type='hidden')] | //select | //textarea | //summary"


def test_every_control_has_a_name(site: Site) -> None:
    def has_name(page: Page, one: HtmlElement) -> bool:
        label = one.xpath("ancestor::label") + page.all(f"//label[@for='{one.get('id')}']")
        own = [] if one.tag in {"input", "select", "textarea"} else [one]
        return bool(one.get("aria-label") or one.get("title") or any(text_of(it) for it in [*label, *own]))

    nameless = [(page.path, one.get("class")) for page in site.pages.values() for one in page.all(CONTROLS)
                if not has_name(page, one) and not one.xpath("ancestor::*[@data-tool]")]  # fmt: skip
    assert nameless == []


def test_no_switch_of_materials_frame_is_left(site: Site) -> None:
    """They have no names: see tests/unit/test_material.py."""
    assert [page.path for page in site.pages.values() if page.all("//*[@id='__drawer' or @id='__search']")] == []


def test_the_main_menu_says_which_part_one_is_in(site: Site) -> None:
    current = "//nav[@class='tb-nav']//a[@aria-current]"
    parts = [
        page for page in site.indexed if page.path in {"temaer/", "en/themes/", "eksempler/", "forskning/", "print/"}
    ]
    assert [page.path for page in parts if [one.get("aria-current") for one in page.all(current)] != ["page"]] == []
    assert site.pages["temaer/private/tidspres/"].one(current).get("aria-current") == "true"
