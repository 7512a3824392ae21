"""A zip that has the same bytes whenever it holds the same files: sorted, one date, one kind of permission."""

from __future__ import annotations

import datetime
import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

from kb.whole import beside, replace

_LEVEL = 9
_FILE = 0o100644 << 16  # a plain file, read by all, written by its owner
_UNIX = 3
_FIRST, _LAST = datetime.date(1980, 1, 1), datetime.date(2107, 12, 31)  # the days a zip can tell


def sums(files: Mapping[str, bytes]) -> str:
    """What stands in SHA256SUMS: a line a file, as `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))


def write(target: Path, files: Mapping[str, bytes], when: datetime.datetime, most: int) -> int:
    """Writes a zip of files by path, aside and then in its place; gives its size in bytes.

    Raises TooLarge, and leaves what was there, when it would hold more than `most` bytes.
    """
    with beside(target) as place:
        with zipfile.ZipFile(place.new, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
            for path in sorted(files):
                archive.writestr(_entry(path, when), files[path], compresslevel=_LEVEL)
        size = place.new.stat().st_size
        if size > most:
            raise TooLarge(size)
        replace(place.new, target)
    return size


class TooLarge(Exception):
    """The zip would hold more bytes than it may. `size` tells how many."""

    def __init__(self, size: int) -> None:
        super().__init__(str(size))
        self.size = size


def _entry(path: str, when: datetime.datetime) -> zipfile.ZipInfo:
    day = min(max(when.date(), _FIRST), _LAST)
    info = zipfile.ZipInfo(path, (day.year, day.month, day.day, when.hour, when.minute, when.second // 2 * 2))
    info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _FILE
    return info
