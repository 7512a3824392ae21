"""The booklet Mål med mening: its pages and parts, statistics, voices, balances and cases."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kb.model.entry import Block, Entry, PageEntry, Related
from kb.model.themes import Question
from kb.values import (
    AnyRef,
    GuideRef,
    OrganisationRef,
    Part,
    PartRef,
    Places,
    Plain,
    ReferenceRef,
    ResearchRef,
    Slug,
    Slugs,
    Summary,
    Text,
    VoiceRef,
    fail,
)


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
    """One end of a balance.

    `demands` are what it takes where there are no drawbacks, `research` the findings and figures about this very end.
    """

    name: Text
    title: Text
    advantages: Annotated[list[Text], Field(min_length=1)]
    drawbacks: list[Text]
    drawbacks_note: Text | None = None
    demands: list[Text] = []
    overview: Overview
    research: list[ResearchRef] = []
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
