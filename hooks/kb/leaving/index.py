"""What the pages ask of the whole base, found once, so that a page costs the same however large the base is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from kb.links import KnowledgeBase, Linked
from kb.model import Case, Entry, Example, Guide, Note, Theme, Voice
from kb.pages import SiteMap
from kb.values import Part

Some = TypeVar("Some", bound=Part)
One = TypeVar("One")
Key = TypeVar("Key", bound=Hashable)


@dataclass
class Index:
    """Entries by their kind and by what they name; ids by what they build on."""

    kinds: dict[type[Part], list[Linked]] = field(default_factory=dict)
    themes_in: dict[str, list[Theme]] = field(default_factory=dict)
    titled: dict[str, list[Theme]] = field(default_factory=dict)
    examples_of: dict[str, list[Example]] = field(default_factory=dict)
    guests_of: dict[str, list[Example]] = field(default_factory=dict)
    cases_of: dict[str, list[Case]] = field(default_factory=dict)
    voices_about: dict[str, list[Voice]] = field(default_factory=dict)
    notes_on: dict[str, list[Note]] = field(default_factory=dict)
    users_of: dict[str, list[Theme | Guide]] = field(default_factory=dict)
    built_on: dict[str, list[str]] = field(default_factory=dict)
    former_ids: dict[str, list[str]] = field(default_factory=dict)
    shown_on: dict[str, list[str]] = field(default_factory=dict)

    def all(self, kind: type[Some]) -> list[Some]:
        """Every live entry of a kind, in the order of the data."""
        return [entry for entry in self.kinds.get(kind, []) if isinstance(entry, kind)]


def index_of(kb: KnowledgeBase, pages: SiteMap) -> Index:
    """The index of a base and its pages."""
    found = Index(kinds=_by(kb.entries.values(), type))
    themes = found.all(Theme)
    found.themes_in = _by(themes, lambda one: one.series)
    found.titled = _by(themes, lambda one: one.title.da)
    found.examples_of = _by(found.all(Example), lambda one: one.organisation)
    found.guests_of = _by_each(
        found.all(Example), lambda one: [theme for theme in one.also_in if theme != kb.home(one.id)]
    )
    found.cases_of = _by(found.all(Case), lambda one: one.organisation)
    found.voices_about = _by(found.all(Voice), lambda one: one.about)
    found.notes_on = _by(found.all(Note), lambda one: one.on)
    found.users_of = _by_each([*themes, *found.all(Guide)], lambda one: one.references)
    found.former_ids = _by(kb.former, lambda former: kb.former[former])
    found.shown_on = _by((i for i, (_, anchor) in pages.homes.items() if anchor), lambda i: pages.homes[i][0])
    for entry in kb.entries.values():
        home = kb.home(entry.id)
        if isinstance(entry, Entry) and home in pages.homes and not pages.homes[home][1]:
            for source in entry.source:
                found.built_on.setdefault(source, []).append(home)
    found.built_on = {source: list(dict.fromkeys(homes)) for source, homes in found.built_on.items()}
    return found


def _by(some: Iterable[One], key: Callable[[One], Key]) -> dict[Key, list[One]]:
    return _by_each(some, lambda one: [key(one)])


def _by_each(some: Iterable[One], keys: Callable[[One], Iterable[Key]]) -> dict[Key, list[One]]:
    found: dict[Key, list[One]] = defaultdict(list)
    for one in some:
        for key in keys(one):
            found[key].append(one)
    return dict(found)
