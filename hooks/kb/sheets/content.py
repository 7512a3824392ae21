"""What stands on the sheet of a theme, a balance or a case, and on meeting sheets and the poster.

Each function gives plain data (texts as runs, see kb.sheets.wording) that a Typst template of the same name shows.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise
from typing import TypeVar

from kb.colours import palette
from kb.model import Balance, Case, Example, Finding, Guide, Organisation, PageEntry, Question, Term, Theme
from kb.model.guide import KeyFigure, Person, Pole
from kb.naming import title_of, with_figures
from kb.sheets.qr import qr_code
from kb.sheets.sheet import Content
from kb.sheets.wording import Runs, Wording, shown_address
from kb.sorting import sort_key
from kb.values import Text

Item = TypeVar("Item")

MOST_TERMS = 3  # explained on a sheet: what the margin has room for
_SHARED = (
    "brief", "findings", "questions", "actions", "examples", "references", "about", "retold", "choose", "find", "qr",
    "page", "terms", "help", "licence", "agreed", "what", "who", "when",
)  # fmt: skip


def theme(w: Wording, entry: Theme) -> Content:
    """A theme, as its page has it."""
    series = w.view().series_of(entry)
    label = f"{w.word('sector_' + series.sector)} · {w.word('theme_n_of', n=entry.number, of=len(series.titles))}"
    told = [*entry.examples, *w.kb.guests_of(entry.id)]
    texts = [one.text for some in (entry.findings, entry.actions, entry.questions, told) for one in some]
    return _frame(w, entry, label, entry.title, str(entry.number)) | {
        "summary": [w.runs(line) for line in entry.summary],
        "findings": [_finding(w, one) for one in entry.findings],
        "questions": _questions(w, entry.questions),
        "actions": [{"title": w.runs(one.title), "text": w.runs(one.text)} for one in entry.actions],
        "examples": [[_example(w, one) for one in column] for column in in_columns(told, _length, 3)],
        "terms": w.terms_in(texts, MOST_TERMS),
        "references": w.references(entry.references),
    }


def balance(w: Wording, entry: Balance) -> Content:
    """A balance: its two poles with advantages and drawbacks, and the questions."""
    return _frame(w, entry, _balance_label(w, entry), entry.title, str(entry.number)) | {
        "summary": [w.runs(line) for line in entry.summary],
        "left": _pole(w, entry.left),
        "right": _pole(w, entry.right),
        "questions": _questions(w, entry.questions),
        "words": _words(w) | {name: w.word(name) for name in ("advantages", "drawbacks", "demands")},
    }


def case(w: Wording, entry: Case) -> Content:
    """A case: the problem, what they did, the effect, the key figures and the people."""
    organisation = w.kb.get(entry.organisation, Organisation)
    label = f"{w.word('case_from')} {organisation.name}"
    return _frame(w, entry, label, entry.title, None) | {
        "summary": [w.runs(line) for line in entry.summary],
        "steps": [
            {
                "title": w.word(f"step_{step}"),
                "sections": [
                    {"title": w.runs(one.title), "text": [w.runs(block.text) for block in one.text]}
                    for one in entry.sections
                    if one.step == step
                ],
            }
            for step in ("problem", "did", "effect")
        ],
        "figures": [_key_figure(w, one) for one in entry.key_figures],
        "people": [_person(w, one) for one in entry.people],
        "words": _words(w) | {"figures": w.word("figures_in_case"), "people": w.word("people_heading")},
    }


def meeting(w: Wording, entry: Theme | Balance | Guide) -> Content:
    """The questions alone, with room for notes and for what is agreed."""
    if isinstance(entry, Guide):
        label, badge = w.word("sector_guide"), None
    elif isinstance(entry, Theme):
        series = w.view().series_of(entry)
        label = f"{w.word('sector_' + series.sector)} · {w.word('theme_n_of', n=entry.number, of=len(series.titles))}"
        badge = str(entry.number)
    else:
        label, badge = _balance_label(w, entry), str(entry.number)
    content = _frame(w, entry, label, entry.title, badge) | {"questions": _questions(w, entry.questions)}
    content["title"] = w.word("sheet_meeting_title", title=content["title"])
    return content


def poster(w: Wording, balances: list[Balance]) -> Content:
    """The four balances on one sheet."""
    guide = w.kb.all(Guide)[0]
    content = _frame(w, guide, w.word("sector_guide"), w.kb.interface["balances_title"], None, page="balances")
    return content | {
        "lead": w.word("balances_lead"),
        "balances": [
            {
                "number": one.number,
                "dimension": w.runs(one.dimension),
                "title": w.runs(one.title),
                "question": w.runs(one.questions[0].text),
                "left": _pole(w, one.left),
                "right": _pole(w, one.right),
            }
            for one in balances
        ],
        "words": _words(w) | w.words("mark"),
    }


def _frame(
    w: Wording, entry: PageEntry, label: str, title: Text, badge: str | None, page: str = ""
) -> Content:  # what every sheet has
    address = w.url(page or entry.id) or None
    label += "".join(run["t"] for run in w.whose(entry.id))
    purpose = getattr(entry, "purpose", None)
    return {
        "lang": w.locale,
        "site": w.kb.site.name.get(w.locale),
        "authors": [w.kb.site.name.get(w.locale)],
        "sector": w.sector_of(entry),
        "label": label,
        "title": w.plain(title),
        "heading": w.runs(title),
        "badge": badge,
        "purpose": w.runs(purpose) if purpose else [],
        "references": [],
        "terms": [],
        "notes": w.notes(entry),
        "help": w.help(entry.id),
        "host": w.host(),
        "sources": w.sources(entry.source),
        "review": w.review(entry),
        "url": address,
        "qr": qr_code(address) if address else None,
        "address": shown_address(address) if address else None,
        "colours": palette(w.kb.site),
        "words": _words(w),
    }


def _words(w: Wording) -> dict[str, str]:
    own = w.word("note_from_own", name=w.kb.own.name) if w.kb.own else ""
    return w.words(*_SHARED) | {"own_notes": own}


def _finding(w: Wording, finding: Finding) -> Content:
    known = finding.evidence != "unspecified"
    evidence = w.word(f"evidence_{finding.evidence}") if known else None
    return {"text": w.runs(with_figures(finding)), "evidence": evidence}


def _example(w: Wording, one: Example) -> Content:
    return {
        "organisation": [*w.organisation(one.organisation), *w.whose(one.id)],
        "title": w.runs(one.title),
        "text": w.runs(one.text),
    }


def _length(one: Example) -> int:
    return len(one.text.da) + 90  # its title and organisation take about two lines


def in_columns(items: list[Item], length: Callable[[Item], int], most: int) -> list[list[Item]]:
    """Items in reading order over at most so many columns, the longest column as short as can be."""
    count = min(most, len(items))
    cuts = (list(pairwise((0, *cut, len(items)))) for cut in combinations(range(1, len(items)), max(count - 1, 0)))
    ways = [[items[a:b] for a, b in way] for way in cuts]
    return min(ways, key=lambda way: max(sum(map(length, column)) for column in way)) if items else []


def _questions(w: Wording, questions: list[Question]) -> list[Runs]:
    return [w.runs(one.text) for one in questions]


def _balance_label(w: Wording, entry: Balance) -> str:
    of = len(w.kb.all(Balance))
    return f"{w.word('balance_n_of', n=entry.number, of=of)} · {w.plain(entry.dimension)}"


def _pole(w: Wording, pole: Pole) -> Content:
    return {
        "name": w.runs(pole.name),
        "title": w.runs(pole.title),
        "advantages": [w.runs(text) for text in pole.advantages],
        "drawbacks": [w.runs(text) for text in pole.drawbacks],
        "note": w.runs(pole.drawbacks_note) if pole.drawbacks_note else None,
        "demands": [w.runs(text) for text in pole.demands],
        "advantage": w.runs(pole.overview.advantage),
        "drawback": w.runs(pole.overview.drawback),
    }


def _person(w: Wording, person: Person) -> Content:
    return {"name": w.danish(person.name) if person.name else None, "role": w.runs(person.role)}


def _key_figure(w: Wording, figure: KeyFigure) -> Content:
    return {"value": w.runs(figure.value), "label": w.runs(figure.label)}


def glossary(w: Wording) -> list[Content]:
    """Every term in alphabetical order."""
    in_order = sorted(w.kb.all(Term), key=lambda term: sort_key(title_of(term, w.locale), w.locale))
    return [{"name": w.term_name(term), "text": w.runs(term.text)} for term in in_order]
