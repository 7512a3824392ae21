"""The one form of a file in data/: order of keys, what stands on one line, which texts are quoted.

Every file has its schema in the first line, so that the language server of an editor knows it. What says nothing
(an empty list, a value that is null where it may be left out) is left out. A mapping without an id, or a list, stands
on one line where that has room within the width; a text is never broken. The form of the site's own editor
(editor/writer.js) writes the same: a test compares them.
"""

from __future__ import annotations

import datetime
import json
import posixpath
import re
import unicodedata
from importlib.resources import files
from typing import Any

import yaml

from kb.forms.fields import Field, Value, fields_of
from kb.layout import FileKind, Item
from kb.load import Document
from kb.model import KINDS
from kb.values import Part

_RULES = json.loads(files("kb.editing").joinpath("scalars.json").read_text(encoding="utf-8"))
_NEVER, _IN_FLOW = re.compile(_RULES["never"]), re.compile(_RULES["in_flow"])
_READ_OTHERWISE = re.compile(_RULES["read_otherwise"], re.IGNORECASE)
_WIDTH = int(_RULES["width"])
SCHEMAS = "data/schema"


def rules() -> dict[str, Any]:
    """When a text is quoted and how much stands on a line."""
    return dict(_RULES)


def schema_name(file: FileKind) -> str:
    """The name of the schema of a kind of file: theme, terms, local-terms."""
    if not file.many and file.model is not None and file.kind:
        name = file.kind
    else:
        name = posixpath.basename(file.shown).removesuffix(".yml")
    return f"local-{name}" if file.shown.startswith("local/") else name


def first_line(file: FileKind, role: str) -> str:
    """The line that names the schema, by its path from the file."""
    schema = posixpath.relpath(f"{SCHEMAS}/{schema_name(file)}.schema.json", posixpath.dirname(role))
    return f"# yaml-language-server: $schema={schema}"


def canonical(document: Document, file: FileKind) -> str:
    """A file in its one form. It must be without faults: what the model does not know is not asked for."""
    return first_line(file, document.role) + "\n" + written(document.value, file)


def written(value: Any, file: FileKind) -> str:
    """What stands in a file of a kind, in its one form, without the first line."""
    if file.model is None:
        return "".join(_entry(key, one, 0) for key, one in value.items())
    if file.many:
        items = [_ordered(one, file.model) for one in value]
        return "\n".join(_item(one, 0) for one in items)
    whole = _ordered(value, file.model)
    lists = {field.name for field in fields_of(file.model) if is_parts(field)}
    return "".join(("\n" if key in lists else "") + _entry(key, one, 0) for key, one in whole.items())


def in_form(item: Item) -> str:
    """An entry as it stands in its file, in the one form."""
    nested = next(model for model, kind in KINDS.items() if kind == item.kind)
    model = nested if len(item.place) > 1 else item.file.model
    assert model is not None
    return "".join(_entry(key, one, 0) for key, one in _ordered(item.value, model).items())


def is_parts(field: Field) -> bool:
    """Whether a field holds a list of parts, which stands last and apart."""
    return field.value.form == "list" and field.value.item is not None and field.value.item.form == "part"


def _ordered(value: Any, model: type[Part]) -> Any:
    """A mapping with its keys in the order of the model, without what says nothing."""
    if not isinstance(value, dict):
        return value
    found = {}
    for field in fields_of(model):
        if field.name in value:
            one = _value(value[field.name], field.value)
            if field.required or (one is not False and one not in (None, [], {})):
                found[field.name] = one
    return found


def _value(value: Any, known: Value) -> Any:
    if known.form == "list" and isinstance(value, list) and known.item is not None:
        return [_value(one, known.item) for one in value]
    if known.part is not None:
        return _ordered(value, known.part)
    if known.form == "places" and isinstance(value, dict):
        return {key: place[0] if isinstance(place, list) and len(place) == 1 else place for key, place in value.items()}
    return value


# -- Writing -----------------------------------------------------------------


def _entry(key: str, value: Any, indent: int) -> str:
    """A key with its value, as lines."""
    head = " " * indent + _scalar(key) + ":"
    if not isinstance(value, dict | list):
        return f"{head} {_scalar(value)}\n"
    if (flow := _flow(value)) is not None and len(head) + 1 + len(flow) <= _WIDTH:
        return f"{head} {flow}\n"
    inside = indent + 2
    if isinstance(value, dict):
        return head + "\n" + "".join(_entry(name, one, inside) for name, one in value.items())
    return head + "\n" + "".join(_item(one, inside) for one in value)


def _item(value: Any, indent: int) -> str:
    """An item of a list, as lines."""
    head = " " * indent + "- "
    if not isinstance(value, dict | list):
        return f"{head}{_scalar(value)}\n"
    if (flow := _flow(value)) is not None and len(head) + len(flow) <= _WIDTH:
        return f"{head}{flow}\n"
    if isinstance(value, list):
        lines = "".join(_item(one, indent + 2) for one in value)
    else:
        lines = "".join(_entry(name, one, indent + 2) for name, one in value.items())
    return head + lines[indent + 2 :]


def _flow(value: Any) -> str | None:
    """A value on one line; None for what has an id, or an entry inside, and gets lines of its own."""
    if isinstance(value, dict):
        if "id" in value:
            return None
        parts = [(key, _flow(one)) for key, one in value.items()]
        return (
            None
            if any(one is None for _, one in parts)
            else _braced(f"{_scalar(key, True)}: {one}" for key, one in parts)
        )
    if isinstance(value, list):
        found = [_flow(one) for one in value]
        return None if None in found else "[" + ", ".join(str(one) for one in found) + "]"
    return _scalar(value, True)


def _braced(parts: Any) -> str:
    return "{" + ", ".join(parts) + "}"


def _scalar(value: Any, in_flow: bool = False) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = " ".join(str(value).split())
    if _is_plain(text) and not (in_flow and _IN_FLOW.search(text)):
        return text
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str) -> bool:
    begins = bool(text) and (unicodedata.category(text[0])[0] in "LN" or text[0] in _RULES["first"])
    return begins and not _NEVER.search(text) and not _READ_OTHERWISE.search(text)


def comment_lines(text: str) -> list[int]:
    """The lines with a comment, apart from the first line's schema: they would be lost."""
    lines = text.split("\n")
    found, inside = [], _inside_scalars(text)
    for number, line in enumerate(lines):
        for match in re.finditer(r"(?:^|(?<=\s))#", line):
            is_schema = number == 0 and line.startswith("# yaml-language-server:")
            if not is_schema and not any(start <= (number, match.start()) < end for start, end in inside):
                found.append(number + 1)
                break
    return found


def _inside_scalars(text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [
        ((token.start_mark.line, token.start_mark.column), (token.end_mark.line, token.end_mark.column))
        for token in yaml.scan(text, Loader=yaml.SafeLoader)
        if isinstance(token, yaml.ScalarToken)
    ]
