"""Texts of the data in a comment on a pull request."""

from __future__ import annotations

from collections.abc import Sequence


def cell(text: str) -> str:
    """A text in a table or a list, with nothing in it that is taken for a mark, a mention, a picture or an address."""
    text = " ".join(text.split()).replace("&", "&amp;")
    for sign in "\\`*_[]()<>|!~@":
        text = text.replace(sign, f"&#{ord(sign)};")
    return text.replace("://", "&#58;//")


def table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Rows under heads; every cell is made harmless."""
    lines = [heads, ("---",) * len(heads), *(tuple(map(cell, row)) for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
