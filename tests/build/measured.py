"""A command timed: seconds on the clock, seconds of work, and the memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.2  # seconds between two looks at the memory, at least
_SPARING = 40  # times as long as a look took: it holds up those it looks at, the more so the larger they are


@dataclass(frozen=True)
class Measured:
    """`seconds` on the clock, `work` of all processors, `peak` memory in MB (each shared page counted once)."""

    seconds: float
    work: float
    peak: float


def measure(command: Sequence[str | Path], folder: Path, **env: str) -> Measured:
    """Runs a command in a folder. Raises RuntimeError with what it said when it fails."""
    began, before = time.monotonic(), os.times()
    log = folder / "bench.log"
    with log.open("w") as said:
        process = subprocess.Popen(
            [str(word) for word in command], cwd=folder, env={**os.environ, **env}, stdout=said, stderr=said
        )
        peak, over = [0.0], threading.Event()
        watching = threading.Thread(target=_watch, args=(process.pid, peak, over))
        watching.start()
        status = process.wait()
        seconds = time.monotonic() - began
        over.set()
        watching.join()
    if status:
        raise RuntimeError(f"{' '.join(map(str, command))}:\n{log.read_text()[-4000:]}")
    after = os.times()
    work = after.children_user + after.children_system - before.children_user - before.children_system
    return Measured(seconds, work, peak[0])


def _watch(pid: int, peak: list[float], over: threading.Event) -> None:
    pause = 0.0 if sys.platform == "linux" else None
    while not over.wait(pause):
        began = time.monotonic()
        peak[0] = max(peak[0], sum(map(_memory, _with_children(pid))))
        pause = max(_PAUSE, _SPARING * (time.monotonic() - began))


def _with_children(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in _with_children(int(child)))]


def _memory(pid: int) -> float:
    """MB of a process, of pages shared with others its part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
