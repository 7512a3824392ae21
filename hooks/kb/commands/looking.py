"""`kb check`, `kb list` and `kb show`: what is in the base, and what is wrong with it."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from kb.build import read_base
from kb.changes.terminal import Faulty
from kb.checks import check
from kb.commands.parsers import Commands, command, with_ids
from kb.commands.telling import FORMATS, tell, unknown
from kb.data import Data, read
from kb.editing.canonical import in_form
from kb.editing.picking import fits
from kb.layout import Item
from kb.links import KnowledgeBase, link, named_by
from kb.messages import LABELS
from kb.model import KINDS
from kb.naming import shorten, title_of
from kb.pages import SiteMap, site_map
from kb.problems import Locale, faults
from kb.written import written_pages


def add(commands: Commands) -> None:
    checking = command(commands, "check", _check, "find fejl i data / find faults in the data")
    checking.add_argument("--sheets", action="store_true", help="også PDF-arkene / the PDF sheets too")
    checking.add_argument("--format", choices=FORMATS, default="text", help="hvordan det fortælles / how it is told")
    listing = command(commands, "list", _list, "vis, hvad der er i basen / show what is in the base")
    listing.add_argument(
        "kind", nargs="?", choices=sorted(set(KINDS.values())), help="kun denne slags / this kind only"
    )
    listing.add_argument("--json", action="store_true", help="som JSON / as JSON")
    listing.add_argument(
        "--filter",
        action="append",
        default=[],
        metavar="ORD|FELT=ORD",
        help="kun det, der passer: ord, felt=ord, felt= (mangler) / only what fits: word, field=word, field= (missing)",
    )
    showing = command(commands, "show", _show, "vis noget indhold og dets henvisninger / show an entry and its links")
    with_ids(showing, "id")


def _check(root: Path, options: argparse.Namespace) -> int:
    # Sheets are made only on request: from nothing they take some seconds.
    problems = read_base(root, root / "docs").problems if options.sheets else check(read(root))
    return tell(problems, options.lang, options.format)


def _list(root: Path, options: argparse.Namespace) -> int:
    data = read(root)
    items = [item for item in data.items if options.kind in {None, item.kind} and fits(item, options.filter)]
    if options.json:
        rows = [{"id": i.id, "kind": i.kind, "title": _title(i.value, options.lang), **_place(i)} for i in items]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    elif options.kind or options.filter:
        for item in items:
            where = item.where()
            print(f"{item.id:<28} {where.path}:{where.line}  {_title(item.value, options.lang)}")
    else:
        for kind in dict.fromkeys(KINDS.values()):
            print(f"{len(data.of(kind)):>5}  {kind}")
    return 1 if faults(check(data)) else 0


def _show(root: Path, options: argparse.Namespace) -> int:
    data = read(root)
    if problems := faults(check(data)):
        raise Faulty(problems)
    kb = link(data)
    wanted = data.present(options.id)
    if wanted not in kb.entries:
        print(unknown(data, options.id, options.lang), file=sys.stderr)
        return 1
    pages = site_map(kb, written_pages(root / "docs", kb.languages)[0])
    print(*_told(kb, pages, data, wanted, options.lang), sep="\n")
    return 0


def _told(kb: KnowledgeBase, pages: SiteMap, data: Data, wanted: str, locale: Locale) -> list[str]:
    label = LABELS[locale]
    where = kb.where[wanted]
    item = next(item for item in data.items if item.id == wanted)
    lines = [f"{wanted}  {kb.kind(wanted)}  {where.path}:{where.line}"]
    if wanted in pages.homes:
        lines += ["/" + pages.address(wanted, one) for one in kb.languages]
    lines += ["", in_form(item).rstrip("\n")]
    to = list(dict.fromkeys(named_by(kb, kb.entries[wanted])))
    back = [other for other, entry in kb.entries.items() if other != wanted and wanted in set(named_by(kb, entry))]
    for heading, ids in (("refers", to), ("named-by", back)):
        lines += ["", f"{label[heading]} ({len(ids)})"]
        lines += [f"  {one:<28} {shorten(title_of(kb.entries[one], locale))}" for one in ids if one in kb.entries]
    return lines


def _place(item: Item) -> dict[str, object]:
    where = item.where()
    return {"path": where.path, "line": where.line}


def _title(value: dict[str, object], locale: Locale) -> str:
    for name in ("title", "name", "text"):
        found = value.get(name)
        if isinstance(found, dict):
            found = found.get(locale) or found.get("da")
        if isinstance(found, str):
            return found
    return ""
