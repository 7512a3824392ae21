"""What the page and the feeds tell: each release with its date, its words and what differs from the one before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from kb.changes.difference import Change, Difference, compare
from kb.changes.edition import Edition, before
from kb.model.release import Release

PAGE = "news"  # the key of the page
FEED = "feed.atom"  # beside the page; servers know the type by its ending


@dataclass(frozen=True)
class News:
    """One release, or what has changed since the newest: then `release` is None."""

    release: Release | None
    difference: Difference


@dataclass(frozen=True)
class Editions:
    """The releases, the oldest first, and the edition that is being built."""

    present: Edition
    releases: list[Edition]

    def difference(self) -> Difference:
        """What this copy brings since the version before it."""
        return compare(before(self.present, self.releases), self.present)

    def news(self, told: list[Release]) -> list[News]:
        """The newest first. The version that is being built counts as a release when its words and date are known."""
        known = {release.version: release for release in told}
        editions = [one for one in self.releases if one.number <= self.present.number]
        if not editions or editions[-1].version != self.present.version:
            editions.append(self.present)
        found = [News(known.get(one.version), compare(before(one, self.releases), one)) for one in reversed(editions)]
        later = compare(editions[-1], self.present)
        return found if later.is_empty else [News(None, later), *found]


def anchor_of(version: str) -> str:
    """The anchor of a release on the page."""
    return "v" + version.replace(".", "-")


def by_kind(changes: tuple[Change, ...]) -> list[tuple[str, list[Change]]]:
    """Changes under their kinds, in the order of the alphabet."""
    in_order = sorted(changes, key=lambda change: change.kind)
    return [(kind, list(some)) for kind, some in groupby(in_order, key=lambda change: change.kind)]
