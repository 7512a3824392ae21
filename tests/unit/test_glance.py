"""A changed text is shown before the whole base is made of it, and only where the page will be the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from minibase import MiniBase

from kb.base import Base
from kb.build import quick_base
from kb.glance import glance

ROOT = Path(__file__).parents[2]
THEME = "data/themes/private/01-planter.yml"
TITLE = "title: {da: Planter på kontoret,"


@pytest.fixture
def base(mini: MiniBase, monkeypatch: pytest.MonkeyPatch) -> Base:
    """A base without faults."""
    monkeypatch.setenv("TB_NO_PDFS", "1")
    shutil.copytree(ROOT / "overrides", mini.root / "overrides")
    found = whole(mini)
    assert not found.faults
    return found


def whole(mini: MiniBase) -> Base:
    """The base as a whole build makes it."""
    return quick_base(mini.root, mini.root / "docs", None)


@pytest.mark.parametrize(
    "old, new",
    [
        (TITLE, "title: {da: Grønne planter,"),
        ("Aftal, hvem der vander.", "Aftal **altid**, hvem der vander, se [lys](private-02)."),
        ("en: Write a plan}", "en: Write down a plan}"),
        ("    evidence: research\n", "    evidence: survey\n"),
    ],
)
def test_its_page_is_the_one_that_a_whole_build_makes(mini: MiniBase, base: Base, old: str, new: str) -> None:
    mini.replace(THEME, old, new)
    glanced, built = glance(base, mini.root, [THEME]), whole(mini)
    assert glanced is not None
    shown, asked, before = (
        [one.render(one.map.pages["theme-private-01"], locale) for locale in base.languages]
        for one in (glanced, built, base)
    )
    assert shown == asked != before


def test_the_base_before_stays_as_it_was(mini: MiniBase, base: Base) -> None:
    before = base.render(base.map.pages["theme-private-01"], "da")
    mini.replace(THEME, TITLE, "title: {da: Grønne planter,")
    glance(base, mini.root, [THEME])
    assert base.render(base.map.pages["theme-private-01"], "da") == before


@pytest.mark.parametrize(
    "old, new",
    [
        ("number: 1\n", "number: 1: 2\n"),
        ("number: 1\n", "number: one\n"),
        ("number: 1\n", "number: 1\nnumer: 1\n"),
        ("planter-paa-kontoret", "groenne-planter"),
        ("  - id: private-01-f2\n", "  - id: private-01-f9\n"),
        ("    see: [private-01-f2]\n", "    see: [private-01-f9]\n"),
        ("Aftal, hvem der vander.", "Aftal det, se [intet](private-99)."),
        (
            "  - id: private-01-q2\n",
            "  - id: private-01-q2\n    withdrawn: {date: 2026-01-01, reason: {da: A, en: A}}\n",
        ),
    ],
)
def test_what_takes_a_whole_build_is_left_to_one(mini: MiniBase, base: Base, old: str, new: str) -> None:
    mini.replace(THEME, old, new)
    assert glance(base, mini.root, [THEME]) is None


@pytest.mark.parametrize("path", ["data/site.yml", "data/interface.yml", "data/dialogue.yml"])
def test_settings_are_left_to_a_whole_build(mini: MiniBase, base: Base, path: str) -> None:
    assert glance(base, mini.root, [path]) is None


def test_while_there_are_faults_all_is_left_to_a_whole_build(mini: MiniBase, base: Base) -> None:
    mini.replace(THEME, "number: 1\n", "number: one\n")
    faulty = quick_base(mini.root, mini.root / "docs", base)
    mini.replace(THEME, "number: one\n", "number: 1\n").replace(THEME, TITLE, "title: {da: Grønne planter,")
    assert glance(faulty, mini.root, [THEME]) is None
