"""The thirteen theme sheets: nothing left out, nothing told twice."""

from __future__ import annotations

from collections import Counter

import pytest
from inventory import (
    EXAMPLES,
    FILE_WITHOUT_ADDRESS,
    INTERNAL_REFERENCES,
    OUTER_REFERENCES,
    SHEETS,
    Place,
    Sheet,
    entries_of,
    numbered,
)

from kb.data import Data
from kb.links import KnowledgeBase
from kb.model import Example, Reference, Source, Theme


def _by_source(sheet: Sheet) -> str:
    return sheet.source


@pytest.mark.parametrize("sheet", SHEETS, ids=_by_source)
def test_each_place_of_a_sheet_has_exactly_one_entry(sheet: Sheet, retold: dict[Place, list[str]]) -> None:
    expected = {place: [entry] for place, entry in entries_of(sheet).items()}
    assert {place: retold[sheet.source, place] for place in expected} == expected


@pytest.mark.parametrize("sheet", SHEETS, ids=_by_source)
def test_no_entry_names_a_place_that_a_sheet_does_not_have(sheet: Sheet, named: set[Place]) -> None:
    there = {*entries_of(sheet), *numbered("R", sheet.references), "head"}
    assert {place for source, place in named if source == sheet.source} <= there


@pytest.mark.parametrize("sheet", SHEETS, ids=_by_source)
def test_a_theme_holds_what_its_sheet_holds(sheet: Sheet, kb: KnowledgeBase) -> None:
    theme = kb.get(sheet.theme, Theme)
    held = [len(theme.findings), len(theme.questions), len(theme.actions), len(theme.examples)]
    assert held == list(sheet[2:6])


@pytest.mark.parametrize("place", OUTER_REFERENCES, ids=" ".join)
def test_each_reference_out_of_the_series_has_exactly_one_entry(place: Place, retold: dict[Place, list[str]]) -> None:
    assert [entry.partition("-")[0] for entry in retold[place]] == ["ref"]


@pytest.mark.parametrize("place", OUTER_REFERENCES, ids=" ".join)
def test_a_theme_lists_the_references_of_its_sheet(
    place: Place, kb: KnowledgeBase, retold: dict[Place, list[str]]
) -> None:
    theme = next(sheet.theme for sheet in SHEETS if sheet.source == place[0])
    assert retold[place][0] in kb.get(theme, Theme).references


@pytest.mark.parametrize(
    ("place", "ends"), INTERNAL_REFERENCES.items(), ids=[" ".join(place) for place in INTERNAL_REFERENCES]
)
def test_a_reference_inside_the_series_is_a_related_theme(
    place: Place, ends: tuple[str, str], kb: KnowledgeBase
) -> None:
    source, number = place
    related = kb.get(ends[0], Theme).related
    assert [one.to for one in related if number in (one.source or {}).get(source, [])] == [ends[1]]


def test_the_references_to_addresses_are_fourteen_different_ones(kb: KnowledgeBase) -> None:
    sheets = {sheet.source for sheet in SHEETS}
    addresses = [one.address for one in kb.all(Reference) if sheets & one.source.keys() and one.address]
    assert len(addresses) == len(set(addresses)) == 14


def test_the_file_without_an_address_is_a_reference_that_says_so(
    kb: KnowledgeBase, retold: dict[Place, list[str]]
) -> None:
    reference = kb.get(retold[FILE_WITHOUT_ADDRESS][0], Reference)
    assert (reference.address, bool(reference.note)) == (None, True)


def test_no_reference_claims_to_have_been_checked(kb: KnowledgeBase) -> None:
    assert [one.id for one in kb.all(Reference) if one.checked] == []


@pytest.mark.parametrize("theme", EXAMPLES)
def test_each_example_is_about_the_organisation_of_the_sheet(theme: str, kb: KnowledgeBase) -> None:
    assert [one.organisation for one in kb.get(theme, Theme).examples] == EXAMPLES[theme].split()


def test_each_organisation_has_as_many_examples_as_the_sheets_tell(kb: KnowledgeBase) -> None:
    told = Counter(one.organisation for one in kb.all(Example))
    assert told == {"falck": 14, "yousee": 26, "aarhus": 4, "erhvervsstyrelsen": 6}


def test_the_two_editions_of_private_5_are_one_theme_with_two_sources(kb: KnowledgeBase) -> None:
    editions = ["private-05-maalinger-og-performancekrav", "private-05b-maalinger-og-performancekrav-revised"]
    theme = kb.get("private-05", Theme)
    parts = [theme, *theme.findings, *theme.questions, *theme.actions, *theme.examples]
    assert {one.id: list(one.source) for one in parts} == {one.id: editions for one in parts}


def test_the_editions_of_private_5_can_be_told_apart(kb: KnowledgeBase) -> None:
    editions = [one.edition for one in kb.all(Source) if one.series == "private" and one.number == 5]
    assert len(editions) == len({one.en for one in editions if one}) == 2


def test_the_sources_are_the_thirteen_sheets_and_the_booklet(data: Data) -> None:
    assert [item.id for item in data.of("source")] == [*map(_by_source, SHEETS), "booklet-maal-med-mening"]
