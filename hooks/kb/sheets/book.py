"""The whole base as one book: parts, chapters and what stands in them, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kb.colours import palette
from kb.model import Balance, Case, Guide, GuidePage, GuidePart, Organisation, Series, Theme
from kb.model.guide import KeyFigure, Person, Pole
from kb.naming import with_figures
from kb.sheets.pieces import (
    COLON,
    Piece,
    blocks,
    chapter,
    end,
    entries,
    example,
    listed,
    questions,
    register,
    section,
    summary,
    text,
    titled,
)  # fmt: skip
from kb.sheets.registers import registers
from kb.sheets.sheet import Content
from kb.sheets.wording import Runs, Wording

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
        "sector": "guide",
        "label": site.name.get(w.locale),
        "title": w.word("sheet_book_title", name=site.name.get(w.locale)),
        "lead": w.plain(site.description),
        "url": w.url("front"),
        "address": None,
        "host": w.host(),
        "publishers": [w.danish(name) for name in w.kb.publishers],
        "colours": palette(site),
        "words": w.words(*_WORDS),
        "parts": [
            *(_series(w, one) for one in w.kb.all(Series)),
            _guide(w),
            _part(w.word("footer_look_up"), "guide", "", [], registers(w)),
        ],
    }


def _part(title: str, sector: str, label: str, purpose: Runs, pieces: Iterator[Piece], entry: str = "") -> Content:
    return {
        "title": title,
        "sector": sector,
        "label": label,
        "purpose": purpose,
        "id": entry,
        "pieces": list(pieces),
    }


def _series(w: Wording, series: Series) -> Content:
    label = w.word(f"sector_{series.sector}")
    return _part(w.plain(series.title), series.sector, label, w.runs(series.purpose), _themes(w, series), series.id)


def _themes(w: Wording, series: Series) -> Iterator[Piece]:
    for theme in w.kb.all(Theme):
        if theme.series == series.id:
            yield chapter(w, theme, theme.title, w.word("theme_n_of", n=theme.number, of=len(series.titles)))
            yield from summary(w, theme.summary)
            yield section(w.word("findings_heading"))
            yield listed("numbered", [(one.id, w.runs(with_figures(one))) for one in theme.findings])
            yield from questions(w, theme.questions)
            yield section(w.word("what_you_can_do"))
            yield listed("plain", [(one.id, titled(w, one)) for one in theme.actions])
            if told := [*theme.examples, *w.kb.guests_of(theme.id)]:
                yield section(w.word("how_others_did"))
                yield {"is": "examples", "items": [example(w, one, theme.id) for one in told]}
            yield from end(w, theme, theme.references)


def _guide(w: Wording) -> Content:
    guide = w.kb.all(Guide)[0]
    purpose = w.runs(guide.purpose)
    return _part(w.plain(guide.title), "guide", w.word("sector_guide"), purpose, _chapters(w, guide), guide.id)


def _chapters(w: Wording, guide: Guide) -> Iterator[Piece]:
    yield register(w, "what_it_is_about")
    yield from summary(w, guide.summary)
    yield from blocks(w, guide.intro)
    yield listed("plain", [("", titled(w, level)) for level in guide.levels])
    yield from questions(w, guide.questions)
    yield from end(w, guide, guide.references)
    for page in w.kb.all(GuidePage):
        yield chapter(w, page, page.title, "")
        for one in page.sections:
            yield section(w.plain(one.title))
            yield from blocks(w, one.text)
            yield from entries(w, [w.kb.entries[i] for i in one.entries if i in w.kb.entries])
        yield from end(w, page, [])
    for balance in w.kb.all(Balance):
        yield from _balance(w, balance)
    for case in w.kb.all(Case):
        yield from _case(w, case)
    if shown := [one for one in w.kb.all(GuidePart) if w.map.homes[one.id][0] == "balances"]:
        yield register(w, "hints_heading")
        yield listed("plain", [(one.id, titled(w, one)) for one in shown])


def _balance(w: Wording, balance: Balance) -> Iterator[Piece]:
    of = len(w.kb.all(Balance))
    yield chapter(w, balance, balance.title, w.word("balance_n_of", n=balance.number, of=of))
    yield from summary(w, balance.summary)
    yield from blocks(w, balance.intro)
    yield {"is": "scale", "left": w.runs(balance.left.name), "right": w.runs(balance.right.name)}
    for pole in (balance.left, balance.right):
        yield from _pole(w, pole)
    if voices := w.kb.voices_about(balance.id):
        yield section(w.word("voices_heading"))
        yield from entries(w, [*voices])
    yield from questions(w, balance.questions)
    yield from end(w, balance, [])


def _pole(w: Wording, pole: Pole) -> Iterator[Piece]:
    yield section(w.plain(pole.title))
    for name, texts in (("advantages", pole.advantages), ("drawbacks", pole.drawbacks), ("demands", pole.demands)):
        if texts:
            yield {"is": "small-heading", "title": w.word(name)}
            yield listed("plain", [("", w.runs(text)) for text in texts])
        if name == "drawbacks" and pole.drawbacks_note:
            yield text(w, pole.drawbacks_note)


def _case(w: Wording, case: Case) -> Iterator[Piece]:
    name = w.kb.get(case.organisation, Organisation).name
    yield chapter(w, case, case.title, f"{w.word('case_from')} {name}")
    yield from summary(w, case.summary)
    for step in ("problem", "did", "effect"):
        yield section(w.word(f"step_{step}"))
        for one in case.sections:
            if one.step == step:
                yield {"is": "small-heading", "title": w.plain(one.title)}
                yield from blocks(w, one.text)
    if case.key_figures:
        yield section(w.word("figures_in_case"))
        yield listed("plain", [("", _key_figure(w, one)) for one in case.key_figures])
    if case.people:
        yield section(w.word("people_heading"))
        yield listed("plain", [("", _person(w, one)) for one in case.people])
    yield from end(w, case, [])


def _key_figure(w: Wording, figure: KeyFigure) -> Runs:
    return [*(run | {"b": True} for run in w.runs(figure.value)), *COLON, *w.runs(figure.label)]


def _person(w: Wording, person: Person) -> Runs:
    name = [*w.danish(person.name), {"t": ", "}] if person.name else []
    return [*name, *w.runs(person.role)]


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
