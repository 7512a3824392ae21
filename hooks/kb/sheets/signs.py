"""Which signs can stand in a PDF: those that every one of the fonts has."""

from __future__ import annotations

from functools import cache

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from kb.sheets.press import FONTS


@cache
def printable_signs() -> frozenset[str]:
    """The signs that all fonts have; a text may come in any of them. PDF/UA refuses one that can't be shown."""
    found: list[set[int]] = []
    for file in sorted(FONTS.glob("*.otf")):
        with TTFont(file, lazy=True) as font:
            found.append(set(font.getBestCmap()))
    return frozenset(map(chr, set.intersection(*found)))
