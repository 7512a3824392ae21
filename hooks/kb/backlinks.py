"""What names an entry from its own side, by what it names: looked up on every page, so gathered once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kb.model import Case, Entry, Example, Guide, Note, Theme, Voice


class BackLinks:
    """By the id that is named: an organisation's examples and cases, a theme's guests (examples told elsewhere), an
    entry's notes, its former ids and the voices about it, a reference's users, and what is built on a source."""

    def __init__(self) -> None:
        self.examples: dict[str, list[Example]] = defaultdict(list)
        self.cases: dict[str, list[Case]] = defaultdict(list)
        self.guests: dict[str, list[Example]] = defaultdict(list)
        self.notes: dict[str, list[Note]] = defaultdict(list)
        self.former: dict[str, list[str]] = defaultdict(list)
        self.voices: dict[str, list[Voice]] = defaultdict(list)
        self.users: dict[str, list[Theme | Guide]] = defaultdict(list)
        self.built: dict[str, list[Entry]] = defaultdict(list)


def back_links(entries: Iterable[object], former: Mapping[str, str]) -> BackLinks:
    """The back-links of some entries, each list in their order. `former` has the present ids by the former ones."""
    found = BackLinks()
    for former_id, present in former.items():
        found.former[present].append(former_id)
    for entry in entries:
        _note(found, entry)
        if isinstance(entry, Entry):
            for source in entry.source:
                found.built[source].append(entry)
    return found


def _note(found: BackLinks, entry: object) -> None:
    if isinstance(entry, Example):
        found.examples[entry.organisation].append(entry)
        for theme in dict.fromkeys(entry.also_in):
            found.guests[theme].append(entry)
    elif isinstance(entry, Case):
        found.cases[entry.organisation].append(entry)
    elif isinstance(entry, Note):
        found.notes[entry.on].append(entry)
    elif isinstance(entry, Voice):
        found.voices[entry.about].append(entry)
    elif isinstance(entry, Theme | Guide):
        for reference in dict.fromkeys(entry.references):
            found.users[reference].append(entry)
