"""The judged queries: what people type, and the entries they would be glad to have first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
SETS = {"queries": HERE / "queries.yml", "held out": HERE / "held-out.yml"}


@dataclass(frozen=True)
class Judged:
    """One query; `kind` is what makes it hard: plain, inflected, compound, spelling, slip, synonym, name …"""

    query: str
    language: str
    kind: str
    answers: frozenset[str]


def judged(name: str) -> list[Judged]:
    """The queries of a set, `queries` or `held out`."""
    loaded = yaml.safe_load(SETS[name].read_text(encoding="utf-8"))
    return [Judged(str(one["query"]), one["language"], one["kind"], frozenset(one["answers"])) for one in loaded]


@dataclass(frozen=True)
class Score:
    """What some queries came to; `mrr` is the mean of 1/place of the first answer, 0 where none was found."""

    queries: int
    success_1: float
    success_3: float
    mrr: float
    empty: float

    @classmethod
    def of(cls, places: list[int | None], empty: int) -> Score:
        """From the place (1 …) of each query's first answer, and how many queries had no result at all."""
        n = len(places) or 1
        found = [place for place in places if place]
        success_1, success_3 = (sum(place <= most for place in found) / n for most in (1, 3))
        return cls(len(places), success_1, success_3, sum(1 / place for place in found) / n, empty / n)


def place_of(answers: frozenset[str], results: list[str]) -> int | None:
    """Where the first answer stands among the results, from 1; None where there is none."""
    return next((place for place, one in enumerate(results, 1) if one in answers), None)
