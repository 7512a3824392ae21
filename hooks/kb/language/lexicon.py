"""What is known about a language's words beforehand: the lists in danish/ and english/."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kb.language.stems import stem
from kb.problems import Locale

FOLDERS: dict[Locale, Path] = {"da": Path(__file__).parent / "danish", "en": Path(__file__).parent / "english"}


@dataclass
class Lexicon:
    """Words that search can do without (`stop`), and how words are put together: those that open a compound, with
    their linking letters (arbejds), and those that close one (`short` ones only if named); stems that are `whole`
    though they look like compounds; `forms`, the stem of an irregular form → the stem of its word."""

    stop: set[str] = field(default_factory=set)
    opening: set[str] = field(default_factory=set)
    closing: set[str] = field(default_factory=set)
    short: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    forms: dict[str, str] = field(default_factory=dict)


@cache
def lexicon(locale: Locale) -> Lexicon:
    """The lists of a language; one that it has no file for is empty."""

    def stems(name: str) -> list[list[str]]:
        both = [*lines(locale, name), *lines(locale, f"{name}-by-hand")]
        return [[stem(word, locale) for word in line.split()] for line in both]

    sets = {name: set(lines(locale, name)) for name in ("stop", "opening", "closing", "short")}
    sets["opening"] |= set(lines(locale, "opening-by-hand"))
    whole = {word for line in stems("whole") for word in line}
    forms = {form: word for word, *forms in stems("forms") for form in forms}
    return Lexicon(**sets, whole=whole, forms=forms)


def lines(locale: Locale, name: str) -> list[str]:
    """The lines of one of a language's lists, without remarks; none where there is no such list."""
    file = FOLDERS[locale] / f"{name}.txt"
    if not file.exists():
        return []
    some = (line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in some if line]
