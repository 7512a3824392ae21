"""What can go wrong in a file: Hypothesis strategies that spoil the text of a real one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]
Slip = Callable[[Draw, list[str]], list[str]]

ODD = (
    "\t", "\x00", "\x1b", "\x85", "\u2028", "\ufeff", "\u200b", "\u202e", "\ud7ff", "\ufffe", "{{", "}", "[", "]]",
    "%TAG ", "--- ", "... ", "? ", "- ", "| ", "> ", ": ", "'", '"', '"\\ud800"', '"\\UFFFFFFFF"', "#", "@", "`", "\r",
    "0x", "é", "e\u0301", "😀", "1e999", "\n\n", "~", "<b>", "{% raw %}", "[x](javascript:alert(1))",
)  # fmt: skip
VALUES = (
    "", "[]", "{}", "[[]]", "{{}: 1}", "{a: {b: [c]}}", "0", "-1", "1.0e+999", ".nan", ".inf", "true", "2026-02-30",
    "2026-01-01", "2026-01-01T00:00:00Z", "1:30", "0b1", "0o7", "null", '""', "' '", '"  "', "private-01",
    "[1, {id: 2}]", "[private-01]", "{id: private-01}", "{da: [x], en: {y: z}}", '"@theme {key} {0} %s"', "voice-1",
    "{sheet-planter: {a: b}}", "? [a]", "|\n    a", ">-\n    a",
)  # fmt: skip
WORDS = (
    "**fed**", "*kursiv*", "[her](private-04)", "[ude](https://example.org/?a=1&b='2')", "&", "'", '"', "$1", "\\n",
    "100 %", "a/b", "(c)", "æøåÆØÅ", "ﷺ", "𝔘𝔫", "שלום", "مرحبا", "1/2", "æ" * 300, "--", "…", "AHT", "javascript:",
    "onclick=", "--\\",
)  # fmt: skip
TAGS = ("!!python/object/apply:os.system", "!!python/name:os.system", "!!binary", "!!set", "!!omap", "!x", "!!str", "!")
_KEY = re.compile(r"\s*(?:- )?[\w-]+:|\s*- ")


def spoiled(text: str) -> st.SearchStrategy[bytes]:
    """A file as it may be after one to three slips."""
    return st.composite(_spoiled)(text)


def _spoiled(draw: Draw, text: str) -> bytes:
    lines = text.split("\n")
    for slip in draw(st.lists(st.sampled_from(SLIPS), min_size=1, max_size=3)):
        lines = slip(draw, lines) or [""]
    return bytes(draw(st.sampled_from(ENCODINGS))("\n".join(lines)))


def _place(draw: Draw, lines: list[str]) -> int:
    """A line that begins a value; any line where there is none."""
    places = [i for i, line in enumerate(lines) if _KEY.match(line)] or list(range(len(lines)))
    return int(draw(st.sampled_from(places)))


def _end(lines: list[str], start: int) -> int:
    """Where what stands under a line ends."""
    depth = _depth(lines[start])
    after = range(start + 1, len(lines))
    return next((i for i in after if lines[i].strip() and _depth(lines[i]) <= depth), len(lines))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _with_value(lines: list[str], at: int, value: str) -> list[str]:
    match = re.match(r"\s*(?:- )?(?:[\w-]+:)?", lines[at])
    assert match is not None
    return [*lines[:at], f"{match[0]} {value}", *lines[_end(lines, at) :]]


def dropped(draw: Draw, lines: list[str]) -> list[str]:
    at = _place(draw, lines)
    return lines[:at] + lines[_end(lines, at) :]


def duplicated(draw: Draw, lines: list[str]) -> list[str]:
    start, to = _place(draw, lines), _place(draw, lines)
    return lines[:to] + lines[start : _end(lines, start)] + lines[to:]


def retyped(draw: Draw, lines: list[str]) -> list[str]:
    return _with_value(lines, _place(draw, lines), draw(st.sampled_from(VALUES)))


def invented(draw: Draw, lines: list[str]) -> list[str]:
    """Any plain value at all."""
    leaf = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    value = st.recursive(
        leaf, lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=5), one, max_size=3)
    )
    return _with_value(lines, _place(draw, lines), repr(draw(value)).replace("\n", " "))


def reordered(draw: Draw, lines: list[str]) -> list[str]:
    one, two = sorted((_place(draw, lines), _place(draw, lines)))
    one_end, two_end = _end(lines, one), _end(lines, two)
    if one_end > two:
        return lines[:one] + lines[one:one_end][::-1] + lines[one_end:]
    return lines[:one] + lines[two:two_end] + lines[one_end:two] + lines[one:one_end] + lines[two_end:]


def huge(draw: Draw, lines: list[str]) -> list[str]:
    size = draw(st.sampled_from((400, 5_000, 200_000)))
    kinds = ("x" * size, "9" * size, "ord " * (size // 4), "[" + "a, " * (size // 20) + "b]", "voice-" + "9" * size)
    return _with_value(lines, _place(draw, lines), draw(st.sampled_from(kinds)))


def deep(draw: Draw, lines: list[str]) -> list[str]:
    levels = draw(st.sampled_from((3, 19, 20, 21, 100, 3_000)))
    opened, closed = draw(st.sampled_from((("[", "]"), ("{a: ", "}"), ("- ", ""))))
    return _with_value(lines, _place(draw, lines), opened * levels + "x" + closed * levels)


def odd(draw: Draw, lines: list[str]) -> list[str]:
    """Signs that nobody expects, anywhere."""
    at = draw(st.integers(0, len(lines) - 1))
    where = draw(st.integers(0, len(lines[at])))
    signs = draw(st.sampled_from(ODD) | st.text(min_size=1, max_size=3))
    return [*lines[:at], lines[at][:where] + signs + lines[at][where:], *lines[at + 1 :]]


def anchored(draw: Draw, lines: list[str]) -> list[str]:
    """An anchor and aliases to it, now and then so many that they would explode."""
    at = _place(draw, lines)
    many = draw(st.booleans())
    bomb = "[&a [x, x, x], &b [*a, *a, *a], &c [*b, *b, *b], &d [*c, *c, *c]]"
    lines = _with_value(lines, at, bomb if many else "&a text")
    return _with_value(lines, _place(draw, lines), draw(st.sampled_from(("*a", "*b", "*nobody"))))


def tagged(draw: Draw, lines: list[str]) -> list[str]:
    values = st.sampled_from(("[echo]", "text", "{a: b}", "''", "1"))
    return _with_value(lines, _place(draw, lines), f"{draw(st.sampled_from(TAGS))} {draw(values)}")


def merged(draw: Draw, lines: list[str]) -> list[str]:
    at = _place(draw, lines)
    what = draw(st.sampled_from(("{id: x}", "[{id: x}, {id: y}]", "*a", "text", "null")))
    return [*lines[:at], " " * _depth(lines[at]) + f"<<: {what}", *lines[at:]]


def indented(draw: Draw, lines: list[str]) -> list[str]:
    at = _place(draw, lines)
    return [*lines[:at], " " * draw(st.integers(0, 9)) + lines[at].lstrip(), *lines[at + 1 :]]


def reworded(draw: Draw, lines: list[str]) -> list[str]:
    """Words that may stand in a text, and look as if they might not."""
    texts = [i for i, line in enumerate(lines) if re.match(r"\s*(?:- )?(?:da|en): [^'\"{\[|>]*$", line)]
    if not texts:
        return lines
    at = draw(st.sampled_from(texts))
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
    return [*lines[:at], f"{lines[at]} {' '.join(words)}", *lines[at + 1 :]]


def cut(draw: Draw, lines: list[str]) -> list[str]:
    """The file ends, or begins, in the middle."""
    text = "\n".join(lines)
    at = draw(st.integers(0, len(text)))
    return (text[:at] if draw(st.booleans()) else text[at:]).split("\n")


SLIPS: tuple[Slip, ...] = (
    reworded, reworded, reworded,
    dropped, duplicated, retyped, invented, reordered, huge, deep, odd, anchored, tagged, merged, indented, cut,
)  # fmt: skip

_UTF8 = "surrogatepass"
ENCODINGS: tuple[Callable[[str], bytes], ...] = (
    lambda text: text.encode("utf-8", _UTF8),
    lambda text: text.encode("utf-8", _UTF8),
    lambda text: text.encode("utf-8", _UTF8),
    lambda text: text.replace("\n", "\r\n").encode("utf-8", _UTF8),
    lambda text: b"\xef\xbb\xbf" + text.encode("utf-8", _UTF8),
    lambda text: text.encode("utf-16", _UTF8),
    lambda text: text.encode("cp1252", "replace"),
)
