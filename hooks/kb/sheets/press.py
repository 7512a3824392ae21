"""Sheets → PDF with Typst: tagged, PDF/UA-1 and PDF/A-2a, the same bytes from the same content.

What was made before is kept in a cache folder under the hash of all that goes into it, so only changed sheets are
made again.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import typst

from kb.sheets.plan import Sheet

_HERE = Path(__file__).parent
FONTS, TEMPLATES = _HERE / "fonts", _HERE / "typst"
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]  # type: ignore[name-defined]

Setting = dict[str, float]

# How a sheet may be set, from roomy to dense: type size in points, room for writing in millimetres or lines.
_WRITTEN_ON: list[Setting] = [
    *({"size": size, "room": room} for size in (11.8, 11.3, 10.9, 10.5) for room in (12, 9, 7)),
    *({"size": size, "room": room} for size in (10.1, 9.7, 9.3, 8.9) for room in (6, 4, 0)),
]
_SETTINGS: dict[str, list[Setting]] = {
    "theme": _WRITTEN_ON,
    "balance": _WRITTEN_ON,
    "case": [{"size": size} for size in (11.3, 10.9, 10.5, 10.1, 9.7, 9.3, 8.9)],
    "meeting": [{"size": 11.3, "lines": lines} for lines in (6, 5, 4, 3, 2)] + [{"size": 10.5, "lines": 1}],
    "poster": [{"size": 15}],
    "book": [{"size": 10.5}],
}


@dataclass(frozen=True)
class Printed:
    """A finished PDF: where it lies in the cache, its number of pages and its size in bytes."""

    sheet: Sheet
    file: Path
    pages: int

    @property
    def size(self) -> int:
        return self.file.stat().st_size

    @property
    def fits(self) -> bool:
        """Whether it keeps to the pages it may take, even if only in its densest setting."""
        return not self.sheet.most or self.pages <= self.sheet.most


@dataclass(frozen=True)
class Press:
    """Makes PDFs. `cache` is the folder for finished ones, `day` the date that stands in each."""

    cache: Path
    day: datetime.date

    def print(self, sheets: Iterable[Sheet]) -> list[Printed]:
        """Each sheet as a PDF; what no sheet needs any longer leaves the cache."""
        self.cache.mkdir(parents=True, exist_ok=True)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
        with ThreadPoolExecutor() as pool:
            printed = list(pool.map(lambda sheet: self._print(sheet, fonts), sheets))
        kept = {one.file for one in printed}
        for file in self.cache.glob("*.pdf"):
            if file not in kept:
                file.unlink()
        return printed

    def _print(self, sheet: Sheet, fonts: typst.Fonts) -> Printed:
        key = self._key(sheet)
        if found := next(self.cache.glob(f"{key}-*.pdf"), None):
            return Printed(sheet, found, int(found.stem.rpartition("-")[2]))
        setting, pages = self._fitting(sheet, fonts)
        made = _compiler(sheet, fonts, self._content(sheet, setting)).compile(pdf_standards=STANDARDS)
        assert isinstance(made, bytes)
        file = self.cache / f"{key}-{pages}.pdf"
        part = file.with_suffix(".part")
        part.write_bytes(made)
        part.replace(file)
        return Printed(sheet, file, pages)

    def _fitting(self, sheet: Sheet, fonts: typst.Fonts) -> tuple[Setting, int]:
        """The roomiest setting that keeps to the pages a sheet may take, else the densest; and its pages."""
        settings = _SETTINGS[sheet.kind]
        pages: dict[int, int] = {}
        low, high = 0, len(settings) - 1
        while low < high:  # the denser, the fewer pages
            middle = (low + high) // 2
            pages[middle] = self._pages(sheet, fonts, settings[middle])
            low, high = (low, middle) if pages[middle] <= sheet.most else (middle + 1, high)
        return settings[low], pages.get(low) or self._pages(sheet, fonts, settings[low])

    def _pages(self, sheet: Sheet, fonts: typst.Fonts, setting: Setting) -> int:
        counted = _compiler(sheet, fonts, self._content(sheet, setting)).query("<pages>", field="value", one=True)
        return int(counted)

    def _content(self, sheet: Sheet, setting: Setting) -> str:
        day = {"year": self.day.year, "month": self.day.month, "day": self.day.day}
        return json.dumps(sheet.content | setting | {"date": day}, ensure_ascii=False, sort_keys=True)

    def _key(self, sheet: Sheet) -> str:
        digest = hashlib.sha256(version("typst").encode())
        for file in sorted((*FONTS.iterdir(), *TEMPLATES.iterdir(), Path(__file__))):
            digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
        digest.update(f"{sheet.kind} {sheet.most} {self._content(sheet, {})}".encode())
        return digest.hexdigest()[:40]


def _compiler(sheet: Sheet, fonts: typst.Fonts, content: str) -> typst.Compiler:
    template = TEMPLATES / f"{sheet.kind}.typ"
    return typst.Compiler(template, root=TEMPLATES, font_paths=fonts, sys_inputs={"data": content})
