"""Markdown, as a text or a list is written in it. What comes from the data is escaped and never becomes a mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from kb import prose

Blocks = Iterator[str]  # paragraphs, headings, lists: what blank lines part

_SIGNS = {sign: "\\" + sign for sign in "\\`*_{}[]"} | {"<": "&lt;", ">": "&gt;", "|": "&#124;"}
_TABLE = str.maketrans(_SIGNS)
_AMPERSAND = re.compile(r"&(?=#?\w)")  # the others stand for themselves
# What would begin a heading, a list, a rule, an admonition or an attribute at the start of a line.
_START = re.compile(r"[-+#!]|[=~:]|\d+[.)]")
_LAST = re.compile(r"#(?=#*$)")  # would count as the end of a heading
_AROUND = {"bold": "**", "italic": "*"}


def escape(text: str) -> str:
    """Plain words as Markdown that shows them as they are, as one line."""
    return _AMPERSAND.sub("&amp;", " ".join(text.split())).translate(_TABLE)


def inline(text: str, link: Callable[[str], str]) -> str:
    """A text of the data (kb.prose) as Markdown; `link` turns an id or an address into where the link leads."""
    found = []
    for piece in prose.pieces(text):
        if piece.mark == "link":
            found.append(f"[{inline(piece.text, link)}]({destination(link(piece.target))})")
        elif piece.mark:
            around = _AROUND[piece.mark]
            found.append(f"{around}{inline(piece.text, link)}{around}")
        else:
            found.append(_kept_spaces(piece.text))
    return "".join(found)


def _kept_spaces(text: str) -> str:
    # `escape` makes one line of whole texts; between marks the spaces at the ends count.
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return before + escape(text) + after


def destination(target: str) -> str:
    """Where a link leads, in a form that parentheses in an address don't end."""
    target = target.replace("&", "&amp;")
    return f"<{target}>" if set("()") & set(target) else target


def line(text: str) -> str:
    """Markdown as the first line of a block, whatever sign it begins with."""
    start = _START.match(text)
    if start is None:
        return text
    sign = start[0]
    if sign in "=~:":
        return f"&#{ord(sign)};" + text[1:]
    at = len(sign) - 1
    return text[:at] + "\\" + text[at:]


def heading(level: int, text: str, anchor: str = "") -> str:
    text = _LAST.sub(r"\\#", line(text))
    return f"{'#' * level} {text}" + (f" {{: #{anchor} }}" if anchor else "")


def paragraph(text: str, anchor: str = "") -> str:
    return line(text) + (f"\n{{: #{anchor} }}" if anchor else "")


def item(*blocks: str, anchor: str = "", marker: str = "-") -> str:
    """A point of a list: its blocks, of which the first is its text. Empty ones are left out."""
    kept = [block for block in blocks if block]
    first = paragraph(kept[0], anchor)
    rest = [block if block.startswith(("-   ", "1.  ")) else line(block) for block in kept[1:]]
    return f"{marker} ".ljust(4) + "\n\n".join([first, *rest]).replace("\n", "\n    ").replace("\n    \n", "\n\n")


def bullets(items: Iterable[str]) -> str:
    """Points that are written already (`item`), or texts that become some."""
    points = [one if one.startswith("-   ") else item(one) for one in items]
    return ("\n\n" if any("\n" in one for one in points) else "\n").join(points)


def numbered(items: Iterable[tuple[str, ...]]) -> str:
    """A numbered list; each point has an anchor, which may be empty, and its blocks."""
    found = (item(*blocks, anchor=anchor, marker=f"{n}.") for n, (anchor, *blocks) in enumerate(items, 1))
    return "\n\n".join(found)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under heads; every cell is Markdown of one line."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell or " " for cell in line_) + " |" for line_ in lines)


def section(anchor: str, title: str, body: Iterable[str], lead: str = "", level: int = 2) -> Blocks:
    """A heading with what stands under it; nothing where that is nothing."""
    blocks = [block for block in body if block]
    if blocks:
        yield heading(level, title, anchor)
        if lead:
            yield paragraph(lead)
        yield from blocks
