"""A miniature knowledge base in a folder of its own, which a test may spoil and then ask what is told."""

from __future__ import annotations

import datetime
import shutil
from functools import cache
from pathlib import Path

import yaml

from kb.checks import check
from kb.data import Data, read
from kb.links import KnowledgeBase, link
from kb.problems import Locale, Problem
from kb.words import words_used

HERE = Path(__file__).parent
TODAY = datetime.date(2026, 1, 31)


class MiniBase:
    """The folder tests/unit/mini, copied; interface.yml is made from the words that the templates use."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(HERE / "mini" / "data", root / "data")
        self.write("data/interface.yml", _interface())

    @property
    def files(self) -> list[str]:
        """The path of each file, sorted."""
        found = (p.relative_to(self.root).as_posix() for p in (self.root / "data").rglob("*.yml"))
        return sorted(found)

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, content: str | bytes) -> MiniBase:
        """Puts a file in the place of what was there."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return self

    def replace(self, path: str, old: str, new: str) -> MiniBase:
        """Changes the one place in a file where a text stands."""
        text = self.text(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        return self.write(path, text.replace(old, new))

    def append(self, path: str, text: str) -> MiniBase:
        return self.write(path, self.text(path) + text)

    def remove(self, path: str) -> MiniBase:
        (self.root / path).unlink()
        return self

    def line_of(self, path: str, text: str) -> int:
        """The number of the one line in which a text stands."""
        found = [i for i, line in enumerate(self.text(path).splitlines(), 1) if text in line]
        assert len(found) == 1, f"{text!r} stands in the lines {found} of {path}"
        return found[0]

    def data(self) -> Data:
        return read(self.root, TODAY)

    def problems(self) -> list[Problem]:
        return check(self.data())

    def rules(self) -> list[str]:
        """The rules that are broken, in the order of the messages."""
        return [problem.rule for problem in self.problems()]

    def told(self, locale: Locale) -> list[str]:
        return [problem.tell(locale) for problem in self.problems()]

    def linked(self) -> KnowledgeBase:
        """The knowledge base; nothing may be wrong with the data."""
        assert [p.tell("en") for p in self.problems() if p.level == "fault"] == []
        return link(self.data())


@cache
def _interface() -> str:
    told = {word: {"da": f"{word} på dansk", "en": f"{word} in English"} for word in sorted(words_used())}
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=True)
