"""Compounds: which words a word is put together of. The browser's words.js does the same."""

from __future__ import annotations

from collections.abc import Callable

from kb.language.lexicon import Lexicon

LEAST_OPENING = 2  # letters
LEAST_CLOSING = 4
MOST = 40  # longer words are not looked at


def parts(word: str, words: Lexicon, stem: Callable[[str], str], closes: Callable[[str], bool]) -> list[str]:
    """The stems of a compound's parts, the last part's first; none where it is no compound.

    `closes` tells whether a stem may close a compound. Where a language has no list of what may open one, what may
    close one may open it too: callcentre. Of several ways to part a word the one with the longest last
    part counts: arbejdsmiljø + organisation only where miljøorganisation is no word.
    """
    if len(word) > MOST or stem(word) in words.whole:
        return []

    def inside(part: str) -> list[str]:
        return parts(part, words, stem, closes)

    def opens(part: str) -> bool:
        if not words.opening:
            return len(part) > LEAST_OPENING and closes(stem(part))
        return part in words.opening or bool(inside(part) or (part.endswith("s") and inside(part[:-1])))

    for at in range(LEAST_OPENING, len(word)):
        first, last = word[:at], word[at:]
        if (len(last) >= LEAST_CLOSING or last in words.short) and closes(stem(last)) and opens(first):
            return list(dict.fromkeys([stem(last), stem(first), *inside(last), *inside(first)]))
    return []
