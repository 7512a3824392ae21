"""Alphabetical order as Danes and Britons keep it."""

from __future__ import annotations

import unicodedata

from kb.problems import Locale

# æ, ø and å come after z, in that order, and aa counts as å: Retskrivningsordbogen (Dansk Sprognævn), § 3, 5.
_DANISH = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y"}
_BRITISH = {"æ": "ae", "ø": "o", "å": "a"}


def sort_key(text: str, locale: Locale) -> tuple[str, str]:
    """A key for sorted(): letters first, the text itself to break ties."""
    folded = unicodedata.normalize("NFC", text).casefold()
    if locale == "da":
        folded = folded.replace("aa", "å")
    table = _DANISH if locale == "da" else _BRITISH
    letters = "".join(table.get(c) or _plain(c) for c in folded)
    return "".join(c for c in letters if c.isalnum() or c in "{|} "), text


def first_letter(text: str, locale: Locale) -> str:
    """The capital letter that a word stands under in an alphabetical list."""
    return "Å" if locale == "da" and text.casefold().startswith("aa") else text[:1].upper()


def _plain(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0]
