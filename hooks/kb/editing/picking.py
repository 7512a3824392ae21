"""Entries picked out by what is written in them: `kb list --filter`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kb.layout import NESTED, Item


def fits(item: Item, filters: Iterable[str]) -> bool:
    """Whether an entry fits all filters.

    `word`: it stands somewhere in the entry; `field=word`: in that field (title.da, organisation); `field=`: the
    field is missing or empty. Capital letters don't count. Entries inside the entry are entries of their own.
    """
    inside = NESTED.get(item.kind, {})
    value = {name: one for name, one in item.value.items() if name not in inside}
    return all(_fits(value, one) for one in filters)


def _fits(value: dict[str, Any], wanted: str) -> bool:
    name, has_field, word = wanted.partition("=")
    if not has_field:
        return wanted.casefold() in _text(value)
    found = _text(_at(value, name.split(".")))
    return word.casefold() in found if word else not found.strip()


def _at(value: Any, path: list[str]) -> Any:
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _text(value: Any) -> str:
    """All that stands in a value, keys of sources too, in small letters."""
    if isinstance(value, dict):
        return " ".join(f"{key.casefold()} {_text(one)}" for key, one in value.items())
    if isinstance(value, list):
        return " ".join(map(_text, value))
    return "" if value is None else str(value).casefold()
