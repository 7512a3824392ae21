"""What differs between two editions: entries added, changed and removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kb.changes.edition import Edition
from kb.layout import is_own

# What of an entry a reader meets, in the order in which it is told. Ties to others change with those others.
PARTS = ("kind", "title", "text", "url", "source")


@dataclass(frozen=True)
class Change:
    """One entry that differs: as it is (or was, when it is removed), and which of its parts have changed."""

    entry: Mapping[str, Any]
    parts: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return str(self.entry["kind"])

    def as_json(self) -> dict[str, Any]:
        """The change as CHANGES.json has it."""
        told = {key: self.entry[key] for key in ("id", "kind", "title", "url")}
        return told | ({"changed": list(self.parts)} if self.parts else {})


@dataclass(frozen=True)
class Difference:
    """What a newer edition brings; `since` is the version before, None for the first edition."""

    version: str
    since: str | None
    added: tuple[Change, ...]
    changed: tuple[Change, ...]
    removed: tuple[Change, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.changed or self.removed)

    def groups(self) -> list[tuple[str, tuple[Change, ...]]]:
        """Added, changed and removed, those that there are."""
        found = (("added", self.added), ("changed", self.changed), ("removed", self.removed))
        return [(name, some) for name, some in found if some]

    def as_json(self) -> dict[str, Any]:
        """CHANGES.json: the versions, and every change with what it takes to show and find it."""
        told: dict[str, Any] = {"version": self.version, "since": self.since}
        return told | {name: [one.as_json() for one in getattr(self, name)] for name in ("added", "changed", "removed")}


def compare(old: Edition | None, new: Edition) -> Difference:
    """What is new since an older edition, by id; everything, where there is none before.

    Languages that one of the two lacks are left out of the comparison, and so are a host's own additions.
    """
    before = _public(old) if old else {}
    after = _public(new)
    added = tuple(Change(after[i]) for i in sorted(after.keys() - before.keys()))
    removed = tuple(Change(before[i]) for i in sorted(before.keys() - after.keys()))
    differing = ((after[i], _parts(before[i], after[i])) for i in sorted(after.keys() & before.keys()))
    changed = tuple(Change(entry, parts) for entry, parts in differing if parts)
    return Difference(new.version, old.version if old else None, added, changed, removed)


def _public(edition: Edition) -> dict[str, dict[str, Any]]:
    return {i: entry for i, entry in edition.entries.items() if not is_own(i)}


def _parts(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    # What has no title of its own is called by its text: one change, told once.
    told = [part for part in PARTS if part != "title" or old["title"] != old["text"] or new["title"] != new["text"]]
    return tuple(part for part in told if _differ(old[part], new[part]))


def _differ(old: Any, new: Any) -> bool:
    if isinstance(old, dict) and isinstance(new, dict):
        return any(old[locale] != new[locale] for locale in old.keys() & new.keys())
    return bool(old != new)
