"""The `kb` command as somebody runs it, in a folder of its own."""

from __future__ import annotations

import contextlib
import io
import sys
from pathlib import Path
from typing import NamedTuple

from kb.cli import main


class Ran(NamedTuple):
    """What a command left: its exit status, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def kb(root: Path, *arguments: str, answers: str = "") -> Ran:
    """`kb` on the base in a folder; `answers` is what is typed."""
    (root / "docs").mkdir(exist_ok=True)
    typed, before = io.StringIO(answers), sys.stdin
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        sys.stdin = typed
        try:
            status = main(["--root", str(root), *arguments])
        finally:
            sys.stdin = before
    return Ran(status, out.getvalue(), err.getvalue())
