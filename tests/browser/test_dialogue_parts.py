"""The parts of the dialogue tool, each on its own: what goes in and what comes out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from meeting import ROOT, TOOL
from playwright.sync_api import BrowserContext, Page

from kb.dialogue import saved_form


@pytest.fixture(scope="module", params=["da", "en"])
def parts(request: pytest.FixtureRequest, plain_context: BrowserContext) -> Iterator[Page]:
    """A page with the tool, whose parts are asked directly; nothing a test does changes it."""
    page = plain_context.new_page()
    page.goto("/" + TOOL[request.param])
    page.locator("[data-tool]:not([hidden])").wait_for()
    yield page
    page.close()


@pytest.fixture(scope="module")
def danish(plain_context: BrowserContext) -> Iterator[Page]:
    page = plain_context.new_page()
    page.goto("/" + TOOL["da"])
    page.locator("[data-tool]:not([hidden])").wait_for()
    yield page
    page.close()


# -- Spread


@pytest.mark.parametrize(
    ("marks", "spread"),
    [
        ([], None),
        ([4], {"n": 1, "low": 4, "high": 4, "median": 4}),
        ([6, 2], {"n": 2, "low": 2, "high": 6, "median": 4}),
        ([7, 1, 2], {"n": 3, "low": 1, "high": 7, "median": 2}),
        ([2, 3, 3, 6], {"n": 4, "low": 2, "high": 6, "median": 3}),
        ([2, 3], {"n": 2, "low": 2, "high": 3, "median": 2.5}),
    ],
)
def test_the_spread_has_both_ends_and_the_middle(danish: Page, marks: list[int], spread: Any) -> None:
    assert danish.evaluate("marks => tbDialogue.spread(marks)", marks) == spread


@pytest.mark.parametrize(
    ("marks", "word"),
    [
        ([3, 3], "agree"),
        ([3, 4, 4], "agree"),
        ([2, 4], "near"),
        ([2, 5], "near"),
        ([2, 6], "differ"),
        ([1, 7], "differ"),
    ],
)
def test_how_far_a_group_agrees_hangs_on_its_ends(danish: Page, marks: list[int], word: str) -> None:
    assert danish.evaluate("marks => tbDialogue.agreement(tbDialogue.spread(marks))", marks) == word


_BALANCE = {"left": "Aktivitet", "right": "Værdiskabelse"}


@pytest.mark.parametrize(
    ("today", "wanted", "said"),
    [
        ([2, 2], [5, 6], "Ønsket ligger tættere på Værdiskabelse end i dag."),
        ([6, 6], [2, 3], "Ønsket ligger tættere på Aktivitet end i dag."),
        ([3, 3], [3, 3], "Ønsket ligger samme sted som i dag."),
    ],
)
def test_the_way_a_group_wants_is_told(danish: Page, today: list[int], wanted: list[int], said: str) -> None:
    sayings = danish.evaluate("([balance, marks]) => tbDialogue.sayings(balance, marks)",
                              [_BALANCE, {"today": today, "wanted": wanted}])  # fmt: skip
    assert sayings[-1] == said


def test_one_person_s_marks_say_nothing_of_agreement(danish: Page) -> None:
    sayings = danish.evaluate("([balance, marks]) => tbDialogue.sayings(balance, marks)",
                              [_BALANCE, {"today": [2], "wanted": []}])  # fmt: skip
    assert sayings == []


@pytest.mark.parametrize("n", [1, 2, 20, 60])
def test_the_picture_grows_with_the_group_and_holds_every_mark(danish: Page, n: int) -> None:
    found = danish.evaluate(
        """([balance, n]) => {
          const marks = Array(n).fill(3);
          const svg = tbDialogue.picture(balance, { today: marks, wanted: marks });
          const tops = [...svg.querySelectorAll("circle")].map(one => Number(one.getAttribute("cy")) - 7);
          return [tops.length, Math.min(...tops)];
        }""",
        [_BALANCE, n],
    )
    assert found[0] == 2 * n and found[1] >= 14


# -- Tables


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ("Pauser", "Pauser"),
        ("a;b", '"a;b"'),
        ('sig "ja"', '"sig ""ja"""'),
        ("to\nlinjer", '"to\nlinjer"'),
        ("=1+1", "'=1+1"),
        ("+45 12 34", "'+45 12 34"),
        ("-2", "'-2"),
        ("@sum", "'@sum"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
    ],
)
def test_a_cell_is_written_so_that_it_comes_back_and_never_runs(danish: Page, typed: str, cell: str) -> None:
    csv = danish.evaluate(
        "what => tbDialogue.csv({ ...tbDialogue.fresh(), plan: [{ ...tbDialogue.newItem(what) }] })", typed
    )
    assert csv.split("\r\n", 1)[1].startswith(cell + ";")


