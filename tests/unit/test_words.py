"""Words as they are typed: what is compared, stems, compounds. tests/search/words.yml is the table for both sides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.build import read_base
from kb.language.analysis import Words, tokens
from kb.language.lexicon import lexicon
from kb.pages import LOCALES
from kb.problems import Locale
from kb.search.documents import documents
from kb.search.index import index

ROOT = Path(__file__).parents[2]
TABLE: dict[Locale, list[dict[str, Any]]] = yaml.safe_load(
    (ROOT / "tests/search/words.yml").read_text(encoding="utf-8")
)
CASES = [(locale, row) for locale in LOCALES for row in TABLE[locale]]


@pytest.fixture(scope="module")
def known() -> dict[Locale, Words]:
    """The words of both languages, with the stems of the site."""
    base = read_base(ROOT, ROOT / "docs")
    assert base.kb
    return {locale: Words(locale, set(index(documents(base.kb, base.map, locale), locale).stems)) for locale in LOCALES}


@pytest.mark.parametrize(("locale", "row"), CASES, ids=lambda one: one["typed"] if isinstance(one, dict) else one)
def test_a_word_is_read_as_the_table_says(locale: Locale, row: dict[str, Any], known: dict[Locale, Words]) -> None:
    [pieces] = tokens(row["typed"], locale)
    word, words = "".join(pieces), known[locale]
    parts = [words.stem(one) for one in reversed(pieces)] if len(pieces) > 1 else words.parts(word)
    assert (word, words.stem(word), parts) == (row["word"], row["stem"], row.get("parts", []))


def test_all_forms_of_a_word_have_one_stem() -> None:
    families = ["oplæring oplæringen oplæringens", "regel regler reglernes", "kø køen køer køerne", "måle målte målt"]
    words = Words("da")
    assert [len({words.stem(form) for form in family.split()}) for family in families] == [1] * len(families)


@pytest.mark.parametrize("pair", ["organise organize", "behaviour behavior", "centre center", "defence defense"])
def test_british_and_american_spelling_have_one_stem(pair: str) -> None:
    british, american = pair.split()
    assert Words("en").stem(british) == Words("en").stem(american)


def test_the_words_of_a_text_are_told_with_their_pieces() -> None:
    assert tokens("Kø-loft, ”APV’en” & 5.941 kald!", "da") == [["kø", "loft"], ["apv"], ["5941"], ["kald"]]


@pytest.mark.parametrize("text", ["", " ", "🙂", "<>&\"'", "---", "…", "\x00", "\ud800"])
def test_what_is_no_word_is_passed_over(text: str) -> None:
    assert tokens(text, "da") == []


def test_a_very_long_word_is_no_compound() -> None:
    assert Words("da").parts("arbejds" * 5000) == []


@pytest.mark.parametrize("name", ["opening", "closing", "short", "stop"])
def test_the_danish_lists_hold_small_letters_alone(name: str) -> None:
    assert [word for word in getattr(lexicon("da"), name) if word != word.lower() or " " in word] == []


def test_a_noun_of_action_is_made_of_a_verb_of_the_site() -> None:
    words = Words("da", {"overvåg", "lær"})
    assert [words.base(word) for word in ("overvågningen", "læring", "bygning", "overvåge")] == [
        ["overvåg"], ["lær"], [], [],
    ]  # fmt: skip
