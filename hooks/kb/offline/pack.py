"""From a built site to a zip: rewrite, choose, add what an IT department needs, check, write."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from kb.offline import archive, check, names, rewrite
from kb.offline.addresses import Found, in_css, in_page
from kb.offline.chosen import PROGRAM, chosen, is_for_servers
from kb.offline.faults import Fault, Refused
from kb.offline.licences import licences
from kb.offline.tree import Tree

MOST = 25_000_000  # bytes of the zip
READMES = ("README-da.txt", "README-en.txt")
ENGLISH = "en/index.html"
_TEXTS = "deploy/offline"


@dataclass(frozen=True)
class Edition:
    """What a copy says of itself. `base` is the site's address at its host; `when` the time of its last change, UTC."""

    version: str
    base: str
    when: datetime.datetime

    @property
    def top(self) -> str:
        """The one folder in the zip."""
        return f"trivselsbasen-{self.version}"

    @property
    def file(self) -> str:
        return f"{self.top}-offline.zip"


@dataclass(frozen=True)
class Packed:
    """A written zip. Sizes in bytes; `left_out` is what the site's unused files hold."""

    path: Path
    files: int
    size: int
    unpacked: int
    left_out: int


def pack(site: Path, root: Path, folder: Path, edition: Edition) -> Packed:
    """Packs a built site into `folder`. Raises Refused, with nothing written, where the copy would not be whole.

    `root` is the project's folder, which holds the licences and the texts for the IT department.
    """
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    copy = copy_of(files, edition)
    left_out = sum(len(content) for path, content in files.items() if path not in copy)
    copy |= _added(root, edition, copy)
    copy["SHA256SUMS"] = archive.sums(copy).encode()
    if wrong := list(names.check(copy, edition.top)):
        raise Refused(*wrong)
    target = folder / edition.file
    try:
        size = archive.write(target, {f"{edition.top}/{path}": copy[path] for path in copy}, edition.when, MOST)
    except archive.TooLarge as error:
        told = (f"kopien fylder {error.size} byte; højst {MOST}", f"the copy has {error.size} bytes; at most {MOST}")
        raise Refused(Fault(edition.file, *told)) from None
    return Packed(target, len(copy), size, sum(map(len, copy.values())), left_out)


def copy_of(files: Mapping[str, bytes], edition: Edition) -> dict[str, bytes]:
    """The files of a site as the copy holds them, by path. Raises Refused where one would lead a reader astray."""
    tree = Tree(files.keys(), edition.base)
    changed = {path: _changed(path, content, tree) for path, content in files.items() if not is_for_servers(path)}
    pages = {path: list(in_page(content.decode())) for path, content in changed.items() if path.endswith(".html")}
    paths = chosen(changed, pages)
    styles = {
        path: [Found(address, 1, "style", True) for address in in_css(changed[path].decode())]
        for path in paths
        if path.endswith(".css")
    }
    if wrong := list(check.check(paths, pages | styles, edition.base)):
        raise Refused(*wrong)
    return {path: changed[path] for path in sorted(paths)}


def _changed(path: str, content: bytes, tree: Tree) -> bytes:
    if path.endswith(".html"):
        return rewrite.page(content.decode(), path, tree).encode()
    if path.endswith(".js") and not path.startswith(PROGRAM):  # beside the program, a script holds data
        return rewrite.data(content.decode(), path, tree).encode()
    return content


def _added(root: Path, edition: Edition, pages: Collection[str]) -> dict[str, bytes]:
    """What the site does not have: for whoever looks after the copy."""
    added = {name: _readme(root / _TEXTS / name, edition, pages).encode() for name in READMES}
    added |= {f"LICENSES/{name}": text for name, text in licences(root).items()}
    return added | {"VERSION": f"{edition.version}\n".encode()}


def _readme(file: Path, edition: Edition, pages: Collection[str]) -> str:
    text = file.read_text(encoding="utf-8")
    if ENGLISH not in pages:  # a host may have Danish alone
        text = "".join(line for line in text.splitlines(keepends=True) if ENGLISH not in line)
    facts = {"version": edition.version, "folder": edition.top, "address": edition.base}
    facts["date"] = edition.when.date().isoformat()
    return re.sub(r"@(\w+)@", lambda m: facts[m[1]], text)
