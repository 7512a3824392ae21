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


# What has the focus: what it is, whether a ring of 2 px or more is drawn around it (or around the box it fills),
# and whether the header covers it.
FOCUSED = """() => {
  const it = document.activeElement, header = document.querySelector(".tb-head");
  const ring = e => getComputedStyle(e).outlineStyle !== "none" && parseFloat(getComputedStyle(e).outlineWidth) >= 2;
  return { what: it.outerHTML.slice(0, 90), last: it === document.body,
           ring: ring(it) || (it.matches("input") && ring(it.parentElement)),
           covered: !header.contains(it) && !it.matches(".tb-skip")
                    && it.getBoundingClientRect().bottom <= header.getBoundingClientRect().bottom };
}"""


def walk(page: Page, key: str, steps: int) -> list[dict[str, object]]:
    """The stops of the focus along the page."""
    stops = []
    for _ in range(steps):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUSED)
        if stop["last"]:
            break
        stops.append(stop)
    assert len(stops) > 10
    return stops


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/", THEME, "/eksempler/"])
def test_the_focus_is_always_seen(new_page: NewPage, address: str, scheme: str) -> None:
    stops = walk(new_page(address, color_scheme=scheme), "Tab", 45)
    assert not [stop["what"] for stop in stops if not stop["ring"]]


def test_going_back_the_header_never_covers_the_focus(new_page: NewPage) -> None:
    page = new_page(THEME)
    page.locator("#references a").first.focus()
    stops = walk(page, "Shift+Tab", 60)
    assert not [stop["what"] for stop in stops if stop["covered"]]
