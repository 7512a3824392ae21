"""Every text that stands in two languages, where it stands, and whether its English is there and still fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from kb.data import Data
from kb.load import Document, Path_
from kb.problems import Where
from kb.standing.ledger import Ledger, Prints, is_new, is_stale, prints_of

State = Literal["missing", "stale", "unrecorded", "fine"]
_NO_TEXTS = {"slug", "synonyms", "forms"}


@dataclass(frozen=True)
class Pair:
    """A text in Danish and English, the entry it belongs to, and its path there (text, findings.text)."""

    document: Document
    place: Path_
    entry: str
    da: str
    en: str | None

    @property
    def where(self) -> Where:
        return self.document.where(*self.place, "da")

    @property
    def where_en(self) -> Where:
        return self.document.where(*self.place, "en")

    @property
    def path(self) -> str:
        return ".".join(str(step) for step in self.place if not isinstance(step, int))

    @property
    def prints(self) -> Prints:
        return prints_of(self.da, self.en or "")

    def state(self, ledger: Ledger) -> State:
        """How its English stands."""
        if not (self.en or "").strip():
            return "missing"
        prints = self.prints
        if is_stale(ledger, prints):
            return "stale"
        return "unrecorded" if is_new(ledger, prints) else "fine"


def pairs(data: Data) -> Iterator[Pair]:
    """Every text of data/, in the order of the files; a host's own additions apart, which may be in one language."""
    for document in data.documents:
        if not document.is_own:
            yield from _pairs(document, document.value, (), "")


def _pairs(document: Document, value: Any, place: Path_, entry: str) -> Iterator[Pair]:
    if isinstance(value, dict):
        entry = value["id"] if isinstance(value.get("id"), str) else entry
        danish, english = value.get("da"), value.get("en")
        if isinstance(danish, str) and set(value) <= {"da", "en"} and isinstance(english, str | None):
            yield Pair(document, place, entry, danish, english)
            return
        for name, one in value.items():
            if name not in _NO_TEXTS:
                yield from _pairs(document, one, (*place, name), entry)
    for i, one in enumerate(value if isinstance(value, list) else ()):
        yield from _pairs(document, one, (*place, i), entry)


def named(found: Iterable[Pair], names: Iterable[str]) -> tuple[list[Pair], list[str]]:
    """The pairs that some names mean (an id, id.path or file:line), and the names that mean none."""
    every, wanted, lost = list(found), [], []
    for name in names:
        some = [one for one in every if name in {one.entry, f"{one.entry}.{one.path}", _place(one)}]
        wanted += some
        lost += [] if some else [name]
    return wanted, lost


def _place(pair: Pair) -> str:
    return f"{pair.where.path}:{pair.where.line}"
