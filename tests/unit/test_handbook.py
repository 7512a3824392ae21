"""CONTRIBUTING shows every field of every kind of entry, and what it says of them is true."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from kb.editing.canonical import schema_name
from kb.forms.fields import Field, fields_of
from kb.forms.schema import schema_of
from kb.layout import FILES, FileKind
from kb.values import Part

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^### ([^\n]+)\n\n`(data/[^`]+)`\n\n```yaml\n(.+?)```", TEXT, re.MULTILINE | re.DOTALL)
# Settings of the site and words of its buttons are no entries.
KINDS = [file for file in FILES if file.shown.startswith("data/") and file.model and file.shown != "data/site.yml"]


def file_of(path: str) -> FileKind:
    """The kind of file that a heading's path shows: data/themes/<serie>/NN-navn.yml."""
    shape = re.sub(r"<[a-z]+>", "<>", path).replace("navn", "<>")
    return next(file for file in KINDS if re.sub(r"<[a-z]+>", "<>", file.shown) == shape)


def read(text: str) -> Any:
    """A block as plain values, dates as text."""

    class Plain(yaml.SafeLoader):
        """Leaves dates as they are written."""

    Plain.yaml_implicit_resolvers = {
        sign: [one for one in some if one[0] != "tag:yaml.org,2002:timestamp"]
        for sign, some in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Plain)


def test_every_kind_of_entry_is_shown() -> None:
    assert {file_of(path).shown for _, path, _ in BLOCKS} == {file.shown for file in KINDS}


@pytest.mark.parametrize(("name", "path", "text"), BLOCKS, ids=[name for name, *_ in BLOCKS])
def test_the_example_has_the_form_of_its_kind(name: str, path: str, text: str) -> None:
    errors = Draft7Validator(schema_of(file_of(path))).iter_errors(read(text))
    assert [f"{schema_name(file_of(path))}: {list(error.path)} {error.message}" for error in errors] == []


@pytest.mark.parametrize(("name", "path", "text"), BLOCKS, ids=[name for name, *_ in BLOCKS])
def test_the_example_shows_every_field(name: str, path: str, text: str) -> None:
    file = file_of(path)
    value = read(text)
    assert file.model is not None
    assert lacking(value[0] if file.many else value, file.model) == []


def lacking(value: Any, model: type[Part], before: str = "") -> list[str]:
    """The fields of a model that an example leaves out; in lists, the items together must show all."""
    found = []
    for field in fields_of(model):
        if field.name not in value:
            # Shown once is enough: a theme's questions need not repeat what its findings show.
            found += [] if field.name in OFTEN and before else [before + field.name]
        elif part := part_of(field):
            inner = value[field.name]
            whole = {key: one for item in inner for key, one in item.items()} if isinstance(inner, list) else inner
            found += lacking(whole, part, f"{before}{field.name}.")
    return found


OFTEN = {"see", "note", "withdrawn", "formerly", "drawbacks_note", "demands", "research"}


def part_of(field: Field) -> type[Part] | None:
    value = field.value.item or field.value
    return value.part if value.form == "part" else None


@pytest.mark.parametrize(("name", "path", "text"), BLOCKS, ids=[name for name, *_ in BLOCKS])
def test_what_is_called_must_is_must(name: str, path: str, text: str) -> None:
    model = file_of(path).model
    assert model is not None
    top = {field.name: field.required for field in fields_of(model)}
    indent = "  " if file_of(path).many else ""
    for line in text.splitlines():
        match = re.match(rf"(?:{indent}|- )([a-z_]+):.*# (skal|kan) · (must|may)", line)
        if match:
            assert (match[2] == "skal") == (match[3] == "must") == top[match[1]], line
