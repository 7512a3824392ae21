"""Reads a finished PDF back with libraries that had no part in making it: its structure, and its text in that order."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cached_property
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf

XMP_UA, XMP_A = "{http://www.aiim.org/pdfua/ns/id/}", "{http://www.aiim.org/pdfa/ns/id/}"


class Paper:
    """One PDF; its text is read only when it is asked for, which takes a second a page."""

    def __init__(self, file: Path) -> None:
        self.file = file
        with pikepdf.open(file) as pdf:
            self.pages = len(pdf.pages)
            self.sizes = {(round(page.mediabox[2]), round(page.mediabox[3])) for page in pdf.pages}
            self.language = str(pdf.Root.Lang)
            self.shows_title = bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
            self.is_marked = bool(pdf.Root.MarkInfo.Marked)
            self.title = str(pdf.docinfo.Title)
            with pdf.open_metadata() as xmp:
                self.ua, self.a = xmp.get(XMP_UA + "part"), (xmp.get(XMP_A + "part"), xmp.get(XMP_A + "conformance"))
            with pdf.open_outline() as outline:
                self.bookmarks = [one.title for top in outline.root for one in (top, *top.children)]
            fonts = [one for one in pdf.objects if _type(one) == "/FontDescriptor"]
            self.fonts = {str(font.FontName).partition("+")[2] for font in fonts}
            self.fonts_apart = [one for one in fonts if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(one.keys())]
            actions = [one.A for one in pdf.objects if _type(one) == "/Annot" and "/A" in one]
            self.links = [str(action.URI) for action in actions if "/URI" in action]

    @cached_property
    def elements(self) -> list[tuple[str, str, str]]:
        """The structure elements in reading order: type, text with what stands inside, alternative text."""
        found: list[tuple[str, str, str]] = []
        marked = self._marked()
        with pikepdf.open(self.file) as pdf:
            numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
            _read(pdf.Root.StructTreeRoot, marked, numbers, 0, found)
        return found

    @cached_property
    def text(self) -> str:
        """All that is read aloud, its letters and digits alone."""
        return letters("".join(text for kind, text, _ in self.elements if kind == "Document"))

    def _marked(self) -> dict[tuple[int, int], str]:
        """The text of each piece of marked content, by page and number."""
        marked: dict[tuple[int, int], str] = defaultdict(str)
        with pdfplumber.open(self.file) as pdf:
            for page in pdf.pages:
                mcid = None
                for char in page.chars:
                    # pdfplumber loses the number after a span inside it (a hyphen at the end of a line).
                    mcid = mcid if char["mcid"] is None and char["tag"] != "Artifact" else char["mcid"]
                    if mcid is not None:
                        marked[page.page_number, mcid] += char["text"]
        return marked

    def of(self, *types: str) -> list[str]:
        """The texts of the elements of some types, each with what stands inside it."""
        return [text for kind, text, _ in self.elements if kind in types]


def letters(text: str) -> str:
    """The letters and digits of a text alone, ligatures taken apart."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def _type(thing: Any) -> str:
    return str(thing.get("/Type", "")) if isinstance(thing, pikepdf.Dictionary) else ""


def _read(
    element: Any, marked: dict[tuple[int, int], str], numbers: dict[tuple[int, int], int], page: int, found: list[Any]
) -> str:
    """The text of an element; what it is goes into `found` before what stands inside it."""
    kind = str(element.get("/S", ""))[1:]
    page = numbers[element.Pg.objgen] if "/Pg" in element else page
    at = len(found)
    found += [()] if kind else []
    text = ""
    inner = element.get("/K", [])
    for one in inner if isinstance(inner, pikepdf.Array) else [inner]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            text += _read(one, marked, numbers, page, found)
        elif isinstance(one, pikepdf.Dictionary) and "/MCID" in one:
            text += marked[numbers[one.Pg.objgen] if "/Pg" in one else page, int(one.MCID)]
        elif not isinstance(one, pikepdf.Dictionary):
            text += marked[page, int(one)]
    if kind:
        found[at] = (kind, text, str(element.get("/Alt", "")))
    return text
