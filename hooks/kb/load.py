"""YAML files → plain data in which every value knows its file and line.

Only plain YAML is read: no anchors or aliases (they can explode), no tags, no Python objects. Whatever can't be
read becomes a problem with its line; nothing here raises for what an editor can write.
"""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import yaml

from kb.aside import aside
from kb.problems import Problem, Where, problem

LARGEST_FILE = 20_000_000  # bytes; the longest real file has about 50,000, that of a base 100 times as large 6 million
MOST_KEPT = 5000  # files as they were read; a base 100 times as large as the real one has 1,700
LARGE = 1_000_000  # bytes of all files together; the real base has less
DEEPEST = 20  # levels of nesting; real files have at most 7

Path_ = tuple[str | int, ...]

# Line ends to YAML but not to an editor, whose line numbers we tell; half characters, which no file can hold.
_OTHER_LINE_ENDS = re.compile(r"[\x85\u2028\u2029]")
_HALF_CHARACTERS = re.compile(r"[\ud800-\udfff]")
# Numbers that PyYAML trips over when they are too large.
_TOO_LARGE = re.compile(r"\\U(?!000|0010)|^%YAML", re.MULTILINE)
_YAML = "tag:yaml.org,2002:"
_RESOLVER: Any = yaml.resolver.Resolver()
_PLAIN_TAGS = {"str", "null", "bool", "int", "float", "timestamp", "value", "merge", "seq", "map"}
# What PyYAML says → a word of kb.messages, the first that fits.
_SAYS = (
    ("mapping values are not allowed", "@odd-colon"),
    ("could not find expected ':'", "@no-colon"),
    ("expected <block end>", "@odd-indent"),
    ("end of stream", "@not-closed"),
    ("expected ',' or", "@not-closed"),
    ("another document", "@two-documents"),
)


@dataclass
class Document:
    """One YAML file: its path as it is told, its plain value, and the line of each value in it.

    `role` is the path that says what it is, whatever its folder is called: local/examples.yml.
    """

    path: str
    value: Any
    lines: dict[Path_, int] = field(default_factory=dict)
    role: str = ""

    def __post_init__(self) -> None:
        self.role = self.role or self.path

    @property
    def is_own(self) -> bool:
        """Whether it is of the host's own additions."""
        return self.role.startswith("local/")

    def where(self, *place: str | int) -> Where:
        """The line of a value, or of the nearest thing around it that has one."""
        for end in range(len(place), -1, -1):
            if place[:end] in self.lines:
                return Where(self.path, self.lines[place[:end]])
        return Where(self.path, 1)


