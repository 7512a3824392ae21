"""Every sheet in every language: planned, made, and told of when it is too long."""

from __future__ import annotations

import datetime
from pathlib import Path

from kb.links import KnowledgeBase
from kb.naming import danish_names, glossary_of
from kb.pages import SiteMap
from kb.problems import Problem, problem
from kb.sheets.plan import sheets_of
from kb.sheets.press import Press
from kb.sheets.sheet import Shelf
from kb.sheets.wording import Wording

CACHE = ".cache/sheets"  # from the project's root


def print_sheets(kb: KnowledgeBase, site_map: SiteMap, root: Path, day: datetime.date) -> Shelf:
    """Makes every sheet in every language; those that have not changed are taken from the cache under `root`."""
    names = danish_names(kb)
    wordings = [Wording(kb, site_map, locale, names, glossary_of(kb, locale)) for locale in kb.languages]
    sheets = {w.locale: list(sheets_of(w)) for w in wordings}
    printed = iter(Press(root / CACHE, day).print([sheet for some in sheets.values() for sheet in some]))
    return Shelf({locale: [next(printed) for _ in some] for locale, some in sheets.items()})


def keep_sheets(shelf: Shelf, root: Path, day: datetime.date) -> None:
    """Clears the cache under `root` of what no sheet needs any longer."""
    Press(root / CACHE, day).keep(one for some in shelf.printed.values() for one in some)


def too_long(kb: KnowledgeBase, shelf: Shelf) -> list[Problem]:
    """The sheets that don't keep to their pages even in the smallest type."""
    found = (one for some in shelf.printed.values() for one in some if not one.fits and one.sheet.entry in kb.where)
    return [
        problem(
            kb.where[one.sheet.entry], "sheet-too-long", one.sheet.entry, "warning",
            found=one.pages, expected=one.sheet.most, path=one.sheet.path,
        )
        for one in found
    ]  # fmt: skip
