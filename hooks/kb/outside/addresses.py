"""The addresses that the data names, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.data import Data
from kb.load import Document, Path_
from kb.problems import Where
from kb.prose import ADDRESS, LINK


def addresses(data: Data) -> dict[str, list[Where]]:
    """Each address of the entries in data/, sorted, with the places that name it.

    What is marked as dead is left out, and what is withdrawn.
    """
    found: dict[str, list[Where]] = {}
    for item in data.items:
        if len(item.place) <= 1 and not item.document.is_own:
            for address, where in _addresses(item.document, item.value, item.place):
                places = found.setdefault(address, [])
                if where not in places:
                    places.append(where)
    return dict(sorted(found.items()))


def _addresses(document: Document, value: Any, place: Path_) -> Iterator[tuple[str, Where]]:
    if isinstance(value, dict):
        if value.get("dead") is True or value.get("withdrawn"):
            return
        for name, one in value.items():
            yield from _addresses(document, one, (*place, name))
    elif isinstance(value, list):
        for i, one in enumerate(value):
            yield from _addresses(document, one, (*place, i))
    elif isinstance(value, str):
        targets = [value] if ADDRESS.fullmatch(value) else [link[2] for link in LINK.finditer(value)]
        yield from ((target, document.where(*place)) for target in targets if ADDRESS.fullmatch(target))
