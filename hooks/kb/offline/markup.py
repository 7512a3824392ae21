"""The tags of an HTML page with the places where they stand, so that a few can change and the rest stays as it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser
from itertools import accumulate

_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_RAW = {"script", "style"}  # elements whose content is no HTML


@dataclass(frozen=True)
class Attribute:
    """`start` and `end` are where the value stands in the page's text, its quotation marks with it."""

    name: str
    value: str
    start: int
    end: int


@dataclass
class Tag:
    """A start tag. For a script or style, `content` is what stands in it, and `closed` where its end tag ends."""

    name: str
    attributes: tuple[Attribute, ...]
    start: int
    end: int
    line: int
    content: str = ""
    closed: int = 0

    def get(self, name: str) -> str:
        """An attribute's value; empty when there is none."""
        return next((one.value for one in self.attributes if one.name == name), "")

    def tokens(self, name: str) -> set[str]:
        """The words of an attribute such as rel, in small letters."""
        return set(self.get(name).lower().split())


@dataclass(frozen=True)
class Edit:
    """What is to stand from `start` to `end`."""

    start: int
    end: int
    text: str

    @classmethod
    def of_value(cls, attribute: Attribute, value: str) -> Edit:
        return cls(attribute.start, attribute.end, f'"{escape(value)}"')


def tags(text: str) -> list[Tag]:
    """Every start tag of a page, in order; what stands in comments, scripts and styles is none."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    return reader.found


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with its edits, which must not overlap."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda one: one.start):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self.found: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start, raw = self._at(), self.get_starttag_text() or ""
        line = bisect_right(self.lines, start)
        found = Tag(tag, _attributes(raw, start, len(tag) + 1), start, start + len(raw), line)
        found.closed = found.end
        self.found.append(found)

    def handle_endtag(self, tag: str) -> None:
        open_tag = self.found[-1] if self.found else None
        if open_tag and tag in _RAW and open_tag.name == tag and open_tag.closed == open_tag.end:
            open_tag.content = self.text[open_tag.end : self._at()]
            open_tag.closed = self.text.index(">", self._at()) + 1

    def _at(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column


def _attributes(raw: str, start: int, after: int) -> tuple[Attribute, ...]:
    found = []
    for match in _ATTRIBUTE.finditer(raw, after):
        value = match[2] or ""
        quoted = value[:1] in {'"', "'"}
        place = match.span(2) if match[2] else (match.end(), match.end())
        inner = unescape(value[1:-1] if quoted else value)
        found.append(Attribute(match[1].lower(), inner, start + place[0], start + place[1]))
    return tuple(found)
