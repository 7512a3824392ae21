"""Walking through entries as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.data import Data
from kb.layout import Item, list_in
from kb.load import Path_


def references_in(data: Data, item: Item) -> Iterator[tuple[str, str, Path_]]:
    """(key, id, place) of every id that an entry names, as it is called now, those of entries inside it apart."""
    for key, target, place in _named_by(item):
        yield key, data.present(target), place


def _named_by(item: Item) -> Iterator[tuple[str, str, Path_]]:
    for key in ("see", "also_in", "references", "advice"):
        for i, target in enumerate(list_in(item, key)):
            if isinstance(target, str):
                yield key, target, (key, i)
    for key in ("organisation", "sibling", "about", "series"):
        if isinstance(item.value.get(key), str):
            yield key, item.value[key], (key,)
    for side in ("left", "right"):
        pole = item.value.get(side)
        named = pole.get("research") if isinstance(pole, dict) else None
        for i, target in enumerate(named if isinstance(named, list) else []):
            if isinstance(target, str):
                yield "research", target, (side, "research", i)
    for i, one in enumerate(list_in(item, "related")):
        if isinstance(one, dict) and isinstance(one.get("to"), str):
            yield "related", one["to"], ("related", i, "to")


def texts_in(value: Any, place: Path_ = ()) -> list[tuple[Path_, str]]:
    """(place, text) of every text inside a value, however deep."""
    found: list[tuple[Path_, str]] = []
    _gather(value, place, found)
    return found


def _gather(value: Any, place: Path_, found: list[tuple[Path_, str]]) -> None:
    if isinstance(value, str):
        if place:
            found.append((place, value))
        return
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        if isinstance(inner, str | dict | list):
            _gather(inner, (*place, step), found)


def is_nested(item: Item) -> bool:
    """Whether an entry stands inside another, as a finding in its theme."""
    return len(item.place) > 1


def in_one_line(text: str) -> str:
    """A text as it will be read: lines joined, spaces single."""
    return " ".join(text.split())
