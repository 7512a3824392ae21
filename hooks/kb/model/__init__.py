"""What each kind of entry is. Unknown keys are forbidden; every text stands in Danish and English."""

from __future__ import annotations

from kb.model.entry import Block, Entry, PageEntry, Related, Withdrawn
from kb.model.guide import (
    Author,
    Balance,
    Case,
    CaseSection,
    Guide,
    GuidePage,
    GuidePart,
    KeyFigure,
    Level,
    Overview,
    Person,
    Pole,
    Section,
    Statistic,
    Value,
    Voice,
)
from kb.model.lookup import Organisation, Reference, ReferenceKind, Source, Term
from kb.model.site import Interface, Site
from kb.model.themes import Action, Evidence, Example, ExampleKind, Finding, Publisher, Question, Sector, Series, Theme
from kb.values import Part

__all__ = [
    "KINDS",
    "Action",
    "Author",
    "Balance",
    "Block",
    "Case",
    "CaseSection",
    "Entry",
    "Evidence",
    "Example",
    "ExampleKind",
    "Finding",
    "Guide",
    "GuidePage",
    "GuidePart",
    "Interface",
    "KeyFigure",
    "Level",
    "Organisation",
    "Overview",
    "PageEntry",
    "Person",
    "Pole",
    "Publisher",
    "Question",
    "Reference",
    "ReferenceKind",
    "Related",
    "Section",
    "Sector",
    "Series",
    "Site",
    "Source",
    "Statistic",
    "Term",
    "Theme",
    "Value",
    "Voice",
    "Withdrawn",
]

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
