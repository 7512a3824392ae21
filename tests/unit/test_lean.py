"""Styles and scripts without what only those who read the code need."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kb.assets import JOINED, lean, served

ROOT = Path(__file__).parents[2]
SCRIPTS = [one for one in sorted((ROOT / "overrides/assets").rglob("*.js")) if "vendor" not in one.parts]
_SIGNS = re.compile(r"\[(?:\\.|[^\]\\])*\]")  # of a pattern: a backtick in them begins no text


@pytest.mark.parametrize(
    ("code", "left"),
    [
        ("/* What it is for. */\na {}\n", "a {}\n"),
        ("/* What it is for,\n   at length: it's needed. */\na {}\n", "a {}\n"),
        ("a { }\n\n\n  b { }\n", "a { }\nb { }\n"),
        ("a { color: red; } /* a warning */\n", "a { color: red; }\n"),
        ("if (a) {\n    b();\n  }\n", "if (a) {\nb();\n}\n"),
        ("/* one */\na();\n/* two */\nb();\n", "a();\nb();\n"),
        ("var a = 1; /* b */ var c = 2; /* d */\n", "var a = 1; /* b */ var c = 2;\n"),
    ],
)
def test_comments_and_indentation_are_left_out(code: str, left: str) -> None:
    assert lean(code) == left


@pytest.mark.parametrize(
    "code",
    [
        'var files = "*/*, .json"; /* as "they" say */\n',
        "var a = ' /* no comment */';\n",
        "var a = `x /* no comment */`;\n",
        'fetch("https://a.example//b");\n',
        "} catch (e) { /* nothing can be done */ }\n",
        "a { content: '\\201C'; }\n",
    ],
)
def test_texts_and_code_stay_as_they_are(code: str) -> None:
    assert lean(code) == code


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda one: one.name)
def test_no_text_in_a_script_runs_over_several_lines(script: Path) -> None:
    """Its lines would lose their indentation."""
    lines = [_SIGNS.sub("", line) for line in script.read_text(encoding="utf-8").splitlines()]
    odd = [line for line in lines if line.count("`") % 2]
    assert odd == []


def test_what_others_wrote_is_served_as_they_wrote_it() -> None:
    name = "search/vendor/base-stemmer.js"
    assert served(ROOT)[f"assets/{name}"] == (ROOT / "overrides/assets" / name).read_text(encoding="utf-8")


def test_a_project_may_lie_in_a_folder_of_any_name(tmp_path: Path) -> None:
    """The same bytes wherever it lies."""
    shutil.copytree(ROOT / "overrides/assets", tmp_path / "vendor/overrides/assets")
    assert served(tmp_path / "vendor") == served(ROOT)


def test_scripts_that_are_joined_are_not_served_by_themselves() -> None:
    assert set(JOINED) <= set(served(ROOT))
    assert not {part for parts in JOINED.values() for part in parts} & set(served(ROOT))
