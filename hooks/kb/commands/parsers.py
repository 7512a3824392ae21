"""How a command is added to `kb`: its name, its help, and the function that runs it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from kb.problems import Locale

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = object

Run = Callable[[Path, argparse.Namespace], int]  # the project's folder and what was asked for → exit status


def command(commands: Commands, name: str, run: Run, about: str) -> argparse.ArgumentParser:
    """A new command with the option that all have."""
    parser = commands.add_parser(name, help=about, description=about)
    parser.add_argument("--lang", choices=get_args(Locale), default="da", help="sprog / language")
    parser.set_defaults(run=run)
    return parser


def with_ids(parser: argparse.ArgumentParser, *names: str) -> None:
    """Ids as arguments."""
    for name in names:
        parser.add_argument(name, metavar=name.upper(), help="et id, fx private-04-e1 / an id")
