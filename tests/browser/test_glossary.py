"""Glossary terms: the meaning by mouse, keyboard and finger, and the way to the glossary."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from surfing import THEME, NewPage, Sitemap

PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def theme(new_page: NewPage, sitemap: Sitemap, language: str) -> Page:
    return new_page(sitemap.address(THEME, language))


@pytest.fixture
def phone(browser: Browser, base_url: str, sitemap: Sitemap, language: str) -> Iterator[Page]:
    """The same page under a finger."""
    with browser.new_context(base_url=base_url, **PHONE) as context:
        page = context.new_page()
        page.goto(sitemap.address(THEME, language))
        assert page.evaluate("matchMedia('(hover: none)').matches"), "the browser plays no touch screen"
        yield page


def term(page: Page, which: int = 0) -> Locator:
    return page.locator(".tb-term").nth(which)


def meaning(page: Page, which: int = 0) -> Locator:
    return page.locator(".tb-term + [role=tooltip]").nth(which)


def focus_by_keyboard(page: Page, goal: Locator) -> None:
    """With Tab from the link before: focus set by script would not count as the keyboard's."""
    goal.evaluate(
        "(goal, all) => { all = [...document.querySelectorAll('a[href], button')].filter(e => e.checkVisibility());"
        " all[all.indexOf(goal) - 1].focus(); }",
        None,
    )
    page.keyboard.press("Tab")
    expect(goal).to_be_focused()


def test_a_meaning_is_hidden_at_first(theme: Page) -> None:
    expect(meaning(theme)).to_be_hidden()


def test_a_meaning_shows_under_the_mouse(theme: Page) -> None:
    term(theme).hover()
    expect(meaning(theme)).to_be_visible()


def test_the_mouse_can_move_onto_the_meaning(theme: Page) -> None:
    term(theme).hover()
    place, goal = term(theme).bounding_box(), meaning(theme).bounding_box()
    assert place and goal
    x = place["x"] + place["width"] / 2
    theme.mouse.move(x, place["y"] + place["height"] / 2)
    for step in range(1, 21):
        theme.mouse.move(x, place["y"] + place["height"] / 2 + step * (goal["y"] + 10 - place["y"]) / 20)
    expect(meaning(theme)).to_be_visible()


def test_a_meaning_shows_on_keyboard_focus(theme: Page) -> None:
    focus_by_keyboard(theme, term(theme))
    expect(meaning(theme)).to_be_visible()


def test_escape_closes_it_under_the_mouse(theme: Page) -> None:
    term(theme).hover()
    theme.keyboard.press("Escape")
    expect(meaning(theme)).to_be_hidden()


def test_escape_closes_it_on_focus_and_leaves_the_focus(theme: Page) -> None:
    focus_by_keyboard(theme, term(theme))
    theme.keyboard.press("Escape")
    expect(meaning(theme)).to_be_hidden()
    expect(term(theme)).to_be_focused()


def test_after_escape_it_shows_again_to_one_who_comes_back(theme: Page) -> None:
    focus_by_keyboard(theme, term(theme))
    theme.keyboard.press("Escape")
    theme.keyboard.press("Tab")
    theme.keyboard.press("Shift+Tab")
    expect(meaning(theme)).to_be_visible()


def test_escape_elsewhere_does_not_close_what_is_met_later(theme: Page) -> None:
    theme.keyboard.press("Escape")
    term(theme).hover()
    expect(meaning(theme)).to_be_visible()


def test_a_meaning_stays_on_the_screen(theme: Page) -> None:
    beyond = []
    for which in range(theme.locator(".tb-term").count()):
        term(theme, which).hover()
        box = meaning(theme, which).bounding_box()
        if not box or box["x"] < 0 or box["x"] + box["width"] > 1280:
            beyond.append((term(theme, which).inner_text(), box))
    assert not beyond


def test_the_first_tap_shows_the_meaning(phone: Page) -> None:
    term(phone).tap()
    expect(meaning(phone)).to_be_visible()


def test_the_first_tap_stays_on_the_page(phone: Page) -> None:
    here = phone.url
    term(phone).tap()
    expect(meaning(phone)).to_be_visible()
    assert phone.url == here


def test_a_tap_elsewhere_closes_it(phone: Page) -> None:
    term(phone).tap()
    phone.locator("h1").tap()
    expect(meaning(phone)).to_be_hidden()


def test_the_second_tap_leads_to_the_glossary(phone: Page) -> None:
    address = term(phone).evaluate("link => link.href")
    term(phone).tap()
    term(phone).tap()
    phone.wait_for_url(address)


def test_on_a_phone_a_meaning_stays_on_the_screen(phone: Page) -> None:
    term(phone).tap()
    box = meaning(phone).bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["y"] + box["height"] <= 800


def test_every_meaning_is_announced_with_its_term(theme: Page) -> None:
    told = theme.locator(".tb-term").evaluate_all(
        "terms => terms.map(t => document.getElementById(t.getAttribute('aria-describedby')))"
        ".map(e => e && e.getAttribute('role') === 'tooltip' && e.textContent.trim().length > 20)"
    )
    assert told and all(told)


def test_the_description_of_a_term_is_its_meaning(theme: Page) -> None:
    expect(term(theme)).to_have_accessible_description(" ".join(meaning(theme).text_content().split()))


def test_the_link_leads_to_the_entry_in_the_glossary(theme: Page) -> None:
    term(theme).click()
    expect(theme.locator(".tb-terms > :target dt")).to_be_in_viewport()


def test_without_script_the_link_leads_there_too(new_page: NewPage, sitemap: Sitemap, language: str) -> None:
    page = new_page(sitemap.address(THEME, language), java_script_enabled=False)
    term(page).click()
    expect(page.locator(".tb-terms > :target dt")).to_be_in_viewport()
