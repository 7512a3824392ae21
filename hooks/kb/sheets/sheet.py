"""A sheet, the PDF that was made of it, and all the PDFs of a build."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kb.problems import Locale

# What stands on a sheet: plain data, with texts as runs (see kb.sheets.wording).
Content = dict[str, Any]


@dataclass(frozen=True)
class Sheet:
    """One PDF to be made: `kind` is also its Typst template, `entry` the entry or page it belongs to.

    `path` is from the site's root; `most` is how many pages it may take, 0 for any number.
    """

    kind: str
    entry: str
    path: str
    content: Content
    most: int


@dataclass(frozen=True)
class Printed:
    """A finished PDF: where it lies, its number of pages and its size in bytes."""

    sheet: Sheet
    file: Path
    pages: int

    @property
    def size(self) -> int:
        return self.file.stat().st_size

    @property
    def fits(self) -> bool:
        """Whether it keeps to the pages it may take, even if only in its smallest type."""
        return not self.sheet.most or self.pages <= self.sheet.most


@dataclass(frozen=True)
class Shelf:
    """The PDFs of each language, in the order of the list of prints; empty where none were made."""

    printed: dict[Locale, list[Printed]]

    def of(self, page: str, locale: Locale) -> list[Printed]:
        """The PDFs of an entry's page, or of a page that is no entry's."""
        return self._by_page.get((page, locale), [])

    @cached_property
    def _by_page(self) -> dict[tuple[str, Locale], list[Printed]]:
        found: dict[tuple[str, Locale], list[Printed]] = {}
        for locale, some in self.printed.items():
            for one in some:
                found.setdefault((one.sheet.entry, locale), []).append(one)
        return found

    def files(self) -> dict[str, Path]:
        """Where each PDF lies, by its path from the site's root."""
        return {one.sheet.path: one.file for some in self.printed.values() for one in some}


NO_SHEETS = Shelf({})
