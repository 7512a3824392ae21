"""What all entries share: an id, a source, and what hangs on having a page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from kb.values import (
    Part,
    PastDate,
    Places,
    Plain,
    RelatedRef,
    Text,
    fail,
)


def _with_a_date(value: Text | None, info: ValidationInfo) -> Text | None:
    if value is not None and info.data.get("reviewed", "") is None:
        raise fail("reviewed-by")
    return value


class Block(Part):
    """A paragraph with its place in the sources."""

    text: Text
    source: Places


class Related(Part):
    """A tie to another page-bearing entry, with the reason, which is shown on both."""

    to: RelatedRef
    reason: Text
    source: Places | None = None


class Withdrawn(Part):
    date: PastDate
    reason: Text


class Entry(Part):
    """What has an id. `note` is for colleagues (readers see it on references and sources only).

    `formerly` are ids that it had before: what names one of them means this entry. A withdrawn entry is left off the
    site and keeps its id.
    """

    id: Plain
    source: Places
    note: Plain | None = None
    withdrawn: Withdrawn | None = None
    formerly: list[Plain] = []

    def nested(self) -> Iterator[Entry]:
        """The entries that stand inside this one."""
        for value in vars(self).values():
            for item in value if isinstance(value, list) else []:
                if isinstance(item, Entry):
                    yield item


class PageEntry(Entry):
    """An entry with a page of its own; not reviewed until a person has done so. `reviewed_by` is that person's role."""

    reviewed: PastDate | None = None
    reviewed_by: Annotated[Text | None, AfterValidator(_with_a_date)] = None
    review_due: datetime.date | None = None
