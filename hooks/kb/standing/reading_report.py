"""What `kb status` tells of reading: the median, the hardest pages and the sentences that are too long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.data import Data
from kb.links import KnowledgeBase
from kb.markdown import table
from kb.pages import site_map
from kb.problems import LOCALES, Locale
from kb.prose import shortened
from kb.standing.reading import LONGEST, MEASURES, MOST_LIX, LongSentence, Reading, long_sentences, median_of, readings
from kb.written import written_pages

HARDEST = 5  # pages a language, unless all are asked for
_SAID: dict[Locale, dict[str, str]] = {
    "da": {
        "head": "Læsning",
        "median": "{}, {}: medianen af {} sider{}",
        "da": "dansk",
        "most": "; må højst være {}",
        "en": "engelsk",
        "size": "{} ord, {} sætninger",
        "long": "sætninger på over {} ord",
        "words": "{} ord",
        "unmeasured": "Siderne måles, når data er uden fejl.",
    },
    "en": {
        "head": "Reading",
        "median": "{}, {}: the median of {} pages{}",
        "da": "Danish",
        "most": "; may be {} at most",
        "en": "English",
        "size": "{} words, {} sentences",
        "long": "sentences of more than {} words",
        "words": "{} words",
        "unmeasured": "The pages are measured once the data is without faults.",
    },
}


@dataclass(frozen=True)
class Read:
    """How the base reads: `pages` is None while the data has faults, for then there are none."""

    pages: list[Reading] | None
    long: list[LongSentence]

    def in_(self, locale: Locale) -> list[Reading]:
        """The pages of a language, the hardest first."""
        return [one for one in self.pages or () if one.locale == locale]


def read_of(data: Data, kb: KnowledgeBase | None, root: Path) -> Read:
    """How the texts of data/ and the pages by hand under a root read; `kb` is None while the data has faults."""
    docs = root / "docs"
    if kb is None:
        return Read(None, long_sentences(data, docs))
    written, _ = written_pages(docs, kb.languages)
    return Read(readings(kb, site_map(kb, written), root), long_sentences(data, docs))


def as_lines(found: Read, locale: Locale, everything: bool) -> Iterator[str]:
    """The measures of each language with its hardest pages (or all), then each long sentence with its place."""
    said = _SAID[locale]
    yield f"\n{said['head']}"
    if found.pages is None:
        yield said["unmeasured"]
    for language in LOCALES:
        pages = found.in_(language)
        if pages:
            yield f"{_number(_middle(pages), locale):>6}  {_median(pages, language, locale)}"
        for page in pages if everything else pages[:HARDEST]:
            yield f"{_number(page.measure, locale):>6}    /{page.address} ({_size(page, locale)})"
    yield f"{len(found.long):>6}  {said['long'].format(LONGEST)}"
    for one in found.long:
        yield f"{_place(one)}: {said['words'].format(one.words)}. {shortened(one.text)}"


def as_markdown(found: Read) -> str:
    """The same for a pull request, in both languages."""
    rows: list[tuple[str, ...]] = []
    for language in LOCALES:
        if pages := found.in_(language):
            told = (_median(pages, language, locale) for locale in LOCALES)
            rows.append((_number(_middle(pages), language), *told))
        for page in found.in_(language)[:HARDEST]:
            told = (f"/{page.address} ({_size(page, locale)})" for locale in LOCALES)
            rows.append((_number(page.measure, language), *told))
    if found.pages is None:
        rows.append(("–", *(_SAID[locale]["unmeasured"] for locale in LOCALES)))
    rows.append((str(len(found.long)), *(_SAID[locale]["long"].format(LONGEST) for locale in LOCALES)))
    parts = ["### Læsning / Reading", "", table(("LIX, ARI", "Dansk", "English"), rows)]
    if found.long:
        long = [(_place(one), str(one.words), shortened(one.text)) for one in found.long]
        parts += ["", table(("Sted / Place", "Ord / Words", "Sætning / Sentence"), long)]
    return "\n".join(parts)


def _middle(pages: list[Reading]) -> float:
    return median_of(pages, pages[0].locale) or 0


def _median(pages: list[Reading], language: Locale, locale: Locale) -> str:
    said = _SAID[locale]
    most = said["most"].format(MOST_LIX) if language == "da" else ""
    return said["median"].format(MEASURES[language][0], said[language], len(pages), most)


def _size(page: Reading, locale: Locale) -> str:
    return _SAID[locale]["size"].format(page.words, page.sentences)


def _place(one: LongSentence) -> str:
    return f"{one.where.path}:{one.where.line}"


def _number(value: float, locale: Locale) -> str:
    return f"{value:.1f}".replace(".", "," if locale == "da" else ".")
