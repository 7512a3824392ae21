"""A preview while somebody edits: the pages of what was changed come first, and what takes long comes after.

Where entries only say something else, their own pages are shown at once (see `glance`). The first build after a change
makes the pages of the entries in the changed files. Then, in the background, every other page is looked at: when one of
them shows something else too, a whole build is asked for. The search and the PDFs of the build before serve until new
ones are made, in the background as well.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from logging import LogRecord, getLogger
from pathlib import Path
from typing import Any, Protocol

from watchdog.observers.polling import PollingObserver

from kb.base import Base, write, write_all
from kb.build import late_files, quick_base
from kb.glance import glance
from kb.pages import Page
from kb.problems import Locale
from kb.render import Rendered
from kb.sheets.sheet import Shelf

SECONDS = 0.1  # between two looks at the files; MkDocs looks twice a second
PAUSE = 2.0  # seconds before the PDFs are made, which an editor who saves again would wait for
ASKING = ".cache/preview"  # a file in this folder is touched to ask for a build; MkDocs watches it

Key = tuple[str, Locale]
Shown = dict[Key, Rendered]
Stamps = dict[str, tuple[int, int]]  # path from the root → when it was written, and its size


class Server(Protocol):
    """What we know of the server of a preview."""

    observer: Any
    builder: Callable[[], None]


def _is_not_about_dirty(record: LogRecord) -> bool:
    return not {"'dirty'", "--clean"} & set(record.getMessage().split())


@dataclass
class Frame:
    """What stood around a page when it was drawn: MkDocs' page, context, templates and folder."""

    page: Any
    context: dict[str, Any]
    templates: Any
    folder: str

    def draw(self, rendered: Rendered) -> None:
        """Writes the page anew."""
        self.page.content, self.page.meta["kb"] = rendered.content, rendered
        write(self.folder, self.page.file.dest_uri, self.templates.get_template("main.html").render(self.context))


@dataclass
class Build:
    """One build: its base, what the pages showed before it, which come first (None: all), and what they show now;
    `drawn_anew` are those that have been drawn since.

    The background works on the build that it belongs to, so it can't get in the way of the next one.
    """

    base: Base
    before: Shown
    first: set[str] | None
    shown: Shown = field(default_factory=dict)
    drawn_anew: set[Key] = field(default_factory=set)

    @property
    def written(self) -> Shown:
        """What the pages in its folder show, as far as that is known."""
        return {key: one for key, one in self.shown.items() if key not in self.drawn_anew}

    def render(self, page: Page, locale: Locale, written: str = "") -> Rendered:
        """A page in a language; what was rendered to see whether it has changed is not rendered again."""
        if page.written is not None and written:
            return self.base.render(page, locale, written)
        key = (page.key, locale)
        if key not in self.shown:
            self.shown[key] = self.base.render(page, locale)
        return self.shown[key]

    def is_to_be_built(self, page: Page, locale: Locale) -> bool:
        """Whether a page comes first and shows something else than before."""
        key = (page.key, locale)
        comes_first = self.first is None or page.key in self.first or key not in self.before
        return comes_first and self.render(page, locale) != self.before.get(key)

    def is_complete(self, is_newest: Callable[[], bool]) -> bool:
        """Whether the pages that did not come first show what they did; looks no further once a newer build is on."""
        for page in self.base.map.pages.values():
            for locale in self.base.languages:
                key = (page.key, locale)
                if key in self.shown or not is_newest():
                    continue
                if self.base.render(page, locale) != self.before.get(key):
                    return False
                self.shown[key] = self.before[key]
        return True


class Preview:
    """From build to build: the last one, the newest PDFs, when the files were written, and the frames of the pages."""

    def __init__(self) -> None:
        # MkDocs warns of --dirty, as if it were not what we want.
        getLogger("mkdocs.commands.build").addFilter(_is_not_about_dirty)
        self.build: Build | None = None
        self.shelf: Shelf | None = None
        self.stamps: Stamps = {}
        self.shown_at_once: Stamps = {}
        self.folders: tuple[Path, Path] = (Path(), Path())
        self.frames: dict[Key, Frame] = {}

    def take_over(self, server: Server, builder: Callable[[], None]) -> None:
        """Has the server look more often at the folders that it does not watch yet, and show what can be shown before
        it builds."""
        server.observer.start()
        server.observer = PollingObserver(timeout=SECONDS)

        def show_or_build() -> None:
            if not self.show_at_once():
                builder()

        server.builder = show_or_build

    def show_at_once(self) -> bool:
        """Draws the pages of changed texts anew and asks for a whole build; false where that takes one anyway."""
        assert self.build is not None, "read comes first"
        build, stamps = self.build, _stamps(*self.folders)
        changed = _changed(self.stamps, stamps)
        is_text = all(path.startswith("data/") and path in stamps.keys() & self.stamps for path in changed)
        if not changed or not is_text or stamps == self.shown_at_once:
            return False
        self.shown_at_once = stamps
        base = glance(build.base, build.base.root, changed)
        keys = base and _pages_of(base, changed)
        if not base or not keys:
            return False
        for key, locale in ((key, locale) for key in keys for locale in base.languages):
            build.drawn_anew.add((key, locale))
            self.frames[key, locale].draw(base.render(base.map.pages[key], locale))
        _ask(base.root)
        return True

    def read(self, root: Path, docs: Path) -> Base:
        """The base as it stands; with faults, the last good one with the faults."""
        (root / ASKING).mkdir(parents=True, exist_ok=True)
        last, self.folders = self.build, (root, docs)
        stamps = _stamps(root, docs)
        changed = _changed(self.stamps, stamps)
        base = quick_base(root, docs, replace(last.base, shelf=self.shelf or last.base.shelf) if last else None)
        first = _pages_of(base, changed) if last and not (last.base.faults or base.faults) else None
        self.build, self.stamps = Build(base, last.written if last else {}, first), stamps
        return base

    def render(self, page: Page, locale: Locale, written: str = "") -> Rendered:
        """A page of the newest build."""
        return self._newest().render(page, locale, written)

    def asks(self, page: Page, locale: Locale, is_written_anew: Callable[[], bool]) -> Callable[[], bool]:
        """Asks whether a page is to be built: it shows something else, or is by hand and written anew."""
        build = self._newest()
        return lambda: (page.written is not None and is_written_anew()) or build.is_to_be_built(page, locale)

    def finish(self, folder: str) -> threading.Thread:
        """Looks at the rest in the background: the pages that did not come first, the search and the PDFs."""
        thread = threading.Thread(target=self._finish, args=(self._newest(), folder), daemon=True)
        thread.start()
        return thread

    def _finish(self, build: Build, folder: str) -> None:
        if not build.is_complete(lambda: self.build is build):
            _ask(build.base.root)
            return
        time.sleep(PAUSE)
        if self.build is build:
            shelf, files = late_files(build.base)
            if self.build is build:
                write_all(folder, files)
                self.shelf = shelf

    def _newest(self) -> Build:
        assert self.build is not None, "read comes first"
        return self.build


def _stamps(root: Path, docs: Path) -> Stamps:
    files = (file for folder in (root / "data", docs) for file in folder.rglob("*") if file.is_file())
    found = {file.relative_to(root).as_posix(): file.stat() for file in files}
    return {path: (stat.st_mtime_ns, stat.st_size) for path, stat in found.items()}


def _ask(root: Path) -> None:
    """Asks for a whole build."""
    (root / ASKING / "again").write_text("")


def _changed(before: Stamps, after: Stamps) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


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
