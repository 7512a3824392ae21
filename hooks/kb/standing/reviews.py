"""What a professional has looked through, when, and what is due to be looked through again."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from kb.data import Data
from kb.model import PageEntry
from kb.problems import Where

SOON = datetime.timedelta(days=60)
State = Literal["overdue", "soon", "unreviewed", "reviewed"]


@dataclass(frozen=True)
class Review:
    """The review of an entry that has a page."""

    where: Where
    entry: str
    reviewed: datetime.date | None
    by: str
    due: datetime.date | None

    def state(self, today: datetime.date) -> State:
        """Overdue from the day after it is due; soon in the sixty days before."""
        if self.due and self.due < today:
            return "overdue"
        if self.due and self.due <= today + SOON:
            return "soon"
        return "reviewed" if self.reviewed else "unreviewed"


def reviews(data: Data) -> list[Review]:
    """One for each entry with a page that is not withdrawn, in the order of the files; a host's own apart."""
    found = []
    for _, document, model in data.models:
        if isinstance(model, PageEntry) and model.withdrawn is None and not document.is_own:
            where = next((item.where() for item in data.items if item.id == model.id), document.where())
            by = model.reviewed_by.da if model.reviewed_by else ""
            found.append(Review(where, model.id, model.reviewed, by, model.review_due))
    return sorted(found, key=lambda one: one.where)
