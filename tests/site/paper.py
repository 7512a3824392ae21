"""Reads a finished PDF back with libraries that had no part in making it: its structure, and its text in that order."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf

XMP_UA, XMP_A = "{http://www.aiim.org/pdfua/ns/id/}", "{http://www.aiim.org/pdfa/ns/id/}"


class Paper:
    """One PDF. `elements` are its structure elements in reading order as (type, text with what stands inside, alt)."""

    def __init__(self, file: Path) -> None:
        marked: dict[tuple[int, int], str] = defaultdict(str)
        with pdfplumber.open(file) as pdf:
            self.sizes = {(round(page.width), round(page.height)) for page in pdf.pages}
            for page in pdf.pages:
                mcid = None
                for char in page.chars:
                    # pdfplumber loses the number after a span inside it (a hyphen at the end of a line).
                    mcid = mcid if char["mcid"] is None and char["tag"] != "Artifact" else char["mcid"]
                    if mcid is not None:
                        marked[page.page_number, mcid] += char["text"]
        with pikepdf.open(file) as pdf:
            numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
            self.pages = len(numbers)
            self.elements: list[tuple[str, str, str]] = []
            self.text = letters(_read(pdf.Root.StructTreeRoot, marked, numbers, 0, self.elements))
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
