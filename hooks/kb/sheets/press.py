"""Sheets → PDF with Typst: tagged, PDF/UA-1 and PDF/A-2a, the same bytes from the same content.

What was made before is kept in a cache folder under the hash of all that goes into it, so only changed sheets are
made again.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import typst

from kb.sheets.sheet import Printed, Sheet

_HERE = Path(__file__).parent
FONTS, TEMPLATES = _HERE / "fonts", _HERE / "typst"

# Templates fit a page by themselves; a story over two pages is set in the largest of these sizes (points) that fits.
_SIZES: dict[str, list[float]] = {"case": [11.3, 10.9, 10.5, 10.1, 9.7, 9.3, 8.9]}

_FORSAKEN = 3600  # seconds


@dataclass(frozen=True)
class Press:
    """Makes PDFs. `cache` is the folder for finished ones, `day` the date that stands in each."""

    cache: Path
    day: datetime.date

    def print(self, sheets: Iterable[Sheet]) -> list[Printed]:
        """Each sheet as a PDF."""
        self.cache.mkdir(parents=True, exist_ok=True)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
        with ThreadPoolExecutor() as pool:
            return list(pool.map(lambda sheet: self._print(sheet, fonts), sheets))

    def keep(self, printed: Iterable[Printed]) -> None:
        """Clears the cache of all but these."""
        kept = {one.file for one in printed}
        for file in self.cache.glob("*.pdf"):
            if file not in kept:
                file.unlink()
        for part in self.cache.glob("*.part"):  # of somebody who was killed, unless it is young
            if part.stat().st_mtime < time.time() - _FORSAKEN:
                part.unlink()

    def _print(self, sheet: Sheet, fonts: typst.Fonts) -> Printed:
        key = self._key(sheet)
        if found := next(self.cache.glob(f"{key}-*.pdf"), None):
            return Printed(sheet, found, int(found.stem.rpartition("-")[2]))
        pages = 0
        for size in _SIZES.get(sheet.kind, [0]):
            compiler = self._compiler(sheet, fonts, size)
            pages = int(compiler.query("<pages>", field="value", one=True))
            if pages <= sheet.most:
                break
        made = compiler.compile(pdf_standards=["ua-1", "a-2a"])
        assert isinstance(made, bytes)
        file = self.cache / f"{key}-{pages}.pdf"
        part = file.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(made)
        part.replace(file)
        return Printed(sheet, file, pages)

    def _compiler(self, sheet: Sheet, fonts: typst.Fonts, size: float) -> typst.Compiler:
        template = TEMPLATES / f"{sheet.kind}.typ"
        return typst.Compiler(template, root=TEMPLATES, font_paths=fonts, sys_inputs={"data": self._data(sheet, size)})

    def _data(self, sheet: Sheet, size: float = 0) -> str:
        day = {"year": self.day.year, "month": self.day.month, "day": self.day.day}
        return json.dumps(sheet.content | {"size": size, "date": day}, ensure_ascii=False, sort_keys=True)

    def _key(self, sheet: Sheet) -> str:
        digest = hashlib.sha256(version("typst").encode())
        for file in sorted((*FONTS.iterdir(), *TEMPLATES.iterdir(), Path(__file__))):
            digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
        digest.update(f"{sheet.kind} {sheet.most} {self._data(sheet)}".encode())
        return digest.hexdigest()[:40]
