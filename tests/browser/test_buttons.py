"""Copying links and printing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from surfing import THEME, NewPage, Sitemap

COPIED = {"da": "Kopieret", "en": "Copied"}
CLIPBOARD = ["clipboard-read", "clipboard-write"]
COUNT_PRINTS = "window.prints = 0; window.print = () => { window.prints += 1; };"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


@pytest.fixture
def theme(new_page: NewPage, sitemap: Sitemap, language: str) -> Page:
    return new_page(sitemap.address(THEME, language), COUNT_PRINTS, permissions=CLIPBOARD)


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_link_of_an_entry_is_copied_with_its_anchor(theme: Page) -> None:
    theme.locator("#private-04-f2 [data-copy]").press("Enter")
    expect(theme.locator("[data-live]")).not_to_be_empty()
    assert clipboard(theme) == f"{theme.url}#private-04-f2"


def test_the_page_stays_where_it_is(theme: Page) -> None:
    here = theme.url
    theme.locator("#private-04-f2 [data-copy]").click()
    assert theme.url == here


def test_the_button_copies_the_address_of_the_page(theme: Page) -> None:
    theme.locator("button[data-copy]").press("Enter")
    expect(theme.locator("[data-live]")).not_to_be_empty()
    assert clipboard(theme) == theme.url


def test_copying_is_told_aloud(theme: Page, language: str) -> None:
    theme.locator("#private-04-f2 [data-copy]").click()
    expect(theme.locator("[role=status][aria-live=polite]")).to_have_text(COPIED[language])


def test_copying_is_seen_beside_the_link(theme: Page, language: str) -> None:
    link = theme.locator("#private-04-f2 [data-copy]")
    link.click()
    expect(link).to_have_attribute("data-done", COPIED[language])
    shown = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert shown == f'"{COPIED[language]}" / ""'  # for the eye alone: it is told aloud above


def test_copying_works_without_a_clipboard_of_the_browser(new_page: NewPage) -> None:
    page = new_page(THEME, NO_CLIPBOARD)
    page.locator("#private-04-f2 [data-copy]").click()
    expect(page.locator("[data-live]")).to_have_text(COPIED["da"])


def test_the_page_is_printed(theme: Page) -> None:
    theme.locator("[data-print]").press("Enter")
    assert theme.evaluate("window.prints") == 1


@pytest.mark.parametrize("button", ["[data-print]", "button[data-copy]"])
def test_without_script_there_is_no_such_button(new_page: NewPage, button: str) -> None:
    expect(new_page(THEME, java_script_enabled=False).locator(button)).to_be_hidden()


@pytest.mark.parametrize("button", ["[data-print]", "button[data-copy]"])
def test_with_script_there_is(theme: Page, button: str) -> None:
    expect(theme.locator(button)).to_be_visible()
