"""Finds phrases in texts by their first word, so that thousands of them take no longer to look for than ten."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

# Where a phrase may begin: at a word, which takes its hyphens along, or at a sign that no word stands before.
_HEAD = re.compile(r"(?<![\w-])(?:[\w-]+|[^\w\s-])")
_GOES_ON = re.compile(r"[\w-]")


class Phrases:
    """Some phrases, found in whole words, the longest where several begin at one place.

    `strict` ones are found as they are written, `loose` ones whatever their capitals.
    """

    def __init__(self, strict: Iterable[str], loose: Iterable[str] = ()) -> None:
        self._strict, self._loose = _by_head(strict), _by_head(one.casefold() for one in loose)

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the phrases stand in a text, from left to right: (from, to), none over another."""
        strict, loose, heads = self._strict, self._loose, _HEAD.findall(text)
        if strict.keys().isdisjoint(heads) and loose.keys().isdisjoint(map(str.casefold, heads)):
            return
        end = 0
        for head in _HEAD.finditer(text):
            if head[0] not in strict and head[0].casefold() not in loose:
                continue
            at = head.start()
            if at >= end and (length := self._longest(head[0], text, at)):
                end = at + length
                yield at, end

    def _longest(self, head: str, text: str, at: int) -> int:
        """The length of the longest phrase that stands at a place; 0 where none does."""
        strict, loose = self._strict.get(head), self._loose.get(head.casefold())
        exact = _first(strict, text, at, str) if strict else 0
        return max(exact, _first(loose, text, at, str.casefold)) if loose else exact


def _by_head(phrases: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for phrase in sorted({one for one in phrases if one}, key=lambda one: (-len(one), one)):
        head = _HEAD.match(phrase)
        found.setdefault(head[0] if head else phrase, []).append(phrase)
    return found


def _first(phrases: Iterable[str], text: str, at: int, folded: Callable[[str], str]) -> int:
    for phrase in phrases:
        end = at + len(phrase)
        if folded(text[at:end]) == phrase and not _GOES_ON.match(text, end):
            return len(phrase)
    return 0
