"""`kb sample`: a knowledge base many times as large, to try and to measure with."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kb.changes.terminal import Faulty
from kb.checks import check
from kb.commands.parsers import Commands, command
from kb.data import read
from kb.messages import LABELS
from kb.problems import faults
from kb.sampling.sample import MOST_TIMES, sample


def add(commands: Commands) -> None:
    about = "lav en base, der er mange gange så stor, at prøve med / make a base many times as large, to try with"
    sampling = command(commands, "sample", _sample, about)
    sampling.add_argument("--times", type=_times, required=True, metavar="N", help=f"1 – {MOST_TIMES}")
    out = "en ny eller tom mappe; data/ bliver skrevet i den / a new or empty folder, in which data/ is written"
    sampling.add_argument("out", type=Path, metavar="OUT", help=out)


def _times(text: str) -> int:
    times = int(text)
    if not 1 <= times <= MOST_TIMES:
        raise ValueError(text)
    return times


def _sample(root: Path, options: argparse.Namespace) -> int:
    out: Path = options.out
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        print(LABELS[options.lang]["not-empty"].format(out), file=sys.stderr)
        return 1
    data = read(root, own=False)
    if wrong := faults(check(data)):
        raise Faulty(wrong)
    written = []
    for path, content in sample(data, options.times):
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")
        written.append(file)
    print(LABELS[options.lang]["sampled"].format(len(written), out), file=sys.stderr)
    return 0
