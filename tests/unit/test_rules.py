"""Every rule finds what breaks it, tells it in the right place, and lets the rest pass."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from cases import CASES, Case, Warn
from minibase import MiniBase

from kb.messages import MESSAGES
from kb.problems import Locale, Problem


class Spoiled(NamedTuple):
    """A case, the line it should be told in, and what is told."""

    case: Case
    line: int
    problems: list[Problem]

    @property
    def found(self) -> list[Problem]:
        """Those of the case's rule in the case's file."""
        return [p for p in self.problems if p.rule == self.case.rule and p.where.path == self.case.path]


NAMES = [f"{i}: {case.rule} {case.entry or case.path}" for i, case in enumerate(CASES, 1)]


@pytest.fixture(scope="module", params=CASES, ids=NAMES)
def spoiled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Spoiled:
    mini = MiniBase(tmp_path_factory.mktemp("spoiled"))
    case: Case = request.param
    case.spoil(mini)
    return Spoiled(case, case.line(mini), mini.problems())


@pytest.fixture(scope="module")
def rules_broken_by_nothing(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return MiniBase(tmp_path_factory.mktemp("mini")).rules()


def test_every_rule_has_a_case() -> None:
    # Not of data/: pages by hand (test_written), sheets (test_press), releases (test_changes), own and changed ids
    # (test_own), the form (test_form_settings), the form of a file (test_format), `kb rename` (test_rename), and the
    # record of translations (test_status).
    elsewhere = {"written-page", "sheet-too-long", "release-file", "no-release", "no-local", "own-id", "renamed-id"}
    elsewhere |= {"editor-missing", "comment", "numbered-id", "ledger-line"}
    assert {case.rule for case in CASES} | elsewhere == MESSAGES.keys()


@pytest.mark.parametrize("rule", MESSAGES)
def test_what_is_right_does_not_break_the_rule(rule: str, rules_broken_by_nothing: list[str]) -> None:
    assert rule not in rules_broken_by_nothing


def test_the_slip_is_told_in_its_place(spoiled: Spoiled) -> None:
    assert [(p.where.line, p.entry) for p in spoiled.found] == [(spoiled.line, spoiled.case.entry)]


def test_the_slip_breaks_no_other_rule(spoiled: Spoiled) -> None:
    assert {p.rule for p in spoiled.problems} == {spoiled.case.rule, *spoiled.case.also}


def test_the_slip_stops_the_build_or_only_warns(spoiled: Spoiled) -> None:
    assert [p.level for p in spoiled.found] == ["warning" if isinstance(spoiled.case, Warn) else "fault"]


@pytest.mark.parametrize("locale", ["da", "en"])
def test_the_slip_is_told_in_full(spoiled: Spoiled, locale: Locale) -> None:
    told = {problem.tell(locale).partition(f":{spoiled.line}: ")[2] for problem in spoiled.found}
    assert told >= {getattr(spoiled.case, locale)} - {""}


@pytest.mark.parametrize("locale", ["da", "en"])
def test_no_gap_of_a_message_stays_open(spoiled: Spoiled, locale: Locale) -> None:
    told = [problem.tell(locale) for problem in spoiled.problems if problem.rule not in {"template", "missing-word"}]
    assert [line for line in told if "{" in line.replace("{ }", "")] == []
