"""What a page of ours may cost, and what must never happen on it."""

from __future__ import annotations

from collections.abc import Iterator

from kinds import Place
from lighthouse import CATEGORIES
from measured import Measured

FIRST_VISIT = 100_000  # bytes on the wire, compressed


def broken(place: Place, got: Measured) -> Iterator[str]:
    """Each budget that a page breaks, in words."""
    for coding, visits in got.visits.items():
        if visits.first.bytes > FIRST_VISIT:
            yield f"{visits.first.bytes} bytes with {coding}, {FIRST_VISIT} allowed"
        if visits.foreign:
            yield f"asks other hosts: {visits.foreign}"
        if visits.cookies:
            yield f"{visits.cookies} cookies"
        if visits.said:
            yield f"says to the console: {visits.said}"
        if visits.shifts:
            yield f"moves while it loads: {visits.shifts:.4f}"
    if got.verdict:
        for category in CATEGORIES:
            if got.verdict.scores[category] < 100:
                yield f"{category} {got.verdict.scores[category]:.0f} of 100: {sorted(got.verdict.failed)}"
