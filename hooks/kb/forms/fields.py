"""The fields of a model, told plainly: what each is called, what it holds, whether it must be there.

Read from the annotations of kb.model, so that the schema, the form and the order of keys in a file can't say anything
else than what the check demands.
"""

from __future__ import annotations

import datetime
import types
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Gt, Le, MaxLen, MinLen
from pydantic.fields import FieldInfo

from kb.model.entry import Entry, PageEntry
from kb.model.site import Colours
from kb.values import Form, Part, Slugs, Text, Words

# Forms of a value: prose, plain, address, mail, phone, colour, slug, ref, places, checked (kb.values), and these.
_SCALARS = {int: "integer", float: "number", bool: "yes-no", datetime.date: "date", str: "plain"}
_MODELS: dict[type, str] = {Text: "text", Slugs: "slugs", Words: "words"}
_SHARED_LAST = (*[name for name in PageEntry.model_fields if name not in Entry.model_fields], *Entry.model_fields)


@dataclass(frozen=True)
class Value:
    """What may stand under a key.

    `form` is its form; `part` the model of a mapping; `item` what a list holds; `kinds` those that a reference may
    name; `choices` the words of a choice; `least` and `most` the bounds of a number, a list's length.
    """

    form: str
    part: type[Part] | None = None
    item: Value | None = None
    kinds: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    above: float | None = None
    pattern: str | None = None
    can_be_nothing: bool = False


@dataclass(frozen=True)
class Field:
    """A key of a model; `owner` is the model that names it first, which its label and help are looked up by."""

    name: str
    owner: str
    value: Value
    required: bool


@cache
def fields_of(model: type[Part]) -> tuple[Field, ...]:
    """The fields of a model in the order in which a file holds them.

    The id first, then what is the model's own, then what all entries share, last the lists of parts.
    """
    hints = get_type_hints(model, include_extras=True)
    found = [_field(model, name, info, hints[name]) for name, info in model.model_fields.items()]
    return tuple(sorted(found, key=_order))


def models_in(model: type[Part]) -> Iterator[type[Part]]:
    """A model and every model inside it, each once."""
    seen: dict[type[Part], None] = {}
    waiting = [model]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen[one] = None
        for field in fields_of(one):
            value = field.value.item or field.value
            if value.part is not None and value.form == "part":
                waiting.append(value.part)
    yield from seen


def _field(model: type[Part], name: str, info: FieldInfo, hint: Any) -> Field:
    owner = next(base for base in reversed(model.__mro__) if name in getattr(base, "model_fields", {}))
    own = model if name in model.__annotations__ else owner
    value = value_of(hint)
    if model is Colours:
        value = replace(value, can_be_nothing=False)
    # A text's English is checked by a rule of its own: whether it must be there is said in site.yml.
    return Field(name, own.__name__, value, info.is_required())


def _order(field: Field) -> tuple[int, int]:
    if field.name == "id":
        return 0, 0
    if field.value.form == "list" and field.value.item is not None and field.value.item.form == "part":
        return 3, 0
    shared = field.owner in {Entry.__name__, PageEntry.__name__} or field.name in _SHARED_LAST
    return (2, _SHARED_LAST.index(field.name)) if shared and field.name in _SHARED_LAST else (1, 0)


def value_of(hint: Any) -> Value:
    """What an annotation allows."""
    origin = get_origin(hint)
    if hasattr(hint, "__metadata__"):
        return _annotated(value_of_inside(hint), hint.__metadata__)
    if origin in {Union, types.UnionType}:
        inside = [one for one in get_args(hint) if one is not type(None)]
        value = value_of(inside[0])
        return replace(value, can_be_nothing=len(inside) < len(get_args(hint)))
    if origin is list:
        return Value("list", item=value_of(get_args(hint)[0]))
    if origin is Literal:
        return Value("choice", choices=tuple(str(word) for word in get_args(hint)))
    if origin is dict:
        return Value("mapping")
    if hint in _MODELS:
        return Value(_MODELS[hint], part=hint)
    if isinstance(hint, type) and issubclass(hint, Part):
        return Value("part", part=hint)
    return Value(_SCALARS[hint])


def value_of_inside(hint: Any) -> Value:
    """What an annotation allows apart from what is annotated to it."""
    return value_of(hint.__origin__)


def _annotated(value: Value, notes: tuple[Any, ...]) -> Value:
    for note in notes:
        if isinstance(note, Form):
            value = replace(value, form=note.name, kinds=note.kinds)
        for bound in note.metadata if isinstance(note, FieldInfo) else (note,):
            value = _bounded(value, bound)
    return value


def _bounded(value: Value, bound: Any) -> Value:
    if isinstance(bound, Ge):
        return replace(value, least=float(str(bound.ge)))
    if isinstance(bound, Gt):
        return replace(value, above=float(str(bound.gt)))
    if isinstance(bound, Le):
        return replace(value, most=float(str(bound.le)))
    if isinstance(bound, MinLen):
        return replace(value, least=bound.min_length)
    if isinstance(bound, MaxLen):
        return replace(value, most=bound.max_length)
    if pattern := getattr(bound, "pattern", None):
        return replace(value, pattern=pattern)
    return value
