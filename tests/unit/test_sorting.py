"""Alphabetical order: Danish with æ, ø, å last and aa as å; British with accents as if they were not there."""

from __future__ import annotations

import random

import pytest

from kb.problems import Locale
from kb.sorting import first_letter, sort_key

ORDERS: list[tuple[Locale, list[str]]] = [
    ("da", ["Abe", "Zebra", "Æble", "Øl", "Ål"]),
    ("da", ["arbejde", "år"]),
    ("da", ["Zoo", "Ørsted", "Aabenraa", "Aalborg", "Aarhus"]),
    ("da", ["Aba", "abe", "Abehus"]),
    ("da", ["en", "én", "Ende"]),
    ("da", ["tid", "tid til pause", "tidspres"]),
    ("da", ["Müller", "Mynte"]),
    ("da", ["Hygge", "Händel", "Høj", "Hårlev"]),
    ("en", ["Aalborg", "abbey", "Ålborg", "azure", "zebra"]),
    ("en", ["Aeon", "Æon", "Aesop"]),
    ("en", ["odd", "Øresund", "oslo"]),
    ("en", ["cafe", "café", "cafeteria"]),
]


@pytest.mark.parametrize(("locale", "order"), ORDERS, ids=lambda value: value if isinstance(value, str) else value[0])
def test_words_come_in_the_order_that_readers_expect(locale: Locale, order: list[str]) -> None:
    shuffled = random.Random(1).sample(order, len(order))
    assert sorted(shuffled, key=lambda word: sort_key(word, locale)) == order


@pytest.mark.parametrize("locale", ["da", "en"])
@pytest.mark.parametrize("sign", ["-", "“", "(", "’", "–"])
def test_signs_do_not_count(sign: str, locale: Locale) -> None:
    assert sort_key(f"{sign}abc", locale)[0] == sort_key("abc", locale)[0]


def test_composed_and_decomposed_letters_sort_alike() -> None:
    assert sort_key("a\u030al", "da")[0] == sort_key("ål", "da")[0]


def test_words_that_sort_alike_keep_one_order() -> None:
    assert sort_key("AMO", "da") != sort_key("amo", "da")


@pytest.mark.parametrize("text", ["", " ", "“”", "😀", "ß", "1. maj"])
def test_no_text_is_too_odd_to_sort(text: str) -> None:
    assert sort_key(text, "da")[1] == text


def test_a_danish_list_keeps_double_a_under_its_last_letter() -> None:
    assert [first_letter("Aarhus", locale) for locale in ("da", "en")] == ["Å", "A"]
