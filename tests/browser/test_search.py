"""The first search: in the page's language, by word and part of a word, from a server and from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from surfing import THEME, NewPage, Sitemap, listen

WORD = {"da": "pauser", "en": "breaks"}
OTHER = {"da": "breaks", "en": "arbejdsdagen"}
HOSTILE = (
    "<script>document.title='harmed'</script>",
    '"><img src=x onerror=alert(1)>',
    "(((((",
    "*",
    "x" * 10_000,
    "🙂",
)


def ask(page: Page, words: str) -> None:
    """Opens the search by its button and types."""
    page.locator("button[data-find]").click()
    page.locator(".tb-search input").fill(words)


@pytest.fixture
def theme(new_page: NewPage, sitemap: Sitemap, language: str) -> Page:
    return new_page(sitemap.address(THEME, language))


def test_a_word_finds_entries_of_the_page_s_language(theme: Page, language: str) -> None:
    ask(theme, WORD[language])
    expect(theme.locator(".tb-hit mark").first).to_have_text(WORD[language], ignore_case=True)
    assert all(
        ("/en/" in link.evaluate("e => e.href")) == (language == "en") for link in theme.locator(".tb-hit").all()
    )


def test_a_word_of_the_other_language_finds_nothing(theme: Page, language: str) -> None:
    ask(theme, OTHER[language])
    expect(theme.locator(".tb-search [role=status]")).not_to_be_empty()
    expect(theme.locator(".tb-hit")).to_have_count(0)


def test_part_of_a_word_finds_the_word(new_page: NewPage) -> None:
    page = new_page("/")
    ask(page, "tilfredshed")
    expect(page.locator(".tb-hit mark").first).to_be_visible()


def test_letters_that_a_keyboard_lacks_may_be_written_out(new_page: NewPage) -> None:
    page = new_page("/")
    ask(page, "oplaering")
    expect(page.locator(".tb-hit").first).to_contain_text("oplæring", ignore_case=True)


def test_a_result_leads_to_its_entry(theme: Page, language: str, sitemap: Sitemap) -> None:
    ask(theme, {"da": "Tre ugers introduktion", "en": "Three weeks"}[language])
    theme.locator(".tb-hit").first.click()
    expect(theme.locator("li:target h3")).to_be_visible()


def test_the_number_of_results_is_told_aloud(theme: Page, language: str) -> None:
    ask(theme, WORD[language])
    expect(theme.locator(".tb-search [role=status]")).to_contain_text({"da": "resultat", "en": "result"}[language])


def test_escape_closes_it_and_gives_the_focus_back(theme: Page) -> None:
    theme.locator("button[data-find]").press("Enter")
    expect(theme.locator(".tb-search input")).to_be_focused()
    theme.keyboard.press("Escape")
    expect(theme.locator("button[data-find]")).to_be_focused()


def test_the_arrows_move_through_the_results(theme: Page, language: str) -> None:
    ask(theme, WORD[language])
    expect(theme.locator(".tb-hit").first).to_be_visible()
    theme.keyboard.press("ArrowDown")
    expect(theme.locator(".tb-hit").first).to_be_focused()


def test_a_slash_opens_it(theme: Page) -> None:
    theme.keyboard.press("/")
    expect(theme.locator(".tb-search input")).to_be_focused()


def test_an_address_with_a_question_opens_it(new_page: NewPage) -> None:
    page = new_page("/?q=medlyt")
    expect(page.locator(".tb-hit").first).to_be_visible()


def test_the_box_on_the_front_page_searches(new_page: NewPage, sitemap: Sitemap, language: str) -> None:
    page = new_page(sitemap.address("/", language))
    page.locator("#q").fill(WORD[language])
    page.locator("#q").press("Enter")
    expect(page.locator(".tb-hit").first).to_be_visible()


def test_nothing_is_fetched_before_it_is_used(new_page: NewPage) -> None:
    page = new_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(THEME, wait_until="networkidle")
    assert [url for url in asked if "/search/" in url] == []


def test_it_works_from_a_folder_without_a_server(new_page: NewPage, built_site: Path) -> None:
    page = new_page((built_site / "temaer/private/tidspres/index.html").as_uri())
    heard = listen(page)
    ask(page, "pauser")
    expect(page.locator(".tb-hit").first).to_be_visible()
    assert heard == []


@pytest.mark.parametrize("words", HOSTILE)
def test_odd_questions_do_no_harm(new_page: NewPage, words: str) -> None:
    page = new_page("/")
    heard = listen(page)
    title = page.title()
    ask(page, WORD["da"])
    expect(page.locator(".tb-hit").first).to_be_visible()
    page.locator(".tb-search input").fill(words)
    expect(page.locator(".tb-hit")).to_have_count(0)
    assert (page.title(), heard) == (title, [])


def test_without_script_there_is_no_search_box(new_page: NewPage) -> None:
    page = new_page("/", java_script_enabled=False)
    expect(page.locator(".tb-ask-box")).to_be_hidden()
