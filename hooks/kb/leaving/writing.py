"""The tree in a folder: written beside it and put in its place whole, and never over what somebody else wrote."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from kb.leaving.project import readme, settings
from kb.leaving.tree import Tree
from kb.whole import beside, replace

WRITTEN = ".kb-export"  # what was written: a line a file, its SHA-256 and its path


class InTheWay(Exception):
    """A folder that holds something else than an unchanged export; carries the first such file."""

    def __init__(self, found: Path) -> None:
        self.found = found
        super().__init__(str(found))


def write(tree: Tree, out: Path) -> int:
    """Writes the tree as `out` and returns how many files it holds. Raises InTheWay, and OSError with nothing written.

    An earlier export is replaced where nothing in it has been changed.
    """
    if (found := _in_the_way(out)) is not None:
        raise InTheWay(found)
    with beside(out) as place:
        sums = [_put(place.new, path, content) for path, content in _files(tree)]
        (place.new / WRITTEN).write_text("".join(sums), encoding="utf-8", newline="\n")
        replace(place.new, out)
    return len(sums)


def _files(tree: Tree) -> Iterator[tuple[str, bytes]]:
    yield "README.md", readme(tree).encode()
    yield "mkdocs.yml", settings(tree).encode()
    for path, text in tree.pages():
        yield path, text.encode()
    yield from tree.assets()


def _put(folder: Path, path: str, content: bytes) -> str:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return f"{hashlib.sha256(content).hexdigest()}  {path}\n"


def _in_the_way(out: Path) -> Path | None:
    """The first thing in a folder that is not as an export wrote it; None where an export may be written."""
    if not out.exists() and not out.is_symlink():
        return None
    if not out.is_dir() or out.is_symlink():
        return out
    told = out / WRITTEN
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    sums = {path: digest for digest, _, path in (one.partition("  ") for one in lines)}
    for file in sorted(out.rglob("*")):
        if file.is_dir() and not file.is_symlink():
            continue
        path = file.relative_to(out).as_posix()
        if path != WRITTEN and (not file.is_file() or sums.get(path) != hashlib.sha256(file.read_bytes()).hexdigest()):
            return file
    return None
