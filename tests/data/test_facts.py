"""Facts are exact: the figures that are easily mixed up, and the totals of it all."""

from __future__ import annotations

import json
import re

import pytest

from kb.checks import check
from kb.data import Data
from kb.links import KnowledgeBase
from kb.model import Case, Example, KeyFigure, Series, Source, Statistic, Term, Theme, Value
from kb.problems import Locale

LOCALES: tuple[Locale, ...] = ("da", "en")


def test_the_data_has_no_fault_and_only_the_example_address_to_be_warned_of(data: Data) -> None:
    # Whoever hosts the site has an address to write there; the public edition has none.
    assert [problem.tell("en") for problem in check(data) if problem.rule != "example-address"] == []


@pytest.mark.parametrize(
    ("kind", "count"),
    {
        "series": 2, "theme": 12, "finding": 71, "action": 36, "example": 50, "question": 61 + 25,
        "organisation": 7, "balance": 4, "voice": 9, "case": 3, "statistic": 6, "source": 14, "reference": 14 + 1 + 2,
    }.items(),
)  # fmt: skip
def test_there_are_as_many_entries_as_in_the_inventory(kind: str, count: int, data: Data) -> None:
    assert len(data.of(kind)) == count


def test_the_sheets_have_sixty_one_questions(kb: KnowledgeBase) -> None:
    assert sum(len(theme.questions) for theme in kb.all(Theme)) == 61


def test_the_public_series_names_all_nine_titles(kb: KnowledgeBase) -> None:
    assert [title.da for title in kb.get("public", Series).titles] == [
        "Instruktion og oplæring",
        "Variation og indflydelse",
        "Udviklingsmuligheder",
        "Tidspres",
        "Målinger og performancekrav",
        "Svære kald og ubehagelige kundeoplevelser",
        "Kundeservice",
        "Teknologi",
        "Fysiske rammer, ergonomi og hjemmearbejde",
    ]


@pytest.mark.parametrize("series", ["private", "public"])
def test_a_theme_has_the_title_of_its_number_in_the_series(series: str, kb: KnowledgeBase) -> None:
    titles = dict(enumerate(kb.get(series, Series).titles, 1))
    themes = [theme for theme in kb.all(Theme) if theme.series == series]
    assert {theme.number: theme.title for theme in themes} == {theme.number: titles[theme.number] for theme in themes}


# -- The service level: the sectors differ


def _seconds(kb: KnowledgeBase, theme: str, locale: Locale) -> set[str]:
    whole = kb.get(theme, Theme).model_dump_json(include={"findings", "questions", "actions", "examples", "summary"})
    texts = " ".join(_texts(json.loads(whole), locale))
    return set(re.findall(r"(\d+) (?:sekunder|seconds)", texts))


def _texts(value: object, locale: Locale) -> list[str]:
    if isinstance(value, list):
        return [text for one in value for text in _texts(one, locale)]
    if isinstance(value, dict):
        return [value[locale]] if {"da", "en"} == value.keys() else _texts(list(value.values()), locale)
    return []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_private_sheet_answers_within_twenty_seconds(locale: Locale, kb: KnowledgeBase) -> None:
    assert _seconds(kb, "private-04", locale) == {"20"}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_public_sheet_answers_within_sixty_seconds(locale: Locale, kb: KnowledgeBase) -> None:
    assert _seconds(kb, "public-04", locale) == {"60"}


# -- Statistics


def _values(kb: KnowledgeBase, statistic: str) -> list[object]:
    def told(value: Value) -> object:
        return value.percent or value.count or value.share or [value.low, value.high]

    return [told(value) for value in kb.get(statistic, Statistic).values]


@pytest.mark.parametrize(
    ("statistic", "values"),
    {
        "stat-thriving": [81, 61],
        "stat-two-of-three": [[2, 3]],
        "stat-insurance-agents": [98],
        "stat-staff-functions": [[30, 40]],
        "stat-survey": [5941, 2658],
        "stat-influence": [38.5, 56.9, 74.3, 81.5],
    }.items(),
)
def test_a_statistic_has_the_numbers_of_the_booklet(statistic: str, values: list[object], kb: KnowledgeBase) -> None:
    assert _values(kb, statistic) == values


