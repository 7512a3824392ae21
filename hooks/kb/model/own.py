"""What an organisation adds to its own copy: who it is, examples in existing themes, and notes on existing entries."""

from __future__ import annotations

from kb.model.entry import Entry
from kb.model.themes import Example
from kb.values import NoteRef, Part, Plain, Text, ThemeRef


class About(Part):
    """local/about.yml: whose the additions are."""

    name: Plain


class OwnExample(Example):
    """An example in the form of all others, with the theme that it is told in."""

    theme: ThemeRef


class Note(Entry):
    """A note on an entry, shown beside it."""

    on: NoteRef
    text: Text
