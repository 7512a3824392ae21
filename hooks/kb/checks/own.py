"""Rules for a host's own additions, and for ids that have changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.checks.walking import is_nested, list_in
from kb.data import Data
from kb.layout import is_own
from kb.load import Document, Path_
from kb.problems import Problem, Where, problem
from kb.prose import ids_linked_in


def own_ids_stand_in_the_own_folder(data: Data) -> Iterator[Problem]:
    """Only a host's own additions have ids that begin with local-: an update can then never take one of them."""
    for item in data.items:
        if is_own(item.id) and not item.document.is_own:
            yield problem(item.where("id"), "own-id", item.id, found=item.id)


def own_additions_say_whose_they_are(data: Data) -> Iterator[Problem]:
    """The own folder has its about.yml."""
    own = [document for document in data.documents if document.is_own]
    read = {document.role for document in own}
    if own and "local/about.yml" not in read and not any("about.yml" in p.where.path for p in data.problems):
        folder = own[0].path.removesuffix(own[0].role.removeprefix("local/"))
        yield problem(Where(f"{folder}about.yml", 1), "missing-file", found=f"{folder}about.yml")


def own_examples_and_notes_run_on(data: Data) -> Iterator[Problem]:
    """Own examples and notes are numbered from 1 without gaps."""
    count = {"example": 0, "note": 0}
    for item in data.of("example", "note"):
        if item.document.is_own and not is_nested(item):
            count[item.kind] += 1
            expected = f"local-{item.kind[0]}{count[item.kind]}"
            if item.id and item.id != expected:
                yield problem(item.where("id"), "series-order", item.id, found=item.id, next=expected)


def former_ids_are_free(data: Data) -> Iterator[Problem]:
    """An id that an entry had before is no other entry's, now or before."""
    taken = {item.id: item.where("id") for item in data.items if item.id}
    for item in data.items:
        for i, former in enumerate(list_in(item, "formerly")):
            if not isinstance(former, str):
                continue
            at = taken.setdefault(former, item.where("formerly", i))
            if at != item.where("formerly", i):
                first = f"{at.path}:{at.line}"
                yield problem(item.where("formerly", i), "duplicate-id", item.id, found=former, first=first)


def present_ids_are_used(data: Data) -> Iterator[Problem]:
    """Warns of an id that is called something else now; it still works."""
    renamed = {
        former: item.id for item in data.items for former in list_in(item, "formerly") if isinstance(former, str)
    }
    for document in data.documents if renamed else ():
        yield from _outdated(document, document.value, (), "", renamed)


def _outdated(document: Document, value: Any, place: Path_, entry: str, renamed: dict[str, str]) -> Iterator[Problem]:
    if isinstance(value, dict):
        entry = value["id"] if isinstance(value.get("id"), str) else entry
        for key, inner in value.items():
            if key in renamed:  # a source is named by its key
                yield _told(document, (*place, key), entry, key, renamed)
            if key not in {"formerly", "id"}:
                yield from _outdated(document, inner, (*place, key), entry, renamed)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _outdated(document, inner, (*place, i), entry, renamed)
    elif isinstance(value, str):
        for named in {value, *ids_linked_in(value)} & renamed.keys():
            yield _told(document, place, entry, named, renamed)


def _told(document: Document, place: Path_, entry: str, former: str, renamed: dict[str, str]) -> Problem:
    return problem(document.where(*place), "renamed-id", entry, "warning", found=former, expected=renamed[former])
