"""A built site as a reader, a browser or a search engine meets it: its pages, parsed, and where their links lead."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

ROOT = Path(__file__).parents[2]
PARTS = ("data", "docs", "hooks", "overrides", "releases", "mkdocs.yml", "CONTRIBUTING.md", "HACKING.md")
SHEETS = ".cache/sheets"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "1735689600"}
HOST = "https://host.invalid"

# <link>s that say something and load nothing.
_TELLING = {"canonical", "alternate", "license", "author", "help", "next", "prev"}
_LOADED = (
    "//script/@src | //img/@src | //iframe/@src | //audio/@src | //video/@src | //video/@poster | //source/@src"
    " | //embed/@src | //object/@data | //track/@src | //use/@href | //image/@href | //input/@src"
)
_IN_CSS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


def build(project: Path, target: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """A strict build of a project into a folder, as `make site` does it."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(target)],
        cwd=project,
        env={**os.environ, **QUIET, **env},
        capture_output=True,
        encoding="utf-8",
    )


def copy_project(to: Path, *more: str, of: Path = ROOT) -> Path:
    """What a build needs of a project, in a folder that a test may change."""
    to.mkdir(parents=True)
    for name in (*PARTS, *more):
        if (of / name).is_dir():
            shutil.copytree(of / name, to / name, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))
        else:
            shutil.copy2(of / name, to / name)
    if (of / SHEETS).is_dir():  # the PDFs that stay the same need not be made again
        shutil.copytree(of / SHEETS, to / SHEETS, ignore=shutil.ignore_patterns("*.part"))
    return to


def replace(file: Path, old: str, new: str) -> None:
    """Changes the one place in a file where a text stands."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@dataclass(frozen=True)
class Page:
    """One HTML page. `path` is its address from the site's root: "", "en/themes/", "404.html"."""

    path: str
    tree: html.HtmlElement = field(repr=False)

    @property
    def locale(self) -> str:
        """The language that the page's address promises."""
        return "en" if self.path.startswith("en/") else "da"

    @cached_property
    def ids(self) -> list[str]:
        return [str(one) for one in self.tree.xpath("//@id")]

    @cached_property
    def text(self) -> str:
        return text_of(self.tree.body)

    def all(self, xpath: str) -> list[Any]:
        return list(self.tree.xpath(xpath))

    def one(self, xpath: str) -> Any:
        """The only thing that an XPath finds."""
        [found] = self.tree.xpath(xpath)
        return found

    def by_id(self, element_id: str) -> html.HtmlElement:
        return self.tree.get_element_by_id(element_id)

    @property
    def hrefs(self) -> list[str]:
        return [str(href) for href in self.tree.xpath("//a/@href")]

    @property
    def loaded(self) -> Iterator[str]:
        """Every address that a browser fetches by itself for this page."""
        yield from map(str, self.tree.xpath(_LOADED))
        for scripts in self.tree.xpath("//@data-search"):
            yield from str(scripts).split()
        for link in self.tree.xpath("//link"):
            if not set(link.get("rel", "").lower().split()) <= _TELLING:
                yield link.get("href", "")
        for srcset in self.tree.xpath("//@srcset"):
            yield from (part.split()[0] for part in str(srcset).split(","))
        for css in self.tree.xpath("//style/text() | //@style"):
            yield from in_css(str(css))


def in_css(css: str) -> list[str]:
    """The addresses that a style sheet loads."""
    return [url or imported for url, imported in _IN_CSS.findall(css)]


def text_of(element: html.HtmlElement) -> str:
    """What stands to be read in an element, as one line; explanations of terms apart."""
    return " ".join("".join(_read(element)).split())


def _read(element: html.HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in {"script", "style"} or element.get("role") == "tooltip":
        return
    yield element.text or ""
    for child in element:
        yield from _read(child)
        yield child.tail or ""
    # The end of a block parts words, as it does for the eye.
    yield "" if element.tag in {"a", "abbr", "b", "cite", "em", "small", "span", "strong"} else " "


@dataclass
class Site:
    """A built site in a folder. `under` is the path of its root at its host, with a slash at both ends."""

    root: Path
    under: str = "/"

    @cached_property
    def pages(self) -> dict[str, Page]:
        utf8 = html.HTMLParser(encoding="utf-8")
        trees = {file: html.parse(file, utf8).getroot() for file in sorted(self.root.rglob("*.html"))}
        paths = {file: file.relative_to(self.root).as_posix().removesuffix("index.html") for file in trees}
        return {paths[file]: Page(paths[file], tree) for file, tree in trees.items()}

    @property
    def indexed(self) -> list[Page]:
        """The pages that are found: all but those for addresses that lead nowhere."""
        return [page for page in self.pages.values() if not page.path.endswith("404.html")]

    @property
    def english(self) -> list[Page]:
        return [page for page in self.indexed if page.locale == "en"]

    @cached_property
    def kb(self) -> dict[str, Any]:
        return json.loads(self.read("kb.json"))

    @cached_property
    def entries(self) -> dict[str, dict[str, Any]]:
        return {entry["id"]: entry for entry in self.kb["entries"]}

    def of_kind(self, kind: str) -> list[dict[str, Any]]:
        return [entry for entry in self.kb["entries"] if entry["kind"] == kind]

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def page_of(self, entry_id: str, locale: str = "da") -> Page:
        """The page on which an entry stands."""
        return self.pages[self.place_of(entry_id, locale)[0]]

    def place_of(self, entry_id: str, locale: str = "da") -> tuple[str, str]:
        """Path and anchor, from the site's root, of an entry."""
        path, _, anchor = self.entries[entry_id]["url"][locale].removeprefix("/").partition("#")
        return path, anchor

    def lead(self, page: Page, href: str) -> tuple[str, str] | None:
        """Path and anchor, from the site's root, of where a link leads; None when it leaves the site."""
        to = urlsplit(urljoin(HOST + self.under + page.path, href))
        if to.scheme != "https" or to.netloc != urlsplit(HOST).netloc:
            return None
        inside = to.path.startswith(self.under)
        return unquote(to.path).removeprefix(self.under) if inside else "outside:" + to.path, unquote(to.fragment)

    def links(self, page: Page) -> set[tuple[str, str]]:
        """Everything inside the site that a page's links lead to."""
        return self._links[page.path]

    @cached_property
    def _links(self) -> dict[str, set[tuple[str, str]]]:
        return {path: {to for href in page.hrefs if (to := self.lead(page, href))} for path, page in self.pages.items()}

    def dead(self) -> list[tuple[str, str]]:
        """Every link and loaded file that leads nowhere: (page, address)."""
        return [
            (page.path, address)
            for page in self.pages.values()
            for address in [*page.hrefs, *page.loaded]
            if self.leads_nowhere(page, address)
        ]

    def leads_nowhere(self, page: Page, href: str) -> bool:
        """Whether a link or a loaded file of the site does not exist, or has no such anchor."""
        to = self.lead(page, href)
        if to is None:
            return False
        path, anchor = to
        if path in self.pages:
            return bool(anchor) and anchor not in self.pages[path].ids
        return path.endswith("/") or path == "" or not (self.root / path).is_file()
