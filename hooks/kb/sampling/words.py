"""Other words for a copy of the base: each word becomes one of the same length, the same one wherever it stands.

So texts stay as long as they were, figures stay in their sentences and glossary terms in the texts that use them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+")
_TARGET = re.compile(r"(\]\([^()\s]*\))")  # the address of a link, which is no word
_LEAST = 3  # letters; shorter words stay


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language in small letters, and those among them that are glossary terms by themselves."""

    words: frozenset[str]
    terms: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str], terms: Iterable[str]) -> Vocabulary:
        """The words of some texts that stand there in small letters, which names never do."""
        found = {word for text in texts for word in _WORD.findall(text) if len(word) >= _LEAST and word.islower()}
        return cls(frozenset(found), frozenset(word for term in terms if (word := term.lower()) in found))

    def shuffled(self, tag: str) -> Shuffled:
        """The words in another order, the same one for the same tag. Terms get the tag, so that none is another's."""
        by_length: dict[int, list[str]] = {}
        for word in sorted(self.words):
            by_length.setdefault(len(word), []).append(word)
        chance = random.Random(tag)
        others: dict[str, str] = {}
        for some in by_length.values():
            others |= dict(zip(some, chance.sample(some, len(some)), strict=True))
        return Shuffled({word: f"{other}-{tag}" if word in self.terms else other for word, other in others.items()})


@dataclass(frozen=True)
class Shuffled:
    """What each word becomes."""

    others: dict[str, str]

    def text(self, text: str) -> str:
        """A text in other words; names, short words, figures, marks and the targets of links stay."""
        parts = _TARGET.split(text)
        return "".join(part if i % 2 else _WORD.sub(self._other, part) for i, part in enumerate(parts))

    def _other(self, found: re.Match[str]) -> str:
        word = found[0]
        other = self.others.get(word.lower(), word)
        return other if word.islower() or other == word else other[:1].upper() + other[1:]
