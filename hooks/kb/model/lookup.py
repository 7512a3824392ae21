"""What is looked up: organisations, sources, references, glossary terms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kb.model.entry import Entry, PageEntry, Withdrawn
from kb.model.themes import Sector
from kb.problems import Locale
from kb.values import (
    Address,
    AnyRef,
    Checked,
    Part,
    Plain,
    SeriesRef,
    Slug,
    Text,
    Words,
)

ReferenceKind = Literal["guidance", "tool", "law", "research"]


class Organisation(PageEntry):
    slug: Slug
    name: Plain
    aliases: list[Plain] = []
    sector: Sector
    text: Text
    description: Text


class Source(Part):
    """A published document that the texts build on. `year` is null where the document carries none."""

    id: Plain
    title: Plain
    series: SeriesRef | None = None
    number: Annotated[int, Field(ge=1)] | None = None
    kind: Literal["sheet", "booklet"]
    edition: Text | None = None
    publisher: Plain
    year: Annotated[int, Field(ge=1900)] | None = None
    language: Locale
    note: Plain | None = None
    withdrawn: Withdrawn | None = None
    formerly: list[Plain] = []


class Reference(Entry):
    """A further document or tool. A dead address is marked, not dropped. Its note is for readers, in both languages."""

    title: Plain
    title_en: Plain | None = None
    publisher: Plain | None = None
    address: Address | None = None
    file: Plain | None = None
    kind: ReferenceKind
    checked: Checked
    dead: bool = False
    note: Text | None = None  # type: ignore[assignment]  # readers see it


class Term(Entry):
    """A glossary term; `forms` are inflections to be marked as well, `synonyms` are for search."""

    title: Text
    full: Text | None = None
    text: Text
    synonyms: Words = Words()
    forms: Words = Words()
    see: list[AnyRef] = []
