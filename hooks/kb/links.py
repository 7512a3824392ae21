"""The knowledge base, linked: who refers to whom, in both directions, and related pages with the reason.

One fact lives in one place; every list on a page (an organisation's examples, a finding's back-links, the themes
that use a reference) is derived here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from kb import prose
from kb.aside import aside
from kb.backlinks import BackLinks, back_links
from kb.data import Data
from kb.layout import FILES
from kb.model import (
    KINDS,
    About,
    Balance,
    Case,
    Entry,
    Example,
    Guide,
    GuidePage,
    Help,
    Interface,
    Meeting,
    Note,
    OwnExample,
    Question,
    Related,
    Release,
    Series,
    Site,
    Source,
    Statistic,
    Theme,
    Voice,
)
from kb.problems import Locale, Where
from kb.standing.ledger import Prints, prints_of
from kb.standing.translations import pairs
from kb.values import Part, Places, Text

Linked = Entry | Source
Some = TypeVar("Some", bound=Part)


@dataclass(frozen=True)
class Relation:
    """A related page and why; the same reason stands on both pages."""

    to: str
    reason: Text


@dataclass
class KnowledgeBase:
    """All live entries by id, where each stands in the data, and how they are tied together."""

    site: Site
    interface: Interface
    entries: dict[str, Linked] = field(default_factory=dict)
    where: dict[str, Where] = field(default_factory=dict)
    owner: dict[str, str] = field(default_factory=dict)
    ties: dict[str, set[str]] = field(default_factory=dict)
    seen_from: dict[str, list[str]] = field(default_factory=dict)
    relations: dict[str, list[Relation]] = field(default_factory=dict)
    former: dict[str, str] = field(default_factory=dict)
    own: About | None = None
    releases: list[Release] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    stale: frozenset[Prints] = frozenset()
    _listed: dict[type[Part], list[Any]] = field(default_factory=dict, repr=False)

    @property
    def languages(self) -> tuple[Locale, ...]:
        """The languages that the site is built in, Danish first."""
        return tuple(self.site.languages)

    def all(self, kind: type[Some]) -> Sequence[Some]:
        """Every live entry of a kind, in the order of the data."""
        if kind not in self._listed:
            self._listed[kind] = [entry for entry in self.entries.values() if isinstance(entry, kind)]
        return self._listed[kind]

    def add(self, entry: Linked, where: Where, owner: str | None = None) -> None:
        """One more entry, which stands at a place in the data and perhaps inside another."""
        self.entries[entry.id] = entry
        self.where[entry.id] = where
        if owner is not None:
            self.owner[entry.id] = owner
        self._listed.clear()

    def get(self, entry_id: str, kind: type[Some]) -> Some:
        """The entry with an id. Raises KeyError when there is none of that kind."""
        entry = self.entries[entry_id]
        if not isinstance(entry, kind):
            raise KeyError(entry_id)
        return entry

    def some(self, ids: Iterable[str], kind: type[Some]) -> list[Some]:
        """Those of the ids that are of a kind, in the order given."""
        found = (self.entries.get(i) for i in ids)
        return [entry for entry in found if isinstance(entry, kind)]

    def kind(self, entry_id: str) -> str:
        """The kind of an entry, in the design's word."""
        return KINDS[type(self.entries[entry_id])]

    def home(self, entry_id: str) -> str:
        """The id of the entry on whose page this one has its anchor; its own where it has a page."""
        return self.owner.get(entry_id, entry_id)

    def see(self, entry_id: str) -> list[str]:
        """What an entry points to, then what points to it, each once."""
        own = getattr(self.entries[entry_id], "see", [])
        return list(dict.fromkeys([*own, *self.seen_from.get(entry_id, [])]))

    def theme_of(self, entry_id: str) -> Theme | None:
        """The theme that a finding, question, action or example stands in."""
        entry = self.entries.get(self.home(entry_id))
        return entry if isinstance(entry, Theme) else None

    def themes_of(self, example: Example) -> list[Theme]:
        """The themes an example belongs to, its own first."""
        return self.some([self.home(example.id), *example.also_in], Theme)

    def examples_of(self, organisation: str) -> Sequence[Example]:
        """An organisation's examples."""
        return self._back.examples[organisation]

    def cases_of(self, organisation: str) -> Sequence[Case]:
        """An organisation's cases."""
        return self._back.cases[organisation]

    def guests_of(self, theme: str) -> Sequence[Example]:
        """Examples told in another theme that belong to this one too."""
        return [e for e in self._back.guests[theme] if self.home(e.id) != theme]

    def help_for(self, entry_id: str) -> list[Help]:
        """Who to turn to about a theme, balance or case: those who name it, and on themes those who name none."""
        everywhere = self.kind(entry_id) == "theme"
        return [one for one in self.site.help if (everywhere if one.themes is None else entry_id in one.themes)]

    def notes_on(self, entry_id: str) -> Sequence[Note]:
        """The host's own notes on an entry."""
        return self._back.notes[entry_id]

    def is_stale(self, text: Text) -> bool:
        """Whether a text's Danish has changed since its English was written."""
        return bool(self.stale) and text.en is not None and prints_of(text.da, text.en) in self.stale

    def former_ids(self, entry_id: str) -> Sequence[str]:
        """The ids that an entry had before."""
        return self._back.former[entry_id]

    @cached_property
    def _back(self) -> BackLinks:
        return back_links(self.entries.values(), self.former)

    @cached_property
    def titles(self) -> Counter[str]:
        """How many themes have each Danish title: both sectors have one on time pressure."""
        return Counter(theme.title.da for theme in self.all(Theme))

    @cached_property
    def publishers(self) -> list[str]:
        """Who published what the base builds on, each once."""
        return list(dict.fromkeys(series.publisher.name for series in self.all(Series)))

    def voices_about(self, entry_id: str) -> Sequence[Voice]:
        """The voices about a balance or the guide."""
        return self._back.voices[entry_id]

    def users_of(self, reference: str) -> Sequence[Theme | Guide]:
        """The pages that name a reference."""
        return self._back.users[reference]

    def built_on(self, source: str) -> Sequence[Entry]:
        """The entries that name a source."""
        return self._back.built[source]


