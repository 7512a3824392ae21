"""Getting about: the menu on a phone, the skip link, the focus."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from surfing import THEME, NewPage, Sitemap


@pytest.fixture
def phone(new_page: NewPage, sitemap: Sitemap, language: str) -> Page:
    return new_page(sitemap.address(THEME, language), viewport={"width": 360, "height": 740})


def test_on_a_phone_the_menu_is_closed_at_first(phone: Page) -> None:
    expect(phone.locator(".tb-drawer nav")).to_be_hidden()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_opens_the_menu(phone: Page, key: str) -> None:
    phone.locator(".tb-menu").press(key)
    expect(phone.locator(".tb-drawer nav")).to_be_visible()


def test_the_same_key_closes_it(phone: Page) -> None:
    phone.locator(".tb-menu").press("Enter")
    phone.locator(".tb-menu").press("Enter")
    expect(phone.locator(".tb-drawer nav")).to_be_hidden()


def test_tab_leads_into_the_open_menu(phone: Page) -> None:
    phone.locator(".tb-menu").press("Enter")
    phone.keyboard.press("Tab")
    expect(phone.locator(".tb-drawer a").first).to_be_focused()


def test_escape_closes_it(phone: Page) -> None:
    phone.locator(".tb-menu").press("Enter")
    phone.keyboard.press("Escape")
    expect(phone.locator(".tb-drawer nav")).to_be_hidden()


def test_escape_brings_the_focus_back_to_its_button(phone: Page) -> None:
    phone.locator(".tb-menu").press("Enter")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Escape")
    expect(phone.locator(".tb-menu")).to_be_focused()


def test_a_tap_elsewhere_closes_it(phone: Page) -> None:
    phone.locator(".tb-menu").click()
    phone.mouse.click(180, 730)
    expect(phone.locator(".tb-drawer nav")).to_be_hidden()


def test_the_menu_opens_without_script(new_page: NewPage) -> None:
    page = new_page(THEME, viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.locator(".tb-menu").press("Enter")
    expect(page.locator(".tb-drawer nav")).to_be_visible()


def test_the_whole_menu_can_be_reached_on_a_low_screen(new_page: NewPage) -> None:
    page = new_page(THEME, viewport={"width": 360, "height": 320})
    page.locator(".tb-menu").press("Enter")
    page.locator(".tb-drawer a").last.focus()
    expect(page.locator(".tb-drawer a").last).to_be_in_viewport()


def test_the_first_tab_shows_the_skip_link(new_page: NewPage, sitemap: Sitemap, language: str) -> None:
    page = new_page(sitemap.address(THEME, language))
    page.keyboard.press("Tab")
    expect(page.locator(".tb-skip")).to_be_focused()
    expect(page.locator(".tb-skip")).to_be_in_viewport(ratio=1)


def test_the_skip_link_leads_past_the_header(new_page: NewPage, sitemap: Sitemap, language: str) -> None:
    page = new_page(sitemap.address(THEME, language))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".tb-crumbs a").first).to_be_focused()
