"""The search index: which words lead to which entries, and how well."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from minibase import MiniBase

from kb.pages import site_map
from kb.search.documents import Document, documents
from kb.search.index import Index, index
from kb.search.script import search_script, synonyms

TEXT = Document("private-01-a1", "action", "", "", (), (), "temaer/#private-01-a1", "private", ())


def indexed(*some: Document) -> Index:
    return index(list(some), "da")


def weight(found: Index, word: str, document: int = 0) -> int:
    """How well a word fits a document; 0 where it doesn't stand in it."""
    return dict(found.postings[found.words.index(word)]).get(document, 0) if word in found.words else 0


def test_a_title_outweighs_a_mention() -> None:
    found = indexed(
        replace(TEXT, title="Pauser", text="Om hvile."),
        replace(TEXT, title="Hvile", text="Om pauser i løbet af dagen."),
    )
    assert weight(found, "pauser", 0) > 1.5 * weight(found, "pauser", 1)


def test_a_theme_outweighs_an_action_of_the_same_words() -> None:
    action = replace(TEXT, title="Pauser", text="Om hvile.")
    found = indexed(action, replace(action, kind="theme"))
    assert weight(found, "pauser", 1) > weight(found, "pauser", 0)


def test_what_an_entry_belongs_to_counts_least() -> None:
    found = indexed(replace(TEXT, title="En ting", text="Om pauser.", context=("Tidspres",)))
    assert 0 < weight(found, "tidspres") < weight(found, "pauser")


def test_a_short_text_says_more_with_a_word_than_a_long_one() -> None:
    found = indexed(
        replace(TEXT, title="Pauser er gode."), replace(TEXT, title="Pauser er gode. " + "Vi taler om alt muligt. " * 9)
    )
    assert weight(found, "pauser", 0) > weight(found, "pauser", 1)


def test_words_that_carry_no_search_are_left_out() -> None:
    assert indexed(replace(TEXT, title="Det er jeres pauser og vores")).words == ["pauser"]


def test_a_compound_is_known_by_its_parts() -> None:
    found = indexed(replace(TEXT, title="Trivsel og medarbejdertrivsel"))
    parts = [found.stems[i] for i in found.parts[found.words.index("medarbejdertrivsel")]]
    assert parts == ["trivsl", "medarbejd"]


def test_a_word_with_a_hyphen_is_known_as_one_and_by_its_pieces() -> None:
    found = indexed(replace(TEXT, title="Kø-loft"))
    assert ([found.stems[i] for i in found.parts[0]], found.words) == (["loft", "kø"], ["køloft"])


@pytest.fixture
def whole(mini: MiniBase) -> dict[str, Any]:
    """The Danish index of the miniature base, as a browser reads it."""
    kb = mini.linked()
    script = search_script(kb, site_map(kb, []), "da")
    told = re.fullmatch(r"tbSearch\.load\((.*)\);\n", script)
    assert told
    found: dict[str, Any] = json.loads(json.loads(told[1]))
    return found


def test_every_entry_is_in_the_index(mini: MiniBase, whole: dict[str, Any]) -> None:
    assert len(whole["entries"]) == len(mini.linked().entries)


def test_the_index_is_the_same_from_the_same_data(mini: MiniBase) -> None:
    kb = mini.linked()
    pages = site_map(kb, [])
    assert search_script(kb, pages, "da") == search_script(kb, pages, "da")


def test_what_an_editor_adds_to_a_term_is_a_synonym(mini: MiniBase) -> None:
    mini.replace("data/terms.yml", "synonyms: {da: [krukke]", "synonyms: {da: [krukke, urtepotte]")
    assert next(names for names in synonyms(mini.linked(), "da") if names[0] == "potte")[1:3] == ["krukke", "urtepotte"]


def test_remarks_for_colleagues_are_not_searched(mini: MiniBase) -> None:
    path = next(iter(sorted(p for p in mini.files if "/private/01-" in p)))
    mini.replace(path, "series: private\n", "series: private\nnote: Hemmeligt ord.\n")
    kb = mini.linked()
    assert [d for d in documents(kb, site_map(kb, []), "da") if "Hemmeligt" in f"{d.title} {d.text} {d.keys}"] == []
