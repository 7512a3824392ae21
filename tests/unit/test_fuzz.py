"""Whatever an editor does to the files, the check tells of it and never breaks down."""

from __future__ import annotations

import random
import re

import pytest
from minibase import MiniBase

ROUNDS, FILES_A_ROUND = 110, 3
ODD = (
    "\t", "\x00", "\x1b", "\u2028", "\ufeff", "{{", "}", "[", "]]", "&a ", "*a", "<<: ", "!!python/none ", "%TAG ",
    "--- ", "? ", "- ", "| ", ": ", "'", '"\\ud800"', '"\\UFFFFFFFF"', "#", "@", "`", "\r", "0x",
    "é", "😀", "1e999", "\n\n", "~",
)  # fmt: skip
VALUES = (
    "", "[]", "{}", "[[]]", "{{}: 1}", "{a: {b: [c]}}", "0", "-1", "1.0e+999", "true", "2026-02-30", "2026-01-01",
    "null", '""', "' '", '"  "', "private-01", "[1, {id: 2}]", "[private-01]",
    "{id: private-01}", "{da: [x], en: {y: z}}",
    '"@theme {key} {0} %s"', "9" * 400, "x" * 400, "{sheet-planter: {a: b}}", "voice-" + "9" * 5000,
)  # fmt: skip


def other_value(text: str, dice: random.Random) -> str:
    """Gives one key or item a value of another kind, in the place of all that stands under it or in its line."""
    lines = text.split("\n")
    at = dice.choice([i for i, line in enumerate(lines) if re.match(r"\s*(- )?[\w-]+:|\s*- ", line)])
    match = re.match(r"(\s*(?:- )?(?:[\w-]+:)?)", lines[at])
    assert match
    lines[at] = f"{match[1]} {dice.choice(VALUES)}"
    below = at + 1
    while dice.random() < 0.8 and below < len(lines) and lines[below].startswith(" " * (len(match[1]) - 1)):
        below += 1
    return "\n".join(lines[: at + 1] + lines[below:])


def cut(text: str, dice: random.Random) -> str:
    start = dice.randrange(len(text))
    return text[:start] + text[start + dice.randrange(200) :]


def doubled(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    start = dice.randrange(len(lines))
    some = lines[start : start + dice.randrange(1, 12)]
    at = dice.randrange(len(lines))
    return "\n".join(lines[:at] + some + lines[at:])


def with_odd_signs(text: str, dice: random.Random) -> str:
    for _ in range(dice.randrange(1, 4)):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(ODD) + text[at:]
    return text


def moved(text: str, dice: random.Random) -> str:
    """One line indented otherwise."""
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    lines[at] = " " * dice.randrange(8) + lines[at].lstrip()
    return "\n".join(lines)


def in_bad_bytes(text: str, dice: random.Random) -> str | bytes:
    raw = bytearray(text.encode())
    raw[dice.randrange(len(raw))] = dice.randrange(256)
    return bytes(raw)


SLIPS = (other_value, other_value, other_value, cut, doubled, with_odd_signs, moved, in_bad_bytes)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_no_slip_makes_the_check_break_down(seed: int, mini: MiniBase) -> None:
    dice = random.Random(seed)
    mini.remove("data/interface.yml")  # takes the longest to read and has no structure to speak of
    for path in dice.sample(mini.files, FILES_A_ROUND):
        mini.write(path, dice.choice(SLIPS)(mini.text(path), dice))
    told = mini.told("da") + mini.told("en")
    assert all("\n" not in line and line.isprintable() for line in told)
    "\n".join(told).encode()


@pytest.mark.parametrize("value", VALUES)
def test_a_value_of_any_kind_can_stand_under_every_key(value: str, mini: MiniBase) -> None:
    mini.remove("data/interface.yml")
    for path in mini.files:
        text = mini.text(path)
        outermost = r"(?:- |  )" if text.startswith("- ") else ""
        keys = re.findall(rf"^({outermost}(\w+):)(.*)", text, re.MULTILINE)
        mini.write(path, "\n".join(start + (old if key == "id" else f" {value}") for start, key, old in keys))
    assert mini.told("en")
