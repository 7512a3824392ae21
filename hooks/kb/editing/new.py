"""`kb new`: a whole entry in the right file and place, from what was told about it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from kb.data import Data
from kb.editing.asking import Answers, Ask, asked, filled
from kb.editing.canonical import canonical
from kb.layout import Item, file_kind
from kb.load import Document
from kb.model import Example, Finding, Organisation, Reference, Term, Theme
from kb.values import Part

MODELS: dict[str, type[Part]] = {
    "theme": Theme,
    "example": Example,
    "finding": Finding,
    "organisation": Organisation,
    "reference": Reference,
    "term": Term,
}
# What is answered for whoever is asked, unless they say otherwise.
_OF_ITSELF = {"organisation": frozenset({"slug"}), "theme": frozenset({"slug"}), "reference": frozenset({"checked"})}
_HOME = {
    "theme": Ask("series", "Serie", "private eller public", True, kinds=("series",)),
    "example": Ask("theme", "Tema", "Det tema, det hører til, fx private-04.", True, kinds=("theme",)),
    "finding": Ask("theme", "Tema", "Det tema, det hører til, fx private-04.", True, kinds=("theme",)),
}


@dataclass(frozen=True)
class Made:
    """A new entry: its id, the path of its file, and all files that change."""

    id: str
    path: str
    files: dict[str, str | None]


def questions(kind: str, english: bool) -> list[Ask]:
    """What to ask about a new entry of a kind; the first say where it belongs."""
    home = [_HOME[kind]] if kind in _HOME else []
    return home + asked(MODELS[kind], _OF_ITSELF.get(kind, frozenset()), english)


def choices(data: Data, ask: Ask) -> list[str]:
    """What an answer may be one of; empty where it is free."""
    return [*ask.choices, *(item.id for item in data.of(*ask.kinds) if item.id and not item.document.is_own)]


def made(data: Data, kind: str, answers: Answers) -> Made:
    """The entry and its file. Whether it is right is for the check to say once it is there."""
    told = {path: answer for path, answer in answers.items() if path not in {"theme", "series"}}
    value = filled(told, MODELS[kind])
    if kind == "theme":
        return _theme(data, value, answers["series"])
    if kind in {"example", "finding"}:
        return _in_theme(data, kind, value, answers["theme"])
    return _in_list(data, kind, value)


def _in_theme(data: Data, kind: str, value: dict[str, Any], theme: str) -> Made:
    item = next((one for one in data.of("theme") if one.id == data.present(theme)), None)
    if item is None:
        return Made("", "", {})
    there = item.value.get(kind + "s") or []
    value = {"id": f"{item.id}-{kind[0]}{len(there) + 1}", **value}
    whole = {**item.value, kind + "s": [*there, value]}
    return Made(value["id"], item.document.path, {item.document.path: _written(item.document, whole)})


def _in_list(data: Data, kind: str, value: dict[str, Any]) -> Made:
    path = f"data/{kind}s.yml"
    document = next((one for one in data.documents if one.path == path), Document(path, []))
    name = value.get("name") or value.get("title") or ""
    stem = slug_of(name.get("da", "") if isinstance(name, dict) else str(name))
    prefix = {"reference": "ref-", "term": "term-"}.get(kind, "")
    new_id = _free(prefix + stem, {item.id for item in data.items} | data.renamed.keys())
    value = {"id": new_id, **value}
    if kind == "organisation":
        value.setdefault("slug", new_id)
    if kind == "reference":
        value.setdefault("checked", "never")
    items = list(document.value)
    ids = [str(one.get("id")) for one in items]
    # Where the file is in order of ids the new one keeps the order, else it comes last.
    at = next((i for i, one in enumerate(ids) if one > new_id), len(ids)) if ids == sorted(ids) else len(ids)
    return Made(new_id, path, {path: _written(document, [*items[:at], value, *items[at:]])})


def _theme(data: Data, value: dict[str, Any], series: str) -> Made:
    home = next((one for one in data.of("series") if one.id == series), None)
    if home is None:
        return Made("", "", {})
    numbers = [one.value["number"] for one in data.of("theme") if one.value.get("series") == series]
    number = max(numbers, default=0) + 1
    theme = f"{series}-{number:02}"
    title = value.get("title", {})
    slugs = {language: slug_of(text) for language, text in title.items()}
    whole = {"id": theme, "series": series, "number": number, "slug": slugs, **value}
    for name, letter in (("findings", "f"), ("questions", "q"), ("actions", "a")):
        whole[name] = [
            {"id": f"{theme}-{letter}{i}", **one, "source": value.get("source")}
            for i, one in enumerate(whole.get(name, []), 1)
        ]
    # Put in order once more: a slug that is told may be anything, a path among others.
    path = f"data/themes/{series}/{number:02}-{slug_of(whole['slug'].get('da', '')) or 'tema'}.yml"
    files: dict[str, str | None] = {path: _written(Document(path, None), whole)}
    return Made(theme, path, files | _titled(home, number, title))


def _titled(series: Item, number: int, title: Any) -> dict[str, str | None]:
    """The series with the new theme's title among its own, which a theme's number must lie within."""
    titles = series.value.get("titles") or []
    if len(titles) >= number:
        return {}
    return {series.document.path: _written(series.document, {**series.value, "titles": [*titles, title]})}


def _written(document: Document, value: Any) -> str:
    file = file_kind(document.role)
    assert file is not None
    return canonical(Document(document.path, value, role=document.role), file)


def slug_of(title: str) -> str:
    """A title in small letters a–z, figures and hyphens; æ, ø and å as ae, oe and aa."""
    text = title.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def _free(wanted: str, taken: set[str]) -> str:
    number, found = 2, wanted
    while found in taken:
        number, found = number + 1, f"{wanted}-{number}"
    return found
