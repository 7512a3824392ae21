"""What a book is made of: pieces, each plain data that book.typ shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.model import Action, Block, Example, GuidePart, PageEntry, Question, Statistic, Voice
from kb.sheets.wording import Runs, Wording
from kb.values import Text

# {"is": what it is, "id": what links lead to, …}
Piece = dict[str, Any]
COLON: Runs = [{"t": ": "}]


def chapter(w: Wording, entry: PageEntry, title: Text, label: str) -> Piece:
    """The start of an entry's chapter."""
    purpose = getattr(entry, "purpose", None)
    return {
        "is": "chapter",
        "id": entry.id,
        "title": w.plain(title),
        "label": label,
        "purpose": w.runs(purpose) if purpose else [],
    }


def register(w: Wording, word: str) -> Piece:
    """A chapter that is no entry's."""
    return {"is": "chapter", "title": w.word(word), "label": "", "purpose": [], "id": ""}


def section(title: str) -> Piece:
    """A heading inside a chapter."""
    return {"is": "section", "title": title}


def text(w: Wording, said: Text) -> Piece:
    """A paragraph."""
    return {"is": "text", "text": w.runs(said)}


def summary(w: Wording, lines: list[Text]) -> Iterator[Piece]:
    """What can be read in 20 seconds."""
    yield {"is": "summary", "lines": [w.runs(line) for line in lines]}


def blocks(w: Wording, paragraphs: list[Block]) -> Iterator[Piece]:
    """Paragraphs with their places in the sources, which the book leaves out."""
    for block in paragraphs:
        yield text(w, block.text)


def listed(how: str, items: list[tuple[str, Runs]]) -> Piece:
    """A list of (id, text): numbered, plain, questions or voices."""
    return {"is": how, "items": [{"id": one, "text": text} for one, text in items]}


def questions(w: Wording, asked: list[Question]) -> Iterator[Piece]:
    """Dialogue questions under their heading."""
    yield section(w.word("ask_yourselves"))
    yield listed("questions", [(one.id, w.runs(one.text)) for one in asked])


def titled(w: Wording, one: Any) -> Runs:
    """Title in bold, full stop, text: an action, a piece of advice, a level."""
    return [*(run | {"b": True} for run in w.runs(one.title)), {"t": ". ", "b": True}, *w.runs(one.text)]


def example(w: Wording, one: Example, theme: str) -> Piece:
    """An example as it is told in a theme, its own or another."""
    return {
        "id": one.id if w.kb.home(one.id) == theme else "",  # told once; other themes show it again
        "organisation": w.organisation(one.organisation),
        "title": w.plain(one.title),
        "text": w.runs(one.text),
    }


def entries(w: Wording, shown: list[Any]) -> Iterator[Piece]:
    """What a chapter of the booklet shows: parts, figures, voices, questions."""
    if parts := [one for one in shown if isinstance(one, GuidePart | Action)]:
        yield listed("numbered", [(one.id, titled(w, one)) for one in parts])
    if figures := [one for one in shown if isinstance(one, Statistic)]:
        yield listed("plain", [("", w.runs(one.text)) for one in figures])
    if voices := [one for one in shown if isinstance(one, Voice)]:
        yield listed("voices", [(one.id, _voice(w, one)) for one in voices])
    if asked := [one for one in shown if isinstance(one, Question)]:
        yield listed("questions", [("", w.runs(one.text)) for one in asked])


def _voice(w: Wording, one: Voice) -> Runs:
    who = [*w.runs(one.role), {"t": ", "}, *w.runs(one.workplace)]
    return [*w.runs(one.text), {"t": " – "}, *(run | {"i": True} for run in who)]


def end(w: Wording, entry: PageEntry, references: list[str]) -> Iterator[Piece]:
    """What ends a chapter: related chapters with their page, references, and where it comes from."""
    related = [
        {"to": one.to, "title": w.runs(title), "reason": w.runs(one.reason)}
        for one in w.kb.relations.get(entry.id, [])
        if isinstance(title := getattr(w.kb.entries[one.to], "title", None), Text)
    ]
    if related:
        yield section(w.word("related_heading"))
        yield {"is": "related", "items": related}
    if references:
        yield section(w.word("references_heading"))
        yield {"is": "references", "items": [one | {"id": ""} for one in w.references(references)]}
    yield {"is": "origin", "sources": w.sources(entry.source), "review": w.review(entry)}
