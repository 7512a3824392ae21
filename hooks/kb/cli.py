"""The `kb` command: check the data, list what is in it, compare editions, write a release's file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from kb.build import read_base
from kb.changes import terminal
from kb.changes.edition import Unreadable
from kb.checks import check
from kb.data import Data, read
from kb.layout import Item
from kb.messages import LABELS
from kb.model import KINDS
from kb.problems import Locale, Problem, faults


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit status is 1 when the data has a fault."""
    options = _parser().parse_args(arguments)
    root: Path = options.root
    if not (root / "data").is_dir() and options.root == Path():
        root = next((p for p in Path.cwd().parents if (p / "data/site.yml").is_file()), root)
    if options.command in {"diff", "release"}:
        return _editions(root, options)
    if options.command == "check":
        # Sheets are made only on request: from nothing they take some seconds.
        return _tell(read_base(root, root / "docs").problems if options.sheets else check(read(root)), options.lang)
    return _list(read(root), options)


def _parser() -> argparse.ArgumentParser:
    about = "Trivselsbasen: data/ kontrolleret og optalt / checked and counted"
    parser = argparse.ArgumentParser(prog="kb", description=about)
    add = parser.add_argument
    add("--root", type=Path, default=Path(), help="mappen, hvor data/ ligger / the folder that holds data/")
    commands = parser.add_subparsers(dest="command", required=True, metavar="check|list|diff|release")
    checking = commands.add_parser("check", help="find fejl i data / find faults in the data")
    checking.add_argument("--sheets", action="store_true", help="også PDF-arkene / the PDF sheets too")
    listing = commands.add_parser("list", help="vis, hvad der er i basen / show what is in the base")
    kinds = sorted(set(KINDS.values()))
    listing.add_argument("kind", nargs="?", choices=kinds, help="kun denne slags / this kind only")
    listing.add_argument("--json", action="store_true", help="som JSON / as JSON")
    comparing = commands.add_parser(
        "diff", help="hvad er nyt fra en udgave til en anden / what is new between editions"
    )
    version = "en version eller en kb.json / a version or a kb.json"
    comparing.add_argument("old", metavar="OLD", help=version)
    comparing.add_argument(
        "new", metavar="NEW", nargs="?", help=f"{version}; ellers data/ nu / else data/ as it stands"
    )
    comparing.add_argument("--json", action="store_true", help="som CHANGES.json / as CHANGES.json")
    releasing = commands.add_parser("release", help="skriv releases/<version>.json / write releases/<version>.json")
    for command in (checking, listing, comparing, releasing):
        command.add_argument("--lang", choices=get_args(Locale), default="da", help="sprog / language")
    return parser


def _tell(problems: list[Problem], locale: Locale) -> int:
    for problem in problems:
        print(problem.tell(locale))
    number = len(faults(problems))
    label = LABELS[locale]
    print(f"{number} {label['faults']}, {len(problems) - number} {label['warnings']}", file=sys.stderr)
    return 1 if number else 0


def _list(data: Data, options: argparse.Namespace) -> int:
    items = [item for item in data.items if options.kind in {None, item.kind}]
    if options.json:
        rows = [{"id": i.id, "kind": i.kind, "title": _title(i.value, options.lang), **_place(i)} for i in items]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    elif options.kind:
        for item in items:
            where = item.where()
            print(f"{item.id:<28} {where.path}:{where.line}  {_title(item.value, options.lang)}")
    else:
        for kind in dict.fromkeys(KINDS.values()):
            print(f"{len(data.of(kind)):>5}  {kind}")
    return 1 if faults(check(data)) else 0


def _editions(root: Path, options: argparse.Namespace) -> int:
    label = LABELS[options.lang]
    try:
        if options.command == "release":
            file, is_written = terminal.release(root)
            print(label["written" if is_written else "differs"].format(file), file=sys.stderr)
            return 0 if is_written else 1
        difference = terminal.difference(root, options.old, options.new)
    except Unreadable as error:
        print(error.problem.tell(options.lang), file=sys.stderr)
        return 1
    except terminal.Faulty as error:
        print(*(one.tell(options.lang) for one in error.problems), sep="\n", file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps(difference.as_json(), ensure_ascii=False, indent=1))
    else:
        print(*terminal.told(difference, options.lang), sep="\n")
    return 0


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


if __name__ == "__main__":
    sys.exit(main())
