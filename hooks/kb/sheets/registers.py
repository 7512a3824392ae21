"""The last part of the book, to look things up in: organisations, figures, terms, references, sources."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model import Case, Organisation, Reference, Source, Statistic, Theme
from kb.sheets.content import glossary
from kb.sheets.pieces import Piece, listed, register, section, text
from kb.sheets.wording import Runs, Wording
from kb.view import View


def registers(w: Wording) -> Iterator[Piece]:
    """One chapter for each kind."""
    view = w.view()
    yield register(w, "organisations_title")
    for one in view.sorted(w.kb.all(Organisation)):
        if isinstance(one, Organisation):
            yield section(one.name) | {"id": one.id}
            yield text(w, one.text)
            homes = dict.fromkeys(w.kb.home(example.id) for example in w.kb.examples_of(one.id))
            cases = (case.id for case in w.kb.cases_of(one.id))
            yield {"is": "pages", "items": [{"to": i, "title": _title(w, i)} for i in (*homes, *cases)]}
    yield register(w, "figures_title")
    yield listed("plain", [(one.id, _statistic(w, one, view)) for one in w.kb.all(Statistic)])
    yield register(w, "glossary_title")
    yield {"is": "terms", "items": glossary(w)}
    yield register(w, "references_title")
    yield {"is": "references", "items": [w.reference(one) | {"id": one.id} for one in _references(w)]}
    yield register(w, "sources_title")
    yield listed("plain", [(one.id, w.source(one)) for one in w.kb.all(Source)])


def _references(w: Wording) -> list[Reference]:
    return [one for one in w.view().sorted(w.kb.all(Reference)) if isinstance(one, Reference)]


def _title(w: Wording, entry_id: str) -> Runs:
    found = w.kb.entries[entry_id]
    return w.runs(found.title) if isinstance(found, Theme | Case) else []


def _statistic(w: Wording, one: Statistic, view: View) -> Runs:
    told = [{"t": w.plain(one.title) + ". ", "b": True}, *w.runs(one.text)]
    told += [{"t": " "}, *w.runs(one.population), {"t": f", {one.year}." if one.year else "."}]
    if one.asked:
        told.append({"t": " " + w.word("asked", n=view.number(one.asked)) + "."})
    if one.n:
        told.append({"t": " " + w.word("answered", n=view.number(one.n)) + "."})
    return [*told, {"t": " "}, *w.runs(one.caveat)] if one.caveat else told
