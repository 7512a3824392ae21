"""The dialogue tool as the pages hold it: its words, its form and its agendas."""

from __future__ import annotations

import json
import re
from pathlib import Path

from minibase import MiniBase

from kb.assets import JOINED
from kb.dialogue import WORDS, saved_form, saved_form_alone

SCRIPTS = Path(__file__).parents[2] / "overrides/assets/dialogue"
TEMPLATES = Path(__file__).parents[2] / "hooks/kb/templates/dialogue"


def test_every_word_that_the_page_gives_to_the_scripts_is_said_there() -> None:
    said = "".join(
        one.read_text(encoding="utf-8") for one in sorted([*SCRIPTS.glob("*.js"), *TEMPLATES.glob("*.html")])
    )
    named = set(re.findall(r'"tool_([a-z_]+)"', said))
    families = tuple(one for one in named if one.endswith("_"))
    endings = ("_today", "_wanted")  # t("tool_" + agreement + "_" + when)
    silent = [
        word
        for word in WORDS
        if word not in named
        and re.sub("_(one|other)$", "", word) not in named
        and not word.startswith(families)
        and not word.endswith(endings)
        and f'"{word}"' not in said  # t("tool_" + name), name from a list
    ]
    assert silent == []


def test_every_script_of_the_tool_is_served() -> None:
    assert {f"assets/dialogue/{one.name}" for one in SCRIPTS.glob("*.js")} == set(JOINED["assets/dialogue.js"])


def test_the_form_that_the_tool_checks_by_says_the_same_as_the_published_one() -> None:
    published, own = json.loads(saved_form()), saved_form_alone()
    assert own["required"] == published["required"]
    assert own["properties"].keys() == published["properties"].keys()
    assert own["$defs"].keys() == published["$defs"].keys()


def test_the_form_of_the_tool_has_no_words_for_readers() -> None:
    assert "description" not in json.dumps(saved_form_alone())


def test_a_base_without_agendas_has_none(mini: MiniBase) -> None:
    assert mini.remove("data/dialogue.yml").linked().meetings == []


def test_meetings_stand_in_the_order_of_the_file(mini: MiniBase) -> None:
    assert [one.id for one in mini.linked().meetings] == ["team", "amo"]
