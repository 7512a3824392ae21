"""`kb links`: the answers as lines, Markdown or JSON; those that somebody must look at first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from kb.markdown import table
from kb.outside.asking import Answer
from kb.problems import Locale, Where

Places = Mapping[str, Sequence[Where]]

STATES: dict[str, dict[str, str]] = {
    "da": {
        "dead": "virker ikke mere",
        "moved": "er flyttet",
        "unclear": "svarede ikke, som den skulle",
        "fine": "virker",
        "unknown": "er ikke prøvet",
        "unknown-host": "serveren findes ikke",
        "timeout": "svarer for langsomt",
        "certificate": "certifikatet kan ikke godkendes",
        "no-answer": "intet svar",
        "redirects": "sender rundt i ring",
    },
    "en": {
        "dead": "no longer works",
        "moved": "has moved",
        "unclear": "did not answer as it should",
        "fine": "works",
        "unknown": "has not been tried",
        "unknown-host": "there is no such server",
        "timeout": "answers too slowly",
        "certificate": "the certificate can’t be trusted",
        "no-answer": "no answer",
        "redirects": "leads round in circles",
    },
}
_ORDER = ("dead", "moved", "unclear")


def as_lines(answers: Sequence[Answer], places: Places, locale: Locale) -> Iterator[str]:
    """A line for each address that somebody must look at, then how many there are of each sort."""
    words = STATES[locale]
    for answer in _to_see(answers):
        to = f" → {answer.to}" if answer.to else ""
        told = words.get(answer.told, answer.told)
        for where in places[answer.address]:
            yield f"{where.path}:{where.line}: {answer.address} {words[answer.state]} ({told}){to}"
    yield ", ".join(f"{number} {words[state]}" for state, number in _counted(answers, places).items())


def as_markdown(answers: Sequence[Answer], places: Places) -> str:
    """A table for an issue, in both languages."""
    counted = ", ".join(
        f"{number} {STATES['da'][state]} / {STATES['en'][state]}" for state, number in _counted(answers, places).items()
    )
    rows = [
        (f"{where.path}:{where.line}", answer.address, _both(answer.state), _both(answer.told), answer.to)
        for answer in _to_see(answers)
        for where in places[answer.address]
    ]
    heads = ("Sted / Place", "Adresse / Address", "Status", "Svar / Answer", "Ny adresse / New address")
    return f"### Henvisninger / References\n\n{counted}" + (f"\n\n{table(heads, rows)}" if rows else "")


def as_json(answers: Sequence[Answer], places: Places) -> str:
    """Every answer with the places that name its address."""
    rows = [
        {**vars(answer), "places": [f"{where.path}:{where.line}" for where in places[answer.address]]}
        for answer in answers
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _to_see(answers: Sequence[Answer]) -> list[Answer]:
    return [answer for state in _ORDER for answer in answers if answer.state == state]


def _counted(answers: Sequence[Answer], places: Places) -> dict[str, int]:
    found = {state: sum(answer.state == state for answer in answers) for state in (*_ORDER, "fine")}
    return found | {"unknown": len(places) - len(answers)}


def _both(word: str) -> str:
    danish, english = (STATES[locale].get(word, word) for locale in ("da", "en"))
    return danish if danish == english else f"{danish} / {english}"
