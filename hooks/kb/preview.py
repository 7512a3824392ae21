"""A preview while somebody edits: the pages of what was changed come first, and what takes long comes after.

The first build after a change makes the pages of the entries in the changed files. Then, in the background, every other
page is looked at: when one of them shows something else too, a whole build is asked for. The search and the PDFs of
the build before serve until new ones are made, in the background as well.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from watchdog.observers.polling import PollingObserver

from kb.build import Base, late_files, quick_base, write
from kb.pages import Page
from kb.problems import Locale
from kb.render import Rendered
from kb.sheets.sheet import Shelf

SECONDS = 0.1  # between two looks at the files; MkDocs looks twice a second
ASKING = ".cache/preview"  # a file in this folder is touched to ask for a build; MkDocs watches it

Key = tuple[str, Locale]
Shown = dict[Key, Rendered]
Stamps = dict[str, tuple[int, int]]  # path from the root → when it was written, and its size


class Server(Protocol):
    """What we know of the server of a preview."""

    observer: Any


def look_often(server: Server) -> None:
    """Has the server look more often at the folders that it does not watch yet; those that it does stay as they are."""
    server.observer.start()
    server.observer = PollingObserver(timeout=SECONDS)


class Preview:
    """From build to build: the last base, what its pages showed, and when its files were written."""

    def __init__(self) -> None:
        self.base: Base | None = None
        self.shown: Shown = {}
        self.before: Shown = {}
        self.stamps: Stamps = {}
        self.first: set[str] | None = None  # the keys of the pages to make first; None: all
        self.shelf: Shelf | None = None  # the newest PDFs, made in the background

    def read(self, root: Path, docs: Path) -> Base:
        """The base as it stands; with faults, the last good one with the faults."""
        (root / ASKING).mkdir(parents=True, exist_ok=True)
        last = replace(self.base, shelf=self.shelf) if self.base and self.shelf else self.base
        stamps = _stamps(root, docs)
        changed = {path for path in stamps.keys() | self.stamps.keys() if stamps.get(path) != self.stamps.get(path)}
        self.base, self.stamps = quick_base(root, docs, last), stamps
        self.before, self.shown = self.shown, {}
        self.first = _pages_of(self.base, changed) if last and not (last.faults or self.base.faults) else None
        return self.base

    def render(self, page: Page, locale: Locale, written: str = "") -> Rendered:
        """A page in a language; what was rendered to see whether it has changed is not rendered again."""
        base = self._known()
        if page.written is not None and written:
            return base.render(page, locale, written)
        key = (page.key, locale)
        if key not in self.shown:
            self.shown[key] = base.render(page, locale)
        return self.shown[key]

    def asks(self, page: Page, locale: Locale, is_written_anew: Callable[[], bool]) -> Callable[[], bool]:
        """Asks whether a page is to be built: it shows something else, or is by hand and written anew."""

        def is_to_be_built() -> bool:
            if page.written is not None and is_written_anew():
                return True
            comes_first = self.first is None or page.key in self.first or (page.key, locale) not in self.before
            return comes_first and self._shows_else(page, locale)

        return is_to_be_built

    def finish(self, folder: str) -> threading.Thread:
        """Looks at the rest in the background: the pages that did not come first, the search and the PDFs."""
        thread = threading.Thread(target=self._finish, args=(self._known(), folder), daemon=True)
        thread.start()
        return thread

    def _finish(self, base: Base, folder: str) -> None:
        pages = [(page, locale) for page in base.map.pages.values() for locale in base.languages]
        for page, locale in pages:
            if self.base is not base:
                return  # a newer build is on its way
            if self.first is not None and page.key not in self.first and self._shows_else(page, locale):
                self.shown = dict(self.before)
                (base.root / ASKING / "again").write_text("")
                return
        shelf, files = late_files(base)
        if self.base is base:
            for name, content in files.items():
                write(folder, name, content)
            # Never the base: by now a newer one may be there.
            self.shelf = shelf

    def _shows_else(self, page: Page, locale: Locale) -> bool:
        return self.render(page, locale) != self.before.get((page.key, locale))

    def _known(self) -> Base:
        assert self.base is not None, "read comes first"
        return self.base


def _stamps(root: Path, docs: Path) -> Stamps:
    files = (file for folder in (root / "data", docs) for file in folder.rglob("*") if file.is_file())
    found = {file.relative_to(root).as_posix(): file.stat() for file in files}
    return {path: (stat.st_mtime_ns, stat.st_size) for path, stat in found.items()}


def _pages_of(base: Base, changed: set[str]) -> set[str] | None:
    """The keys of the pages that show the entries of some files; None where a file has none, so that all may change."""
    found: set[str] = set()
    for path in changed:
        entries = [one for one, where in base.kb.where.items() if where.path == path] if base.kb else []
        pages = {base.map.homes[one][0] for one in entries if one in base.map.homes}
        if not pages and not path.endswith(".md"):
            return None
        found |= pages
    return found if changed else None
