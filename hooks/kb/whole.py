"""A file or folder put in its place whole: made beside it, by one process at a time, and swapped in one step.

Whoever is killed at whatever moment leaves the old one or the new one, never half of either. Standard library only:
tasks.py uses it before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

POLL = 0.2  # seconds between two looks at a lock, where the system can't wait for one
_HERE = -100  # AT_FDCWD: paths are seen from the working folder
_SWAP = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS


class Beside(NamedTuple):
    """Where to make what shall be whole. Programs that help must inherit `held`: then they count as makers too."""

    new: Path
    held: tuple[int, ...]


def _nothing() -> None:
    return None


@contextmanager
def beside(target: Path, waits: Callable[[], None] = _nothing) -> Iterator[Beside]:
    """A place beside a target, empty, while nobody else makes the same; `replace` then puts it in place.

    Who comes second calls `waits` and waits. What somebody killed left behind is put right and tidied first.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    new, old = named(target, "new"), named(target, "old")
    with alone(named(target, "lock"), waits) as held:
        recover(target)
        remove(new, old)
        try:
            yield Beside(new, held)
        finally:
            recover(target)
            with suppress(OSError):  # a file that is open somewhere; whoever comes next tidies
                remove(new, old)


def named(target: Path, what: str) -> Path:
    """The path of something beside a target: .site-new, .site-old, .site-lock."""
    return target.with_name(f".{target.name}-{what}")


def replace(new: Path, target: Path) -> None:
    """Puts a file or folder in the place of another. What was there then lies at `new` or beside, to be removed."""
    if not target.is_dir():
        new.replace(target)
    elif not _swapped(new, target):
        # Where no system call swaps folders, a moment without one is left; `recover` knows of it.
        target.rename(named(target, "old"))
        new.rename(target)


def recover(target: Path) -> None:
    """Brings back what was there, when `replace` was cut short in between."""
    old = named(target, "old")
    if old.exists() and not target.exists():
        old.rename(target)


def remove(*paths: Path) -> None:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _swapped(one: Path, other: Path) -> bool:
    """Swaps two names in one step; false where the system or the disk can't."""
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and (swap := getattr(ctypes.CDLL(None), "renameat2", None)):
        return bool(swap(_HERE, paths[0], _HERE, paths[1], _SWAP) == 0)
    if sys.platform == "darwin" and (swap := getattr(ctypes.CDLL(None), "renamex_np", None)):
        return bool(swap(*paths, _SWAP) == 0)
    return False


@contextmanager
def alone(lock: Path, waits: Callable[[], None] = _nothing) -> Iterator[tuple[int, ...]]:
    """One process at a time, by a file that is there meanwhile. The system frees it when its holders have died.

    Gives the descriptors with which programs that are started hold it too.
    """
    file = _held(lock, waits)
    try:
        yield () if sys.platform == "win32" else (file,)
    finally:
        if sys.platform != "win32":
            lock.unlink(missing_ok=True)  # while it is held: nobody can hold another of the same name
        os.close(file)
        if sys.platform == "win32":
            with suppress(OSError):  # another one has opened it
                lock.unlink(missing_ok=True)


def _held(lock: Path, waits: Callable[[], None]) -> int:
    told = False
    while True:
        file = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        taken = _taken(file)
        if taken and _is_there(lock, file):
            return file
        os.close(file)
        if not taken:
            if not told:
                waits()
            told = True
            time.sleep(POLL)


def _is_there(lock: Path, file: int) -> bool:
    """Whether an open file still has its name: who held it before may have removed it."""
    try:
        return os.path.samestat(lock.stat(), os.fstat(file))
    except FileNotFoundError:
        return False


def _taken(file: int) -> bool:
    """Locks an open file, if nobody else has."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
