"""One broken file tried: it is told of with its place, or it becomes pages that are right."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from lxml import html

from kb.checks import check
from kb.data import Data, gathered
from kb.links import link
from kb.load import Document, read_file, read_folder
from kb.pages import site_map
from kb.problems import Problem, faults
from kb.render import Renderer

Outcome = Literal["told", "taken"]
_TOLD = re.compile(r"data/[\w./-]+:[1-9]\d*: (fejl|advarsel|fault|warning): ")


@dataclass
class Base:
    """A base in a folder, read once; a trial puts one file of it in another's place."""

    root: Path
    documents: list[Document] = field(default_factory=list)

    @classmethod
    def of(cls, root: Path) -> Base:
        documents, problems = read_folder(root)
        assert problems == []
        return cls(root, documents)

    @property
    def paths(self) -> list[str]:
        return [document.path for document in self.documents]

    def with_file(self, path: str, content: bytes, folder: Path) -> Data:
        """The data with a file of another content, which is written to a folder to be read as any other."""
        file = folder / "spoiled.yml"
        file.write_bytes(content)
        document, problems = read_file(file, path)
        others = [one for one in self.documents if one.path != path]
        return gathered(
            self.root, sorted([*others, *([document] if document else [])], key=lambda one: one.path), problems
        )


def tried(base: Base, path: str, content: bytes, folder: Path) -> Outcome:
    """What becomes of a base with a broken file. Raises AssertionError where a message or a page is not right."""
    data = base.with_file(path, content, folder)
    problems = check(data)
    for one in problems:
        _assert_told(one)
    if faults(problems):
        return "told"
    _assert_pages(data, path)
    return "taken"


def _assert_told(problem: Problem) -> None:
    for locale in ("da", "en"):
        told = problem.tell("da" if locale == "da" else "en")
        assert _TOLD.match(told), told
        assert "\n" not in told and told.isprintable(), ascii(told)
        told.encode()


def _assert_pages(data: Data, path: str) -> None:
    """The pages of the entries in a file: whole, with all that is in it, and with nothing that runs."""
    kb = link(data)
    pages = site_map(kb, [])
    renderer = Renderer(kb, pages)
    homes = {pages.homes[one][0] for one, where in kb.where.items() if where.path == path and one in pages.homes}
    for key in sorted(homes)[:3]:
        for locale in kb.languages:
            content = renderer.render(pages.pages[key], locale).content
            tree = html.fromstring(f"<main>{content}</main>")
            ids = tree.xpath("//@id")
            assert len(ids) == len(set(ids)), f"{key}: an id twice"
            assert not tree.xpath("//script[not(@type='application/ld+json')]|//iframe|//object|//embed"), key
            assert not [name for name in tree.xpath("//@*/..") for name in name.attrib if name.startswith("on")], key
            addresses = tree.xpath("//@href|//@src")
            assert not [one for one in addresses if re.match(r"\s*(javascript|data|vbscript):", one, re.I)], key
            here = {one for one, (home, anchor) in pages.homes.items() if home == key and anchor}
            assert here <= set(ids), f"{key}: {sorted(here - set(ids))} missing"