def link(data: Data) -> KnowledgeBase:
    """The knowledge base from data without faults; withdrawn entries and all that hangs on them are left out."""
    stale = aside(lambda: frozenset(pair.prints for pair in pairs(data) if pair.state(data.ledger) == "stale"))
    kb = KnowledgeBase(_only(data, Site), _interface(data))
    in_order = sorted(data.models, key=lambda m: FILES.index(m[0]))
    tops: list[Linked] = [model for _, _, model in in_order if isinstance(model, Entry | Source)]
    gone = _gone(tops)
    places = {item.id: item.where() for item in data.items}
    kb.own = next((model for _, _, model in data.models if isinstance(model, About)), None)
    told_here = [one for one in tops if isinstance(one, OwnExample) and one.id not in gone]
    for model in tops:
        if model.id not in gone and not isinstance(model, OwnExample):
            _add(kb, _with_own(_without(model, gone) if gone else model, told_here), places)
    kb.former = {former: one.id for one in kb.entries.values() for former in one.formerly}
    _own(kb)
    for entry in list(kb.entries.values()):
        _tie(kb, entry)
    _relate(kb)
    kb.releases = [model for _, _, model in data.models if isinstance(model, Release)]
    kb.stale = stale()
    kb.meetings = [model for _, _, model in data.models if isinstance(model, Meeting)]
    return kb


def _with_own(entry: Linked, told_here: list[OwnExample]) -> Linked:
    """A theme with the host's own examples among its own, where they are told."""
    if not isinstance(entry, Theme):
        return entry
    own = [one for one in told_here if one.theme == entry.id]
    plain = [Example.model_construct(**{name: getattr(one, name) for name in Example.model_fields}) for one in own]
    return entry.model_copy(update={"examples": [*entry.examples, *plain]}) if own else entry


def _only(data: Data, kind: type[Some]) -> Some:
    return next(model for _, _, model in data.models if isinstance(model, kind))


def _interface(data: Data) -> Interface:
    found: Interface = next(model for file, _, model in data.models if file.shown == "data/interface.yml")
    return found


def _gone(tops: list[Linked]) -> set[str]:
    gone: set[str] = set()
    everything = [inner for top in tops for inner in (top, *(top.nested() if isinstance(top, Entry) else ()))]
    parents = {inner.id: top.id for top in tops if isinstance(top, Entry) for inner in top.nested()}
    while True:
        more = {
            one.id
            for one in everything
            if one.withdrawn is not None
            or parents.get(one.id) in gone
            or getattr(one, "organisation", None) in gone
            or getattr(one, "about", None) in gone
            or getattr(one, "series", None) in gone
            or getattr(one, "on", None) in gone
            or getattr(one, "theme", None) in gone
        }
        if more <= gone:
            return gone
        gone |= more


