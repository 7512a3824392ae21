"""What is written in the base to be read, passage by passage, each with its place, its language and without marks.

A passage is a text of data/, or a line, a cell or a heading of a file in Markdown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.data import Data
from kb.problems import Locale, Where
from kb.prose import plain
from kb.standing.translations import pairs

Run = tuple[Locale, str]


@dataclass(frozen=True)
class Passage:
    """A text as it is read, in the language that it is written in; `runs` are its words by their own language."""

    where: Where
    locale: Locale
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return " ".join("".join(text for _, text in self.runs).split())


def passages_of(data: Data) -> Iterator[Passage]:
    """Every text of data/ that stands in two languages, in both."""
    for pair in pairs(data):
        yield Passage(pair.where, "da", (("da", plain(pair.da)),))
        if pair.en:
            yield Passage(pair.where_en, "en", (("en", plain(pair.en)),))


_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_SHOWN_IN_FRONT = ("title", "description")
# Code, remarks and snippets are no words; a place in a file stays on its line.
_NO_WORDS = re.compile(
    r"^ *(?P<fence>```|~~~).*?^ *(?P=fence) *$|<pre>.*?</pre>|(?P<ticks>`+).+?(?P=ticks)(?!`)|<!--.*?-->|^--8<--.*$",
    re.DOTALL | re.MULTILINE,
)
_BLOCK = re.compile(r'^<div lang="(da|en)"[^>]*>$(.*?)^</div>$', re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r'<(?P<tag>[a-z]+) lang="(?P<lang>da|en)"[^>]*>(?P<text>.*?)</(?P=tag)>')
_LINK = re.compile(r"!?\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]\([^()\s]*\)")
_ADDRESS = re.compile(r"<?https?://[^\s>)]+>?")
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_MARKS = re.compile(r"\*+|\{\s*[.#:][^}]*\}")
_BEFORE = re.compile(r"^\s*(?:#{1,6}|>|[-+*]|\d+\.)\s+")
_RULE = re.compile(r"^[\s|:-]*$")


def passages_in(text: str, path: str, locale: Locale) -> list[Passage]:
    """What a file in Markdown says, in the language that it is written in except where it tells another."""
    front = _FRONT_MATTER.match(text)
    body = _NO_WORDS.sub(lambda m: _blank(m[0]), text[front.end() :] if front else text)
    lines = front[1].split("\n") if front else []
    found = [
        Passage(Where(path, number), locale, ((locale, said.strip().strip("\"'")),))
        for number, line in enumerate(lines, 2)
        for name, _, said in [line.partition(":")]
        if name in _SHOWN_IN_FRONT
    ]
    first = text[: front.end()].count("\n") + 1 if front else 1
    languages = _languages(body, locale)
    for number, (line, own) in enumerate(zip(body.split("\n"), languages, strict=True), first):
        for cell in _cells(line):
            runs = tuple(_runs(cell, own))
            if any(text.strip() for _, text in runs):
                found.append(Passage(Where(path, number), own, runs))
    return found


def _blank(text: str) -> str:
    """Only the line ends of a text; a space where it has none."""
    return "\n" * text.count("\n") or " "


def _languages(body: str, locale: Locale) -> list[Locale]:
    """The language of each line."""
    found = [locale] * (body.count("\n") + 1)
    for block in _BLOCK.finditer(body):
        begin, end = (body.count("\n", 0, at) for at in block.span())
        found[begin : end + 1] = [_locale(block[1])] * (end + 1 - begin)
    return found


def _cells(line: str) -> list[str]:
    """The cells of a row of a table; any other line whole, without the sign that makes it a heading or an item."""
    if _RULE.match(line):
        return []
    return line.strip().strip("|").split("|") if line.lstrip().startswith("|") else [_BEFORE.sub("", line)]


def _runs(text: str, locale: Locale) -> Iterator[Run]:
    text = _ADDRESS.sub(" ", _LINK.sub(lambda m: m["text"], text))
    at = 0
    for other in _INLINE.finditer(text):
        yield locale, _bare(text[at : other.start()])
        yield _locale(other["lang"]), _bare(other["text"])
        at = other.end()
    yield locale, _bare(text[at:])


def _bare(text: str) -> str:
    return html.unescape(_MARKS.sub("", _TAG.sub("", text)))


def _locale(name: str) -> Locale:
    return "en" if name == "en" else "da"
