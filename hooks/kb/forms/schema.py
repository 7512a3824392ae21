"""JSON Schemas (draft 7, which every editor knows) of the files under data/, from the fields of the model.

They say what the check says of the form of a file. What hangs on other files (whether an id exists), on the wording
of a text or on several fields together stays with the check.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from kb import prose
from kb.editing.canonical import SCHEMAS, schema_name
from kb.forms.fields import Field, Value, fields_of
from kb.forms.words import help_text, label
from kb.layout import FILES, FileKind
from kb.values import GENERAL, OWN, Part

DRAFT = "http://json-schema.org/draft-07/schema#"
_ID = rf"^{prose.ID.pattern}$"
_DATE = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_TEXT = {"type": "string", "pattern": r"\S"}
_BY_FORM: dict[str, dict[str, Any]] = {
    "prose": _TEXT,
    "plain": _TEXT,
    "address": {"type": "string", "pattern": r"^[hH][tT][tT][pP][sS]?://[^\s<>\"'`{}|\\^]+$"},
    "mail": {"type": "string", "pattern": f"^{prose.MAIL.pattern}$"},
    "phone": {"type": "string", "pattern": rf"^\s*{prose.PHONE.pattern}\s*$"},
    "colour": {"type": "string", "pattern": f"^{prose.COLOUR.pattern}$"},
    "slug": {"type": "string", "pattern": f"^{prose.SLUG.pattern}$", "maxLength": 60},
    "ref": {"type": "string", "pattern": _ID},
    "date": _DATE,
    "checked": {"anyOf": [_DATE, {"const": "never"}]},
    "yes-no": {"type": "boolean"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
}


def schemas() -> dict[str, str]:
    """The schemas by their paths from the project's root."""
    return {f"{SCHEMAS}/{schema_name(file)}.schema.json": _as_text(schema_of(file)) for file in FILES}


def vscode_settings() -> str:
    """.vscode/settings.json: which schema is whose, for editors that don't read a file's first line."""
    found = {f"./{SCHEMAS}/{schema_name(file)}.schema.json": _glob(file) for file in FILES}
    settings = {
        "yaml.schemas": found,
        "yaml.format.enable": False,
        "yaml.schemaStore.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.wordWrap": "on"},
    }
    return _as_text(settings)


def write(root: Path) -> list[str]:
    """Writes the schemas and the editor's settings; their paths."""
    found = schemas() | {".vscode/settings.json": vscode_settings()}
    for path, text in found.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return sorted(found)


def schema_of(file: FileKind) -> dict[str, Any]:
    """The schema of a kind of file."""
    top: dict[str, Any] = {"$schema": DRAFT, "title": file.shown}
    if file.model is None:
        return top | {"type": "object", "propertyNames": {"pattern": r"^[a-z0-9_]+$"}, "additionalProperties": _text()}
    one = _mapping(file.model, file)
    return top | ({"type": "array", "items": one} if file.many else one)


def _as_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _glob(file: FileKind) -> str:
    return "/" + re.sub(r"<[^>]+>", "*", file.shown).replace("NN", "*").replace("N-", "*-")


def _mapping(model: type[Part], file: FileKind | None = None) -> dict[str, Any]:
    fields = fields_of(model)
    properties = {field.name: _property(field) for field in fields}
    if file is not None and file.ids and "id" in properties:
        properties["id"]["pattern"] = "^" + re.sub(r"\{[a-z]+\}", "[a-z0-9-]+", file.ids) + "$"
    elif "id" in properties:
        properties["id"] |= {"pattern": _ID}
    found: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    if required := [field.name for field in fields if field.required]:
        found["required"] = required
    return found


def _property(field: Field) -> dict[str, Any]:
    # A description first: beside "anyOf" and the like, editors show that of the outermost.
    return {"title": label(field), "description": help_text(field)} | _shape(field.value, field.required)


def _shape(value: Value, required: bool = True) -> dict[str, Any]:
    found = _of_form(value)
    if value.can_be_nothing and not required:
        return {"anyOf": [found, {"type": "null"}]}
    return found


def _of_form(value: Value) -> dict[str, Any]:
    if value.form == "list" and value.item is not None:
        found: dict[str, Any] = {"type": "array", "items": _shape(value.item)}
        return found | {
            name: int(bound)
            for name, bound in (("minItems", value.least), ("maxItems", value.most))
            if bound is not None
        }
    if value.form == "choice":
        return {"enum": list(value.choices)}
    if value.form == "places":
        return _places()
    if value.form in {"text", "slugs"}:
        return _text("slug" if value.form == "slugs" else "prose")
    if value.form == "words":
        words = {"type": "array", "items": _TEXT}
        return {"type": "object", "properties": {"da": words, "en": words}, "additionalProperties": False}
    if value.part is not None:
        return _mapping(value.part)
    found = dict(_BY_FORM[value.form])
    bounds = {"minimum": value.least, "maximum": value.most, "exclusiveMinimum": value.above}
    found |= {name: bound for name, bound in bounds.items() if bound is not None}
    return found | ({"pattern": value.pattern} if value.pattern else {})


def _text(form: str = "prose") -> dict[str, Any]:
    """A text in both languages; whether the English must be there is said in site.yml, and checked."""
    danish, english = ("På dansk.", "På engelsk.")
    one = _BY_FORM[form]
    properties = {
        "da": {"description": danish} | one,
        "en": {"description": english} | {"anyOf": [one, {"type": "null"}]},
    }
    return {"type": "object", "properties": properties, "required": ["da"], "additionalProperties": False}


def _places() -> dict[str, Any]:
    place = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}
    named = {"type": "object", "minProperties": 1, "propertyNames": {"pattern": _ID}, "additionalProperties": place}
    return {"anyOf": [named, {"enum": [GENERAL, OWN]}]}
