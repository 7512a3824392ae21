"""The whole base as one book: parts, chapters and what stands in them, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kb.model import (
    Action,
    Balance,
    Block,
    Case,
    Entry,
    Example,
    Guide,
    GuidePage,
    GuidePart,
    Organisation,
    PageEntry,
    Question,
    Reference,
    Series,
    Source,
    Statistic,
    Theme,
    Voice,
)
from kb.model.guide import Pole
from kb.sheets.content import Content, glossary
from kb.sheets.wording import Runs, Wording
from kb.values import Text
from kb.view import View, with_figures

# A piece of the book: {"is": what it is, "id": what links lead to, …}; book.typ says how each looks.
Piece = dict[str, Any]

_WORDS = ("page", "find", "retold", "licence_book", "contents", "on_page", "built_on")


def book(w: Wording) -> Content:
    """Everything, with a part for each series, one for the booklet and one to look things up in."""
    inside = frozenset(_ids_in(_book(w)["parts"]))
    return _book(replace(w, inside=inside))


def _book(w: Wording) -> Content:
    site = w.kb.site
    return {
        "lang": w.locale,
        "site": site.name.get(w.locale),
        "authors": [site.name.get(w.locale)],
        "keywords": [],
        "sector": "guide",
        "label": site.name.get(w.locale),
        "title": w.word("sheet_book_title", name=site.name.get(w.locale)),
        "lead": w.plain(site.description),
        "url": w.url("front"),
        "address": None,
        "publishers": [w.danish(name) for name in w.view().publishers()],
        "words": w.words(*_WORDS),
        "parts": [*(_series(w, one) for one in w.kb.all(Series)), _guide(w), _look_up(w)],
    }


def _part(title: str, sector: str, label: str, pieces: Iterator[Piece], entry: str = "") -> Content:
    return {"title": title, "sector": sector, "label": label, "id": entry, "pieces": list(pieces)}


def _series(w: Wording, series: Series) -> Content:
    return _part(
        w.plain(series.title), series.sector, w.word(f"sector_{series.sector}"), _themes(w, series), series.id
    )


def _themes(w: Wording, series: Series) -> Iterator[Piece]:
    yield _text(w, series.purpose)
    for theme in w.kb.all(Theme):
        if theme.series == series.id:
            yield _chapter(w, theme, theme.title, w.word("theme_n_of", n=theme.number, of=len(series.titles)))
            yield from _summary(w, theme.summary)
            yield _section(w.word("findings_heading"))
            yield _listed("numbered", [(one.id, w.runs(with_figures(one))) for one in theme.findings])
            yield from _questions(w, theme.questions)
            yield _section(w.word("what_you_can_do"))
            yield _listed("plain", [(one.id, _titled(w, one)) for one in theme.actions])
            if told := [*theme.examples, *w.kb.guests_of(theme.id)]:
                yield _section(w.word("how_others_did"))
                yield {"is": "examples", "items": [_example(w, one, theme.id) for one in told]}
            yield from _end(w, theme, theme.references)


def _guide(w: Wording) -> Content:
    guide = w.kb.all(Guide)[0]
    return _part(w.plain(guide.title), "guide", w.word("sector_guide"), _chapters(w, guide), guide.id)


def _chapters(w: Wording, guide: Guide) -> Iterator[Piece]:
    yield _register(w, "what_it_is_about") | {"purpose": w.runs(guide.purpose)}
    yield from _summary(w, guide.summary)
    yield from _blocks(w, guide.intro)
    yield _listed("plain", [("", _titled(w, level)) for level in guide.levels])
    yield from _questions(w, guide.questions)
    yield from _end(w, guide, guide.references)
    for page in w.kb.all(GuidePage):
        yield _chapter(w, page, page.title, "")
        for section in page.sections:
            yield _section(w.plain(section.title))
            yield from _blocks(w, section.text)
            yield from _entries(w, [w.kb.entries[one] for one in section.entries if one in w.kb.entries])
        yield from _end(w, page, [])
    for balance in w.kb.all(Balance):
        yield from _balance(w, balance)
    for case in w.kb.all(Case):
        yield from _case(w, case)
    if shown := [one for one in w.kb.all(GuidePart) if w.map.homes[one.id][0] == "balances"]:
        yield _register(w, "hints_heading")
        yield _listed("plain", [(one.id, _titled(w, one)) for one in shown])


def _balance(w: Wording, balance: Balance) -> Iterator[Piece]:
    of = len(w.kb.all(Balance))
    yield _chapter(w, balance, balance.title, w.word("balance_n_of", n=balance.number, of=of))
    yield from _summary(w, balance.summary)
    yield from _blocks(w, balance.intro)
    yield {"is": "scale", "left": w.runs(balance.left.name), "right": w.runs(balance.right.name)}
    for pole in (balance.left, balance.right):
        yield from _pole(w, pole)
    if voices := w.kb.voices_about(balance.id):
        yield _section(w.word("voices_heading"))
        yield from _entries(w, [*voices])
    yield from _questions(w, balance.questions)
    yield from _end(w, balance, [])


def _pole(w: Wording, pole: Pole) -> Iterator[Piece]:
    yield _section(w.plain(pole.title))
    for name, texts in (("advantages", pole.advantages), ("drawbacks", pole.drawbacks), ("demands", pole.demands)):
        if texts:
            yield {"is": "small-heading", "title": w.word(name)}
            yield _listed("plain", [("", w.runs(text)) for text in texts])
        if name == "drawbacks" and pole.drawbacks_note:
            yield _text(w, pole.drawbacks_note)


def _case(w: Wording, case: Case) -> Iterator[Piece]:
    name = w.kb.get(case.organisation, Organisation).name
    yield _chapter(w, case, case.title, f"{w.word('case_from')} {name}")
    yield from _summary(w, case.summary)
    for step in ("problem", "did", "effect"):
        yield _section(w.word(f"step_{step}"))
        for section in case.sections:
            if section.step == step:
                yield {"is": "small-heading", "title": w.plain(section.title)}
                yield from _blocks(w, section.text)
    if case.key_figures:
        yield _section(w.word("figures_in_case"))
        figures = [[run | {"b": True} for run in w.runs(one.value)] + _colon + w.runs(one.label) for one in case.key_figures]
        yield _listed("plain", [("", figure) for figure in figures])
    if case.people:
        yield _section(w.word("people_heading"))
        people = [(w.danish(one.name) + [{"t": ", "}] if one.name else []) + w.runs(one.role) for one in case.people]
        yield _listed("plain", [("", person) for person in people])
    yield from _end(w, case, [])


def _look_up(w: Wording) -> Content:
    return _part(w.word("footer_look_up"), "guide", "", _registers(w))


def _registers(w: Wording) -> Iterator[Piece]:
    view = w.view()
    yield _register(w, "organisations_title")
    for one in view.sorted(w.kb.all(Organisation)):
        if isinstance(one, Organisation):
            yield _section(one.name) | {"id": one.id}
            yield _text(w, one.text)
            homes = dict.fromkeys(w.kb.home(example.id) for example in w.kb.examples_of(one.id))
            cases = (case.id for case in w.kb.cases_of(one.id))
            yield {"is": "pages", "items": [{"to": i, "title": _title(w, i)} for i in (*homes, *cases)]}
    yield _register(w, "figures_title")
    yield _listed("plain", [(one.id, _statistic(w, one, view)) for one in w.kb.all(Statistic)])
    yield _register(w, "glossary_title")
    yield {"is": "terms", "items": glossary(w)}
    yield _register(w, "references_title")
    yield {"is": "references", "items": [w.reference(one) | {"id": one.id} for one in _references(w)]}
    yield _register(w, "sources_title")
    yield _listed("plain", [(one.id, w.source(one)) for one in w.kb.all(Source)])


_colon: Runs = [{"t": ": "}]


def _references(w: Wording) -> list[Reference]:
    return [one for one in w.view().sorted(w.kb.all(Reference)) if isinstance(one, Reference)]


def _title(w: Wording, entry_id: str) -> Runs:
    found = w.kb.entries[entry_id]
    return w.runs(found.title) if isinstance(found, Theme | Case) else []


def _chapter(w: Wording, entry: PageEntry, title: Text, label: str) -> Piece:
    purpose = getattr(entry, "purpose", None)
    return {
        "is": "chapter",
        "id": entry.id,
        "title": w.plain(title),
        "label": label,
        "purpose": w.runs(purpose) if purpose else [],
    }


def _register(w: Wording, word: str) -> Piece:
    """A chapter that is no entry's."""
    return {"is": "chapter", "title": w.word(word), "label": "", "purpose": [], "id": ""}


