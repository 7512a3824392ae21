"""The pages by hand in docs/ as pages of the tree: what they include put in, their links turned to the new files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

_INCLUDE = re.compile(r'^--8<-- "(?P<file>[^":]+)(?::(?P<part>[a-z-]+))?"$', re.MULTILINE)
_MARK = re.compile(r"^.*--8<-- \[(?:start|end):[a-z-]+\].*\n?", re.MULTILINE)
_LINK = re.compile(r"(?<=\]\()(?P<to>[^)\s:#]+)(?=[#)])")
_CODE = re.compile(r"(```.*?```|~~~.*?~~~|`[^`\n]+`|<pre>.*?</pre>)", re.DOTALL)


def body(root: Path, file: str, to: Callable[[str], str]) -> str:
    """The Markdown of a page by hand, without its front matter.

    `file` is its path from the project's folder; `to` turns the path of a file in docs/ into that in the tree, seen
    from the page.
    """
    text = (root / file).read_text(encoding="utf-8-sig")
    text = _included(root, text.removeprefix("---\n").partition("\n---\n")[2])
    folder = posixpath.dirname(file.removeprefix("docs/"))

    def moved(link: re.Match[str]) -> str:
        return to(posixpath.normpath(posixpath.join(folder, link["to"]))) or link["to"]

    return "".join(one if _CODE.fullmatch(one) else _LINK.sub(moved, one) for one in _CODE.split(text)).strip()


def _included(root: Path, text: str) -> str:
    return _INCLUDE.sub(lambda found: _part(root / found["file"], found["part"]), text)


def _part(file: Path, name: str | None) -> str:
    text = file.read_text(encoding="utf-8")
    if name:
        text = text.partition(f"--8<-- [start:{name}]")[2].partition("\n")[2]
        text = text.partition(f"--8<-- [end:{name}]")[0].rpartition("\n")[0]
    return _MARK.sub("", text).strip("\n")
