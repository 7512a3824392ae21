"""Every word that somebody reads is spelled right: Hunspell, with the project's own words, knows them all."""

from __future__ import annotations

from pathlib import Path

import pytest
from everything import Said, everything, field_names
from shown import shown
from speller import (
    LISTS,
    ROOT,
    Language,
    Unknown,
    languages_of,
    own_words,
    project_languages,
    read_list,
    suggested,
    unknown,
)

from kb.data import read
from kb.problems import LOCALES, Locale, Where

Languages = dict[Locale, Language]


@pytest.fixture(scope="module")
def said() -> list[Said]:
    return list(everything(ROOT, read(ROOT)))


@pytest.fixture(scope="module")
def languages() -> Languages:
    return project_languages(ROOT, read(ROOT))


@pytest.fixture(scope="module")
def found(said: list[Said], languages: Languages) -> list[Unknown]:
    """What is unknown in the project; from then on the languages know which of their own words are used."""
    return list(unknown(said, languages, field_names()))


def misspelled(text: str, locale: Locale = "da", names: tuple[str, ...] = ("Falck",)) -> list[str]:
    """The unknown words of a text, with no words of our own but one in Danish."""
    some = languages_of(names, {"da": "medlyt  # fagord\n", "en": ""})
    return [one.word for one in unknown([Said(Where("x.yml", 1), (locale,), text)], some)]


def test_every_word_of_the_project_is_known(found: list[Unknown], languages: Languages) -> None:
    assert [suggested(one, languages).tell() for one in found] == []


def test_every_word_of_the_built_pages_is_known(built_site: Path, languages: Languages) -> None:
    assert [suggested(one, languages).tell() for one in unknown(shown(built_site), languages)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_list_holds_no_word_that_no_text_uses(locale: Locale, found: list[Unknown], languages: Languages) -> None:
    assert sorted(languages[locale].own - languages[locale].used) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_list_holds_no_word_that_the_dictionary_has(locale: Locale, languages: Languages) -> None:
    assert [word for word in sorted(languages[locale].own) if languages[locale].in_dictionary(word)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_list_is_in_alphabetical_order_under_its_headings(locale: Locale) -> None:
    for part in read_list(ROOT, locale).split("\n\n"):
        words = own_words(part)
        assert words == sorted(set(words), key=lambda word: (word.lower(), word)), LISTS[locale]


def test_every_group_of_words_says_what_it_holds() -> None:
    parts = [part for locale in LOCALES for part in read_list(ROOT, locale).split("\n\n")]
    assert [part for part in parts if not part.startswith("# ")] == []


# -- What is found, and what is not


@pytest.mark.parametrize(("text", "word"), [("God arbejdmiljø", "arbejdmiljø"), ("En medabejder", "medabejder")])
def test_a_misspelled_word_is_found(text: str, word: str) -> None:
    assert misspelled(text) == [word]


def test_a_word_of_the_other_language_is_found() -> None:
    assert misspelled("Every medarbejder knows", "en") == ["medarbejder"]


def test_english_is_british() -> None:
    assert misspelled("The organisation likes the color", "en") == ["color"]


@pytest.mark.parametrize(
    "text",
    ["Medlyt hos Falck", "Falcks kø- og pausetider", "40-årige kunder", "kl. 9, fx 5 pct.", "Medlyt’et er nyt"],
)
def test_names_own_words_compounds_and_abbreviations_are_known(text: str) -> None:
    assert misspelled(text) == []


@pytest.mark.parametrize(
    "text", ["Kør kb status --all", "i data/xyzw.yml", "https://xyzw.dk/qwq", "skriv {xyzw}", "mail@xyzw.dk", "#qwqwqw"]
)
def test_commands_paths_addresses_and_gaps_are_no_words(text: str) -> None:
    assert misspelled(text) == []


def test_a_name_is_known_as_it_is_written_alone() -> None:
    assert misspelled("Vi falck os frem") == ["falck"]


def test_what_is_wrong_is_told_with_file_line_and_a_suggestion(languages: Languages) -> None:
    [found] = unknown([Said(Where("data/terms.yml", 12), ("da",), "en medabejder")], languages)
    told = suggested(found, languages).tell()
    assert told.startswith("data/terms.yml:12: ukendt ord / unknown word (da): medabejder.") and "medarbejder" in told


def test_field_names_are_words_in_what_is_said_of_fields_alone() -> None:
    some = languages_of(["Falck"], {"da": "", "en": ""})
    where = Where("x.py", 1)
    about, plain = (Said(where, ("da",), "feltet evidence", on_fields) for on_fields in (True, False))
    assert [one.word for one in unknown([about, plain], some, field_names())] == ["evidence"]
