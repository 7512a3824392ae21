"""Phrases are found as one long pattern would find them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.phrases import Phrases

PARTS = ["kø", "tid", "AHT", "e-mail", "kø tid", "24/7", "Kø", "-", " ", ".", "(", "*", "s", "x"]


def found(phrases: Phrases, text: str) -> list[str]:
    return [text[start:end] for start, end in phrases.found_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ventetid og ventetid", ["Ventetid", "ventetid"]),
        ("ventetiden", []),
        ("min-ventetid", []),
        ("AHT, aht", ["AHT"]),
        ("høj gennemsnitlig ventetid", ["gennemsnitlig ventetid"]),
        ("(ventetid)", ["ventetid"]),
        ("åbent 24/7.", ["24/7"]),
    ],
)
def test_a_phrase_is_found_in_whole_words_the_longest_first(text: str, expected: list[str]) -> None:
    assert found(Phrases({"AHT"}, {"ventetid", "gennemsnitlig ventetid", "24/7"}), text) == expected


@given(
    st.lists(st.sampled_from(PARTS), max_size=12).map("".join),
    st.sets(st.sampled_from(["kø", "kø tid", "tid x", "24/7"])),
)
def test_it_finds_what_a_pattern_of_all_phrases_finds(text: str, phrases: set[str]) -> None:
    either = "|".join(f"(?i:{re.escape(one)})" for one in sorted(phrases, key=lambda one: (-len(one), one)))
    pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")
    assert found(Phrases((), phrases), text) == ([one[0] for one in pattern.finditer(text)] if phrases else [])
