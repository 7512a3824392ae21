"""The search index of a language: its words, how they hang together, and how well each fits each entry.

Everything that can be weighed beforehand is weighed here, so that the browser only looks up, adds and sorts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kb.language.analysis import Words, pieces_of, words_in
from kb.problems import Locale
from kb.search.documents import Document

# How a word counts by where it stands, and how much less it counts in a longer text (0 not at all, 1 in proportion).
FIELDS = {"title": (4.5, 0.4), "keys": (4.0, 0.2), "text": (1.2, 0.85), "context": (0.25, 0.0)}
# A text that has no title is one: it counts more than a text under a title.
HEADLINE = (2.0, 0.5)
# How soon more of the same word stops counting: BM25's k1 (Robertson and Zaragoza, The Probabilistic Relevance
# Framework, 2009); the formula is BM25F's without the word's rarity, which the browser knows only from the query.
SATURATION = 1.2
FULL = 100  # the weight of a word that could not fit better

# Among equally good results the one that leads further.
PRIOR = {
    "theme": 1.2, "organisation": 1.3, "term": 1.1, "balance": 1.15, "case": 1.15, "guide": 1.0, "page": 1.05,
    "voice": 0.9, "reference": 0.9, "source": 0.8, "series": 0.8,
}  # fmt: skip


@dataclass
class Index:
    """`stems`, and `words` with the number of their stem; `parts` of compounds, as numbers of stems, by word;
    `postings` by word: the numbers of the documents it stands in, each with its weight."""

    words: list[str] = field(default_factory=list)
    families: list[int] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    parts: dict[int, list[int]] = field(default_factory=dict)
    postings: list[list[tuple[int, int]]] = field(default_factory=list)


def index(documents: list[Document], locale: Locale) -> Index:
    """The index of some documents, whose numbers are their places in the list."""
    known = Words(locale)
    pieces: dict[str, tuple[str, ...]] = {}
    fields = [_fields(document, known, pieces) for document in documents]
    words = sorted(pieces)
    known.known = {known.stem(word) for word in words}
    found = Index(words=words)
    numbers: dict[str, int] = {}

    def number(stem: str) -> int:
        return numbers.setdefault(stem, len(numbers))

    found.families = [number(known.stem(word)) for word in words]
    for at, word in enumerate(words):
        of = [known.stem(piece) for piece in reversed(pieces[word])]
        if len(of) == 1:  # British words that are written as one are no compounds of others
            of = (known.parts(word) if locale == "da" else []) or known.base(word)
        if parts := [stem for stem in dict.fromkeys(of) if stem != known.stem(word)]:
            found.parts[at] = [number(stem) for stem in parts]
    found.stems = list(numbers)
    found.postings = _postings(documents, fields, words)
    return found


def _fields(document: Document, known: Words, pieces: dict[str, tuple[str, ...]]) -> dict[str, Counter[str]]:
    """How often each word that carries the search stands in each field; each word's pieces go into `pieces`."""
    found = {}
    texts: dict[str, Iterable[str]] = {
        "title" if document.has_title else "headline": [document.title],
        "text": [document.text],
        "keys": document.keys,
        "context": document.context,
    }
    for name, some in texts.items():
        counts = found[name] = Counter[str]()
        for word, n in Counter(word for text in some for word in words_in(text)).items():
            if carrying := known.carrying(word):
                counts[carrying] += n
                pieces.setdefault(carrying, pieces_of(word, known.locale))
    return found


def _postings(
    documents: list[Document], fields: list[dict[str, Counter[str]]], words: list[str]
) -> list[list[tuple[int, int]]]:
    weights = {**FIELDS, "headline": HEADLINE}
    lengths = {name: [sum(one.get(name, {}).values()) for one in fields] for name in weights}
    mean = {name: sum(some) / max(1, sum(n > 0 for n in some)) or 1.0 for name, some in lengths.items()}
    found: dict[str, list[tuple[int, int]]] = {word: [] for word in words}
    for at, (document, one) in enumerate(zip(documents, fields, strict=True)):
        frequency: dict[str, float] = defaultdict(float)
        for name, counts in one.items():
            weight, slope = weights[name]
            length = 1 - slope + slope * lengths[name][at] / mean[name]
            for word, n in counts.items():
                frequency[word] += weight * n / length
        for word, tf in frequency.items():
            fit = tf / (SATURATION + tf) * PRIOR.get(document.kind, 1.0)
            found[word].append((at, max(1, round(FULL * fit))))
    return [found[word] for word in words]


def packed(index: Index) -> dict[str, Any]:
    """The index as it travels: postings as steps from one document to the next, each with its weight."""
    postings = []
    for some in index.postings:
        last, steps = 0, []
        for at, weight in some:
            steps += [at - last, weight]
            last = at
        postings.append(steps)
    return {
        "words": " ".join(index.words),
        "families": index.families,
        "stems": " ".join(index.stems),
        "parts": [[word, *parts] for word, parts in index.parts.items()],
        "postings": postings,
    }
