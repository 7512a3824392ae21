"""The theme sheets: series, themes and what stands in a theme."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kb.model.entry import Entry, PageEntry, Related
from kb.values import (
    Address,
    AnyRef,
    OrganisationRef,
    Part,
    Plain,
    ReferenceRef,
    SeriesRef,
    Slugs,
    Summary,
    Text,
    ThemeRef,
)

Sector = Literal["private", "public"]
Evidence = Literal["research", "survey", "practice", "unspecified"]
ExampleKind = Literal["measure", "training", "rule", "tool", "dialogue", "pay", "support"]


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
