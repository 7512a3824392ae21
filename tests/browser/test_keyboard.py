"""Journeys by keyboard alone. Nothing is clicked and no focus is set: keys are pressed as a reader presses them, and at
each step the focus is where it is expected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from meeting import STEPS, WORDS
from playwright.sync_api import Browser, BrowserContext, Page, expect
from surfing import THEME, Sitemap

MOST = 150  # stops to a place on the page
COUNT_PRINTS = "window.prints = 0; window.print = () => { window.prints += 1; };"
# What a screen reader calls that which has the focus.
NAME = """() => {
  const it = document.activeElement;
  const name = it.getAttribute("aria-label") || (it.labels?.[0] || it).innerText || it.title;
  return name.replace(/\\s+/g, " ").trim();
}"""


class Keys:
    """A reader with a keyboard before a page."""

    def __init__(self, page: Page, language: str) -> None:
        self.page, self.language = page, language

    def word(self, key: str) -> str:
        return WORDS[key][self.language]

    def press(self, *keys: str) -> Keys:
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def type(self, words: str) -> Keys:
        self.page.keyboard.type(words)
        return self

    @property
    def at(self) -> str:
        """The name of what has the focus."""
        return str(self.page.evaluate(NAME))

    def tab_to(self, name: str, begins: bool = False, key: str = "Tab") -> Keys:
        """Goes on to the next thing of a name, or of one that begins so."""
        passed = []
        for _ in range(MOST):
            self.press(key)
            passed.append(self.at)
            if passed[-1] == name or (begins and passed[-1].startswith(name)):
                return self
        raise AssertionError(f"no way leads to {name!r}, only to {passed}")

    def comes_to(self, address: str) -> Keys:
        self.page.wait_for_url(f"**{address}")
        self.page.wait_for_load_state()
        return self

    def stands_at(self, name: str) -> Keys:
        assert self.at == name
        return self


@pytest.fixture
def context(browser: Browser, base_url: str) -> Iterator[BrowserContext]:
    with browser.new_context(base_url=base_url, viewport={"width": 1280, "height": 900}) as context:
        context.add_init_script(COUNT_PRINTS)
        yield context


@pytest.fixture
def keys(context: BrowserContext, language: str) -> Keys:
    return Keys(context.new_page(), language)


def at_front(keys: Keys) -> Keys:
    keys.page.goto({"da": "/", "en": "/en/"}[keys.language])
    return keys


def test_a_theme_is_found_by_search(keys: Keys, sitemap: Sitemap) -> None:
    theme = {"da": "Tidspres", "en": "Time pressure"}[keys.language]
    at_front(keys).press("/").stands_at(keys.word("search_in_base")).type(theme.lower())
    expect(keys.page.locator(".tb-hit").first).to_contain_text(theme)
    keys.press("ArrowDown")
    assert keys.at.startswith(theme)
    keys.press("Enter").comes_to(sitemap.address(THEME, keys.language))
    keys.press("Tab").stands_at(keys.word("skip"))


def test_an_example_is_opened_and_leads_to_its_organisation_and_to_the_other_language(
    keys: Keys, sitemap: Sitemap
) -> None:
    organisation, other = "Aarhus Kommunes Kontaktcenter", {"da": "English", "en": "Dansk"}[keys.language]
    at_front(keys).press("s").type({"da": "fem minutters pause", "en": "five minute break"}[keys.language])
    expect(keys.page.locator(".tb-kind", has_text=keys.word("hits_all"))).to_be_visible()
    keys.tab_to({"da": "Eksempler", "en": "Examples"}[keys.language], begins=True).press("Space", "ArrowDown")
    keys.tab_to({"da": "Fem minutters pause", "en": "A five-minute break"}[keys.language], begins=True).press("Enter")
    keys.page.wait_for_url("**#public-*-e*")
    keys.tab_to(organisation).press("Enter")
    keys.page.wait_for_url(f"**{sitemap.address('/organisationer/aarhus/', keys.language)}")
    keys.tab_to(other).press("Enter")
    switched = {"da": "en", "en": "da"}[keys.language]
    keys.comes_to(sitemap.address("/organisationer/aarhus/", switched))
    expect(keys.page.locator("html")).to_have_attribute("lang", switched)
    expect(keys.page.locator("h1")).to_have_text(organisation)


def test_a_page_is_printed(keys: Keys, sitemap: Sitemap) -> None:
    keys.page.goto(sitemap.address(THEME, keys.language))
    keys.tab_to(keys.word("print_page")).press("Enter")
    assert keys.page.evaluate("prints") == 1
    keys.stands_at(keys.word("print_page"))


def test_a_dialogue_is_held_and_its_minutes_taken_away(keys: Keys, sitemap: Sitemap, tmp_path: Path) -> None:
    page, step = keys.page, [keys.word(f"dlg_{name}") for name in STEPS]
    page.goto(sitemap.address(THEME, keys.language))
    keys.tab_to(keys.word("use_in_dialogue")).press("Enter").comes_to("use=private-04")
    expect(page.locator("[data-step=choose]")).to_be_visible()
    keys.tab_to(keys.word("dlg_name")).type("Tirsdag")
    keys.tab_to(step[1]).press("Enter").stands_at(keys.word("dlg_place_title"))
    keys.tab_to(keys.word("tool_today")).press("ArrowLeft")
    keys.tab_to(step[2]).press("Enter").stands_at(keys.word("dlg_talk_title"))
    keys.tab_to(keys.word("tool_mark_talked")).press("Enter").stands_at(keys.word("tool_mark_talked"))
    keys.tab_to(keys.word("tool_note")).type("Pauserne ryger")
    keys.tab_to(step[3]).press("Enter").stands_at(keys.word("dlg_act_title"))
    keys.tab_to(keys.word("dlg_own_action")).type("To pauser i vagtplanen").press("Enter")
    expect(page.locator("[data-item]")).to_have_count(1)
    keys.tab_to(step[4]).press("Enter").stands_at(keys.word("dlg_take_title"))
    keys.tab_to(keys.word("dlg_paper_minutes")).tab_to(keys.word("dlg_get_markdown"))
    with page.expect_download() as waiting:
        keys.press("Enter")
    waiting.value.save_as(tmp_path / "minutes.md")
    minutes = (tmp_path / "minutes.md").read_text(encoding="utf-8")
    assert all(words in minutes for words in ("Tirsdag", "Pauserne ryger", "To pauser i vagtplanen"))
