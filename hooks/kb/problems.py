"""A fault in the data and how it is told: where, what was found, what was expected, how to mend it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from kb.messages import LABELS, MESSAGES, WORDS

# Facts that we write ourselves, never the data: they may hold "@words" to be told in the reader's language.
OWN_WORDS = {"expected", "reason", "type", "kind", "purpose"}

Level = Literal["fault", "warning"]
Locale = Literal["da", "en"]
LOCALES: tuple[Locale, ...] = ("da", "en")  # every language there is; a host may leave English out


@dataclass(frozen=True, order=True)
class Where:
    """A place in a file: path from the project's root with forward slashes, line counted from 1."""

    path: str
    line: int


@dataclass(frozen=True, order=True)
class Problem:
    """One fault or warning. `rule` is a key of MESSAGES; `facts` fills the gaps of its texts."""

    where: Where
    rule: str
    entry: str = ""
    facts: tuple[tuple[str, str], ...] = field(default=())
    level: Level = "fault"

    def tell(self, locale: Locale) -> str:
        """`path:line: …` in Danish or English, one line."""
        found, expected, hint = MESSAGES[self.rule][locale]
        label = LABELS[locale]
        facts = {"suggestion": "", **dict(self.facts)}
        for name in OWN_WORDS & facts.keys():
            facts[name] = re.sub(r"@([a-z-]+)", lambda m: WORDS[locale].get(m[1], m[1]), facts[name])
        parts = [f"{self.where.path}:{self.where.line}: {label[self.level]}:"]
        if self.entry:
            parts.append(f"{self.entry}:")
        parts.append(_fill(found, facts) + ".")
        if expected:
            parts.append(f"{label['expected']}: {_fill(expected, facts)}.")
        if facts["suggestion"]:
            meant = ", ".join(label["word"].format(word) for word in facts["suggestion"].split(", "))
            parts.append(f"{label['meant']} {meant}?")
        elif hint:
            parts.append(f"{label['hint']}: {_fill(hint, facts)}.")
        return " ".join(parts)


def problem(where: Where, rule: str, entry: str = "", level: Level = "fault", **facts: object) -> Problem:
    """A Problem with its facts as text, long values from the data shortened."""
    told = tuple(sorted((name, _short(str(value), name in OWN_WORDS)) for name, value in facts.items()))
    return Problem(where, rule, _short(entry), told, level)


def near(found: str, known: Iterable[str]) -> str:
    """The one or two known words most like the one found; empty when none is like it."""
    return ", ".join(difflib.get_close_matches(found, sorted(known), n=2, cutoff=0.6))


def faults(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build."""
    return [p for p in problems if p.level == "fault"]


def _short(value: str, own: bool = False, most: int = 160) -> str:
    """One line without invisible signs (a terminal would obey some of them)."""
    value = "".join(c if c.isprintable() else "�" for c in " ".join(value.split()))
    return value if own or len(value) <= most else value[: most - 1] + "…"


def _fill(text: str, facts: dict[str, str]) -> str:
    # In one pass: a value from the data may hold braces and must never be read as a gap to fill.
    return re.sub(r"\{(\w+)\}", lambda m: facts.get(m[1], m[0]), text)
