"""`kb rename`: an id changes in every place that names it, and what it was called still leads to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cases import LIBRARY, LIGHT, LINKED, PANES
from command import kb
from minibase import MiniBase


def everything(root: Path) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted((root / "data").rglob("*.yml")))


def names(text: str, entry_id: str) -> int:
    return len(re.findall(rf"(?<![a-z0-9-]){entry_id}(?![a-z0-9-])", text))


@pytest.fixture
def renamed(mini: MiniBase) -> MiniBase:
    """The miniature base with another id for an organisation."""
    assert kb(mini.root, "rename", "gartneri-nord", "gartneri-syd").returncode == 0
    return mini


def test_every_place_that_named_it_names_it_anew(renamed: MiniBase) -> None:
    # The case's id is that of its file.
    left = everything(renamed.root).replace("case-gartneri-nord", "").replace("slug: gartneri-nord", "")
    assert names(left, "gartneri-nord") == 1 and "formerly: [gartneri-nord]" in left


def test_the_base_is_as_right_as_before(renamed: MiniBase) -> None:
    assert renamed.rules() == []


def test_what_names_the_old_id_means_the_entry_still(renamed: MiniBase) -> None:
    assert renamed.data().present("gartneri-nord") == "gartneri-syd"


def test_a_source_is_renamed_where_it_is_named(mini: MiniBase) -> None:
    assert kb(mini.root, "rename", "sheet-lys", "sheet-sol").returncode == 0
    assert "{sheet-sol: F1}" in mini.text(LIGHT) and mini.rules() == []


def test_a_theme_moves_with_its_number_and_all_that_is_in_it(mini: MiniBase) -> None:
    series = "data/themes/private/series.yml"
    mini.replace(series, "en: Plants and light}\n", "en: Plants and light}\n  - {da: Vand, en: Water}\n")
    mini.replace(LIBRARY, "evidence: unspecified", "evidence: unspecified\n    see: [private-02-a1]")
    assert kb(mini.root, "rename", "private-02", "private-03").returncode == 0
    assert "data/themes/private/03-lys.yml" in mini.files and LIGHT not in mini.files
    assert "see: [private-03-a1]" in mini.text(LIBRARY)
    assert mini.data().present("private-02-a1") == "private-03-a1" and mini.rules() == []


def test_a_case_moves_to_a_file_of_its_new_name(mini: MiniBase) -> None:
    assert kb(mini.root, "rename", "case-gartneri-nord", "case-nord").returncode == 0
    assert "data/guide/cases/nord.yml" in mini.files and mini.rules() == []


def test_a_link_in_a_text_follows(mini: MiniBase) -> None:
    mini.replace(LIGHT, PANES, LINKED.replace("public-01-f1", "gartneri-nord"))
    assert kb(mini.root, "rename", "gartneri-nord", "gartneri-syd").returncode == 0
    assert "[ruder](gartneri-syd)" in mini.text(LIGHT)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("gartneri-nordd", "x", "Did you mean gartneri-nord"),
        ("private-02-f1", "private-02-f9", "is numbered by its place in the file"),
        (
            "gartneri-nord",
            "byens-bibliotek",
            "is already there. Expected: each id once (first in data/organisations.yml:",
        ),
        ("gartneri-nord", "Gartneri Nord", "Expected: "),
        ("private-02", "public-02", "Expected: "),
    ],
)
def test_what_can_not_be_is_told_and_nothing_written(old: str, new: str, told: str, mini: MiniBase) -> None:
    before = everything(mini.root)
    ran = kb(mini.root, "rename", old, new, "--lang", "en")
    assert ran.returncode == 1 and told in ran.stderr
    assert everything(mini.root) == before
