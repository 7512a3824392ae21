"""What the source material holds, counted by hand: every place in the thirteen sheets and in the booklet.

A place is a source and the id that stands there, e.g. ("private-01-instruktion-og-oplaering", "F1").
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

Place = tuple[str, str]

BOOKLET = "booklet-maal-med-mening"


class Sheet(NamedTuple):
    """A theme sheet and how many findings, questions, actions, examples and references it has."""

    source: str
    theme: str
    findings: int
    questions: int
    actions: int
    examples: int
    references: int


SHEETS = [
    Sheet("private-01-instruktion-og-oplaering", "private-01", 7, 5, 3, 6, 2),
    Sheet("private-02-variation-og-indflydelse", "private-02", 5, 5, 3, 3, 3),
    Sheet("private-03-udviklingsmuligheder", "private-03", 5, 5, 3, 4, 1),
    Sheet("private-04-tidspres", "private-04", 6, 5, 3, 3, 3),
    Sheet("private-05-maalinger-og-performancekrav", "private-05", 5, 5, 3, 3, 0),
    Sheet("private-05b-maalinger-og-performancekrav-revised", "private-05", 5, 5, 3, 3, 0),
    Sheet("private-06-svaere-kald-og-ubehagelige-kundeoplevelser", "private-06", 6, 5, 3, 3, 2),
    Sheet("private-07-salg", "private-07", 7, 5, 3, 4, 1),
    Sheet("private-08-teknologi", "private-08", 6, 5, 3, 3, 2),
    Sheet("private-09-ledelse", "private-09", 7, 6, 3, 6, 2),
    Sheet("private-10-fysiske-rammer", "private-10", 6, 5, 3, 5, 3),
    Sheet("public-04-tidspres", "public-04", 6, 5, 3, 5, 3),
    Sheet("public-07-kundeservice", "public-07", 5, 5, 3, 5, 0),
]

# References inside the series: place → (theme that refers, theme referred to).
INTERNAL_REFERENCES: dict[Place, tuple[str, str]] = {
    ("private-01-instruktion-og-oplaering", "R1"): ("private-01", "private-06"),
    ("private-01-instruktion-og-oplaering", "R2"): ("private-01", "private-05"),
    ("private-02-variation-og-indflydelse", "R3"): ("private-02", "private-03"),
    ("private-04-tidspres", "R3"): ("private-04", "private-05"),
    ("private-07-salg", "R1"): ("private-07", "private-01"),
}

FILE_WITHOUT_ADDRESS: Place = ("private-04-tidspres", "R2")

# Which organisation the examples of a sheet are about, in their order.
EXAMPLES = {
    "private-01": "falck falck yousee yousee yousee yousee",
    "private-02": "falck falck yousee",
    "private-03": "yousee falck yousee yousee",
    "private-04": "yousee falck yousee",
    "private-05": "falck yousee yousee",
    "private-06": "yousee yousee falck",
    "private-07": "yousee yousee yousee yousee",
    "private-08": "falck falck yousee",
    "private-09": "yousee yousee yousee yousee falck falck",
    "private-10": "yousee yousee yousee falck falck",
    "public-04": "aarhus aarhus aarhus erhvervsstyrelsen erhvervsstyrelsen",
    "public-07": "aarhus erhvervsstyrelsen erhvervsstyrelsen erhvervsstyrelsen erhvervsstyrelsen",
}


def numbered(stem: str, last: int, first: int = 1) -> list[str]:
    """`W1` … `W6`."""
    return [f"{stem}{n}" for n in range(first, last + 1)]


def entries_of(sheet: Sheet) -> dict[str, str]:
    """Every finding, question, action and example of a sheet with the id of the one entry that retells it."""
    counts = zip("FQAE", sheet[2:6], strict=True)
    return {f"{letter}{n}": f"{sheet.theme}-{letter.lower()}{n}" for letter, last in counts for n in range(1, last + 1)}


# The references that lead out of the series.
OUTER_REFERENCES: list[Place] = [
    (sheet.source, place)
    for sheet in SHEETS
    for place in numbered("R", sheet.references)
    if (sheet.source, place) not in INTERNAL_REFERENCES
]


def _pairs(places: Iterable[str], entries: Iterable[str]) -> dict[str, str]:
    return dict(zip(places, entries, strict=True))


# Numbered pieces of the booklet → the one entry that retells each.
BOOKLET_ENTRIES: dict[str, str] = (
    _pairs(["D1a", "D1b", "D1c", "D1d"], numbered("guide-d", 4))
    | _pairs(numbered("W", 6), numbered("guide-w", 6))
    | _pairs(numbered("AS", 3), numbered("guide-as", 3))
    | _pairs(numbered("AO", 3), numbered("guide-ao", 3))
    | _pairs(numbered("C", 2), numbered("guide-c", 2))
    | _pairs(numbered("GQ", 5), numbered("guide-q", 5))
    | _pairs(numbered("QT", 9), numbered("voice-", 9))
    | _pairs(numbered("BAL", 4), numbered("balance-", 4))
    | _pairs(numbered("FIG", 4), ["stat-influence"] * 4)
    | {f"B{b}-Q{q}": f"balance-{b}-q{q}" for b in range(1, 5) for q in range(1, 6)}
)

# Running text, which may be spread over several paragraphs or gathered in one.
# FW8 is left out: it wishes the reader well and says nothing more.
RUNNING_TEXT: list[str] = [
    *numbered("FW", 7), "FW5a", "FW5b", "FW9",
    *numbered("D", 4), *numbered("P", 3), "W0", *numbered("S", 2), *numbered("FN", 2), "ADV0",
    *numbered("BAL", 5, first=0),
    *numbered("B1-I", 4), *numbered("B2-I", 2), *numbered("B3-I", 5), *numbered("B4-I", 4),
    *(f"B{b}-{pole}" for b in range(1, 5) for pole in ("L+", "L-", "R+", "R-")),
    *numbered("T", 4), *numbered("FIG", 4), *numbered("C", 4), *numbered("PQ", 6), *numbered("Z", 9),
    *numbered("TD", 16, first=0), *numbered("DSB", 15, first=0), *numbered("OD", 18, first=0),
]  # fmt: skip

# Advantages and drawbacks of the left pole, then of the right one. The last pole has two demands in place of drawbacks.
POLES = {
    "balance-1": ((4, 3), (6, 2)),
    "balance-2": ((4, 2), (6, 4)),
    "balance-3": ((4, 3), (3, 3)),
    "balance-4": ((3, 3), (4, 0)),
}

# Role and workplace of each voice, and what it speaks about.
VOICES = {
    "voice-1": ("Union representative", "Municipality", "maal-med-mening"),
    "voice-2": ("Union representative", "Municipality", "balance-1"),
    "voice-3": ("Health and safety representative", "Bank", "balance-1"),
    "voice-4": ("Union and health and safety representative", "Municipality", "balance-2"),
    "voice-5": ("Health and safety manager", "Insurance company", "balance-2"),
    "voice-6": ("Union representative", "Bank", "balance-3"),
    "voice-7": ("Union representative", "Municipality", "balance-3"),
    "voice-8": ("Health and safety representative and MED member", "Municipality", "balance-4"),
    "voice-9": ("Health and safety manager", "Insurance company", "balance-4"),
}

PEOPLE = {
    "case-topdanmark": ["Per Mathiesen", "Søren Pahl", "John Seddon"],
    "case-dsb": ["Uffe Holm"],
    "case-odense": ["Anet Dichmann-Hansen", "Karina Lund Ditlevsen", "Hanne Sørud", "Trine Nellemann"],
}
