"""Rules for a host's own additions, and for ids that have changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.checks.walking import is_nested
from kb.data import Data
from kb.layout import is_own, list_in
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


# The keys whose values are ids; what else equals a former id is a word, a name or an address.
_REFERRING = {
    "about", "advice", "also_in", "entries", "front_case", "front_themes", "on", "organisation", "references",
    "research", "see", "series", "sibling", "theme", "themes", "to",
}  # fmt: skip


def present_ids_are_used(data: Data) -> Iterator[Problem]:
    """Warns of an id that is called something else now; it still works."""
    for document in data.documents if data.renamed else ():
        yield from _outdated(data, document, document.value, (), "")


def _outdated(data: Data, document: Document, value: Any, place: Path_, entry: str) -> Iterator[Problem]:
    key = next((step for step in reversed(place) if isinstance(step, str)), "")
    if isinstance(value, dict):
        entry = value["id"] if isinstance(value.get("id"), str) else entry
        for inner_key, inner in value.items():
            if key == "source" and inner_key in data.renamed:  # a source is named by its key
                yield _told(data, document, (*place, inner_key), entry, inner_key)
            yield from _outdated(data, document, inner, (*place, inner_key), entry)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _outdated(data, document, inner, (*place, i), entry)
    elif isinstance(value, str):
        named = {*ids_linked_in(value), *([value] if key in _REFERRING else [])}
        for former in sorted(named & data.renamed.keys()):
            yield _told(data, document, place, entry, former)


def _told(data: Data, document: Document, place: Path_, entry: str, former: str) -> Problem:
    return problem(document.where(*place), "renamed-id", entry, "warning", found=former, expected=data.present(former))