def test_every_statistic_has_its_population_and_its_year(kb: KnowledgeBase) -> None:
    assert {one.id: (bool(one.population.da), one.year) for one in kb.all(Statistic)} == {
        one.id: (True, 2015) for one in kb.all(Statistic)
    }


def test_the_survey_asked_5941_and_2658_answered(kb: KnowledgeBase) -> None:
    survey = kb.get("stat-survey", Statistic)
    assert (survey.asked, survey.n) == (5941, 2658)


def test_the_four_values_of_the_figure_have_no_labels(kb: KnowledgeBase) -> None:
    assert [value.label for value in kb.get("stat-influence", Statistic).values] == [None] * 4


def test_the_figure_is_not_drawn_since_its_labels_are_lost(kb: KnowledgeBase) -> None:
    assert kb.get("stat-influence", Statistic).chart == "none"


@pytest.mark.parametrize(("locale", "word"), [("da", "etiketter"), ("en", "labels are lost")])
def test_the_figure_says_that_its_labels_are_lost(locale: Locale, word: str, kb: KnowledgeBase) -> None:
    caveat = kb.get("stat-influence", Statistic).caveat
    assert caveat and word in caveat.get(locale)


@pytest.mark.parametrize("number", ["81,5", "81.5"])
def test_only_the_figure_speaks_of_81_and_a_half_percent(number: str, kb: KnowledgeBase) -> None:
    assert [i for i, entry in kb.entries.items() if number in entry.model_dump_json()] == ["stat-influence"]


# -- Cases


def test_in_odense_the_case_time_fell_from_14_days_to_1_point_8(kb: KnowledgeBase) -> None:
    drawn = [figure for figure in kb.get("case-odense", Case).key_figures if figure.before]
    assert [(figure.before, figure.after) for figure in drawn] == [(14, 1.8)]


@pytest.mark.parametrize(
    ("case", "value"), [("case-odense", "85%"), ("case-odense", "ten"), ("case-topdanmark", "2012")]
)
def test_a_case_has_its_key_figure(case: str, value: str, kb: KnowledgeBase) -> None:
    figures: list[KeyFigure] = kb.get(case, Case).key_figures
    assert value in [figure.value.en for figure in figures]


# -- Sources and terms


def test_no_source_is_given_a_year_that_it_does_not_carry(kb: KnowledgeBase) -> None:
    assert [one.id for one in kb.all(Source) if one.year] == []


@pytest.mark.parametrize(("locale", "words"), [("da", "Da arket blev skrevet"), ("en", "When the sheet was written")])
def test_what_was_to_come_within_a_year_is_told_in_the_past(locale: Locale, words: str, kb: KnowledgeBase) -> None:
    [example] = [one for one in kb.all(Example) if "inden for et år" in one.text.da]
    assert words in example.text.get(locale)


def test_at_least_thirty_terms_are_explained(kb: KnowledgeBase) -> None:
    assert len(kb.all(Term)) >= 30


@pytest.mark.parametrize("locale", LOCALES)
def test_every_term_has_synonyms_for_search(locale: Locale, kb: KnowledgeBase) -> None:
    assert [one.id for one in kb.all(Term) if not one.synonyms.get(locale)] == []


@pytest.mark.parametrize(
    "term",
    [
        "kpi", "aht", "ivr", "service-level", "medlyt", "bagvagt", "debrief", "med-udvalg", "su", "amo", "apv", "mus",
        "tillidsrepraesentant", "arbejdsmiljoerepraesentant", "frontline", "tavlemoede",
    ],
)  # fmt: skip
def test_the_terms_that_readers_meet_first_are_explained(term: str, kb: KnowledgeBase) -> None:
    assert f"term-{term}" in kb.entries
