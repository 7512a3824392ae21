"""What must be told about a new entry, derived from the model: one question for each value that has to be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kb.forms.fields import Field, Value, fields_of
from kb.forms.words import help_text, label
from kb.values import Part

Answers = Mapping[str, str]  # path of a value (title.da, findings.1.text.da, source) → what was answered
_OF_ITSELF = {"id", "number", "series", "withdrawn", "formerly", "note", "reviewed", "review_due", "reviewed_by"}
LANGUAGES = {"da": "dansk", "en": "engelsk"}


@dataclass(frozen=True)
class Ask:
    """A value to ask for: its path, what it is called, the help about it, and the words or kinds to choose from."""

    path: str
    label: str
    help: str
    required: bool
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


def asked(model: type[Part], of_itself: frozenset[str], english: bool) -> list[Ask]:
    """Every value that can be told about a new entry in one line, in the order of the file, what must be first."""
    found = list(_asked(model, of_itself | _OF_ITSELF, english, "", True))
    return sorted(found, key=lambda one: not one.required)


def _asked(model: type[Part], without: frozenset[str], english: bool, before: str, required: bool) -> Iterator[Ask]:
    for field in fields_of(model):
        if field.name not in without:
            yield from _of(field, field.value, f"{before}{field.name}", english, required and field.required)


def _of(field: Field, value: Value, path: str, english: bool, required: bool) -> Iterator[Ask]:
    name, told = label(field), help_text(field)
    if value.form in {"text", "slugs"}:
        for language, word in LANGUAGES.items():
            yield Ask(f"{path}.{language}", f"{name}, {word}", told, required and (english or language == "da"))
    elif value.form == "list" and value.item is not None and value.item.form in {"text", "part"}:
        # One of each is enough to begin with; more are written in the file.
        must = required and (value.item.form == "text" or bool(value.least))
        if must and value.item.part is not None and value.item.form == "part":
            yield from _asked(value.item.part, frozenset(_OF_ITSELF | {"source"}), english, f"{path}.1.", True)
        elif must:
            yield from _of(field, value.item, f"{path}.1", english, True)
    elif value.form == "list" and value.item is not None:
        item = value.item
        yield Ask(path, name, told, required and bool(value.least), item.choices, item.kinds)
    elif value.form not in {"words", "part", "mapping"}:
        yield Ask(path, name, told, required, value.choices, value.kinds)


def filled(answers: Answers, model: type[Part]) -> dict[str, Any]:
    """The answers as an entry: paths become mappings and lists, and words become the values that the model wants."""
    found: dict[str, Any] = {}
    for path, answer in answers.items():
        _put(found, path.split("."), answer)
    return _part(found, model)


def _put(found: dict[str, Any], path: list[str], answer: str) -> None:
    for step in path[:-1]:
        found = found.setdefault(step, {})
    found[path[-1]] = answer


def _part(found: dict[str, Any], model: type[Part]) -> dict[str, Any]:
    values = {field.name: field.value for field in fields_of(model)}
    return {name: _value(one, values[name]) if name in values else one for name, one in found.items()}


def _value(answer: Any, value: Value) -> Any:
    if value.form == "list" and value.item is not None:
        if isinstance(answer, dict):
            return [_value(one, value.item) for _, one in sorted(answer.items())]
        return [one.strip() for one in answer.split(",") if one.strip()]
    if value.form == "places":
        return _places(answer)
    if isinstance(answer, dict):
        return _part(answer, value.part) if value.part is not None and value.form == "part" else answer
    if value.form in {"integer", "number"} and answer.lstrip("-").isdigit():
        return int(answer)
    return (
        {"true": True, "ja": True, "false": False, "nej": False}.get(answer, answer)
        if value.form == "yes-no"
        else answer
    )


def _places(answer: str) -> Any:
    """`document place, place; document place` as a file has it; one word alone is a word (general, own)."""
    found: dict[str, list[str]] = {}
    for one in answer.split(";"):
        source, _, places = one.strip().partition(" ")
        found[source] = [place.strip() for place in places.split(",") if place.strip()]
    if len(found) == 1 and not any(found.values()):
        return answer.strip()
    return found