def _without(entry: Some, gone: set[str]) -> Some:
    """The entry without what is gone, in every list of entries, ids or relations."""
    changed: dict[str, Any] = {}
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if isinstance(value, list):
            changed[name] = [_kept(one, gone) for one in value if not _is_gone(one, gone)]
        elif isinstance(value, Part):
            changed[name] = _without(value, gone)
        elif name == "sibling" and value in gone:
            changed[name] = None
    return entry.model_copy(update=changed)


def _kept(one: Any, gone: set[str]) -> Any:
    return _without(one, gone) if isinstance(one, Part) else one


def _is_gone(one: Any, gone: set[str]) -> bool:
    if isinstance(one, Related):
        return one.to in gone
    return (one.id if isinstance(one, Entry) else one if isinstance(one, str) else None) in gone


def _add(kb: KnowledgeBase, entry: Linked, places: dict[str, Where]) -> None:
    kb.add(entry, places[entry.id])
    for inner in entry.nested() if isinstance(entry, Entry) else ():
        kb.add(inner, places[inner.id], owner=entry.id)


def _own(kb: KnowledgeBase) -> None:
    """Parts of the booklet, voices, general questions and notes stand on the page that shows them."""
    for voice in kb.all(Voice):
        kb.owner[voice.id] = voice.about
    for page in kb.all(GuidePage):
        for section in page.sections:
            for entry_id in section.entries:
                if not isinstance(kb.entries[entry_id], Statistic | Question):
                    kb.owner[entry_id] = page.id
    for note in kb.all(Note):
        kb.owner[note.id] = kb.home(note.on)


def _tie(kb: KnowledgeBase, entry: Linked) -> None:
    for target in vars(entry).get("see", []):
        kb.seen_from.setdefault(target, []).append(entry.id)
    for target in named_by(kb, entry):
        if target in kb.entries and target != entry.id:
            kb.ties.setdefault(entry.id, set()).add(target)
            kb.ties.setdefault(target, set()).add(entry.id)


def named_by(kb: KnowledgeBase, entry: Linked) -> Iterator[str]:
    """Every id that an entry is tied to from its own side, some more than once."""
    written = vars(entry)
    yield from written.get("see", [])
    if entry.id in kb.owner:
        yield kb.owner[entry.id]
    for name in ("organisation", "sibling", "about", "series", "on"):
        if value := written.get(name):
            yield value
    for name in ("also_in", "references", "advice"):
        yield from written.get(name, [])
    if isinstance(entry, Balance):
        yield from (*entry.left.research, *entry.right.research)
    for relation in written.get("related", []):
        yield relation.to
    if isinstance(entry, Entry):
        yield from _sources(entry)
        for text in texts_in(entry):
            yield from prose.ids_linked_in(text.da)
    if isinstance(entry, GuidePage):
        for section in entry.sections:
            yield from section.entries


def _sources(part: Part) -> Iterator[str]:
    """The sources named by an entry and by the paragraphs inside it."""
    for name, value in vars(part).items():
        if name == "source":
            places: Places = value or {}
            yield from places
        for inner in value if isinstance(value, list) else (value,):
            if isinstance(inner, Part) and not isinstance(inner, Entry | Text):
                yield from _sources(inner)


def texts_in(part: Part) -> Iterator[Text]:
    """Every text of an entry or a part, those of the entries inside it apart."""
    for value in vars(part).values():
        for inner in value if isinstance(value, list) else (value,):
            if isinstance(inner, Text):
                yield inner
            elif isinstance(inner, Part) and not isinstance(inner, Entry):
                yield from texts_in(inner)


def _relate(kb: KnowledgeBase) -> None:
    """Both sides of every related pair; where both pages give a reason, each keeps its own."""
    pages = [e for e in kb.entries.values() if isinstance(e, Theme | Balance | Case | Guide)]
    for entry in pages:
        for related in entry.related:
            kb.relations.setdefault(entry.id, []).append(Relation(related.to, related.reason))
    for entry in pages:
        for related in entry.related:
            back = kb.relations.setdefault(related.to, [])
            if all(relation.to != entry.id for relation in back):
                back.append(Relation(entry.id, related.reason))
