"""`kb format`: one form for every file, which says what the file said before and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import LIGHT, SITE, TERMS
from command import kb
from minibase import MiniBase

from kb.data import read
from kb.editing.canonical import canonical
from kb.layout import file_kind
from kb.load import Document, read_folder

ROOT = Path(__file__).parents[2]
OWN, _ = read_folder(ROOT, "deploy/local-example", "local")
DOCUMENTS = [*read(ROOT, own=False).documents, *OWN]


@pytest.fixture
def formed(mini: MiniBase) -> MiniBase:
    """The miniature base, put in form."""
    assert kb(mini.root, "format").returncode == 0
    return mini


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.path)
def test_every_file_of_ours_has_the_form(document: Document) -> None:
    file = file_kind(document.role)
    assert file is not None
    assert (ROOT / document.path).read_text(encoding="utf-8") == canonical(document, file)


def test_a_file_says_the_same_in_its_form(mini: MiniBase) -> None:
    before = {item.id: item.value for item in mini.data().items}
    assert kb(mini.root, "format").returncode == 0
    # What says nothing is left out: a list that is empty, a "no" that is understood.
    after = {item.id: item.value for item in mini.data().items}
    assert after.keys() == before.keys()
    assert all(set(after[one]) <= set(before[one]) for one in after)
    assert after["private-02"] == before["private-02"]


def test_a_file_in_form_stays_as_it_is(formed: MiniBase) -> None:
    ran = kb(formed.root, "format")
    assert ran.stdout == "" and ran.returncode == 0


def test_asked_only_to_look_it_changes_nothing_and_names_the_files(formed: MiniBase) -> None:
    spoiled = formed.replace(LIGHT, "number: 2", "number:    2").text(LIGHT)
    ran = kb(formed.root, "format", "--check", "--lang", "en")
    assert ran.returncode == 1 and ran.stdout == f"{LIGHT}:1: {LIGHT} is not in form. Run: kb format\n"
    assert formed.text(LIGHT) == spoiled


def test_a_changed_text_changes_its_own_line_alone(formed: MiniBase) -> None:
    before = formed.text(LIGHT).splitlines()
    formed.replace(LIGHT, "Rene ruder giver mere lys.", "Rene ruder giver meget mere lys.")
    assert kb(formed.root, "format").returncode == 0
    assert sum(a != b for a, b in zip(before, formed.text(LIGHT).splitlines(), strict=True)) == 1


def test_keys_stand_in_the_order_of_the_model(formed: MiniBase) -> None:
    formed.replace(LIGHT, "number: 2\n", "").append(LIGHT, "number: 2\n")
    assert kb(formed.root, "format").returncode == 0
    assert formed.text(LIGHT).splitlines()[1:4] == ["id: private-02", "series: private", "number: 2"]


def test_a_comment_is_kept_and_told(formed: MiniBase) -> None:
    formed.replace(LIGHT, "number: 2\n", "number: 2   # the second\n")
    spoiled = formed.text(LIGHT)
    ran = kb(formed.root, "format", "--lang", "en")
    assert ran.returncode == 1
    assert f"{LIGHT}:{formed.line_of(LIGHT, '# the second')}: fault: the file has a comment" in ran.stderr
    assert formed.text(LIGHT) == spoiled


def test_a_hash_in_a_text_is_no_comment(formed: MiniBase) -> None:
    formed.replace(LIGHT, "Rene ruder giver mere lys.", '"Plads # 1 ved ruden giver mere lys."')
    assert kb(formed.root, "format").returncode == 0


def test_data_with_a_fault_is_left_as_it_is(mini: MiniBase) -> None:
    before = {path: mini.text(path) for path in mini.replace(SITE, "mail: planter@", "mail: planter").files}
    ran = kb(mini.root, "format", "--lang", "en")
    assert ran.returncode == 1 and f"{SITE}:" in ran.stderr
    assert before == {path: mini.text(path) for path in mini.files}


@pytest.mark.parametrize(
    "text",
    ["Ja", "no", "~", "1.5", "2026-01-31", "0x1F", "a: b", "a #b", "-a", "'a'", "[a]", "{a", "it’s 100 %", "0o7"],
)
def test_a_text_stays_a_text(text: str, formed: MiniBase) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    formed.replace(TERMS, "synonyms: {da: [", "synonyms: {da: [" + quoted + ", ")
    assert kb(formed.root, "format").returncode == 0
    words = [item.value["synonyms"]["da"][0] for item in formed.data().of("term") if "synonyms" in item.value]
    assert text in words
