"""`kb diff` and `kb release`: editions compared, and a release's file written."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from kb.changes import terminal
from kb.commands.parsers import Commands, command
from kb.messages import LABELS


def add(commands: Commands) -> None:
    comparing = command(
        commands, "diff", _diff, "hvad er nyt fra en udgave til en anden / what is new between editions"
    )
    version = "en version eller en kb.json / a version or a kb.json"
    comparing.add_argument("old", metavar="OLD", help=version)
    comparing.add_argument(
        "new", metavar="NEW", nargs="?", help=f"{version}; ellers data/ nu / else data/ as it stands"
    )
    form = comparing.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="som CHANGES.json / as CHANGES.json")
    form.add_argument("--markdown", action="store_true", help="til en pull request / for a pull request")
    command(commands, "json", _json, "vis data/ som kb.json / print data/ as kb.json")
    command(commands, "release", _release, "skriv releases/<version>.json / write releases/<version>.json")


def _diff(root: Path, options: argparse.Namespace) -> int:
    difference = terminal.difference(root, options.old, options.new)
    if options.json:
        print(json.dumps(difference.as_json(), ensure_ascii=False, indent=1))
    elif options.markdown:
        print(*terminal.as_markdown(difference), sep="\n")
    else:
        print(*terminal.told(difference, options.lang), sep="\n")
    return 0


def _json(root: Path, options: argparse.Namespace) -> int:
    print(terminal.present(root), end="")
    return 0


def _release(root: Path, options: argparse.Namespace) -> int:
    file, is_written = terminal.release(root)
    print(LABELS[options.lang]["written" if is_written else "differs"].format(file), file=sys.stderr)
    return 0 if is_written else 1
