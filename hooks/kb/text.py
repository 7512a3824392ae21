"""Texts → HTML: the Markdown subset, typography, glossary marks, and the language of Danish names in English.

Everything is escaped; what comes out is the only HTML that data can produce.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup, escape

from kb import prose
from kb.problems import Locale

_UNITS = (
    r"%|pct\.|procent|per cent|sekund(?:er)?|minut(?:ter)?|time(?:r)?|dag(?:e)?|uge(?:r)?|måned(?:er)?|år|gange|kr\."
    r"|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times"
)
_BETWEEN = re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))|(?<=\bkl\.) (?=\d)")
_TAGS = {"bold": "strong", "italic": "em"}


class Meaning(NamedTuple):
    """A glossary term as it is shown where it first stands on a page; `english`: what of a Danish name is English."""

    id: str
    name: str
    text: str
    english: str = ""


@dataclass
class Words:
    """The glossary of one language: `pattern` finds a term in a text, `meanings` explains what was found."""

    pattern: re.Pattern[str] | None
    meanings: dict[str, Meaning]

    @classmethod
    def of(cls, terms: Iterable[tuple[Meaning, Iterable[str]]]) -> Words:
        """From terms and the forms in which each is marked."""
        meanings = {_key(form): meaning for meaning, forms in terms for form in forms}
        return cls(_any_of(meanings), meanings)

    def meaning(self, found: str) -> Meaning:
        """The meaning of what the pattern found."""
        return self.meanings.get(found) or self.meanings[found.casefold()]


@dataclass
class Writer:
    """Writes the texts of one page in one language.

    `link` turns an id or an address into a href; `marked` holds the terms already explained on the page.
    """

    locale: Locale
    link: Callable[[str], str]
    glossary: Words
    danish_names: re.Pattern[str] | None = None
    marked: set[str] = field(default_factory=set)

    def html(self, text: str, mark: bool = True) -> Markup:
        """A text as HTML; with `mark`, glossary terms are explained at their first use on the page."""
        return Markup("").join(self._inline(text, mark))

    def name(self, text: str) -> Markup:
        """A title or heading: names get their language, no term is marked."""
        return self.html(text, mark=False)

    def _inline(self, text: str, mark: bool) -> Iterator[Markup]:
        for piece in prose.pieces(text):
            if piece.mark == "link":
                shown = self.html(piece.text, mark=False)
                yield Markup('<a href="{}">{}</a>').format(self.link(piece.target), shown)
            elif piece.mark:
                tag = _TAGS[piece.mark]
                yield Markup(f"<{tag}>{{}}</{tag}>").format(self.html(piece.text, mark))
            else:
                yield from self._leaf(piece.text, mark)

    def _leaf(self, text: str, mark: bool) -> Iterator[Markup]:
        """Plain text, in which Danish names are set apart on English pages."""
        if self.danish_names is None:
            yield from self._with_terms(text, mark)
            return
        at = 0
        for found in self.danish_names.finditer(text):
            yield from self._with_terms(text[at : found.start()], mark)
            yield Markup('<span lang="da">{}</span>').format(_set(found[0]))
            at = found.end()
        yield from self._with_terms(text[at:], mark)

    def _with_terms(self, text: str, mark: bool) -> Iterator[Markup]:
        if not mark or self.glossary.pattern is None:
            yield _set(text)
            return
        at = 0
        for found in self.glossary.pattern.finditer(text):
            meaning = self.glossary.meaning(found[0])
            if meaning.id in self.marked:
                continue
            self.marked.add(meaning.id)
            yield _set(text[at : found.start()])
            yield self._term(found[0], meaning)
            at = found.end()
        yield _set(text[at:])

    def _term(self, shown: str, meaning: Meaning) -> Markup:
        return Markup(
            '<span class="tb-term-w"><a class="tb-term" href="{}" aria-describedby="t-{}">{}</a>'
            '<span role="tooltip" id="t-{}"><b>{}</b> {}</span></span>'
        ).format(
            self.link(meaning.id), meaning.id, _set(shown), meaning.id,
            self._name(meaning), self.html(meaning.text, mark=False),
        )  # fmt: skip

    def _name(self, meaning: Meaning) -> Markup:
        if not meaning.english:
            return self.html(meaning.name, mark=False)
        before, english, after = meaning.name.partition(meaning.english)
        return Markup('{}<span lang="en">{}</span>{}').format(_set(before), _set(english), _set(after))


def names_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of some names, the longest first, in whole words and as they are written."""
    ordered = sorted({n for n in names if n}, key=lambda n: (-len(n), n))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])") if ordered else None


def number(value: float, locale: Locale) -> str:
    """38,5 and 5.941 in Danish, 38.5 and 5,941 in English."""
    text = f"{value:,.10g}" if isinstance(value, float) and not value.is_integer() else f"{int(value):,}"
    return text.translate(str.maketrans(",.", ".,")) if locale == "da" else text


def percent(value: float, locale: Locale) -> str:
    """81 % in Danish (with a space that doesn't break), 81% in English."""
    return number(value, locale) + ("\u00a0%" if locale == "da" else "%")


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted({w for w in words if w}, key=lambda w: (-len(w), w))
    either = "|".join(re.escape(w) if _is_strict(w) else f"(?i:{re.escape(w)})" for w in ordered)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])") if ordered else None


def _is_strict(word: str) -> bool:
    """Whether capitals count: MUS is an interview, mus a mouse."""
    return any(c.isupper() for c in word[1:])


def _key(word: str) -> str:
    return word if _is_strict(word) else word.casefold()


def unbroken(text: str) -> str:
    """A text with the spaces that must not break a line: 80 %, kl. 9."""
    return _BETWEEN.sub("\u00a0", text)


def _set(text: str) -> Markup:
    return escape(unbroken(text))
