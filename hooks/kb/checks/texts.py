"""Rules for what texts hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kb.checks.walking import in_one_line, texts_in
from kb.data import Data
from kb.layout import list_in
from kb.model import Interface
from kb.problems import Problem, Where, near, problem
from kb.sheets.signs import printable_signs
from kb.words import words_used


def figures_stand_in_the_text(data: Data) -> Iterator[Problem]:
    """A finding's figures are word for word in its text, in the same language."""
    for item in data.of("finding"):
        text = item.value.get("text")
        for i, figure in enumerate(list_in(item, "figures")):
            for locale in ("da", "en"):
                one = figure.get(locale) if isinstance(figure, dict) else None
                whole = text.get(locale) if isinstance(text, dict) else None
                if isinstance(one, str) and isinstance(whole, str) and in_one_line(one) not in in_one_line(whole):
                    yield problem(item.where("figures", i, locale), "figure-not-in-text", item.id, found=one)


def counts_are_not_drawn(data: Data) -> Iterator[Problem]:
    """Bars show shares of a whole: a statistic with a count has none."""
    for item in data.of("statistic"):
        for i, value in enumerate(list_in(item, "values")):
            if isinstance(value, dict) and "count" in value and item.value.get("chart") == "bars":
                yield problem(item.where("values", i, "count"), "chart", item.id)


def signs_can_be_printed(data: Data) -> Iterator[Problem]:
    """Every sign of a text is in the fonts of the PDFs, which could not be made otherwise."""
    known = frozenset(printable_signs() | {"\n", "\t"})
    for document in data.documents:
        for place, text in texts_in(document.value):
            if known.issuperset(text):
                continue
            if lacking := next((sign for sign in text if sign not in known and sign.isprintable()), None):
                yield problem(document.where(*place), "sign", found=f"{lacking} (U+{ord(lacking):04X})")


def names_stand_with_people_alone(data: Data) -> Iterator[Problem]:
    """A case's people are named in `people` alone: one edit then removes a name."""
    for item in data.of("case"):
        names = [str(person.get("name") or "") for person in list_in(item, "people") if isinstance(person, dict)]
        for place, text in texts_in(item.value):
            if place[0] in {"people", "note"}:
                continue
            for name in names:
                # The surname alone is enough, in the genitive too.
                if name.strip() and re.search(rf"(?<!\w){re.escape(name.split()[-1])}s?(?!\w)", text):
                    yield problem(item.where(*place), "name-in-text", item.id, found=name)


def interface_has_every_word(data: Data) -> Iterator[Problem]:
    """Every word that a template uses stands in interface.yml."""
    words = _value_of(data, "data/interface.yml")
    if isinstance(words, dict):
        for word in sorted(words_used() - words.keys()):
            yield problem(Where("data/interface.yml", 1), "missing-word", found=word, suggestion=near(word, words))


def _value_of(data: Data, path: str) -> Interface | Any:
    return next((document.value for document in data.documents if document.path == path), None)
