"""Work done aside, on another core, while we go on.

A forked child inherits all that has been read, so nothing need be sent to it; only its result comes back. Where
forking isn't safe (Windows, macOS) or fails, the work is done here when its result is asked for: the same result.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Result = TypeVar("Result")
_THREADS = Path("/proc/self/task")


def aside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Starts some work whose result can be pickled; what comes back gives the result, waiting for it where need be.

    It is called once, and raises what the work raised.
    """
    if not _may_fork():
        return work
    try:
        reading, writing = os.pipe()
        child = os.fork()
    except OSError:
        return work
    if child == 0:
        os.close(reading)
        _work_and_leave(work, writing)
    os.close(writing)
    return lambda: _result(child, reading, work)


def _may_fork() -> bool:
    """Only from a single thread: what another one holds at that moment, nobody lets go of in the child."""
    return sys.platform == "linux" and os.cpu_count() != 1 and sum(1 for _ in _THREADS.iterdir()) == 1


def _work_and_leave(work: Callable[[], Any], writing: int) -> None:
    """In the child: nothing of what we do at our own end (buffers, locks, files to remove) is for it to do as well."""
    try:
        try:
            told = pickle.dumps((True, work()))
        except Exception as error:
            told = pickle.dumps((False, error))
        with os.fdopen(writing, "wb") as stream:
            stream.write(told)
    finally:
        os._exit(0)


def _result(child: int, reading: int, work: Callable[[], Result]) -> Result:
    with os.fdopen(reading, "rb") as stream:
        told = stream.read()
    os.waitpid(child, 0)
    if not told:  # killed: there may have been too little memory for two
        return work()
    is_well, result = pickle.loads(told)
    if not is_well:
        raise result
    return result  # type: ignore[no-any-return]
