"""File names that Windows, macOS, Linux and a USB stick all can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kb.offline.faults import Fault

LONGEST = 179  # characters of a path, its top folder with it: Windows stops at 260, and the folder above counts too
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9])( *\..*)?", re.IGNORECASE)
_ALLOWED = re.compile(r"[A-Za-z0-9 ._+,=@~()-]+")


def check(paths: Iterable[str], top: str) -> Iterator[Fault]:
    """What is wrong with the paths of the files in the folder `top`."""
    first: dict[str, str] = {}
    for path in sorted(f"{top}/{path}" for path in paths):
        if len(path) > LONGEST:
            yield Fault(
                path,
                f"stien har {len(path)} tegn; højst {LONGEST} går an",
                f"the path has {len(path)} characters; at most {LONGEST} will do",
            )
        for name in path.split("/"):
            if wrong := _wrong(name):
                yield Fault(path, *wrong)
        yield from _clashes(path, first)


def _wrong(name: str) -> tuple[str, str] | None:
    if _RESERVED.fullmatch(name):
        return f"Windows beholder navnet ”{name}” for sig selv", f"Windows keeps the name “{name}” to itself"
    if name in {"", ".", ".."} or name != name.rstrip(". ") or name != name.lstrip(" "):
        return f"navnet ”{name}” begynder eller ender forkert", f"the name “{name}” begins or ends wrongly"
    if not _ALLOWED.fullmatch(name):
        return (
            f"navnet ”{name}” har andre tegn end dem, alle systemer kan gemme",
            f"the name “{name}” has signs that not every system can keep",
        )
    return None


def _clashes(path: str, first: dict[str, str]) -> Iterator[Fault]:
    """Names that are the same to a system that knows no capital letters, folders with them."""
    parts = path.split("/")
    for n in range(1, len(parts) + 1):
        folder = "/".join(parts[:n])
        other = first.setdefault(folder.lower(), folder)
        if other != folder:
            yield Fault(
                path,
                f"kun store og små bogstaver skiller ”{folder}” fra ”{other}”",
                f"only capital letters tell “{folder}” from “{other}”",
            )
            return
