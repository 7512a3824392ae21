"""`kb export`: the base in another form, for those who go on without this program."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from kb.build import PUBLIC
from kb.changes.edition import edition_of, read_releases
from kb.changes.news import Editions
from kb.changes.terminal import Faulty
from kb.checks import check
from kb.commands.parsers import Commands, command
from kb.data import read
from kb.export import kb_json
from kb.leaving.tree import Tree, tree_of
from kb.leaving.writing import InTheWay, write
from kb.links import link
from kb.messages import LABELS
from kb.pages import clashes, site_map
from kb.problems import LOCALES, faults
from kb.written import written_pages


def add(commands: Commands) -> None:
    exporting = command(commands, "export", _export, "skriv hele basen som Markdown / write the whole base as Markdown")
    exporting.add_argument("form", choices=("markdown",), help="formen / the form")
    exporting.add_argument("out", metavar="OUT", type=Path, help="en ny eller tom mappe / a new or empty folder")


def _export(root: Path, options: argparse.Namespace) -> int:
    out: Path = options.out
    try:
        files = write(read_tree(root), out.resolve())
    except InTheWay as error:
        print(*(LABELS[locale]["in-the-way"].format(error.found, out) for locale in LOCALES), sep="\n", file=sys.stderr)
        return 1
    except OSError as error:
        print(*(LABELS[locale]["not-exported"].format(error) for locale in LOCALES), sep="\n", file=sys.stderr)
        return 1
    print(LABELS[options.lang]["exported"].format(out, files), file=sys.stderr)
    return 0


def read_tree(root: Path) -> Tree:
    """The tree of the data as it stands, without sheets or search. Raises Faulty."""
    data = read(root, own=os.environ.get(PUBLIC) != "1")
    written, problems = written_pages(root / "docs", data.languages)
    releases, unreadable = read_releases(root)
    if wrong := faults([*check(data), *problems, *unreadable]):
        raise Faulty(wrong)
    kb = link(data)
    pages = site_map(kb, written)
    if wrong := clashes(pages):
        raise Faulty(wrong)
    news = Editions(edition_of(kb_json(kb, pages, root), "kb.json"), releases).news(kb.releases)
    return tree_of(root, kb, pages, news)
