"""How hard texts are to read: LIX for Danish, ARI for English, a page at a time, and sentences that are too long.

A sentence ends with a full stop, a question mark or an exclamation mark. Only texts that end like that are counted:
a title or a word in a table is no sentence. A colon ends none (in Björnsson's count it does), so that a LIX of ours is
never lower than his.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from kb.data import Data
from kb.links import KnowledgeBase, texts_in
from kb.model import Entry, Source
from kb.pages import Page, SiteMap
from kb.problems import Locale, Where
from kb.prose import plain
from kb.standing.passages import Passage, passages_in, passages_of
from kb.values import Text

LONGEST = 30  # words in a sentence, before editors are told
MOST_LIX = 45  # the median of the Danish pages
LONG_WORD = 6  # letters; LIX counts the words with more

# An ordinal (den 3. maj), an abbreviation and a number with a point don't end a sentence.
_ABBREVIATIONS = ("bl.a", "ca", "dvs", "fx", "jf", "kl", "kr", "mio", "nr", "osv", "pct", "e.g", "i.e", "etc", "no")
_WITHIN = re.compile(rf"\b(?i:{'|'.join(map(re.escape, _ABBREVIATIONS))})\.|\d\.(?=\s+[a-zæøå])")
_END = re.compile(r"(?<=[.!?…])[”’\"')]*(?:\s+|$)")
_IS_SENTENCE = re.compile(r"[.!?…][”’\"')]*$")


@dataclass(frozen=True)
class Reading:
    """How hard a page is to read in a language: its measure, and the words and sentences that it was taken from."""

    page: str
    address: str
    locale: Locale
    measure: float
    words: int
    sentences: int


@dataclass(frozen=True)
class LongSentence:
    """A sentence of more than LONGEST words."""

    where: Where
    words: int
    text: str


def sentences(text: str) -> list[str]:
    """The sentences of a text without marks; none where it is a title or the like."""
    text = " ".join(text.split())
    if not _IS_SENTENCE.search(text):
        return []
    kept = _WITHIN.sub(lambda m: m[0].replace(".", "\0"), text)
    return [one.replace("\0", ".").strip() for one in _END.split(kept) if one.strip()]


def words(text: str) -> list[str]:
    """What stands between spaces and has a letter or a figure in it."""
    return [word for word in text.split() if re.search(r"\w", word)]


def lix(some: list[str]) -> float:
    """Words a sentence and per cent of long words, added: under 25 is very easy, 35–45 is ordinary, over 55 is hard.

    C. H. Björnsson, Läsbarhet (Liber, 1968). Raises ZeroDivisionError without sentences.
    """
    every = [word for one in some for word in words(one)]
    long = [word for word in every if len(re.findall(r"[^\W\d_]", word)) > LONG_WORD]
    return len(every) / len(some) + 100 * len(long) / len(every)


def ari(some: list[str]) -> float:
    """The Automated Readability Index: about the years of school that a text asks for; 13 and more is academic.

    E. A. Smith and R. J. Senter, Automated Readability Index (Aerospace Medical Research Laboratories, AMRL-TR-66-220,
    1967). It counts letters and figures, where others guess at syllables. Raises ZeroDivisionError without sentences.
    """
    every = [word for one in some for word in words(one)]
    signs = sum(len(re.findall(r"[^\W_]", word)) for word in every)
    return 4.71 * signs / len(every) + 0.5 * len(every) / len(some) - 21.43


MEASURES: dict[Locale, tuple[str, Callable[[list[str]], float]]] = {"da": ("LIX", lix), "en": ("ARI", ari)}


def readings(kb: KnowledgeBase, site: SiteMap, root: Path) -> list[Reading]:
    """The measure of every page that has sentences of its own, in every language of the site; the hardest first."""
    found = []
    for page in site.pages.values():
        for locale in kb.languages:
            some = [one for text in _texts_on(page, kb, site, root, locale) for one in sentences(text)]
            if some:
                number = sum(len(words(one)) for one in some)
                measure = MEASURES[locale][1](some)
                found.append(Reading(page.key, page.address[locale], locale, measure, number, len(some)))
    return sorted(found, key=lambda one: (one.locale, -one.measure, one.page))


def median_of(found: Iterable[Reading], locale: Locale) -> float | None:
    """The measure that half of the pages stay under; None without pages."""
    measures = [one.measure for one in found if one.locale == locale]
    return median(measures) if measures else None


def long_sentences(data: Data, docs: Path) -> list[LongSentence]:
    """Every sentence of more than LONGEST words in data/ and in the pages by hand, in the order of the files."""
    passages = [
        *passages_of(data),
        *(one for file in sorted(docs.rglob("*.md")) for one in _written(docs.parent, file)),
    ]
    found = (
        LongSentence(passage.where, number, one)
        for passage in passages
        for one in sentences(passage.text)
        if (number := len(words(one))) > LONGEST
    )
    return sorted(dict.fromkeys(found), key=lambda one: (one.where, -one.words))


def _texts_on(page: Page, kb: KnowledgeBase, site: SiteMap, root: Path, locale: Locale) -> Iterator[str]:
    """What a page says of its own and of the entries that have their place on it, in a language."""
    if page.written is not None:
        passages = _written(root, root / page.written.file(locale))
        yield from (one.text for one in passages if one.locale == locale)
    for entry_id in filter(None, (page.entry, *site.on(page.key))):
        for text in _shown(kb.entries[entry_id]):
            yield plain(text.da if locale == "da" else text.en or "")


def _shown(entry: Entry | Source) -> Iterator[Text]:
    """The texts of an entry, without what search engines show of it."""
    if isinstance(entry, Source):
        return
    yield from (text for text in texts_in(entry) if text is not getattr(entry, "description", None))


def _written(root: Path, file: Path) -> list[Passage]:
    """A page by hand, with the parts of other files that it shows."""
    locale: Locale = "en" if file.name.endswith(".en.md") else "da"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    found = passages_in(text, file.relative_to(root).as_posix(), locale)
    for name, part in re.findall(r'^--8<-- "([^":]+):(\w+)"$', text, re.MULTILINE):
        found += _part(root, name, part, locale)
    return found


def _part(root: Path, name: str, part: str, locale: Locale) -> list[Passage]:
    text = (root / name).read_text(encoding="utf-8") if (root / name).is_file() else ""
    marks = [text.find(f"--8<-- [{side}:{part}]") for side in ("start", "end")]
    begin, end = (text.count("\n", 0, at) + 1 for at in marks)
    return [one for one in passages_in(text, name, locale) if begin < one.where.line < end]
