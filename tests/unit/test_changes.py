"""What is new between two editions: by their kb.json alone, told for people and for machines."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cases import LIGHT, PLANTS
from minibase import MiniBase

from kb.changes.difference import Difference, compare
from kb.changes.edition import Edition, Unreadable, before, edition_of, number_of, read_releases
from kb.changes.news import Editions
from kb.model import Release
from kb.values import Text


def entry(entry_id: str, **changed: Any) -> dict[str, Any]:
    """An entry in the form of kb.json."""
    told = {"id": entry_id, "kind": "action", "title": {"da": "Ring", "en": "Ring"}, "text": {"da": "Nu", "en": "Now"}}
    return {**told, "url": {"da": "/a/", "en": "/en/a/"}, "links": [], "source": [], **changed}


def edition(version: str, *entries: dict[str, Any]) -> Edition:
    return edition_of(json.dumps({"version": version, "entries": entries}), "kb.json")


def ids(difference: Difference) -> dict[str, list[str]]:
    return {name: [one.entry["id"] for one in some] for name, some in difference.groups()}


# -- Comparing


def test_entries_are_added_changed_and_removed_by_their_ids() -> None:
    old = edition("1.0.0", entry("a"), entry("b"), entry("c"))
    new = edition("1.1.0", entry("a"), entry("b", text={"da": "Senere", "en": "Now"}), entry("d"))
    assert ids(compare(old, new)) == {"added": ["d"], "changed": ["b"], "removed": ["c"]}


@pytest.mark.parametrize("part", ["title", "text", "url"])
def test_a_change_tells_which_part_has_changed(part: str) -> None:
    new = edition("1.1.0", entry("a", **{part: {"da": "x", "en": "y"}}))
    [one] = compare(edition("1.0.0", entry("a")), new).changed
    assert one.parts == (part,)


def test_ties_to_others_are_no_change_of_an_entry() -> None:
    assert compare(edition("1.0.0", entry("a")), edition("1.1.0", entry("a", links=["b"]))).is_empty


def test_what_is_called_by_its_text_has_changed_once() -> None:
    old, new = ({"da": text, "en": text} for text in ("Før", "Nu"))
    [one] = compare(
        edition("1.0.0", entry("a", title=old, text=old)), edition("1.1.0", entry("a", title=new, text=new))
    ).changed
    assert one.parts == ("text",)


def test_everything_is_new_in_the_first_edition() -> None:
    assert ids(compare(None, edition("1.0.0", entry("b"), entry("a")))) == {"added": ["a", "b"]}


def test_a_language_that_one_of_them_lacks_is_no_change() -> None:
    danish = entry("a", title={"da": "Ring"}, text={"da": "Nu"}, url={"da": "/a/"})
    assert compare(edition("1.0.0", entry("a")), edition("1.1.0", danish)).is_empty


def test_a_hosts_own_additions_are_no_news() -> None:
    assert compare(edition("1.0.0", entry("a")), edition("1.1.0", entry("a"), entry("local-e1"))).is_empty


def test_the_release_before_is_the_highest_of_the_lower_versions() -> None:
    releases = [edition("0.2.0"), edition("0.9.0"), edition("0.10.0")]
    assert before(edition("0.10.0"), releases) is releases[1]


def test_there_is_none_before_the_first() -> None:
    assert before(edition("0.1.0"), [edition("0.1.0")]) is None


def test_versions_are_numbers_and_not_words() -> None:
    assert sorted(["0.10.0", "0.9.1", "0.9.0"], key=number_of) == ["0.9.0", "0.9.1", "0.10.0"]


# -- The news


def release(version: str) -> Release:
    return Release.model_validate({"version": version, "date": datetime.date(2026, 1, 2), "text": [_TEXT]})


_TEXT = Text(da="Nyt", en="New").model_dump()


def test_the_newest_release_comes_first() -> None:
    editions = Editions(edition("0.2.0", entry("a"), entry("b")), [edition("0.1.0", entry("a"))])
    news = editions.news([release("0.2.0"), release("0.1.0")])
    assert [(one.release and one.release.version, one.difference.since) for one in news] == [
        ("0.2.0", "0.1.0"),
        ("0.1.0", None),
    ]


def test_what_has_changed_after_a_release_is_told_apart() -> None:
    editions = Editions(edition("0.1.0", entry("a"), entry("b")), [edition("0.1.0", entry("a"))])
    later, first = editions.news([release("0.1.0")])
    assert later.release is None and ids(later.difference) == {"added": ["b"]}
    assert first.release and ids(first.difference) == {"added": ["a"]}


def test_a_release_that_is_newer_than_this_copy_is_not_told() -> None:
    editions = Editions(edition("0.1.0", entry("a")), [edition("0.1.0", entry("a")), edition("0.2.0")])
    assert [one.difference.version for one in editions.news([])] == ["0.1.0"]


# -- Files


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("", 1, "it is no JSON"),
        ('{"version": "1.0.0",\n "entries": [}', 2, "it is no JSON"),
        ("[]", 1, "its version is missing"),
        ('{"version": "1.0.0"}', 1, "its entries are missing"),
        (
            '{"version": "1.0.0", "entries": [{"id": "a"}]}',
            1,
            "a: the file can’t be read as an edition of the base: an entry has not the right form",
        ),
    ],
)
def test_a_file_that_is_no_edition_is_told_with_its_line(text: str, line: int, found: str) -> None:
    with pytest.raises(Unreadable) as caught:
        edition_of(text, "releases/1.0.0.json")
    told = caught.value.problem.tell("en")
    assert told.startswith(f"releases/1.0.0.json:{line}: fault: ") and found in told


def test_a_release_is_named_for_its_version(tmp_path: Path) -> None:
    folder = tmp_path / "releases"
    folder.mkdir()
    (folder / "2.0.0.json").write_text('{"version": "1.0.0", "entries": []}')
    releases, problems = read_releases(tmp_path)
    assert releases == [] and [problem.where.path for problem in problems] == ["releases/2.0.0.json"]


# -- The command


def kb(mini: MiniBase, *arguments: str) -> subprocess.CompletedProcess[str]:
    (mini.root / "docs").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "kb.cli", "--root", str(mini.root), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8")


@pytest.fixture
def released(mini: MiniBase) -> MiniBase:
    """The miniature base, released and then changed: one title, and one theme withdrawn with all that is in it."""
    assert kb(mini, "release").returncode == 0
    mini.replace(PLANTS, "title: {da: Skriv en plan, en: Write a plan}", "title: {da: Lav en plan, en: Make a plan}")
    return mini.append(LIGHT, "withdrawn: {date: 2026-01-01, reason: {da: Forkert., en: Wrong.}}\n")


def version_of(mini: MiniBase) -> str:
    [file] = (mini.root / "releases").glob("*.json")
    return file.stem


def test_diff_tells_each_entry_under_what_became_of_it(released: MiniBase) -> None:
    ran = kb(released, "diff", version_of(released), "--lang", "en")
    lines = ran.stdout.splitlines()
    assert ran.returncode == 0 and "Changed (1)" in lines
    assert any(line.startswith("  theme        private-02 ") for line in lines[lines.index("") + 1 :])
    assert [line for line in lines if "private-01-a1" in line and "Make a plan" in line and line.endswith("(title)")]


def test_diff_gives_the_form_of_changes_json_on_request(released: MiniBase) -> None:
    told = json.loads(kb(released, "diff", version_of(released), "--json").stdout)
    assert told.keys() == {"version", "since", "added", "changed", "removed"}
    assert [(one["id"], one["changed"]) for one in told["changed"]] == [("private-01-a1", ["title"])]


def test_diff_compares_two_files(released: MiniBase, tmp_path: Path) -> None:
    [file] = (released.root / "releases").glob("*.json")
    assert "Ingen poster er ændret." in kb(released, "diff", str(file), str(file)).stdout


def test_diff_of_a_version_that_is_not_there_fails_and_says_so(released: MiniBase) -> None:
    ran = kb(released, "diff", "9.9.9", "--lang", "en")
    assert ran.returncode == 1 and "there is no edition “9.9.9”" in ran.stderr


def test_diff_of_data_with_a_fault_fails_and_tells_the_fault(released: MiniBase) -> None:
    released.append(PLANTS, "numer: 4\n")
    ran = kb(released, "diff", version_of(released))
    assert ran.returncode == 1 and f"{PLANTS}:" in ran.stderr


def test_a_release_is_never_written_over(released: MiniBase) -> None:
    [file] = (released.root / "releases").glob("*.json")
    kept = file.read_bytes()
    ran = kb(released, "release", "--lang", "en")
    assert ran.returncode == 1 and "Raise the version" in ran.stderr and file.read_bytes() == kept


def test_releasing_the_same_again_changes_nothing(mini: MiniBase) -> None:
    assert [kb(mini, "release").returncode for _ in range(2)] == [0, 0]


def test_for_a_pull_request_the_changed_entries_are_told_as_a_list(released: MiniBase) -> None:
    told = kb(released, "diff", version_of(released), "--markdown").stdout
    assert "**Ændret / Changed (1)**" in told and "- `private-01-a1` Lav en plan (titel)" in told


def test_the_present_data_is_printed_as_an_edition(mini: MiniBase, tmp_path: Path) -> None:
    (tmp_path / "now.json").write_text(kb(mini, "json").stdout, encoding="utf-8")
    assert "Ingen poster er ændret." in kb(mini, "diff", str(tmp_path / "now.json")).stdout
