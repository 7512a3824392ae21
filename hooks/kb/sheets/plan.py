"""Which PDFs there are in a language: their addresses and what stands on each."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model import Balance, Case, Guide, Theme
from kb.pages import PREFIX
from kb.problems import Locale
from kb.sheets import content
from kb.sheets.book import book
from kb.sheets.sheet import Content, Sheet
from kb.sheets.wording import Wording

# The folder of the files, and what they are called, Danish and English.
FOLDER = "print"
_NAMES: dict[str, dict[Locale, str]] = {
    "meeting": {"da": "moedeark", "en": "meeting-sheet"},
    "poster": {"da": "fire-balancer-plakat", "en": "four-balances-poster"},
    "book": {"da": "hele-basen", "en": "whole-base"},
}


def sheets_of(w: Wording) -> Iterator[Sheet]:
    """Every sheet in a language, the book last."""
    kb = w.kb
    for theme in kb.all(Theme):
        yield _sheet(w, "theme", theme, content.theme(w, theme), 2)
        yield _sheet(w, "meeting", theme, content.meeting(w, theme), 1)
    for balance in kb.all(Balance):
        yield _sheet(w, "balance", balance, content.balance(w, balance), 2)
        yield _sheet(w, "meeting", balance, content.meeting(w, balance), 1)
    for case in kb.all(Case):
        yield _sheet(w, "case", case, content.case(w, case), 2)
    for guide in kb.all(Guide):
        yield _sheet(w, "meeting", guide, content.meeting(w, guide), 1)
    if balances := kb.all(Balance):
        yield Sheet("poster", "balances", _path(w, "poster"), content.poster(w, list(balances)), 1)
    yield Sheet("book", "front", _path(w, "book"), book(w), 0)


def _sheet(w: Wording, kind: str, entry: Theme | Balance | Case | Guide, found: Content, most: int) -> Sheet:
    slug = entry.slug if isinstance(entry.slug, str) else entry.slug.get(w.locale)
    name = entry.id if entry.id.endswith(slug) else f"{entry.id}-{slug}"
    return Sheet(kind, entry.id, _path(w, kind, name), found, most)


def _path(w: Wording, kind: str, name: str = "") -> str:
    words = [name, _NAMES.get(kind, {}).get(w.locale, "")]
    return f"{PREFIX[w.locale]}{FOLDER}/{'-'.join(word for word in words if word)}.pdf"
