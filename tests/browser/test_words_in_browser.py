"""The browser reads words as Python does: the same table, and every word of the site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page
from surfing import NewPage, Sitemap

from kb.language.analysis import Words, tokens
from kb.problems import Locale

TABLE: dict[Locale, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[1] / "search/words.yml").read_text(encoding="utf-8")
)
# As the table has it: word, stem, and parts where there are any.
_READ = """typed => {
  const [token] = tbSearch.language.tokens(typed);
  const { stem, parts } = tbSearch.language;
  const own = token.pieces.length > 1 ? token.pieces.map(stem).reverse() : parts(token.word);
  return { typed, word: token.word, stem: stem(token.word), ...(own.length ? { parts: own } : {}) };
}"""


@pytest.fixture
def searching(new_page: NewPage, sitemap: Sitemap, language: str) -> Page:
    """The front page with the index of its language."""
    page = new_page(sitemap.address("/?q=falck", language))
    page.locator(".tb-hit").first.wait_for()
    return page


def test_a_word_is_read_as_the_table_says(searching: Page, language: Locale) -> None:
    read = [searching.evaluate(_READ, row["typed"]) for row in TABLE[language]]
    assert read == TABLE[language]


def test_every_word_of_the_site_is_read_as_python_reads_it(searching: Page, language: Locale) -> None:
    words: list[str] = searching.evaluate("tbSearch.index.wordList")
    read = searching.evaluate(f"typed => typed.map({_READ})", words)
    known = Words(language, set(searching.evaluate("tbSearch.index.stems.split(' ')")))
    assert [(one["word"], one["stem"], one.get("parts", [])) for one in read] == [
        (word := "".join(tokens(typed, language)[0]), known.stem(word), known.parts(word)) for typed in words
    ]


def test_nouns_of_action_are_made_of_the_same_in_both(searching: Page, language: Locale) -> None:
    words: list[str] = searching.evaluate("tbSearch.index.wordList")
    known = Words(language, set(searching.evaluate("tbSearch.index.stems.split(' ')")))
    read = searching.evaluate("typed => typed.map(word => tbSearch.language.base(word))", words)
    assert read == [known.base(word) for word in words]
