"""The data folder as it was read: documents, the entries written in them, and what went wrong while reading."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb.layout import FileKind, Item, file_kind, id_pattern, items_in
from kb.load import Document, ids_in_text, read_folder
from kb.model import KINDS
from kb.problems import LOCALES, Locale, Problem
from kb.shape import shaped
from kb.values import Known


@dataclass
class Data:
    """Everything under data/: `items` are the entries as written, `models` those that have the right shape."""

    documents: list[Document] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    models: list[tuple[FileKind, Document, Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def languages(self) -> tuple[Locale, ...]:
        """The languages of the site: Danish alone where site.yml plainly says so, else both."""
        return ("da",) if _settings(self.documents).get("languages") == ["da"] else LOCALES

    @property
    def is_whole(self) -> bool:
        """Whether every file could be read; otherwise nobody knows what is not used."""
        return {found.where.path for found in self.problems} <= {document.path for document in self.documents}

    def of(self, *kinds: str) -> list[Item]:
        """The entries of some kinds, as written."""
        return [item for item in self.items if item.kind in kinds]


def read(root: Path, today: datetime.date | None = None) -> Data:
    """data/ under a root folder. Never raises for what an editor can write: see `problems`."""
    documents, problems = read_folder(root)
    data = Data(documents, [item for document in documents for item in items_in(document)], [], problems)
    known = Known(_kinds(root, data), today or build_day(), _requires_english(data), root)
    for document in documents:
        file = file_kind(document.path)
        if file is not None:
            models, found = shaped(document, file, known)
            data.models += [(file, document, one) for one in models]
            data.problems += found
    return data


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
            kinds.setdefault(id_pattern(item.file, item.document.path), item.kind)
    read_paths = {document.path for document in data.documents}
    for problem in data.problems:
        file = root / problem.where.path
        kind = file_kind(problem.where.path)
        if problem.where.path in read_paths or kind is None or not file.is_file():
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


def _requires_english(data: Data) -> bool:
    return "en" in data.languages and _settings(data.documents).get("require_english") is not False


def _settings(documents: list[Document]) -> dict[str, Any]:
    """data/site.yml as it is written; empty while it can't be read."""
    found = next((document.value for document in documents if document.path == "data/site.yml"), None)
    return found if isinstance(found, dict) else {}
