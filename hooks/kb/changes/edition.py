"""An edition of the base as its kb.json tells it: read from a release's file, or made of the data as it stands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.problems import Problem, Where, problem

FOLDER = "releases"  # from the project's root: <version>.json, the kb.json of each release

# What kb.json holds of an entry (design.md §3): key → type.
_ENTRY: dict[str, type] = {
    "id": str,
    "kind": str,
    "title": dict,
    "url": dict,
    "text": dict,
    "links": list,
    "source": list,
}


class Unreadable(Exception):
    """A file that is no kb.json; carries the problem, with file and line."""

    def __init__(self, told: Problem) -> None:
        self.problem = told
        super().__init__(told.tell("en"))


@dataclass(frozen=True)
class Edition:
    """A version and its entries by id, each in the form of kb.json."""

    version: str
    entries: Mapping[str, dict[str, Any]]

    @property
    def number(self) -> tuple[int, ...]:
        """The version as a number that can be compared."""
        return number_of(self.version)


def number_of(version: str) -> tuple[int, ...]:
    """0.10.2 → (0, 10, 2); what is no number counts as 0."""
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def edition_of(text: str, where: str) -> Edition:
    """An edition from the text of a kb.json; `where` is the file's path in messages. Raises Unreadable."""
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise _unreadable(where, error.lineno, "@not-json") from None
    if not isinstance(whole, dict) or not isinstance(whole.get("version"), str):
        raise _unreadable(where, 1, "@no-version")
    entries = whole.get("entries")
    if not isinstance(entries, list):
        raise _unreadable(where, 1, "@no-entries")
    for one in entries:
        if not isinstance(one, dict) or not all(isinstance(one.get(key), kind) for key, kind in _ENTRY.items()):
            raise _unreadable(where, 1, "@odd-entry", str(one.get("id") or "") if isinstance(one, dict) else "")
    return Edition(whole["version"], {one["id"]: one for one in entries})


def _unreadable(where: str, line: int, reason: str, entry: str = "") -> Unreadable:
    return Unreadable(problem(Where(where, line), "release-file", entry, reason=reason))


def read_edition(file: Path, shown: str = "") -> Edition:
    """An edition from a file. Raises Unreadable, also where there is no such file."""
    shown = shown or file.as_posix()
    try:
        return edition_of(file.read_text(encoding="utf-8"), shown)
    except (OSError, UnicodeDecodeError):
        raise _unreadable(shown, 1, "@not-readable") from None


def read_releases(root: Path) -> tuple[list[Edition], list[Problem]]:
    """The releases under a root, the oldest first, and what is wrong with those that can't be used."""
    found, problems = [], []
    for file in sorted((root / FOLDER).glob("*.json")):
        shown = f"{FOLDER}/{file.name}"
        try:
            edition = read_edition(file, shown)
            if edition.version != file.stem:
                raise _unreadable(shown, 1, "@other-version")
            found.append(edition)
        except Unreadable as error:
            problems.append(error.problem)
    return sorted(found, key=lambda edition: edition.number), problems


def before(edition: Edition, releases: list[Edition]) -> Edition | None:
    """The release before an edition: the highest of the lower versions; None for the first."""
    return next((one for one in reversed(releases) if one.number < edition.number), None)