def _section(title: str) -> Piece:
    return {"is": "section", "title": title}


def _text(w: Wording, text: Text) -> Piece:
    return {"is": "text", "text": w.runs(text)}


def _summary(w: Wording, lines: list[Text]) -> Iterator[Piece]:
    yield {"is": "summary", "lines": [w.runs(line) for line in lines]}


def _blocks(w: Wording, blocks: list[Block]) -> Iterator[Piece]:
    for block in blocks:
        yield _text(w, block.text)


def _listed(how: str, items: list[tuple[str, Runs]]) -> Piece:
    return {"is": how, "items": [{"id": one, "text": text} for one, text in items]}


def _questions(w: Wording, questions: list[Question]) -> Iterator[Piece]:
    yield _section(w.word("ask_yourselves"))
    yield _listed("questions", [(one.id, w.runs(one.text)) for one in questions])


def _titled(w: Wording, one: Any) -> Runs:
    """Title in bold, full stop, text: an action, a piece of advice, a level."""
    return [*(run | {"b": True} for run in w.runs(one.title)), {"t": ". ", "b": True}, *w.runs(one.text)]


def _example(w: Wording, one: Example, theme: str) -> Piece:
    return {
        "id": one.id if w.kb.home(one.id) == theme else "",  # told once; other themes show it again
        "organisation": w.organisation(one.organisation),
        "title": w.plain(one.title),
        "text": w.runs(one.text),
    }


