"""The `kb` command: check, list and show the data, write new entries, put files in form, compare editions."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kb.changes.edition import Unreadable
from kb.changes.terminal import Faulty
from kb.commands import editions, leaving, looking, sampling, standing, writing


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit status is 1 when the data has a fault."""
    options = _parser().parse_args(arguments)
    root: Path = options.root
    if not (root / "data").is_dir() and options.root == Path():
        root = next((p for p in Path.cwd().parents if (p / "data/site.yml").is_file()), root)
    try:
        status: int = options.run(root, options)
        sys.stdout.flush()
        return status
    except Unreadable as error:
        print(error.problem.tell(options.lang), file=sys.stderr)
    except Faulty as error:
        print(*(one.tell(options.lang) for one in error.problems), sep="\n", file=sys.stderr)
    except BrokenPipeError:
        # Whoever read has seen enough (kb list | head); what is left must not be told anybody at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _parser() -> argparse.ArgumentParser:
    about = "Trivselsbasen: data/ kontrolleret, vist og redigeret / checked, shown and edited"
    parser = argparse.ArgumentParser(prog="kb", description=about)
    parser.add_argument(
        "--root", type=Path, default=Path(), help="mappen, hvor data/ ligger / the folder that holds data/"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for group in (looking, writing, standing, editions, leaving, sampling):
        group.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
