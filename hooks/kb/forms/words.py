"""What fields are called, and the help about them, in the editors' language: words.yml beside this file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from kb.forms.fields import Field

_SAID = {
    "bars": "søjler",
    "none": "tegnes ikke",
    "da": "dansk",
    "en": "engelsk",
    "choose": "vælg",
    "place": "placer",
    "talk": "tal sammen",
    "act": "find handlinger",
    "take": "tag med",
    "missing": "mangler på engelsk",
    "stale": "forældet oversættelse",
    "unrecorded": "ikke registreret",
    "overdue": "gennemgang overskredet",
    "soon": "gennemgang nærmer sig",
    "unreviewed": "ikke gennemgået",
}


@cache
def _words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = yaml.safe_load(files("kb.forms").joinpath("words.yml").read_text(encoding="utf-8"))
    return found


def label(field: Field) -> str:
    """What a field is called."""
    return _of(field)[0]


def singular(field: Field) -> str:
    """What one of the things in a list is called, in small letters."""
    words = _of(field)
    return words[2] if len(words) > 2 else words[0].lower()


def help_text(field: Field) -> str:
    """What a field is for and what it may hold."""
    return _of(field)[1]


def said(word: str) -> str:
    """What a word to choose is called; the word itself where that is plain."""
    return _SAID.get(word, word)


def names_without_field(fields: set[Field]) -> list[str]:
    """The words that no field has, which may go."""
    known = {field.name for field in fields} | {f"{field.owner}.{field.name}" for field in fields}
    return sorted(set(_words()) - known)


def _of(field: Field) -> list[str]:
    words = _words()
    return words.get(f"{field.owner}.{field.name}") or words[field.name]
