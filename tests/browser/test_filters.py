"""The filters of the lists: by keyboard, told aloud, in the address, and never in anyone's way."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from surfing import LISTS, NewPage, Sitemap, listen

ITEMS = "[data-filter] li[data-sector]"
SHOWN = {"da": "Viser {n} af {all}", "en": "Showing {n} of {all}"}
SHOWN_ALL = {"da": "Viser alle {all}", "en": "Showing all {all}"}

# The private sector and a theme of the public one.
CONTRADICTION = "?sector=private&theme=public-04"


@pytest.fixture(params=LISTS, ids=lambda address: address.strip("/"))
def address(request: pytest.FixtureRequest, language: str, sitemap: Sitemap) -> str:
    """Each list in each language."""
    return sitemap.address(request.param, language)


@pytest.fixture
def examples(language: str, sitemap: Sitemap) -> str:
    """The list with every kind of filter: what the lists share is tried here."""
    return sitemap.address("/eksempler/", language)


def shown(page: Page) -> int:
    return page.locator(ITEMS).filter(visible=True).count()


def everything(page: Page) -> int:
    return page.locator(ITEMS).count()


def private(page: Page) -> Locator:
    return page.locator("input[name=sector][value=private]")


def chips(page: Page) -> Locator:
    return page.locator("[data-chips] button")


def tab_to(page: Page, selector: str) -> Locator:
    """Goes on with Tab, as a reader without a mouse must, until it is reached."""
    goal = page.locator(selector)
    for _ in range(60):
        page.keyboard.press("Tab")
        if goal.evaluate("element => element === document.activeElement"):
            return goal
    raise AssertionError(f"Tab does not reach {selector}")


def test_a_sector_is_chosen_by_the_keyboard_alone(new_page: NewPage, address: str) -> None:
    page = new_page(address)
    tab_to(page, "input[name=sector][value=private]")
    page.keyboard.press("Space")
    assert 0 < shown(page) < everything(page)


def test_a_theme_is_chosen_by_the_keyboard_alone(new_page: NewPage, examples: str) -> None:
    page = new_page(examples)
    field = tab_to(page, "select[name=theme]")
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    theme = field.input_value()
    assert theme == "private-04"
    assert shown(page) == page.locator(f'{ITEMS}[data-theme~="{theme}"]').count() > 0


def test_on_a_phone_the_filters_open_by_the_keyboard(new_page: NewPage, examples: str) -> None:
    page = new_page(examples, viewport={"width": 360, "height": 740})
    expect(private(page)).to_be_hidden()
    tab_to(page, ".tb-filter summary")
    page.keyboard.press("Enter")
    expect(private(page)).to_be_visible()


def test_the_output_tells_how_many_remain(new_page: NewPage, address: str, language: str) -> None:
    page = new_page(address)
    private(page).check()
    told = SHOWN[language].format(n=shown(page), all=everything(page))
    expect(page.locator("output[data-count]")).to_have_text(told)


def test_the_output_tells_that_all_are_shown(new_page: NewPage, examples: str, language: str) -> None:
    page = new_page(examples)
    expect(page.locator("output[data-count]")).to_have_text(SHOWN_ALL[language].format(all=everything(page)))


def test_what_remains_is_told_aloud(new_page: NewPage, examples: str) -> None:
    expect(new_page(examples).locator("output[data-count]")).to_have_attribute("aria-live", "polite")


def test_the_count_beside_each_choice_is_what_it_leaves(new_page: NewPage, address: str) -> None:
    choices = (
        new_page(address)
        .locator(".tb-opt")
        .evaluate_all(
            """choices => choices.map(choice => {
             const told = choice.querySelector("small").innerText;
             choice.click();
             const left = [...document.querySelectorAll("[data-filter] li[data-sector]")].filter(li => li.offsetHeight);
             choice.click();
             return [told, String(left.length)];
           })"""
        )
    )
    assert [told for told, _ in choices] == [left for _, left in choices] != []


def test_the_counts_follow_the_other_filters(new_page: NewPage, examples: str) -> None:
    page = new_page(examples + "?theme=private-04")
    expect(page.locator(".tb-opt", has=page.locator("[value=public]")).locator("small")).to_have_text("0")


def test_a_chip_names_its_choice_and_what_it_does(new_page: NewPage, examples: str, language: str) -> None:
    page = new_page(examples + "?sector=private")
    name = {"da": "Privat sektor fjern filter", "en": "Private sector remove filter"}[language]
    expect(page.get_by_role("button", name=name)).to_be_visible()


def test_a_chip_removes_its_choice(new_page: NewPage, examples: str) -> None:
    page = new_page(examples + "?sector=private&sector=public")
    chips(page).first.press("Enter")
    expect(private(page)).not_to_be_checked()
    expect(chips(page)).to_have_count(1)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_last_chip_hands_the_focus_to_the_count(new_page: NewPage, examples: str, width: int) -> None:
    page = new_page(examples + "?sector=private", viewport={"width": width, "height": 740})
    chips(page).press("Enter")
    expect(page.locator("output[data-count]")).to_be_focused()


def test_with_nothing_left_it_says_so(new_page: NewPage, examples: str, language: str) -> None:
    page = new_page(examples + CONTRADICTION)
    words = {"da": "Intet passer til alle jeres valg.", "en": "Nothing matches all your choices."}[language]
    expect(page.get_by_text(words)).to_be_visible()


def test_with_nothing_left_there_is_a_way_back(new_page: NewPage, examples: str) -> None:
    page = new_page(examples + CONTRADICTION)
    page.locator("[data-clear]").press("Enter")
    assert shown(page) == everything(page)


def test_with_something_left_nothing_is_said_of_it(new_page: NewPage, examples: str) -> None:
    expect(new_page(examples).locator("[data-nothing]")).to_be_hidden()


def test_the_choice_stands_in_the_address(new_page: NewPage, address: str) -> None:
    page = new_page(address)
    private(page).check()
    assert page.url.endswith(f"{address}?sector=private")


def test_the_choice_survives_a_reload(new_page: NewPage, examples: str) -> None:
    page = new_page(examples)
    private(page).check()
    left = shown(page)
    page.reload()
    assert shown(page) == left < everything(page)


def test_the_choice_survives_the_language_switch(new_page: NewPage, address: str, sitemap: Sitemap) -> None:
    page = new_page(address)
    private(page).check()
    left = shown(page)
    page.locator("header a[data-language]").click()
    page.wait_for_url(lambda url: address not in url)
    assert shown(page) == left < everything(page)


def test_the_choice_is_there_after_a_visit_elsewhere(new_page: NewPage, examples: str) -> None:
    page = new_page(examples)
    private(page).check()
    left = shown(page)
    page.locator(".tb-brand").first.click()
    page.go_back()
    expect(private(page)).to_be_checked()
    assert shown(page) == left


def test_back_and_forward_past_an_anchor_show_what_the_address_says(new_page: NewPage, examples: str) -> None:
    page = new_page(examples + "?sector=private")
    left = shown(page)
    page.evaluate("location.hash = 'content'")
    private(page).uncheck()
    page.go_back()
    expect(private(page)).to_be_checked()
    assert shown(page) == left
    page.go_forward()
    expect(private(page)).not_to_be_checked()


HOSTILE = {
    "script": "?sector=<script>document.title='harmed'</script>&theme=\"><img src=x onerror=\"console.log('harmed')\">",
    "long": "?theme=" + "x" * 10_000,
    "unknown": "?sector=secret&theme=private-99&organisation=nobody&kind=__proto__",
    "odd names": "?__proto__=1&constructor=2&toString=3&=4&&&",
    "odd percents": "?sector=%E0%A4%A&theme=%",
    "selector": "?sector=%22%5D%2C*%2C%5Bx%3D%22&theme=%5C%27",
}


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_an_odd_address_shows_the_whole_list(new_page: NewPage, examples: str, query: str) -> None:
    page = new_page(examples + query)
    assert shown(page) == everything(page) > 0


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_an_odd_address_runs_nothing_and_breaks_nothing(new_page: NewPage, examples: str, query: str) -> None:
    page = new_page(examples)
    heard = listen(page)
    page.goto(examples + query)
    page.locator("header a[data-language]").click()
    assert not heard
    assert "harmed" not in page.title()


def test_a_choice_given_twice_counts_once(new_page: NewPage, examples: str) -> None:
    page = new_page(examples + "?sector=private&sector=private")
    expect(chips(page)).to_have_count(1)


def test_without_script_the_whole_list_is_there(new_page: NewPage, address: str) -> None:
    page = new_page(address, java_script_enabled=False)
    assert shown(page) == everything(page) > 0


@pytest.mark.parametrize("part", [".tb-filter", "[data-nothing]", "[data-chips] button"])
def test_without_script_no_filters_are_shown(new_page: NewPage, examples: str, part: str) -> None:
    page = new_page(examples, java_script_enabled=False)
    expect(page.locator(part).filter(visible=True)).to_have_count(0)


def test_a_shown_entry_can_be_linked_to(new_page: NewPage, language: str, sitemap: Sitemap) -> None:
    page = new_page(sitemap.address("/eksempler/#private-04-e1", language))
    expect(page.locator("#private-04-e1")).to_be_in_viewport()
    assert re.search(r"#private-04-e1$", page.url)
