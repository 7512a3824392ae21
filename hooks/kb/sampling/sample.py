"""A knowledge base many times the real one: the real entries, and copies with ids and words of their own.

Every copy has its own series, themes, organisations, cases, references, terms, statistics and parts of the booklet,
which refer to each other as the real ones do. The booklet itself and its four balances are there once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from kb.data import Data
from kb.editing.canonical import canonical
from kb.layout import FileKind, Item, file_kind
from kb.load import Document
from kb.problems import LOCALES, Locale
from kb.sampling.words import Shuffled, Vocabulary

MOST_TIMES = 500  # beyond it a copy would need longer ids than entries have

_COPIED = {"series", "theme", "case"}  # files that hold one entry; lists are all copied but for these two
_LISTS_ONCE = {"data/releases.yml", "data/dialogue.yml"}
_COUNTED = re.compile(r"(voice-|guide-(?:d|w|as|ao|c))(\d+)")  # ids that are numbered without gaps
_IN_SERIES = re.compile(r"([a-z]+)(-\d\d(?:-[fqae]\d+)?)")
_LINKED = re.compile(r"(?<=\]\()[a-z0-9-]+(?=\))")


def sample(data: Data, times: int) -> Iterator[tuple[str, str]]:
    """The files of a base `times` as large, as (path from its root, content). The data must be without faults."""
    vocabularies = {locale: _vocabulary(data, locale) for locale in LOCALES}
    ids = _ids(data)
    copies = [
        _Copy(name, {one: vocabularies[one].shuffled(name) for one in LOCALES}, ids(k, name))
        for k, name in ((k, tag(k)) for k in range(1, times))
    ]
    for document in data.documents:
        file = file_kind(document.role)
        if file is None or document.is_own or document.path == "data/releases.yml":
            continue
        if file.many and _is_copied(document, file):
            every = [*document.value, *(one for copy in copies for one in copy.value(document.value))]
            yield document.path, canonical(replace(document, value=every), file)
            continue
        yield document.path, canonical(document, file)
        for copy in copies if _is_copied(document, file) else ():
            path = copy.path(document.path)
            yield path, canonical(Document(path, copy.value(document.value)), file)


def tag(k: int) -> str:
    """What tells a copy from the others: a, b … z, aa, ab …"""
    letters = ""
    while k:
        k, rest = divmod(k - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _is_copied(document: Document, file: FileKind) -> bool:
    return document.path not in _LISTS_ONCE if file.many else file.kind in _COPIED


def _vocabulary(data: Data, locale: Locale) -> Vocabulary:
    texts = [text for document in data.documents for text in _texts(document.value, locale)]
    terms = [form for item in data.of("term") for form in _texts(item.value, locale) if " " not in form]
    return Vocabulary.of(texts, terms)


def _texts(value: Any, locale: Locale) -> Iterator[str]:
    if isinstance(value, dict) and locale in value:
        found = value[locale]
        yield from [found] if isinstance(found, str) else found or ()
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one, locale)


def _ids(data: Data) -> Any:
    """What makes the ids of a copy, by those of the real entries: (number, tag) → ids."""
    copied = [item for item in data.items if _is_copied(item.document, item.file)]
    counts = Counter(match[1] for item in copied if (match := _COUNTED.fullmatch(item.id)))

    def ids(k: int, name: str) -> dict[str, str]:
        return {item.id: _id(item, k, name, counts) for item in copied}

    return ids


def _id(item: Item, k: int, name: str, counts: Counter[str]) -> str:
    if item.kind == "series":
        return item.id + name
    if counted := _COUNTED.fullmatch(item.id):
        return f"{counted[1]}{int(counted[2]) + k * counts[counted[1]]}"
    if item.file.kind == "theme" and (numbered := _IN_SERIES.fullmatch(item.id)):
        return f"{numbered[1]}{name}{numbered[2]}"
    return f"{item.id}-{name}"


@dataclass(frozen=True)
class _Copy:
    """One copy: its tag, the words of its texts, and its ids by the real ones."""

    tag: str
    words: dict[Locale, Shuffled]
    ids: dict[str, str]

    def path(self, path: str) -> str:
        """The file of the copy: data/themes/privatea/04-….yml, data/guide/cases/….yml."""
        if "/themes/" in path:
            return re.sub(r"(?<=data/themes/)[a-z]+", lambda found: found[0] + self.tag, path)
        return path.removesuffix(".yml") + f"-{self.tag}.yml"

    def value(self, value: Any, key: str = "") -> Any:
        """A value of the data as the copy has it, under its key."""
        if isinstance(value, dict) and "da" in value:
            return {locale: self._said(one, locale, key) for locale, one in value.items()}
        if isinstance(value, dict):
            found: dict[str, Any] = {self.ids.get(name) or name: self.value(one, name) for name, one in value.items()}
            if str(value.get("id")).startswith("term-"):
                return self._named(found)
            return self._called(found) if {"slug", "sector", "name"} <= value.keys() else found
        if isinstance(value, list):
            return [self.value(one, key) for one in value]
        return self._word(value, key) if isinstance(value, str) else value

    def _said(self, said: Any, locale: Locale, key: str) -> Any:
        if isinstance(said, list):
            return [self._said(one, locale, key) for one in said]
        if key == "slug":
            return f"{said}-{self.tag}"
        if not isinstance(said, str):
            return said
        return _LINKED.sub(lambda found: self.ids.get(found[0], found[0]), self.words[locale].text(said))

    def _word(self, word: str, key: str) -> str:
        if key == "slug":
            return f"{word}-{self.tag}"
        if key == "sector":
            return word
        if key == "address":
            return f"{word}?{self.tag}"
        return self.ids.get(word) or (self.words["da"].text(word) if key == "title" else word)

    def _called(self, organisation: dict[str, Any]) -> dict[str, Any]:
        """An organisation under names that are no other's."""
        aliases = {"aliases": [f"{one} {self.tag.upper()}" for one in organisation.get("aliases", ())]}
        return organisation | {"name": f"{organisation['name']} {self.tag.upper()}"} | aliases

    def _named(self, term: dict[str, Any]) -> dict[str, Any]:
        """A term whose names are no other's: what has no other word (AHT) gets the tag."""

        def own(name: Any) -> Any:
            if isinstance(name, list):
                return [own(one) for one in name]
            return name if not isinstance(name, str) or name.endswith(self.tag) else f"{name}-{self.tag}"

        names = {field: term[field] for field in ("title", "full", "synonyms", "forms") if field in term}
        return term | {field: {locale: own(some) for locale, some in of.items()} for field, of in names.items()}
