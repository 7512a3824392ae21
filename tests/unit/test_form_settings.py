"""The settings of the editors' form: every field of the model and no other, told in Danish, picked where it can be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from cases import SITE
from minibase import MiniBase

from kb.build import read_base
from kb.forms.cms import edited, settings
from kb.forms.page import at_home, missing
from kb.layout import FILES, FileKind, file_kind
from kb.model import Entry
from kb.problems import Where
from kb.values import Part, Slugs, Text, Words

REPOSITORY = "editor_repository: planter/basen\neditor_branch: trunk\n"
BOTH = {"da", "en"}
FILE_IN = {"balancer": "/1-x.yml", "cases": "/x.yml"}


@pytest.fixture
def form(mini: MiniBase) -> dict[str, Any]:
    """The settings for the miniature base."""
    found: dict[str, Any] = json.loads(settings(mini.append(SITE, REPOSITORY).linked()))
    return found


def files_in(form: dict[str, Any]) -> Iterator[tuple[str, FileKind, list[dict[str, Any]]]]:
    """(name, kind of file, fields) of everything that the form edits."""
    for collection in form["cms"]["collections"]:
        for one in collection.get("files", [collection]):
            path = one.get("file") or one["folder"] + FILE_IN.get(one["name"], "/01-x.yml")
            file = file_kind(path)
            assert file is not None, path
            yield one["name"], file, one["fields"]


def parts_of(annotation: Any) -> list[type[Part]]:
    """The models inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return [annotation]
    return (
        [part for one in get_args(annotation) for part in parts_of(one)] if get_origin(annotation) is not dict else []
    )


def assert_fields(fields: list[dict[str, Any]], model: type[Part], where: str) -> None:
    """The fields of a form are those of a model, all the way in."""
    if model in {Text, Slugs, Words}:
        assert {field["name"] for field in fields} == BOTH, where
        return
    assert {field["name"] for field in fields} == set(model.model_fields), where
    for field in fields:
        for part in parts_of(model.model_fields[field["name"]].annotation):
            assert_fields(field["fields"], part, f"{where}.{field['name']}")


def all_fields(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from all_fields(field.get("fields", []))


def test_every_field_of_the_model_is_in_the_form_and_nothing_else(form: dict[str, Any]) -> None:
    for name, file, fields in files_in(form):
        assert file.model is not None
        if file.many:
            [whole] = fields
            assert whole["root"] is True
            fields = whole["fields"]
        assert_fields(fields, file.model, name)


def test_every_kind_of_file_is_in_the_form_but_the_words_of_the_interface(form: dict[str, Any]) -> None:
    edited_here = {file.shown for _, file, _ in files_in(form)}
    assert edited_here == {file.shown for file in FILES if file.shown.startswith("data/")} - {"data/interface.yml"}
    assert {file.shown for file in edited()} == edited_here


def test_every_field_has_a_danish_label_and_help(form: dict[str, Any]) -> None:
    for name, _, fields in files_in(form):
        for field in all_fields(fields):
            assert field["label"], (name, field)
            assert field["name"] in {*BOTH, "items", "id", "place", "word"} or field["hint"], (name, field)


def test_what_names_an_entry_is_picked_never_typed(form: dict[str, Any]) -> None:
    fields = [field for _, _, some in files_in(form) for field in all_fields(some)]
    for name in ("organisation", "see", "also_in", "sibling", "references", "about", "series", "front_case"):
        found = [field for field in fields if field["name"] == name]
        assert found and all(field["widget"] == "select" for field in found), name
    assert {kind for field in fields for kind in kinds_of(field)} <= form["picks"].keys()


def kinds_of(field: dict[str, Any]) -> list[str]:
    options = field.get("options")
    return options.split(",") if isinstance(options, str) else []


def test_an_entry_is_picked_by_its_title_and_kept_by_its_id(form: dict[str, Any]) -> None:
    assert {"label": "Gartneri Nord (gartneri-nord)", "value": "gartneri-nord"} in form["picks"]["organisation"]


def test_what_must_be_there_is_required_and_what_may_be_left_out_is_not(form: dict[str, Any]) -> None:
    for _, file, fields in files_in(form):
        model = file.model
        assert model is not None
        for field in fields[0]["fields"] if file.many else fields:
            if not model.model_fields[field["name"]].is_required():
                assert field.get("required") is False, (file.shown, field["name"])


def test_english_may_be_left_out_where_the_site_says_so(mini: MiniBase) -> None:
    mini.append(SITE, REPOSITORY).replace(SITE, "require_english: true", "require_english: false")
    form = json.loads(settings(mini.linked()))
    texts = [field for _, _, fields in files_in(form) for field in all_fields(fields) if field["name"] == "en"]
    assert texts and all(field.get("required") is False for field in texts)


def test_a_change_becomes_a_pull_request_where_the_site_says(form: dict[str, Any]) -> None:
    cms = form["cms"]
    assert cms["backend"] == {"name": "github", "repo": "planter/basen", "branch": "trunk"}
    assert cms["publish_mode"] == "editorial_workflow"


def test_patterns_are_those_of_the_check(form: dict[str, Any]) -> None:
    fields = [field for _, _, some in files_in(form) for field in all_fields(some)]
    [phone] = [field for field in fields if field["name"] == "phone"][:1]
    pattern = re.compile(phone["pattern"][0])
    assert pattern.search("+45 12 34 56 78") and not pattern.search("ring 12 34")


# -- The files of the form


def test_turned_on_without_its_parts_it_says_how_they_are_had(mini: MiniBase) -> None:
    [found] = missing(mini.root, Where(SITE, 1))
    assert found.rule == "editor-missing" and "npm ci" in found.tell("en")


def test_a_base_that_lacks_them_is_not_built(mini: MiniBase) -> None:
    mini.append(SITE, REPOSITORY + "editor: true\n")
    (mini.root / "docs").mkdir()
    assert "editor-missing" in {fault.rule for fault in read_base(mini.root, mini.root / "docs").faults}


def test_its_own_translations_and_fonts_come_from_our_site() -> None:
    root = Path(__file__).parents[2]
    script = root / "editor/node_modules/@sveltia/cms/dist/sveltia-cms.js"
    if not script.is_file():
        pytest.skip("the form is not installed; make test does that")
    text = at_home(script.read_text(encoding="utf-8"))
    assert "unpkg.com/@sveltia/cms" not in text and not re.search(r"https://[\w./-]+\.woff2", text)


def test_no_entry_of_the_model_is_left_out_of_what_can_be_picked(form: dict[str, Any], mini: MiniBase) -> None:
    linked = mini.linked()
    ids = {pick["value"] for kind in form["picks"].values() for pick in kind}
    assert {entry.id for entry in linked.all(Entry)} <= ids
