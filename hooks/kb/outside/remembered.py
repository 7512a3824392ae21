"""What addresses answered last: .cache/links.json, so that nobody is asked more often than needed."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from kb.outside.asking import Answer, State

FILE = ".cache/links.json"
FRESH = {"fine": 14, "moved": 7, "dead": 1, "unclear": 0}  # days in which an answer is good enough

Remembered = dict[str, tuple[Answer, datetime.date]]


def read(root: Path) -> Remembered:
    """The answers by address, each with its day; empty where the file can't be used."""
    try:
        rows = json.loads((root / FILE).read_text(encoding="utf-8"))
        found = [_row(row) for row in rows]
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return {answer.address: (answer, day) for answer, day in found}


def _row(row: Any) -> tuple[Answer, datetime.date]:
    state: State = row["state"]
    if state not in get_args(State):
        raise ValueError(state)
    answer = Answer(str(row["address"]), state, str(row["told"]), str(row["to"]))
    return answer, datetime.date.fromisoformat(row["day"])


def write(root: Path, remembered: Remembered) -> None:
    """Keeps the answers."""
    file = root / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = [{**vars(answer), "day": day.isoformat()} for answer, day in remembered.values()]
    file.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def to_ask(addresses: Iterable[str], remembered: Remembered, today: datetime.date) -> list[str]:
    """The addresses whose answers are too old, or that have none."""
    return [
        one
        for one in addresses
        if one not in remembered or (today - remembered[one][1]).days >= FRESH[remembered[one][0].state]
    ]
