"""What was measured of a page, as a plain table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinds import Place
from lighthouse import CATEGORIES, METRICS, Verdict
from visits import Visits

HEAD = (
    *("page", "site", "gzip 1st", "2nd", "br 1st", "2nd", "answers", "perf", "acc", "best", "SEO"),
    *("FCP s", "LCP s", "TBT ms", "CLS", "below full marks"),
)


@dataclass
class Measured:
    """The visits by coding, and Lighthouse's verdict where it was asked."""

    visits: dict[str, Visits]
    verdict: Verdict | None = None


def rows(found: Mapping[tuple[Place, str], Measured]) -> list[tuple[str, ...]]:
    """A row for each page of each site: kB (1,000 bytes) on the wire, answers of both visits, Lighthouse's medians."""
    return [
        (f"{place.kind} {place.language}", site, *_wire(one), *_told(one.verdict))
        for (place, site), one in found.items()
    ]


def _wire(one: Measured) -> list[str]:
    sizes = [
        f"{wire.bytes / 1000:.1f}"
        for coding in ("gzip", "br")
        for wire in (one.visits[coding].first, one.visits[coding].second)
    ]
    return [*sizes, f"{one.visits['gzip'].first.answers}+{one.visits['gzip'].second.answers}"]


def _told(verdict: Verdict | None) -> list[str]:
    if verdict is None:
        return ["–"] * (len(CATEGORIES) + len(METRICS) + 1)
    paint, largest, blocked, shift = (verdict.metrics[one] for one in METRICS)
    scores = [f"{verdict.scores[one]:.0f}" for one in CATEGORIES]
    times = [f"{paint / 1000:.2f}", f"{largest / 1000:.2f}", f"{blocked:.0f}", f"{shift:.3f}"]
    return [*scores, *times, " ".join(sorted(verdict.failed)) or "–"]


def table(found: list[tuple[str, ...]]) -> str:
    """Columns as wide as they need."""
    widths = [max(len(row[i]) for row in [HEAD, *found]) for i in range(len(HEAD))]
    lines = [
        [
            cell.ljust(width) if i < 2 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in [HEAD, *found]
    ]
    return "\n".join("  ".join(line).rstrip() for line in lines)