def _entries(w: Wording, entries: list[Any]) -> Iterator[Piece]:
    """What a chapter of the booklet shows: parts, figures, voices, questions."""
    if parts := [one for one in entries if isinstance(one, GuidePart | Action)]:
        yield _listed("numbered", [(one.id, _titled(w, one)) for one in parts])
    if figures := [one for one in entries if isinstance(one, Statistic)]:
        yield _listed("plain", [("", w.runs(one.text)) for one in figures])
    if voices := [one for one in entries if isinstance(one, Voice)]:
        yield _listed("voices", [(one.id, _voice(w, one)) for one in voices])
    if questions := [one for one in entries if isinstance(one, Question)]:
        yield _listed("questions", [("", w.runs(one.text)) for one in questions])


def _voice(w: Wording, one: Voice) -> Runs:
    who = [*w.runs(one.role), {"t": ", "}, *w.runs(one.workplace)]
    return [*w.runs(one.text), {"t": " – "}, *(run | {"i": True} for run in who)]


def _statistic(w: Wording, one: Statistic, view: View) -> Runs:
    told = [{"t": w.plain(one.title) + ". ", "b": True}, *w.runs(one.text)]
    told += [{"t": " "}, *w.runs(one.population), {"t": f", {one.year}." if one.year else "."}]
    if one.asked:
        told.append({"t": " " + w.word("asked", n=view.number(one.asked)) + "."})
    if one.n:
        told.append({"t": " " + w.word("answered", n=view.number(one.n)) + "."})
    return [*told, {"t": " "}, *w.runs(one.caveat)] if one.caveat else told


def _end(w: Wording, entry: PageEntry, references: list[str]) -> Iterator[Piece]:
    """What ends a chapter: related chapters with their page, references, and where it comes from."""
    related = [
        {"to": one.to, "title": w.runs(title), "reason": w.runs(one.reason)}
        for one in w.kb.relations.get(entry.id, [])
        if isinstance(title := getattr(w.kb.entries[one.to], "title", None), Text)
    ]
    if related:
        yield _section(w.word("related_heading"))
        yield {"is": "related", "items": related}
    if references:
        yield _section(w.word("references_heading"))
        yield {"is": "references", "items": [one | {"id": ""} for one in w.references(references)]}
    yield {"is": "origin", "sources": w.sources(entry.source), "review": w.review(entry)}


def _ids_in(pieces: Any) -> Iterator[str]:
    """Every id that has its place in the book."""
    if isinstance(pieces, list):
        for one in pieces:
            yield from _ids_in(one)
    elif isinstance(pieces, dict):
        if pieces.get("id"):
            yield pieces["id"]
        for one in pieces.values():
            yield from _ids_in(one)
