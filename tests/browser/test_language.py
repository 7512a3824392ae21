"""The language switch: the same entry, the same place on it."""

from __future__ import annotations

import pytest
from surfing import THEME, NewPage, Sitemap

PLACES = (f"{THEME}#private-04-f3", "/ordliste/#term-aht", "/forskning/tal/#table", "/henvisninger/", "/")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", [("da", "en"), ("en", "da")], ids="-".join)
def test_it_leads_to_the_same_place(new_page: NewPage, sitemap: Sitemap, place: str, way: tuple[str, str]) -> None:
    page = new_page(sitemap.address(place, way[0]))
    page.locator("header a[data-language]").click()
    assert page.url.endswith(sitemap.address(place, way[1]))


def test_it_keeps_a_place_gone_to_on_the_page(new_page: NewPage, sitemap: Sitemap, language: str) -> None:
    page = new_page(sitemap.address(THEME, language))
    page.locator('.tb-toc a[href="#questions"]').click()
    page.locator("header a[data-language]").click()
    other = "en" if language == "da" else "da"
    assert page.url.endswith(sitemap.address(f"{THEME}#questions", other))


def test_it_is_announced_in_its_own_language(new_page: NewPage, sitemap: Sitemap, language: str) -> None:
    switch = new_page(sitemap.address(THEME, language)).locator("header a[data-language]")
    assert switch.get_attribute("lang") == switch.get_attribute("hreflang") == ("en" if language == "da" else "da")


def test_it_leads_there_without_script(new_page: NewPage, sitemap: Sitemap, language: str) -> None:
    page = new_page(sitemap.address(THEME, language), java_script_enabled=False)
    page.locator("header a[data-language]").click()
    assert page.url.endswith(sitemap.address(THEME, "en" if language == "da" else "da"))


def test_the_link_at_the_foot_keeps_the_place_too(new_page: NewPage, sitemap: Sitemap, language: str) -> None:
    page = new_page(sitemap.address(f"{THEME}#private-04-f3", language))
    page.locator("footer a[data-language]").click()
    assert page.url.endswith(sitemap.address(f"{THEME}#private-04-f3", "en" if language == "da" else "da"))
