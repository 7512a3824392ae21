"""What each kind of entry is. Unknown keys are forbidden; every text stands in Danish and English."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from kb.problems import Locale
from kb.values import (
    Address,
    AnyRef,
    CaseRef,
    Checked,
    GuideRef,
    Mail,
    OrganisationRef,
    Part,
    PartRef,
    PastDate,
    Places,
    Plain,
    ReferenceRef,
    RelatedRef,
    SeriesRef,
    Slug,
    Slugs,
    Summary,
    Text,
    ThemeRef,
    VoiceRef,
    Words,
    fail,
)

Sector = Literal["private", "public"]
Evidence = Literal["research", "survey", "practice", "unspecified"]
ExampleKind = Literal["measure", "training", "rule", "tool", "dialogue", "pay", "support"]
ReferenceKind = Literal["guidance", "tool", "law", "research"]


class Block(Part):
    """A paragraph with its place in the sources."""

    text: Text
    source: Places


class Related(Part):
    """A tie to another page-bearing entry, with the reason, which is shown on both."""

    to: RelatedRef
    reason: Text
    source: Places | None = None


class Withdrawn(Part):
    date: PastDate
    reason: Text


class Entry(Part):
    """What has an id. `note` is for colleagues (readers see it on references and sources only).

    A withdrawn entry is left off the site and keeps its id.
    """

    id: Plain
    source: Places
    note: Plain | Text | None = None
    withdrawn: Withdrawn | None = None

    def nested(self) -> Iterator[Entry]:
        """The entries that stand inside this one."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            for item in value if isinstance(value, list) else []:
                if isinstance(item, Entry):
                    yield item


class PageEntry(Entry):
    """An entry with a page of its own; not reviewed until a person has done so."""

    reviewed: PastDate | None = None
    review_due: datetime.date | None = None


class Publisher(Part):
    name: Plain
    address: Address


class Series(PageEntry):
    sector: Sector
    slug: Slugs
    title: Text
    short: Text
    purpose: Text
    description: Text
    publisher: Publisher
    publisher_note: Text
    titles: Annotated[list[Text], Field(min_length=1)]


class Finding(Entry):
    text: Text
    evidence: Evidence
    figures: list[Text] = []
    see: list[AnyRef] = []


class Question(Entry):
    text: Text
    see: list[AnyRef] = []


class Action(Entry):
    title: Text
    text: Text
    see: list[AnyRef] = []


class Example(Entry):
    """What an organisation did; `also_in` are further themes it belongs to."""

    kind: ExampleKind
    organisation: OrganisationRef
    title: Text
    text: Text
    also_in: list[ThemeRef] = []
    see: list[AnyRef] = []


class Theme(PageEntry):
    series: SeriesRef
    number: Annotated[int, Field(ge=1)]
    slug: Slugs
    title: Text
    purpose: Text
    summary: Summary
    description: Text
    sibling: ThemeRef | None = None
    findings: Annotated[list[Finding], Field(min_length=1)]
    questions: Annotated[list[Question], Field(min_length=1)]
    actions: Annotated[list[Action], Field(min_length=1)]
    examples: list[Example] = []
    references: list[ReferenceRef] = []
    related: list[Related] = []


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
    note: Plain | Text | None = None
    withdrawn: Withdrawn | None = None


class Reference(Entry):
    """A further document or tool. A dead address is marked, not dropped."""

    title: Plain
    title_en: Plain | None = None
    publisher: Plain | None = None
    address: Address | None
    file: Plain | None = None
    kind: ReferenceKind
    checked: Checked
    dead: bool = False


class Term(Entry):
    """A glossary term; `forms` are inflections to be marked as well, `synonyms` are for search."""

    title: Text
    full: Text | None = None
    text: Text
    synonyms: Words = Words()
    forms: Words = Words()
    see: list[AnyRef] = []


class GuidePart(Entry):
    """A numbered part of the booklet: element of the definition, aspect, piece of advice, hint."""

    title: Text
    text: Text
    see: list[AnyRef] = []


class Level(Part):
    title: Text
    text: Text
    source: Places


class Guide(PageEntry):
    slug: Slugs
    title: Text
    purpose: Text
    summary: Summary
    description: Text
    intro: list[Block]
    levels: list[Level]
    questions: list[Question]
    references: list[ReferenceRef] = []
    related: list[Related] = []


class Author(Part):
    name: Plain
    role: Text


class Section(Part):
    id: Slug
    title: Text
    text: list[Block] = []
    entries: list[PartRef] = []


class GuidePage(PageEntry):
    """A page of the booklet between its front and its balances."""

    slug: Slugs
    title: Text
    purpose: Text
    description: Text
    author: Author | None = None
    sections: Annotated[list[Section], Field(min_length=1)]