# -- Calendar


def test_what_is_dropped_has_no_follow_up(danish: Page) -> None:
    plan = [{"id": "aaaaaa", "what": "a", "follow_up": "2027-01-01", "status": "dropped"},
            {"id": "bbbbbb", "what": "b", "follow_up": "", "status": "planned"},
            {"id": "cccccc", "what": "c", "follow_up": "2027-01-01", "status": "done"}]  # fmt: skip
    found = danish.evaluate("plan => tbDialogue.followUps({ plan }).map(item => item.what)", plan)
    assert found == ["c"]


@pytest.mark.parametrize("text", ["æ" * 200, "🙂" * 60, "a" * 74, "a" * 75, "a" * 400])
def test_long_lines_are_folded_within_no_letter(danish: Page, text: str) -> None:
    ics = danish.evaluate(
        """what => {
          const item = { ...tbDialogue.newItem(what), follow_up: "2027-12-31" };
          return tbDialogue.ics({ ...tbDialogue.fresh(), plan: [item] }, new Date("2026-11-25T10:00:00Z"));
        }""",
        text,
    )
    assert max(len(line.encode()) for line in ics.split("\r\n")) <= 75
    assert text in ics.replace("\r\n ", "")
    assert "DTEND;VALUE=DATE:20280101" in ics


# -- The form


def _mutations() -> list[tuple[str, Any]]:
    item = {"id": "planplan1", "what": "Prøv", "problem": "", "cause": "", "who": "", "when": "", "status": "planned",
            "follow_up": "", "sign": ""}  # fmt: skip
    people = [[{"balance": "balance-1", "today": 3}]]
    right = {"format": "trivselsbasen-dialogue", "version": 1, "id": "abcdef1", "name": "x", "chosen": [],
             "people": people, "balances": [], "questions": [], "plan": [item]}  # fmt: skip
    values: list[Any] = [None, True, 0, -1, 1.5, "", "x" * 20000, [], {}, [[]], "2026-02-30", "<b>"]
    found: list[tuple[str, Any]] = [("right", right)]
    for key in right:
        found.append((f"without {key}", {k: v for k, v in right.items() if k != key}))
        found += [(f"{key}: {str(value)[:12]}", {**right, key: value}) for value in values]
    for key in item:
        found += [(f"plan.{key}: {str(value)[:12]}", {**right, "plan": [{**item, key: value}]}) for value in values]
    return found


def test_the_tool_reads_just_what_the_published_form_allows(danish: Page) -> None:
    validator = Draft202012Validator(json.loads(saved_form()))
    cases = _mutations()
    read = danish.evaluate(
        """all => all.map(one => {
          try { tbDialogue.fit(tbDialogue.app.form, one); return true; } catch (e) { return false; }
        })""",
        [case for _, case in cases],
    )
    odd = [name for (name, case), ok in zip(cases, read, strict=True) if ok != validator.is_valid(case)]
    assert odd == []


# -- Words


def test_every_word_the_scripts_say_is_there(parts: Page) -> None:
    # The words are read from the scripts: t("tool_x"), t("tool_x", {n}), t("tool_" + …) stand for a family.
    words = parts.evaluate("JSON.parse(document.querySelector('script[data-words]').textContent)")
    missing, families = set(), set()
    for script in sorted((ROOT / "overrides/assets/dialogue").glob("*.js")):
        for word in re.findall(r'"(tool_[a-z_]+)"', script.read_text(encoding="utf-8")):
            if word.endswith("_"):
                families.add(word)
            elif word not in words and f"{word}_one" not in words:
                missing.add(word)
    assert missing == set()
    assert all(any(word.startswith(family) for word in words) for family in families)
