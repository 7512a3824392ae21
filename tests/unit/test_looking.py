"""`kb list`, `kb show` and `kb check --format`: what is in the base and what is wrong with it, as asked for."""

from __future__ import annotations

import subprocess
import sys

from cases import LIGHT
from command import kb
from minibase import MiniBase


def listed(mini: MiniBase, *arguments: str) -> list[str]:
    return [line.split()[0] for line in kb(mini.root, "list", *arguments).stdout.splitlines()]


def test_a_word_picks_the_entries_that_it_stands_in(mini: MiniBase) -> None:
    assert listed(mini, "--filter", "RENE RUDER") == ["private-02-a1"]


def test_a_field_picks_the_entries_with_that_value(mini: MiniBase) -> None:
    assert listed(mini, "finding", "--filter", "evidence=practice") == ["private-02-f1"]


def test_a_field_without_a_value_picks_the_entries_that_lack_it(mini: MiniBase) -> None:
    assert listed(mini, "theme", "--filter", "reviewed=") == ["private-01", "private-02"]


def test_filters_work_together(mini: MiniBase) -> None:
    assert listed(mini, "--filter", "lys", "--filter", "see=private-02-f1") == ["private-02-q1"]


def test_whoever_reads_may_stop_early(mini: MiniBase) -> None:
    command = f"{sys.executable} -m kb.cli --root {mini.root} list finding | true"
    ran = subprocess.run(command, shell=True, capture_output=True, encoding="utf-8")
    assert ran.stderr == ""


def test_an_entry_is_shown_with_its_place_its_pages_and_its_links(mini: MiniBase) -> None:
    ran = kb(mini.root, "show", "private-02-f1", "--lang", "en")
    lines = ran.stdout.splitlines()
    assert lines[0] == f"private-02-f1  finding  {LIGHT}:{mini.line_of(LIGHT, '- id: private-02-f1')}"
    assert lines[2].startswith("/en/") and lines[2].endswith("#private-02-f1")
    assert "evidence: practice" in lines
    named_by = lines[lines.index("Named by (2)") + 1 :]
    assert [line.split()[0] for line in named_by] == ["private-02-q1", "stat-vinduer"]


def test_an_entry_that_does_not_exist_is_told_with_what_may_be_meant(mini: MiniBase) -> None:
    ran = kb(mini.root, "show", "private-02-f11", "--lang", "en")
    assert ran.returncode == 1 and "“private-02-f11” does not exist. Did you mean private-02-f1" in ran.stderr


def test_faults_become_notes_on_their_lines_in_both_languages(mini: MiniBase) -> None:
    mini.replace(LIGHT, "evidence: practice", "evidence: praksis")
    ran = kb(mini.root, "check", "--format", "github")
    line = mini.line_of(LIGHT, "evidence: praksis")
    assert ran.returncode == 1
    assert (
        ran.stdout.startswith(f"::error file={LIGHT},line={line}::fejl: private-02-f1: ") and "%0Afault: " in ran.stdout
    )


def test_a_note_obeys_nothing_in_the_data(mini: MiniBase) -> None:
    mini.replace(LIGHT, "evidence: practice", 'evidence: "a%0A::error file=x::\\n::stop-commands::y"')
    ran = kb(mini.root, "check", "--format", "github")
    assert len(ran.stdout.splitlines()) == 1 and "%250A" in ran.stdout


def test_faults_become_a_table_with_nothing_in_it_that_a_comment_obeys(mini: MiniBase) -> None:
    mini.replace(LIGHT, "evidence: practice", 'evidence: "@all [x](https://bad.example) <b> | y"')
    ran = kb(mini.root, "check", "--format", "markdown")
    row = ran.stdout.splitlines()[-1]
    assert f"{LIGHT.replace('_', '&#95;')}:" in row and row.count("|") == 4
    assert "@all" not in row and "https://" not in row and "<b>" not in row


def test_nothing_wrong_is_told_as_that(mini: MiniBase) -> None:
    ran = kb(mini.root, "check", "--format", "markdown")
    assert ran.returncode == 0 and "No faults and no warnings." in ran.stdout
