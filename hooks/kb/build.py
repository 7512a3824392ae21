"""The data read and checked, linked, and all that the pages need of it made: search, PDFs, news."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from kb.aside import aside
from kb.assets import assets_of, served
from kb.base import Base
from kb.changes.edition import edition_of, read_releases
from kb.changes.news import Editions
from kb.checks import check
from kb.colours import style_sheet
from kb.data import SETTINGS, read
from kb.export import kb_json
from kb.links import KnowledgeBase, link
from kb.logo import Logo, read_logo
from kb.pages import PREFIX, Page, SiteMap, clashes, site_map
from kb.problems import Locale, Problem, Where, faults
from kb.render import Renderer
from kb.search.script import search_script
from kb.sheets.printing import keep_sheets, print_sheets, too_long
from kb.sheets.sheet import NO_SHEETS, Shelf
from kb.values import Text
from kb.written import written_pages

PUBLIC = "TB_PUBLIC"  # set to 1, it leaves a host's own additions out of the build
NO_PDFS = "TB_NO_PDFS"  # set to 1, it makes no PDFs: for measuring, and for a quick look
_BEFORE_ALL = datetime.date(2025, 1, 1)  # the date in the PDFs of a base without a release


def read_base(root: Path, docs: Path) -> Base:
    """Reads and checks data/ under root, and a host's own additions unless PUBLIC forbids it."""
    kb, pages, problems = _read_all(root, docs)
    if kb is None:
        return Base(problems, root, map=_no_pages())
    printing = aside(lambda: _sheets(kb, pages, root))
    first, *others = kb.languages
    # Three at once: whichever is done leaves its core to the others.
    beside, telling = aside(lambda: _search(kb, pages, others)), aside(lambda: kb_json(kb, pages, root))
    made = _search(kb, pages, [first]) | beside()
    whole = telling()
    made |= _made_quickly(kb, _logo(kb, root)) | served(root)
    shelf = printing()
    if shelf is not NO_SHEETS:
        keep_sheets(shelf, root, _day(kb))  # not in a preview, whose pages may be older than its newest sheets
    base = _base(root, kb, pages, whole, made, shelf)
    rendering = {one: aside(partial(base.render_apart, one)) for one in kb.languages}
    return replace(base, problems=[*problems, *too_long(kb, shelf)], aside=rendering)


def quick_base(root: Path, docs: Path, last: Base | None) -> Base:
    """The base for a preview: its search and PDFs stay those of the last one until `late_files` are written.

    With faults, the last good base with the new problems.
    """
    kb, pages, problems = _read_all(root, docs)
    if kb is None:
        return replace(last, problems=problems) if last else Base(problems, root, map=_no_pages())
    made = _made_quickly(kb, _logo(kb, root)) | served(root)
    shelf = last.shelf if last and last.kb else _sheets(kb, pages, root)
    base = _base(root, kb, pages, kb_json(kb, pages, root), made, shelf)
    return replace(base, problems=problems)


def late_files(base: Base) -> tuple[Shelf, dict[str, str | bytes]]:
    """What `quick_base` leaves out, by path from the site's root: the search scripts and the PDFs."""
    if base.kb is None:
        return NO_SHEETS, {}
    shelf = _sheets(base.kb, base.map, base.root)
    sheets = {path: file.read_bytes() for path, file in shelf.files().items()}
    return shelf, _search(base.kb, base.map, base.languages) | sheets


def _sheets(kb: KnowledgeBase, pages: SiteMap, root: Path) -> Shelf:
    return NO_SHEETS if os.environ.get(NO_PDFS) == "1" else print_sheets(kb, pages, root, _day(kb))


def _read_all(root: Path, docs: Path) -> tuple[KnowledgeBase | None, SiteMap, list[Problem]]:
    """The base, its pages and what is wrong with either or with the releases; no base where that is a fault."""
    kb, pages, problems = _read(root, docs, own=os.environ.get(PUBLIC) != "1")
    problems = sorted([*problems, *read_releases(root)[1]])
    if kb is not None and kb.site.editor:
        from kb.forms.page import missing  # takes a while to load, and most hosts build without it

        problems += missing(root, Where(SETTINGS, 1))
    return (None if faults(problems) else kb), pages, problems


def _base(
    root: Path, kb: KnowledgeBase, pages: SiteMap, whole: str, made: dict[str, str | bytes], shelf: Shelf
) -> Base:
    assets = assets_of(root, made)
    editions = Editions(edition_of(whole, "kb.json"), read_releases(root)[0])
    renderer = Renderer(kb, pages, _logo(kb, root), assets, shelf, editions.news(kb.releases))
    return Base([], root, kb, whole, pages, renderer, editions, assets, made, shelf)


def _day(kb: KnowledgeBase) -> datetime.date:
    # Not today's date: the same content gives the same bytes on any day.
    return max((release.date for release in kb.releases), default=_BEFORE_ALL)


def present_kb_json(root: Path) -> tuple[str, list[Problem]]:
    """The kb.json of data/ alone, as it stands; empty, with the faults, when it can't be used."""
    kb, pages, problems = _read(root, root / "docs", own=False)
    return (kb_json(kb, pages, root), []) if kb else ("", faults(problems))


def _read(root: Path, docs: Path, own: bool) -> tuple[KnowledgeBase | None, SiteMap, list[Problem]]:
    data = read(root, own=own)
    written, unusable = written_pages(docs, data.languages)
    problems = sorted([*check(data), *unusable])
    if faults(problems):
        return None, _no_pages(), problems
    kb = link(data)
    pages = site_map(kb, written)
    problems += clashes(pages)
    return (None if faults(problems) else kb), pages, problems


def _logo(kb: KnowledgeBase, root: Path) -> Logo | None:
    host = kb.site.host
    return read_logo(root, host.logo) if host and host.logo else None


def _search(kb: KnowledgeBase, pages: SiteMap, languages: Iterable[Locale]) -> dict[str, str | bytes]:
    return {f"search/{locale}.js": search_script(kb, pages, locale) for locale in languages}


def _made_quickly(kb: KnowledgeBase, logo: Logo | None) -> dict[str, str | bytes]:
    found: dict[str, str | bytes] = {}
    if logo:
        found[f"assets/{logo.name}"] = logo.content
    if given := kb.site.colours.given():
        found["assets/host.css"] = style_sheet(given)
    return found


def _no_pages() -> SiteMap:
    """The site without a base: a front page in each language, and no other."""
    title = Text(da="Fejl i data", en="Faults in the data")
    return SiteMap({"front": Page("front", "", dict(PREFIX), title, title)})