class Value(Part):
    """One figure of a statistic, in exactly one form: percent, low–high, share (2 of 3) or count."""

    label: Text | None = None
    percent: Annotated[float, Field(ge=0, le=100)] | None = None
    low: Annotated[float, Field(ge=0, le=100)] | None = None
    high: Annotated[float, Field(ge=0, le=100)] | None = None
    share: Annotated[list[int], Field(min_length=2, max_length=2)] | None = None
    count: Annotated[int, Field(ge=0)] | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Value:
        forms = [self.percent is not None, self.low is not None, self.share is not None, self.count is not None]
        if sum(forms) != 1 or (self.low is None) != (self.high is None):
            raise fail("value-shape")
        if self.share is not None and not 0 <= self.share[0] <= self.share[1] != 0:
            raise fail("out-of-range", found=self.share, expected="0 ≤ a ≤ b: [a, b]")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise fail("out-of-range", found=f"{self.low}–{self.high}", expected="low ≤ high")
        return self


class Statistic(Entry):
    """A figure with its population, year and number of answers; `chart: none` where it can't be drawn."""

    title: Text
    text: Text
    measure: Text
    population: Text
    year: Annotated[int, Field(ge=1900)] | None = None
    asked: Annotated[int, Field(ge=1)] | None = None
    n: Annotated[int, Field(ge=1)] | None = None
    n_text: Text | None = None
    values: Annotated[list[Value], Field(min_length=1)]
    chart: Literal["bars", "none"]
    caveat: Text | None = None
    see: list[AnyRef] = []


class Voice(Entry):
    """What a person in a role experienced, retold."""

    text: Text
    role: Text
    workplace: Text
    about: VoiceRef
    see: list[AnyRef] = []


class Overview(Part):
    advantage: Text
    drawback: Text


class Pole(Part):
    """One end of a balance. `demands` are what it takes where there are no drawbacks."""

    name: Text
    title: Text
    advantages: Annotated[list[Text], Field(min_length=1)]
    drawbacks: list[Text]
    drawbacks_note: Text | None = None
    demands: list[Text] = []
    overview: Overview
    source: Places


class Balance(PageEntry):
    number: Annotated[int, Field(ge=1)]
    slug: Slugs
    dimension: Text
    title: Text
    purpose: Text
    summary: Summary
    description: Text
    intro: list[Block]
    left: Pole
    right: Pole
    questions: Annotated[list[Question], Field(min_length=1)]
    advice: list[GuideRef] = []
    related: list[Related] = []


class Person(Part):
    """Named as published; deleting `name` leaves the role everywhere."""

    name: Plain | None = None
    role: Text
    note: Plain | None = None
    source: Places


class KeyFigure(Part):
    """A figure of a case; with `before` and `after` (numbers in the same unit) it is drawn."""

    value: Text
    label: Text
    before: Annotated[float, Field(gt=0)] | None = None
    after: Annotated[float, Field(gt=0)] | None = None
    unit: Text | None = None
    before_text: Text | None = None
    source: Places

    @model_validator(mode="after")
    def _pair(self) -> KeyFigure:
        parts = [self.before is None, self.after is None, self.unit is None, self.before_text is None]
        if any(parts) and not all(parts):
            raise fail("before-after")
        return self


class CaseSection(Part):
    step: Literal["problem", "did", "effect"]
    title: Text
    text: Annotated[list[Block], Field(min_length=1)]


class Case(PageEntry):
    organisation: OrganisationRef
    slug: Slug
    title: Text
    purpose: Text
    summary: Summary
    description: Text
    sections: Annotated[list[CaseSection], Field(min_length=1)]
    people: list[Person] = []
    key_figures: list[KeyFigure] = []
    see: list[AnyRef] = []
    related: list[Related] = []


class Site(Part):
    """data/site.yml: what a host of the site decides."""

    name: Text
    tagline: Text
    description: Text
    base_address: Address
    repository: Address | None = None
    repository_link: Annotated[str, Field(pattern=r"^\{repository\}/")] = "{repository}/blob/main/{path}#L{line}"
    mail: Mail | None = None
    require_english: bool
    front_case: CaseRef
    front_themes: list[ThemeRef] = []
    danish_names: list[Plain] = []


Interface = dict[str, Text]

KINDS: dict[type[Part], str] = {
    Series: "series",
    Theme: "theme",
    Finding: "finding",
    Question: "question",
    Action: "action",
    Example: "example",
    Organisation: "organisation",
    Guide: "guide",
    GuidePart: "guide",
    GuidePage: "page",
    Balance: "balance",
    Voice: "voice",
    Case: "case",
    Statistic: "statistic",
    Reference: "reference",
    Source: "source",
    Term: "term",
}
