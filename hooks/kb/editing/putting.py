"""Files put in place: each whole, and only together with what is right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kb.checks import check
from kb.data import read
from kb.problems import Problem, faults

Files = Mapping[str, str | None]  # path from the project's root → what it shall hold; None: it shall go


def put(root: Path, files: Files) -> None:
    """Puts files in the place of what was there."""
    for path, text in files.items():
        target = root / path
        if text is None:
            target.unlink(missing_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        # Beside and then over: a write that is cut short leaves the old file whole.
        new = target.with_name(target.name + ".new")
        new.write_text(text, encoding="utf-8", newline="\n")
        new.replace(target)


def put_if_right(root: Path, files: Files) -> list[Problem]:
    """Puts files in place; where that leaves faults in the data, they are told and all is as it was."""
    before: dict[str, str | None] = {}
    for path in files:
        file = root / path
        before[path] = file.read_bytes().decode("utf-8") if file.is_file() else None
    found: list[Problem] = []
    try:
        put(root, files)
        found = faults(check(read(root)))
    finally:
        if found:
            put(root, before)
    return found
