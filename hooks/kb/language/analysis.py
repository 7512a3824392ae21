"""From a text to words that can be compared, however they are typed. The browser's words.js does the same."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache

from kb.language.compounds import LEAST_CLOSING, LEAST_OPENING, parts
from kb.language.lexicon import Lexicon, lexicon
from kb.language.stems import bases, stem
from kb.problems import Locale

# A number with its marks (5.941), or letters and digits held together by hyphens and apostrophes.
_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)+|[a-z0-9æøå]+(?:[-'’][a-z0-9æøå]+)*")
# APV'en, customer's: an ending after an apostrophe.
_ENDING = re.compile(r"['’][a-zæøå]{1,4}$")
_OTHER_LETTERS = str.maketrans({"ä": "æ", "ö": "ø", "ü": "y", "ß": "s", "ð": "d", "þ": "t"})
_ACCENTED = re.compile(r"[^\x00-\x7fæøå]")


def letters(text: str) -> str:
    """Small letters, without accents other than those of æ, ø and å."""
    text = unicodedata.normalize("NFC", text).lower()
    if not _ACCENTED.search(text):
        return text
    return _ACCENTED.sub(lambda m: unicodedata.normalize("NFD", m[0])[0], text.translate(_OTHER_LETTERS))


_WRITTEN_OUT = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))  # aa first: anslaaet


def canonical(word: str, locale: Locale) -> str:
    """A word as it is compared. In Danish ae, oe and aa are æ, ø and å, as a keyboard without them writes; in English,
    where only names have them, it is the other way round."""
    for out, letter in _WRITTEN_OUT:
        word = word.replace(out, letter) if locale == "da" else word.replace(letter, out)
    return word


def tokens(text: str, locale: Locale) -> list[list[str]]:
    """The words of a text, each as its pieces between hyphens: [[kø, loft], [ringer]]. Joined they are one word."""
    return [[*pieces] for word in words_in(text) if (pieces := pieces_of(word, locale))]


def words_in(text: str) -> list[str]:
    """The words of a text as they are written, in small letters."""
    return _WORD.findall(letters(text))


@cache
def pieces_of(word: str, locale: Locale) -> tuple[str, ...]:
    """The pieces of a written word between its hyphens; none of an ending alone."""
    word = re.sub(r"[.,]", "", _ENDING.sub("", word))
    return tuple(canonical(piece, locale) for piece in re.split(r"[-'’]", word) if piece)


@dataclass
class Words:
    """The words of one language: what is known beforehand, and the stems `known` on the site."""

    locale: Locale
    known: set[str] = field(default_factory=set)
    lexicon: Lexicon = field(init=False)
    closing: set[str] = field(init=False)
    _carrying: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lexicon = lexicon(self.locale)
        self.closing = {self.stem(word) for word in self.lexicon.closing | self.lexicon.short}

    def stem(self, word: str) -> str:
        """The stem that all forms of a word share; an irregular form may close a compound (kundecentret)."""
        found = stem(word, self.locale)
        forms = self.lexicon.forms
        if found in forms:
            return forms[found]
        for at in range(LEAST_OPENING, len(found) - 2):
            if found[at:] in forms and found[:at] in self.lexicon.opening:
                return found[:at] + forms[found[at:]]
        return found

    def parts(self, word: str) -> list[str]:
        """The stems of a compound's parts, the last part's first; what the site or a dictionary has may close it."""
        return parts(word, self.lexicon, self.stem, self._closes)

    def base(self, word: str) -> list[str]:
        """The stem that a noun of action is made of, where the site has it: overvåg for overvågning."""
        return [base for base in bases(self.stem(word), self.locale) if base in self.known][:1]

    def _closes(self, stem: str) -> bool:
        return stem in self.closing or (stem in self.known and len(stem) >= LEAST_CLOSING)

    def carrying(self, written: str) -> str:
        """A written word as it is compared, its pieces joined; empty where it carries no search."""
        if written not in self._carrying:
            word = "".join(pieces_of(written, self.locale))
            self._carrying[written] = "" if self.is_stop(word) else word
        return self._carrying[written]

    def is_stop(self, word: str) -> bool:
        """Whether a word carries no search."""
        return word in self.lexicon.stop
