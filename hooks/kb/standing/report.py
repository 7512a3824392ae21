"""`kb status`: what is missing, stale and due, as lines or as Markdown, and whether that is too much."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from kb.data import Data
from kb.markdown import table
from kb.problems import Locale, Where
from kb.prose import plain, shortened
from kb.standing.reviews import Review, reviews
from kb.standing.translations import Pair, pairs

LANGUAGE = {"da": "engelsk", "en": "English"}
STATES = {
    "da": {
        "missing": "mangler på engelsk",
        "stale": "er ændret på dansk siden oversættelsen",
        "unrecorded": "er ny og endnu ikke registreret (kb format)",
        "overdue": "skulle være gennemgået",
        "soon": "skal snart gennemgås",
        "unreviewed": "er ikke gennemgået",
    },
    "en": {
        "missing": "has no English",
        "stale": "has changed in Danish since it was translated",
        "unrecorded": "is new and not recorded yet (kb format)",
        "overdue": "is overdue for review",
        "soon": "is soon due for review",
        "unreviewed": "has not been reviewed",
    },
}
_TEXTS, _REVIEWS = ("missing", "stale", "unrecorded"), ("overdue", "soon", "unreviewed")
_HEADS = {"da": ("Oversættelse", "Gennemgang"), "en": ("Translation", "Review")}
_TOLD_BY_NUMBER = {"unreviewed", "unrecorded"}  # often very many; `--all` tells each


@dataclass(frozen=True)
class Standing:
    """What stands otherwise than it should, by state, in the order of the files."""

    texts: dict[str, list[Pair]]
    reviews: dict[str, list[Review]]

    def number(self, state: str) -> int:
        return len(self.texts.get(state, ())) + len(self.reviews.get(state, ()))

    def failing(self, policy: list[str]) -> list[str]:
        """Those of a policy's states (`status_fails` in data/site.yml) that something is in."""
        return [state for state in policy if self.number(state)]


def standing(data: Data, today: datetime.date) -> Standing:
    """How the texts and the reviews of data/ stand on a day."""
    texts: dict[str, list[Pair]] = {state: [] for state in _TEXTS}
    for pair in pairs(data) if "en" in data.languages else ():
        texts.setdefault(pair.state(data.ledger), []).append(pair)
    due: dict[str, list[Review]] = {state: [] for state in _REVIEWS}
    for review in reviews(data):
        due.setdefault(review.state(today), []).append(review)
    return Standing({state: texts[state] for state in _TEXTS}, {state: due[state] for state in _REVIEWS})


def as_lines(found: Standing, locale: Locale, everything: bool) -> Iterator[str]:
    """A heading for translations and reviews, the numbers, and a line for each thing."""
    for head, states in zip(_HEADS[locale], (_TEXTS, _REVIEWS), strict=True):
        yield f"{head} ({LANGUAGE[locale]})" if states is _TEXTS else f"\n{head}"
        for state in states:
            yield f"{found.number(state):>6}  {STATES[locale][state]}"
        for state in states:
            if everything or state not in _TOLD_BY_NUMBER:
                for place, what, more in _rows(found, state):
                    yield f"{place}: {what} {STATES[locale][state]}. {more}".rstrip()


def as_markdown(found: Standing) -> str:
    """The same for a pull request, in both languages."""
    counted: list[tuple[str, ...]] = [
        (str(found.number(state)), STATES["da"][state], STATES["en"][state]) for state in (*_TEXTS, *_REVIEWS)
    ]
    parts = ["### Status", "", table(("Antal / Number", "Dansk", "English"), counted)]
    rows = [
        (place, what, f"{STATES['da'][state]} / {STATES['en'][state]}", more)
        for state in (*_TEXTS, *_REVIEWS)
        if state not in _TOLD_BY_NUMBER
        for place, what, more in _rows(found, state)
    ]
    if rows:
        parts += ["", table(("Sted / Place", "Indhold / Entry", "Status", "Tekst / Text"), rows)]
    return "\n".join(parts)


def _rows(found: Standing, state: str) -> Iterator[tuple[str, str, str]]:
    """(place, what, more) of everything in a state."""
    for pair in found.texts.get(state, ()):
        yield _place(pair.where), f"{pair.entry} {pair.path}".strip(), shortened(plain(pair.da))
    for review in found.reviews.get(state, ()):
        days = " → ".join(day.isoformat() if day else "–" for day in (review.reviewed, review.due))
        yield _place(review.where), review.entry, f"{days} {review.by}".strip()


def _place(where: Where) -> str:
    return f"{where.path}:{where.line}"
