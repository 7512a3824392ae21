"""Whatever an editor does to the files, the check tells of it and never breaks down. `make fuzz` tries many more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from minibase import MiniBase
from slips import VALUES, spoiled
from trial import Base, tried

from kb.load import read_text

REAL = Path(__file__).parents[2]
PATHS = (
    "data/themes/private/04-tidspres.yml",
    "data/guide/statistics.yml",
    "data/guide/cases/dsb.yml",
    "data/site.yml",
)


@pytest.fixture(scope="module")
def base() -> Base:
    return Base.of(REAL)


@pytest.mark.parametrize("path", PATHS)
def test_a_broken_file_is_told_of_or_taken(path: str, base: Base, tmp_path: Path) -> None:
    text = (REAL / path).read_text(encoding="utf-8")

    @settings(max_examples=20, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(spoiled(text))
    def one(content: bytes) -> None:
        tried(base, path, content, tmp_path)

    one()


@settings(max_examples=200, derandomize=True, deadline=None, database=None)
@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_told_of(content: bytes) -> None:
    document, problems = read_text(content.decode("latin-1"), "data/x.yml")
    assert document is not None or problems


@pytest.mark.parametrize("value", VALUES)
def test_a_value_of_any_kind_can_stand_under_every_key(value: str, mini: MiniBase) -> None:
    mini.remove("data/interface.yml")
    for path in mini.files:
        text = mini.text(path)
        outermost = r"(?:- |  )" if text.startswith("- ") else ""
        keys = re.findall(rf"^({outermost}(\w+):)(.*)", text, re.MULTILINE)
        mini.write(path, "\n".join(start + (old if key == "id" else f" {value}") for start, key, old in keys))
    assert mini.told("en")
