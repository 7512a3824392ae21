"""Texts → HTML: the Markdown subset, typography, glossary marks, and the language of names from another language.

Everything is escaped; what comes out is the only HTML that data can produce.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup, escape

from kb import prose
from kb.phrases import Phrases
from kb.problems import Locale

_UNITS = (
    r"%|pct\.|procent|per cent|sekund(?:er)?|minut(?:ter)?|time(?:r)?|dag(?:e)?|uge(?:r)?|måned(?:er)?|år|gange|kr\."
    r"|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times"
)
_BETWEEN = re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))|(?<=\bkl\.) (?=\d)")
_DIGIT = re.compile(r"\d")
_TAGS = {"bold": "strong", "italic": "em"}


class Meaning(NamedTuple):
    """A glossary term as it is shown where it first stands on a page."""

    id: str
    name: str
    text: str


@dataclass
class Words:
    """The glossary of one language: `phrases` finds terms in a text, `meanings` explains what was found.

    Texts stand on several pages, so what was found in each is kept.
    """

    phrases: Phrases
    meanings: dict[str, Meaning]
    _found: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, terms: Iterable[tuple[Meaning, Iterable[str]]]) -> Words:
        """From terms and the forms in which each is marked."""
        meanings = {_key(form): meaning for meaning, forms in terms for form in forms}
        strict = {word for word in meanings if _is_strict(word)}
        return cls(Phrases(strict, meanings.keys() - strict), meanings)

    def found_in(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where terms stand in a text: (from, to)."""
        if text not in self._found:
            self._found[text] = tuple(self.phrases.found_in(text))
        return self._found[text]

    def meaning(self, found: str) -> Meaning:
        """The meaning of what the pattern found."""
        return self.meanings.get(found) or self.meanings[found.casefold()]


@dataclass
class Writer:
    """Writes the texts of one page in one language.

    `link` turns an id or an address into a href; `foreign_names` finds what is in the other language; `marked` holds
    the terms already explained on the page. `kept` holds what is the same on all pages of a language, for those that
    share it.
    """

    locale: Locale
    link: Callable[[str], str]
    glossary: Words
    foreign_names: Phrases | None = None
    kept: dict[str, Markup] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)

    def html(self, text: str, mark: bool = True) -> Markup:
        """A text as HTML; with `mark`, glossary terms are explained at their first use on the page."""
        if mark and self.glossary.found_in(text):
            return Markup("".join(self._inline(text, mark)))
        if text in self.kept:
            return self.kept[text]
        shown = Markup("".join(self._inline(text, mark=False)))
        if "](" not in text:  # a link's address is another on each page
            self.kept[text] = shown
        return shown

    def name(self, text: str) -> Markup:
        """A title or heading: names get their language, no term is marked."""
        return self.html(text, mark=False)

    def _inline(self, text: str, mark: bool) -> Iterator[Markup]:
        for piece in prose.pieces(text):
            if piece.mark == "link":
                shown = self.html(piece.text, mark=False)
                yield Markup(f'<a href="{escape(self.link(piece.target))}">{shown}</a>')
            elif piece.mark:
                tag = _TAGS[piece.mark]
                yield Markup(f"<{tag}>{self.html(piece.text, mark)}</{tag}>")
            else:
                yield from self._leaf(piece.text, mark)

    def _leaf(self, text: str, mark: bool) -> Iterator[Markup]:
        """Plain text, in which Danish names are set apart on English pages, and what is English on Danish ones."""
        if self.foreign_names is None:
            yield from self._with_terms(text, mark)
            return
        at, other = 0, "da" if self.locale == "en" else "en"
        for start, end in self.foreign_names.found_in(text):
            yield from self._with_terms(text[at:start], mark)
            yield Markup(f'<span lang="{other}">{_set(text[start:end])}</span>')
            at = end
        yield from self._with_terms(text[at:], mark)

    def _with_terms(self, text: str, mark: bool) -> Iterator[Markup]:
        at = 0
        for start, end in self.glossary.found_in(text) if mark else ():
            meaning = self.glossary.meaning(text[start:end])
            if meaning.id in self.marked:
                continue
            self.marked.add(meaning.id)
            yield _set(text[at:start])
            yield self._term(text[start:end], meaning)
            at = end
        yield _set(text[at:])

    def _term(self, shown: str, meaning: Meaning) -> Markup:
        name, text = self.html(meaning.name, mark=False), self.html(meaning.text, mark=False)
        href, tip = escape(self.link(meaning.id)), escape(f"t-{meaning.id}")
        return Markup(
            f'<span class="tb-term-w"><a class="tb-term" href="{href}" aria-describedby="{tip}">{_set(shown)}</a>'
            f'<span role="tooltip" id="{tip}"><b>{name}</b> {text}</span></span>'
        )


def number(value: float, locale: Locale) -> str:
    """38,5 and 5.941 in Danish, 38.5 and 5,941 in English."""
    text = f"{value:,.10g}" if isinstance(value, float) and not value.is_integer() else f"{int(value):,}"
    return text.translate(str.maketrans(",.", ".,")) if locale == "da" else text


def percent(value: float, locale: Locale) -> str:
    """81 % in Danish (with a space that doesn't break), 81% in English."""
    return number(value, locale) + ("\u00a0%" if locale == "da" else "%")


def _is_strict(word: str) -> bool:
    """Whether capitals count: MUS is an interview, mus a mouse."""
    return any(c.isupper() for c in word[1:])


def _key(word: str) -> str:
    return word if _is_strict(word) else word.casefold()


def unbroken(text: str) -> str:
    """A text with the spaces that must not break a line: 80 %, kl. 9."""
    return _BETWEEN.sub("\u00a0", text) if _DIGIT.search(text) else text


def _set(text: str) -> Markup:
    return escape(unbroken(text))


NO_WORDS = Words.of([])
