"""One gloriously broken file: every fault of it is told in one run, in order, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden import same_as
from minibase import MiniBase

from kb.problems import Locale

BROKEN = "data/themes/private/02-lys.yml"


@pytest.fixture
def broken(mini: MiniBase) -> MiniBase:
    return mini.write(BROKEN, (Path(__file__).parent / "broken" / BROKEN).read_bytes())


@pytest.mark.parametrize("locale", ["da", "en"])
def test_all_its_faults_are_told(broken: MiniBase, locale: Locale) -> None:
    assert same_as(f"broken/expected.{locale}.txt", "\n".join(broken.told(locale)) + "\n")


def test_they_are_sorted_by_file_and_line(broken: MiniBase) -> None:
    places = [problem.where for problem in broken.problems()]
    assert places == sorted(places)


def test_each_is_told_once(broken: MiniBase) -> None:
    told = broken.told("en")
    assert len(told) == len(set(told))


def test_both_languages_tell_the_same_places(broken: MiniBase) -> None:
    places = [[line.split(": ")[0] for line in broken.told(locale)] for locale in ("da", "en")]
    assert places[0] == places[1]


def test_two_runs_tell_the_same(broken: MiniBase) -> None:
    assert broken.told("da") == broken.told("da")
