"""The schemas of the data files: current, valid, and of one mind with the check about the form of a file."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from cases import CASES, Case
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator, FormatChecker
from minibase import MiniBase
from slips import spoiled
from trial import Base

from kb.checks import check
from kb.data import read
from kb.editing.canonical import schema_name
from kb.forms import schema
from kb.forms.fields import Field, fields_of, models_in
from kb.forms.words import help_text, label, names_without_field
from kb.layout import FILES, FileKind, file_kind
from kb.load import Document, read_folder
from kb.problems import faults

ROOT = Path(__file__).parents[2]
OWN, _ = read_folder(ROOT, "deploy/local-example", "local")
DOCUMENTS = [*read(ROOT, own=False).documents, *OWN]
DATES = FormatChecker(["date"])
# Rules about the form of a file, which the schema says too. The others hang on other files, on the wording of a text
# or on several fields together, and are for the check alone.
OF_FORM = {"unknown-key", "missing-key", "wrong-type", "not-allowed", "how-many", "date", "mail", "colour", "slug-form"}
OF_FORM |= {"address", "phone", "empty-text", "out-of-range"}
# … but for what no schema can say: numbers that fit one another, how long a telephone number is, links inside a text.
NOT_SAID = {"share: [2, 0]", "low: 30", "12-34-56-78-90-12-34-56-78", "[rådene](ftp://x.example)"}
SLIPS = [case for case in CASES if case.rule in OF_FORM and not {case.new, case.at} & NOT_SAID]
NAMES = [f"{i}: {case.rule} {case.entry or case.path}" for i, case in enumerate(SLIPS, 1)]


def all_fields() -> set[Field]:
    return {field for file in FILES if file.model for model in models_in(file.model) for field in fields_of(model)}


def plain(value: Any) -> Any:
    """As JSON has it: dates as text."""
    return json.loads(json.dumps(value, default=lambda day: day.isoformat() if isinstance(day, datetime.date) else day))


def faults_in(document: Document, file: FileKind) -> list[str]:
    found = json.loads(schema.schemas()[f"data/schema/{schema_name(file)}.schema.json"])
    return [error.message for error in Draft7Validator(found, format_checker=DATES).iter_errors(plain(document.value))]


@pytest.mark.parametrize("path", [*schema.schemas(), ".vscode/settings.json"])
def test_what_is_kept_is_what_the_model_says(path: str, tmp_path: Path) -> None:
    schema.write(tmp_path)
    kept = (ROOT / path).read_text(encoding="utf-8") if (ROOT / path).is_file() else ""
    assert kept == (tmp_path / path).read_text(encoding="utf-8"), f"{path} is not current; run: kb schema"


def test_no_schema_is_left_of_what_is_gone() -> None:
    kept = {path.relative_to(ROOT).as_posix() for path in (ROOT / "data/schema").iterdir()}
    assert kept == set(schema.schemas())


@pytest.mark.parametrize("text", list(schema.schemas().values()), ids=list(schema.schemas()))
def test_a_schema_is_a_schema(text: str) -> None:
    Draft7Validator.check_schema(json.loads(text))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.path)
def test_a_file_without_faults_fits_its_schema(document: Document) -> None:
    file = file_kind(document.role)
    assert file is not None and faults_in(document, file) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.path)
def test_a_file_names_its_schema_in_its_first_line(document: Document) -> None:
    first = (ROOT / document.path).read_text(encoding="utf-8").partition("\n")[0]
    folder = ROOT / Path(document.role).parent
    named = (folder / first.removeprefix("# yaml-language-server: $schema=")).resolve()
    file = file_kind(document.role)
    assert file is not None and named == ROOT / f"data/schema/{schema_name(file)}.schema.json"


@pytest.mark.parametrize("case", SLIPS, ids=NAMES)
def test_a_slip_in_form_that_the_check_finds_the_schema_finds_too(case: Case, mini: MiniBase) -> None:
    case.spoil(mini)
    document = next(one for one in mini.data().documents if one.path == case.path)
    file = file_kind(document.role)
    assert file is not None and faults_in(document, file) != []


@pytest.mark.parametrize(
    "path", ["data/themes/private/04-tidspres.yml", "data/references.yml", "data/guide/statistics.yml"]
)
def test_what_the_schema_refuses_the_check_refuses_too(path: str, tmp_path: Path) -> None:
    base = Base.of(ROOT)

    @settings(max_examples=12, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(spoiled((ROOT / path).read_text(encoding="utf-8")))
    def one(content: bytes) -> None:
        data = base.with_file(path, content, tmp_path)
        document = next((one for one in data.documents if one.path == path), None)
        file = file_kind(path)
        if document is not None and file is not None and faults_in(document, file):
            assert [problem for problem in faults(check(data)) if problem.where.path == path], content

    one()


def test_every_field_has_a_label_and_help() -> None:
    assert all(label(field) and help_text(field).endswith((".", "?")) for field in all_fields())


def test_no_label_is_left_of_a_field_that_is_gone() -> None:
    assert names_without_field(all_fields()) == []


def test_schemas_stay_out_of_what_is_read_as_data(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    assert all("schema" not in document.path for document in read(tmp_path).documents)
