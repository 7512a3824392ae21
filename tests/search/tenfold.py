"""Ten times the content: every entry ten times over, each copy with some words of its own."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from kb.language.lexicon import lexicon
from kb.problems import Locale
from kb.search.documents import Document

TIMES = 10
_MARK = "-copy"
CHANGED = 0.12  # of the words of a copy are others than in the original


def tenfold(documents: list[Document], locale: Locale) -> list[Document]:
    """The documents and nine altered copies of each; the same ones every time."""
    chance = random.Random(1)
    others = sorted(lexicon("da").closing) if locale == "da" else list(_english(documents))
    copies = [
        replace(
            one,
            id=f"{one.id}{_MARK}{n}",
            title=_altered(one.title, others, chance),
            text=_altered(one.text, others, chance),
            address=one.address.partition("#")[0] + f"#{one.id}{_MARK}{n}",
        )
        for n in range(2, TIMES + 1)
        for one in documents
    ]
    return [*documents, *copies]


def original(copy: str) -> str:
    """The id of the entry that a document is a copy of, or its own."""
    return copy.partition(_MARK)[0]


def _altered(text: str, others: list[str], chance: random.Random) -> str:
    return re.sub(r"\w{4,}", lambda m: chance.choice(others) if chance.random() < CHANGED else m[0], text)


def _english(documents: list[Document]) -> Iterator[str]:
    """Words that look English: halves of two words of the texts, since there is no list to take them from."""
    words = sorted({word for one in documents for word in re.findall(r"[a-z]{5,}", f"{one.title} {one.text}")})
    yield from (first[: len(first) // 2 + 1] + last[len(last) // 2 :] for first in words for last in words[::97])