class _Refused(Exception):
    """A node that we do not read; carries the problem."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.rule)
        self.problem = found


def read_folder(root: Path, folder: str = "data", role: str = "data") -> tuple[list[Document], list[Problem]]:
    """Every YAML file under root/folder, sorted by path, and the problems of those that can't be read.

    `role` is what the folder is, data or local, whatever it is called.
    """
    top = root / folder
    if not top.is_dir():
        return [], [problem(Where(folder, 1), "no-data", found=folder)]
    files = sorted(p for p in top.rglob("*") if p.suffix in {".yml", ".yaml"} and p.is_file())
    inside = [file.relative_to(top).as_posix() for file in files]
    documents, problems = [], []
    for path, (document, found) in zip(inside, _read_all(files, [f"{folder}/{path}" for path in inside]), strict=True):
        problems += found
        if document is not None:
            documents.append(replace(document, role=f"{role}/{path}"))
    return documents, problems


def _read_all(files: list[Path], shown: list[str]) -> list[tuple[Document | None, list[Problem]]]:
    """Files as read_file reads them, every other one aside where they are so large that it saves time."""
    read = partial(map, read_file)
    if sum(file.stat().st_size for file in files) < LARGE:
        return list(read(files, shown))
    others = aside(lambda: list(read(files[1::2], shown[1::2])))
    found: list[Any] = [None] * len(files)
    found[::2] = read(files[::2], shown[::2])
    found[1::2] = others()
    return found


def read_file(file: Path, shown: str) -> tuple[Document | None, list[Problem]]:
    """One file as a Document; None when nothing of it can be used. `shown` is its path in messages."""
    document, problems = _read_bytes(file.read_bytes(), shown)
    return document, list(problems)


@lru_cache(maxsize=MOST_KEPT)
def _read_bytes(raw: bytes, shown: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """A file's content as a Document, kept: a preview reads every file anew for each change in one of them."""
    if len(raw) > LARGEST_FILE:
        return None, (problem(Where(shown, 1), "too-large", found=len(raw), expected=LARGEST_FILE),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, (problem(Where(shown, line), "encoding", found=f"0x{raw[error.start]:02X}"),)
    document, problems = read_text(text, shown)
    return document, tuple(problems)


def read_text(text: str, shown: str) -> tuple[Document | None, list[Problem]]:
    """YAML text as a Document, see read_file."""
    if odd := _OTHER_LINE_ENDS.search(text):
        return None, [_sign(text, odd.start(), ord(odd[0]), shown)]
    # libyaml is ten times as fast. It takes tabs where YAML forbids them, which others then trip over.
    if yaml.__with_libyaml__ and "\t" not in text:
        try:
            return _document(yaml.CSafeLoader(text), shown)
        except (_Refused, yaml.YAMLError, ValueError, OverflowError):
            pass  # told in the words of the parser below
    try:
        return _document(yaml.SafeLoader(text), shown)
    except _Refused as refused:
        return None, [refused.problem]
    except yaml.MarkedYAMLError as error:
        return None, [_parse_problem(error, text, shown)]
    except yaml.reader.ReaderError as error:
        return None, [_sign(text, error.position, error.character, shown)]
    except (ValueError, OverflowError):
        at = _TOO_LARGE.search(text)
        line = text.count("\n", 0, at.start()) + 1 if at else 1
        return None, [problem(Where(shown, line), "yaml", reason="@odd-sign")]


def _document(parser: Any, shown: str) -> tuple[Document | None, list[Problem]]:
    reader = _Reader(parser, shown)
    is_empty, value = reader.whole()
    if is_empty:
        return None, [problem(Where(shown, 1), "empty-file")]
    return Document(shown, value, reader.lines), reader.problems


def ids_in_text(text: str) -> Iterator[str]:
    """The ids that a file which can't be parsed seems to hold, so that references to them raise no further faults."""
    for match in re.finditer(r"(?:^|[{\s-])id:\s*[\"']?([a-z0-9-]+)", text, re.MULTILINE):
        yield match[1]


def _sign(text: str, position: int, code: int, shown: str) -> Problem:
    line = text.count("\n", 0, position) + 1
    return problem(Where(shown, line), "control-character", found=f"U+{code:04X}")


def _parse_problem(error: yaml.MarkedYAMLError, text: str, shown: str) -> Problem:
    says = str(error.problem or error.context)
    reason = next((word for sign, word in _SAYS if sign in says), "@odd-sign")
    # What is never closed is found at the end of the file; the editor looks for where it was opened.
    marks = (
        (error.context_mark, error.problem_mark)
        if "end of stream" in says
        else (error.problem_mark, error.context_mark)
    )
    line = next((mark.line + 1 for mark in marks if mark), 1)
    lines = text.split("\n")
    if line <= len(lines) and re.match(r" *\t", lines[line - 1]):
        return problem(Where(shown, line), "tab")
    return problem(Where(shown, line), "yaml", reason=reason)


class _Reader:
    """Turns what a parser finds into plain values, noting lines and problems on the way.

    Stops at anchors, aliases, half characters and nesting that is too deep, before anything is built of them.
    """

    def __init__(self, parser: Any, shown: str) -> None:
        self.next = parser.get_event
        self.shown = shown
        self.lines: dict[Path_, int] = {}
        self.problems: list[Problem] = []
        self.depth = 0

    def whole(self) -> tuple[bool, Any]:
        """Whether the file holds nothing, and the value of the one document in it."""
        self.next()  # the stream begins
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            return True, None
        first = self.next()
        value = self._value(first, ())
        self.next()  # the document ends
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            says = "expected a single document", "but found another document"
            raise yaml.composer.ComposerError(says[0], first.start_mark, says[1], event.start_mark)
        return isinstance(first, yaml.ScalarEvent) and not first.value, value

    def _value(self, event: Any, place: Path_) -> Any:
        line = self.lines[place] = event.start_mark.line + 1
        self._look_at(event, line)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line)
        if event.tag not in (None, "!"):
            self._check_tag(event.tag, line)
        self.depth += 1
        value = self._mapping(place) if isinstance(event, yaml.MappingStartEvent) else self._sequence(place)
        self.depth -= 1
        return value

    def _sequence(self, place: Path_) -> list[Any]:
        value: list[Any] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            value.append(self._value(event, (*place, len(value))))
        return value

    def _mapping(self, place: Path_) -> dict[str, Any]:
        value: dict[str, Any] = {}
        first: dict[str, int] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            key = self._key(event, line)
            if key in first:
                self.problems.append(problem(Where(self.shown, line), "duplicate-key", found=key, first=first[key]))
                self._passed_over(self.next())
                continue
            first[key] = line
            value[key] = self._value(self.next(), (*place, key))
            # A block value begins on the line below its key; the key's line is what an editor looks for.
            self.lines[(*place, key)] = line
        return value

    def _key(self, event: Any, line: int) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self._look_at(event, line)
            return sys.intern(event.value)  # the same few hundred keys stand in all files
        self._passed_over(event)
        return "?"

    def _passed_over(self, event: Any) -> None:
        """Reads a value that is not used, of which no fault is told but those that stop us."""
        aside = _Reader.__new__(_Reader)
        aside.next, aside.shown, aside.lines, aside.problems, aside.depth = self.next, self.shown, {}, [], self.depth
        aside._value(event, ())

    def _look_at(self, event: Any, line: int) -> None:
        if anchor := event.anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise _Refused(problem(Where(self.shown, line), "alias", found=sign + anchor))
        if isinstance(event, yaml.ScalarEvent):
            if half := _HALF_CHARACTERS.search(event.value):
                raise _Refused(problem(Where(self.shown, line), "control-character", found=f"U+{ord(half[0]):04X}"))
        elif self.depth == DEEPEST:
            raise _Refused(problem(Where(self.shown, line), "too-deep", expected=DEEPEST))

    def _check_tag(self, tag: str, line: int) -> None:
        if tag.removeprefix(_YAML) not in _PLAIN_TAGS:
            self.problems.append(problem(Where(self.shown, line), "tag", found=tag.replace(_YAML, "!!")))

    def _scalar(self, event: Any, line: int) -> Any:
        tag = event.tag
        if tag is None or tag == "!":
            if not event.implicit[0]:
                return event.value
            tag = _RESOLVER.resolve(yaml.ScalarNode, event.value, event.implicit)
        self._check_tag(tag, line)
        kind = tag.removeprefix(_YAML)
        text = str(event.value)
        try:
            if kind == "null":
                return None
            if kind == "bool":
                return text.lower() in {"yes", "true", "on"}
            if kind == "int":
                return int(text)
            if kind == "float":
                return float(text)
            if kind == "timestamp":
                return datetime.date.fromisoformat(text)
        except ValueError:
            return text
        return text
