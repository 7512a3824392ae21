"""Which English text was written for which Danish one, so that it shows when the Danish has changed since.

data/translations.txt holds a line for each pair: the fingerprint of the English text, then that of the Danish. An
English text that stands in it with other Danish than its present one is stale. Nothing hangs on dates or on where a
text stands, so entries may be moved about; and a fingerprint leaves out what is typography alone.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from kb.problems import Problem, Where, problem
from kb.prose import plain

FILE = "data/translations.txt"
MOST_KEPT = 400_000  # texts, which a preview asks of again after each change
Ledger = Mapping[str, frozenset[str]]  # fingerprint of an English text → those of the Danish it was written for
Prints = tuple[str, str]  # the fingerprints of an English text and its Danish

_LINE = re.compile(r"([0-9a-f]{12}) ([0-9a-f]{12})")
# What a number needs stays (1,5 is not 15); other signs, capitals and emphasis are typography.
_SIGNS = re.compile(r"(?<=\d)[.,:/–-](?=\d)|[%+]|[^\W_]+")


@lru_cache(maxsize=MOST_KEPT)
def fingerprint(text: str) -> str:
    """Twelve hexadecimal figures that stay as they are while only marks, spaces, punctuation and capitals change."""
    words = " ".join(_SIGNS.findall(unicodedata.normalize("NFKC", plain(text)).casefold()))
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def prints_of(danish: str, english: str) -> Prints:
    """The pair as the ledger holds it."""
    return fingerprint(english), fingerprint(danish)


def is_stale(ledger: Ledger, prints: Prints) -> bool:
    """Whether the English is known, but with other Danish."""
    english, danish = prints
    return english in ledger and danish not in ledger[english]


def is_new(ledger: Ledger, prints: Prints) -> bool:
    """Whether the English is not known yet: it has just been written, for the Danish that it stands beside."""
    return prints[0] not in ledger


def read_ledger(root: Path) -> tuple[Ledger, list[Problem]]:
    """The ledger of a base; empty where there is none. A line that is none is a fault: a merge may have left it."""
    file = root / FILE
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else []
    found: dict[str, set[str]] = {}
    problems = []
    for number, line in enumerate(lines, 1):
        if match := _LINE.fullmatch(line):
            found.setdefault(match[1], set()).add(match[2])
        else:
            problems.append(problem(Where(FILE, number), "ledger-line", found=line))
    return {english: frozenset(danish) for english, danish in found.items()}, problems


def updated(ledger: Ledger, present: Iterable[Prints], confirmed: Iterable[Prints] = ()) -> Ledger:
    """The ledger with what is new and what is confirmed, without what no text needs any more."""
    found: dict[str, set[str]] = {}
    approved = set(confirmed)
    for prints in present:
        english, danish = prints
        if is_stale(ledger, prints) and prints not in approved:
            found.setdefault(english, set()).update(ledger[english])  # until somebody has looked at it
        else:
            found.setdefault(english, set()).add(danish)
    return {english: frozenset(danish) for english, danish in found.items()}


def as_text(ledger: Ledger) -> str:
    """The file, a line a pair, sorted, so that two who add pairs seldom meet in one place."""
    return "".join(f"{english} {danish}\n" for english in sorted(ledger) for danish in sorted(ledger[english]))
