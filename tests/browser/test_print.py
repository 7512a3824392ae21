"""A page on paper: the content alone, light, with its addresses written out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from surfing import THEME, NewPage, Sitemap


@pytest.fixture
def paper(new_page: NewPage, sitemap: Sitemap, language: str) -> Page:
    """A theme, printed by a reader with the dark scheme."""
    page = new_page(sitemap.address(THEME, language), color_scheme="dark", viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize(
    "part", [".tb-head", ".tb-foot", ".tb-toc", "button", ".tb-copy", ".tb-skip", "[role=tooltip]"]
)
def test_what_is_no_use_on_paper_is_hidden(paper: Page, part: str) -> None:
    expect(paper.locator(part).filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize("part", ["h1", ".tb-brief", "#findings", "#questions", "#actions", "#examples", ".tb-prov"])
def test_the_content_is_there(paper: Page, part: str) -> None:
    expect(paper.locator(part)).to_be_visible()


def test_the_addresses_of_references_are_written_out(paper: Page) -> None:
    written = paper.locator("#references a[href^=http]").evaluate_all(
        "links => links.map(link => [link.getAttribute('href'), getComputedStyle(link, '::after').content])"
    )
    assert written and all(address in text for address, text in written)


def test_paper_is_always_light(paper: Page) -> None:
    ink, ground = paper.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert (ink, ground) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")


def test_nothing_is_cut_off_at_the_side(paper: Page) -> None:
    assert paper.evaluate("document.documentElement.scrollWidth") <= 794


@pytest.mark.parametrize("address", ["/eksempler/", "/spoergsmaal/"])
def test_a_list_prints_without_its_filters(new_page: NewPage, address: str) -> None:
    page = new_page(address + "?sector=private")
    page.emulate_media(media="print")
    expect(page.locator(".tb-filter, button").filter(visible=True)).to_have_count(0)
