"""The data folder as it was read: documents, the entries written in them, and what went wrong while reading."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from kb.layout import LOCAL, FileKind, Item, file_kind, id_pattern, items_in, list_in
from kb.load import Document, ids_in_text, read_file, read_folder
from kb.model import KINDS
from kb.problems import LOCALES, Locale, Problem, problem
from kb.shape import shaped
from kb.standing.ledger import FILE as LEDGER
from kb.standing.ledger import Ledger, read_ledger
from kb.values import Known

SETTINGS = "data/site.yml"


@dataclass
class Data:
    """Everything under data/ and in the host's own folder.

    `items` are the entries as written, `models` those that have the right shape.
    """

    documents: list[Document] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    models: list[tuple[FileKind, Document, Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ledger: Ledger = field(default_factory=dict)

    @cached_property
    def languages(self) -> tuple[Locale, ...]:
        """The languages of the site: Danish alone where site.yml plainly says so, else both."""
        return ("da",) if _settings(self.documents).get("languages") == ["da"] else LOCALES

    @property
    def requires_english(self) -> bool:
        """Whether every text must stand in English too."""
        return "en" in self.languages and _settings(self.documents).get("require_english") is not False

    @property
    def policy(self) -> list[str]:
        """The states of texts and reviews that `kb status` fails for, as site.yml says."""
        found = _settings(self.documents).get("status_fails")
        return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []

    @property
    def contact(self) -> str:
        """Where whoever wonders about us can turn."""
        settings = _settings(self.documents)
        return next((str(settings[name]) for name in ("mail", "repository", "base_address") if settings.get(name)), "")

    @property
    def is_whole(self) -> bool:
        """Whether every file could be read; otherwise nobody knows what is not used."""
        known = {document.path for document in self.documents}
        return {found.where.path for found in self.problems} <= known | {LEDGER}

    @cached_property
    def renamed(self) -> dict[str, str]:
        """Present ids by those that they had before."""
        return {
            former: item.id
            for item in self.items
            for former in list_in(item, "formerly")
            if isinstance(former, str) and item.id
        }

    def present(self, named: str) -> str:
        """What an id is called now."""
        return self.renamed.get(named, named)

    def of(self, *kinds: str) -> list[Item]:
        """The entries of some kinds, as written."""
        return [item for item in self.items if item.kind in kinds]


def read(root: Path, today: datetime.date | None = None, own: bool = True) -> Data:
    """data/ under a root folder and, where `own` is wanted, the host's own additions beside it.

    Never raises for what an editor can write: see `problems`.
    """
    documents, problems = read_folder(root)
    if own:
        more, found = _own(root, documents)
        documents, problems = documents + more, problems + found
    return gathered(root, documents, problems, today)


def gathered(
    root: Path, documents: list[Document], problems: list[Problem], today: datetime.date | None = None
) -> Data:
    """What documents hold, with what went wrong while they were read."""
    ledger, unreadable = read_ledger(root)
    items = [item for document in documents for item in items_in(document)]
    data = Data(documents, items, [], problems + unreadable, ledger)
    kinds = _kinds(root, data)
    known = Known(kinds, today or build_day(), data.requires_english, root, data.renamed)
    # An organisation writes its own additions in the language it works in.
    of_own = replace(known, require_english=False, own=True)
    for document in documents:
        file = file_kind(document.role)
        if file is not None:
            models, shape_problems = shaped(document, file, of_own if document.is_own else known)
            data.models += [(file, document, one) for one in models]
            data.problems += shape_problems
    return data


def own_folder(root: Path) -> Path | None:
    """Where the host's own additions lie; None where there are none."""
    settings, _ = read_file(root / SETTINGS, SETTINGS) if (root / SETTINGS).is_file() else (None, [])
    folder = root / _own_folder([settings] if settings else [])
    return folder if folder.is_dir() else None


def _own_folder(documents: list[Document]) -> str:
    named = _settings(documents).get("local")
    return named if isinstance(named, str) and named.strip() else LOCAL


def _own(root: Path, documents: list[Document]) -> tuple[list[Document], list[Problem]]:
    """The host's own folder; nothing where there is none, unless site.yml names it."""
    settings = next((document for document in documents if document.path == SETTINGS), None)
    named, folder = _settings(documents).get("local"), _own_folder(documents)
    if (root / folder).is_dir():
        return read_folder(root, folder, LOCAL)
    if named is None or settings is None:
        return [], []
    return [], [problem(settings.where("local"), "no-local", found=folder)]


def build_day() -> datetime.date:
    """Today; the day of SOURCE_DATE_EPOCH where that is set and later, so that an old epoch forbids nothing."""
    today = datetime.datetime.now(datetime.UTC).date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return max(today, datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date())
    return today


def _kinds(root: Path, data: Data) -> dict[str, str]:
    kinds = {item.id: item.kind for item in data.items if item.id}
    for item in data.items:
        # What its file is named for can be referred to while the id in it is wrong.
        if not item.place:
            kinds.setdefault(id_pattern(item.file, item.document.role), item.kind)
    read_paths = {document.path for document in data.documents}
    for fault in data.problems:
        file = root / fault.where.path
        kind = file_kind(fault.where.path)
        if fault.where.path in read_paths or kind is None or not file.is_file():
            continue
        # A file that can't be parsed still lends its ids, so that one slip does not raise a hundred faults.
        for found in ids_in_text(file.read_text(encoding="utf-8", errors="replace")):
            kinds.setdefault(found, _guess(found, kind))
    return kinds


def _guess(found: str, file: FileKind) -> str:
    nested = {"f": "finding", "q": "question", "a": "action", "e": "example"}
    head, _, tail = found.rpartition("-")
    inside = head and tail[:1] in nested and tail[1:].isdigit() and not file.many
    return nested[tail[0]] if inside else KINDS.get(file.model, "") if file.model else ""


def _settings(documents: list[Document]) -> dict[str, Any]:
    """data/site.yml as it is written; empty while it can't be read."""
    found = next((document.value for document in documents if document.path == SETTINGS), None)
    return found if isinstance(found, dict) else {}
