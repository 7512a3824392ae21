"""Where each kind of entry stands in data/, what its ids look like, and the entries as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kb import model
from kb.load import Document, Path_
from kb.problems import Where
from kb.values import Part


@dataclass(frozen=True)
class FileKind:
    """A kind of file: which paths belong to it, what stands in it, and whether as a list or alone.

    `ids` is the pattern of the ids in it; `{…}` in it are groups of the path's pattern.
    """

    shown: str
    path: str
    model: type[Part] | None
    ids: str = ""
    many: bool = False
    required: bool = False

    @property
    def kind(self) -> str:
        """The kind of the entries in it; empty for settings."""
        return model.KINDS.get(self.model, "") if self.model else ""


FILES = (
    FileKind("data/site.yml", r"data/site\.yml", model.Site, required=True),
    FileKind("data/interface.yml", r"data/interface\.yml", None, required=True),
    FileKind("data/releases.yml", r"data/releases\.yml", model.Release, many=True),
    FileKind("data/dialogue.yml", r"data/dialogue\.yml", model.Meeting, many=True),
    FileKind("data/sources.yml", r"data/sources\.yml", model.Source, r"[a-z0-9-]+", many=True, required=True),
    FileKind("data/organisations.yml", r"data/organisations\.yml", model.Organisation, r"[a-z0-9-]+", many=True),
    FileKind("data/references.yml", r"data/references\.yml", model.Reference, r"ref-[a-z0-9-]+", many=True),
    FileKind("data/terms.yml", r"data/terms\.yml", model.Term, r"term-[a-z0-9-]+", many=True),
    FileKind(
        "data/themes/<series>/series.yml",
        r"data/themes/(?P<series>[a-z]+)/series\.yml",
        model.Series,
        "{series}",
    ),
    FileKind(
        "data/themes/<series>/NN-<slug>.yml",
        r"data/themes/(?P<series>[a-z]+)/(?P<number>\d\d)-[a-z0-9-]+\.yml",
        model.Theme,
        "{series}-{number}",
    ),
    FileKind("data/guide/guide.yml", r"data/guide/guide\.yml", model.Guide, "maal-med-mening", required=True),
    FileKind("data/guide/pages.yml", r"data/guide/pages\.yml", model.GuidePage, r"guide-page-[a-z0-9-]+", many=True),
    FileKind("data/guide/parts.yml", r"data/guide/parts\.yml", model.GuidePart, r"guide-(?:d|w|as|ao|c)\d+", many=True),
    FileKind(
        "data/guide/statistics.yml", r"data/guide/statistics\.yml", model.Statistic, r"stat-[a-z0-9-]+", many=True
    ),
    FileKind("data/guide/voices.yml", r"data/guide/voices\.yml", model.Voice, r"voice-\d+", many=True),
    FileKind(
        "data/guide/balances/N-<slug>.yml",
        r"data/guide/balances/(?P<number>\d)-[a-z0-9-]+\.yml",
        model.Balance,
        "balance-{number}",
    ),
    FileKind(
        "data/guide/cases/<organisation>.yml",
        r"data/guide/cases/(?P<organisation>[a-z0-9-]+)\.yml",
        model.Case,
        "case-{organisation}",
    ),
    FileKind("local/about.yml", r"local/about\.yml", model.About),
    FileKind("local/sources.yml", r"local/sources\.yml", model.Source, r"local-[a-z0-9-]+", many=True),
    FileKind(
        "local/organisations.yml", r"local/organisations\.yml", model.Organisation, r"local-org-[a-z0-9-]+", many=True
    ),
    FileKind("local/references.yml", r"local/references\.yml", model.Reference, r"local-ref-[a-z0-9-]+", many=True),
    FileKind("local/terms.yml", r"local/terms\.yml", model.Term, r"local-term-[a-z0-9-]+", many=True),
    FileKind("local/themes/series.yml", r"local/themes/series\.yml", model.Series, "local"),
    FileKind(
        "local/themes/NN-<slug>.yml", r"local/themes/(?P<number>\d\d)-[a-z0-9-]+\.yml", model.Theme, "local-{number}"
    ),
    FileKind("local/examples.yml", r"local/examples\.yml", model.OwnExample, r"local-e\d+", many=True),
    FileKind("local/notes.yml", r"local/notes\.yml", model.Note, r"local-n\d+", many=True),
)
EDITOR = "admin/"  # where the editors' form lies on the site, which is no page of it
LOCAL = "local"  # how a host's own additions are called, wherever their folder is

# Lists of entries inside an entry: field → (kind, what its ids add to the id around them).
NESTED: dict[str, dict[str, tuple[str, str]]] = {
    "theme": {
        "findings": ("finding", "-f"),
        "questions": ("question", "-q"),
        "actions": ("action", "-a"),
        "examples": ("example", "-e"),
    },
    "balance": {"questions": ("question", "-q")},
    "guide": {"questions": ("question", "-q")},
}


@dataclass(frozen=True)
class Item:
    """An entry as it is written, before it is known to be right: a mapping at a place in a document."""

    kind: str
    value: dict[str, Any]
    document: Document
    place: Path_
    file: FileKind

    @property
    def id(self) -> str:
        found = self.value.get("id")
        return found if isinstance(found, str) else ""

    def where(self, *place: str | int) -> Where:
        return self.document.where(*self.place, *place)


def list_in(item: Item, name: str) -> list[Any]:
    """The list under a key; empty where there is none."""
    value = item.value.get(name)
    return value if isinstance(value, list) else []


def is_own(entry_id: str) -> bool:
    """Whether an id is of a host's own addition; no other may look like one."""
    return entry_id == LOCAL or entry_id.startswith(LOCAL + "-")


def file_kind(path: str) -> FileKind | None:
    """The kind of file that a path (a document's role) is; None when it belongs to none."""
    return next((kind for kind in FILES if re.fullmatch(kind.path, path)), None)


def id_pattern(file: FileKind, path: str) -> str:
    """The pattern that an entry's id must match in this very file."""
    match = re.fullmatch(file.path, path)
    pattern = file.ids
    for name, value in (match.groupdict() if match else {}).items():
        pattern = pattern.replace("{" + name + "}", value)
    return pattern


def items_in(document: Document) -> Iterator[Item]:
    """The entries of a document as written, with those that stand inside them."""
    file = file_kind(document.role)
    if file is None or not file.kind:
        return
    values = enumerate(document.value) if file.many and isinstance(document.value, list) else [((), document.value)]
    for index, value in values:
        if isinstance(value, dict):
            place = (index,) if isinstance(index, int) else ()
            item = Item(file.kind, value, document, place, file)
            yield item
            yield from _nested(item)


def _nested(item: Item) -> Iterator[Item]:
    for name, (kind, _) in NESTED.get(item.kind, {}).items():
        for i, value in enumerate(list_in(item, name)):
            if isinstance(value, dict):
                yield Item(kind, value, item.document, (*item.place, name, i), item.file)
