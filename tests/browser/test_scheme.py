"""Light and dark: as the system says until the reader chooses."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from surfing import NewPage, listen

NAMES = {"light": "default", "dark": "slate"}
OTHER = {"light": "dark", "dark": "light"}

FORBIDDEN_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("The operation is insecure.", "SecurityError"); }
});"""


@pytest.fixture(params=NAMES)
def system(request: pytest.FixtureRequest) -> str:
    """What the reader's system asks for."""
    return str(request.param)


def scheme(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


def test_it_follows_the_system(new_page: NewPage, system: str) -> None:
    assert scheme(new_page("/", color_scheme=system)) == NAMES[system]


def test_a_dark_page_is_dark(new_page: NewPage, system: str) -> None:
    page = new_page("/", color_scheme=system)
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)")
    assert (sum(colour[:3]) / 3 < 64) == (system == "dark")


def test_nothing_is_remembered_before_a_choice(new_page: NewPage, system: str) -> None:
    assert new_page("/", color_scheme=system).evaluate("localStorage.length") == 0


def test_the_button_switches(new_page: NewPage, system: str) -> None:
    page = new_page("/", color_scheme=system)
    page.locator("[data-scheme]").press("Enter")
    assert scheme(page) == NAMES[OTHER[system]]


def test_twice_switches_back(new_page: NewPage, system: str) -> None:
    page = new_page("/", color_scheme=system)
    page.locator("[data-scheme]").dblclick()
    assert scheme(page) == NAMES[system]


def test_a_choice_lasts_on_other_pages(new_page: NewPage, system: str) -> None:
    page = new_page("/", color_scheme=system)
    page.locator("[data-scheme]").click()
    page.goto("/en/themes/")
    assert scheme(page) == NAMES[OTHER[system]]


def test_nothing_but_the_choice_is_remembered(new_page: NewPage, system: str) -> None:
    page = new_page("/", color_scheme=system)
    page.locator("[data-scheme]").click()
    assert page.evaluate("({...localStorage})") == {"tb-scheme": NAMES[OTHER[system]]}


def test_an_odd_memory_is_ignored(new_page: NewPage, system: str) -> None:
    script = 'localStorage.setItem("tb-scheme", "<b>pink</b>")'
    assert scheme(new_page("/", script, color_scheme=system)) == NAMES[system]


def test_forbidden_storage_still_lets_switch(new_page: NewPage, system: str) -> None:
    page = new_page("/", FORBIDDEN_STORAGE, color_scheme=system)
    page.locator("[data-scheme]").click()
    assert scheme(page) == NAMES[OTHER[system]]


def test_forbidden_storage_raises_no_error(new_page: NewPage) -> None:
    page = new_page("/", FORBIDDEN_STORAGE)
    heard = listen(page)
    page.goto("/temaer/")
    page.locator("[data-scheme]").click()
    assert not heard


def test_without_script_no_button_is_shown(new_page: NewPage) -> None:
    assert not new_page("/", java_script_enabled=False).locator("[data-scheme]").is_visible()
