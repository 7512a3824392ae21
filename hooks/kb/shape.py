"""Whether what is written has the shape of its kind: pydantic's findings told as problems with file and line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kb.layout import FileKind
from kb.load import Document, Path_
from kb.messages import MESSAGES
from kb.model import Interface
from kb.problems import Problem, near, problem
from kb.values import Known, Part, Text

_INTERFACE: TypeAdapter[Interface] = TypeAdapter(Interface)

_EXPECTED = {
    "string_type": "@text",
    "int_type": "@whole-number",
    "int_from_float": "@whole-number",
    "float_type": "@number",
    "finite_number": "@number",
    "bool_type": "@yes-no",
    "list_type": "@list",
    "dict_type": "@mapping",
    "model_type": "@mapping",
    "model_attributes_type": "@mapping",
    "date_type": "@date",
}
_SIDES = {"ge": "@at-least", "gt": "@more-than", "le": "@at-most", "lt": "@less-than"}
_TYPES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "@yes-no"),
    ((int, float), "@number"),
    (str, "@text"),
    (list, "@list"),
    (dict, "@mapping"),
    (type(None), "@nothing"),
)


def shaped(document: Document, file: FileKind, known: Known) -> tuple[list[Any], list[Problem]]:
    """The document's entries as models, each part on its own so that one fault hides no other."""
    if file.model is None:
        return _validate(document, (), _INTERFACE.validate_python, document.value, known, Part)
    if not file.many:
        return _validate(document, (), file.model.model_validate, document.value, known, file.model)
    if not isinstance(document.value, list):
        facts = {"key": document.path, "type": _type_of(document.value), "expected": "@list"}
        return [], [problem(document.where(), "wrong-type", "", "fault", **facts)]
    models, problems = [], []
    for i, value in enumerate(document.value):
        found, faults = _validate(document, (i,), file.model.model_validate, value, known, file.model)
        models += found
        problems += faults
    return models, problems


def _validate(
    document: Document, place: Path_, validate: Any, value: Any, known: Known, top: type[Part]
) -> tuple[list[Any], list[Problem]]:
    try:
        return [validate(value, context=known)], []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return [], list(_told(document, place, value, details, top))


def _told(
    document: Document, place: Path_, value: Any, details: list[ErrorDetails], top: type[Part]
) -> Iterator[Problem]:
    seen = set()
    places = [_in_data(detail, value) for detail in details]
    for detail, inner in zip(details, places, strict=True):
        if _is_other_branch(detail, inner, details, places):
            continue
        one = _problem(document, place, inner, value, detail, top)
        if (one.where, inner) not in seen:
            seen.add((one.where, inner))
            yield one


def _is_other_branch(detail: ErrorDetails, inner: Path_, details: list[ErrorDetails], places: list[Path_]) -> bool:
    """Whether a mapping is told off for not being a text where it may be either and has a fault of its own."""
    if detail["type"] != "string_type" or not isinstance(detail["input"], dict):
        return False
    return any(place[: len(inner)] == inner and one is not detail for one, place in zip(details, places, strict=True))


def _in_data(detail: ErrorDetails, value: Any) -> Path_:
    """The part of pydantic's location that is a path in the data (other steps name validators), or a missing key."""
    path: list[str | int] = []
    for step in detail["loc"]:
        is_there = (isinstance(value, dict) and step in value) or (
            isinstance(value, list) and isinstance(step, int) and step < len(value)
        )
        if is_there:
            path.append(step)
            value = value[step]
    return tuple(path) if detail["type"] != "missing" else (*path, detail["loc"][-1])


def _problem(
    document: Document, place: Path_, inner: Path_, value: Any, detail: ErrorDetails, top: type[Part]
) -> Problem:
    where = document.where(*place, *inner)
    entry = _entry_at(value, inner)
    key = ".".join(str(step) for step in inner if not isinstance(step, int)) or document.path
    last = str(inner[-1]) if inner else key
    kind, context = detail["type"], detail.get("ctx", {})

    def tell(rule: str, **facts: object) -> Problem:
        return problem(where, rule, entry, "fault", **{"key": key, **facts})

    if kind in MESSAGES:
        facts = {name: fact for name, fact in context.items() if name != "rule"}
        return tell(kind, **facts)
    if kind == "missing":
        return tell("missing-danish", key=key.rpartition(".")[0]) if last == "da" else tell("missing-key", found=last)
    if kind == "extra_forbidden":
        # interface.yml is no model; what stands under its keys are texts.
        allowed = _fields_at(top, inner[:-1]) if top is not Part else list(Text.model_fields)
        return tell("unknown-key", found=last, expected=", ".join(allowed), suggestion=near(last, allowed))
    if kind == "literal_error":
        expected = str(context["expected"]).replace("'", "").replace(" or ", " @or ")
        if isinstance(detail["input"], str):
            return tell("not-allowed", found=detail["input"], expected=expected)
        return tell("wrong-type", type=_type_of(detail["input"]), expected=expected)
    if kind in {"too_short", "too_long"}:
        bound = (
            ("@at-least ", context.get("min_length"))
            if kind == "too_short"
            else ("@at-most ", context.get("max_length"))
        )
        return tell("how-many", found=context.get("actual_length"), expected=f"{bound[0]}{bound[1]}")
    if kind in {"greater_than_equal", "greater_than", "less_than_equal", "less_than"}:
        sign, bound = next(iter(context.items()))
        return tell("out-of-range", found=detail["input"], expected=f"{_SIDES[sign]} {bound:g}")
    if kind.startswith("date") and type(detail["input"]) in {str, int}:
        return tell("date", found=detail["input"])
    return tell("wrong-type", type=_type_of(detail["input"]), expected=_EXPECTED.get(kind, "@text"))


def _type_of(value: Any) -> str:
    return next((name for types, name in _TYPES if isinstance(value, types)), "@date")


def _entry_at(value: Any, path: Path_) -> str:
    """The id of the innermost entry around a path."""
    found = ""
    for step in (None, *path):
        if step == "sections":  # their ids are anchors on the page
            break
        if step is not None:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                break
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            found = value["id"]
    return found


def _fields_at(top: type[Part], path: Path_) -> list[str]:
    """The keys that are allowed at a path in a model."""
    at: Any = top
    for step in path:
        if isinstance(step, int):
            continue
        field = at.model_fields.get(step) if isinstance(at, type) and issubclass(at, BaseModel) else None
        at = _model_in(field.annotation) if field else None
    return list(at.model_fields) if at is not None and isinstance(at, type) and issubclass(at, BaseModel) else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if found := _model_in(part):
            return found
    return None
