"""Style sheets, scripts and pictures as they are served: lean, and under names with a hash of what is in them.

A file whose name changes with its content may be kept by browsers for ever.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

FOLDER = "overrides/assets"  # from the project's root; served as assets/
CODE = (".css", ".js")

# Scripts that are served as one, in the order in which they run: one request, and they compress better together.
JOINED: dict[str, tuple[str, ...]] = {
    "assets/page.js": ("assets/site.js", "assets/search.js"),
    "assets/dialogue.js": tuple(
        f"assets/dialogue/{name}.js"
        for name in (
            "dom", "content", "form", "dialogue", "shelf", "link", "spread", "picture", "markdown", "table", "calendar",
            "frame", "choose", "place", "talk", "act", "take", "start",
        )
    ),
}  # fmt: skip
PARTS = frozenset(part for parts in JOINED.values() for part in parts)

# What the theme would add to every site, and no page of ours asks for.
OF_THE_THEME = ("assets/images/favicon.png", "assets/javascripts/", "assets/stylesheets/")


def is_left_out(path: str) -> bool:
    """Whether a file, by its path from the site's root, is a part of another one, or the theme's and unused."""
    return path in PARTS or path.startswith(OF_THE_THEME)


@dataclass(frozen=True)
class Assets:
    """Every asset's name by its plain one, both from the site's root: assets/look.css → assets/look.3f2a9c1b.css."""

    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, plain: str) -> str:
        """The name with its hash; the same name for what is no asset."""
        return self.names.get(plain, plain)


NO_ASSETS = Assets()  # every name as it is


def hashed(plain: str, content: bytes) -> str:
    """A name with the first eight digits of the content's SHA-256 before its ending."""
    path = PurePosixPath(plain)
    return str(path.with_name(f"{path.stem}.{hashlib.sha256(content).hexdigest()[:8]}{path.suffix}"))


def assets_of(root: Path, made: Mapping[str, str | bytes]) -> Assets:
    """The names of what the build makes (content by plain name) and of the pictures in overrides/assets/."""
    found = {name: content.encode() if isinstance(content, str) else content for name, content in made.items()}
    found |= {_name(file, root): file.read_bytes() for file in _files(root) if file.suffix not in CODE}
    return Assets({plain: hashed(plain, content) for plain, content in found.items()})


def served(root: Path) -> dict[str, str | bytes]:
    """The style sheets and scripts by their plain names: some joined, ours lean; none in a project without them."""
    found = {_name(file, root): _content(file, root) for file in _files(root) if file.suffix in CODE}
    alone: dict[str, str | bytes] = {name: content for name, content in found.items() if name not in PARTS}
    return alone | {name: "".join(found[one] for one in parts) for name, parts in JOINED.items() if parts[0] in found}


_COMMENTS = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)  # with lines of their own
_REMARKS = re.compile(r"[ \t]+/\*[^*\n\"'`]*\*/[ \t]*$", re.MULTILINE)  # at the end of a line; no quote: in no text
_SPACE = re.compile(r"^\s+", re.MULTILINE)


def lean(code: str) -> str:
    """A style sheet or script without indentation, blank lines, and comments that stand alone or end a line.

    It holds for all code in which no text runs over several lines. Of the minifiers that we looked at, some have no
    wheels for every system that we support, and one took "use strict" out of scripts.
    """
    return _SPACE.sub("", _REMARKS.sub("", _COMMENTS.sub("", code)))


def _content(file: Path, root: Path) -> str:
    """What is served of a file: what others wrote stays whole, with what it says of its licence."""
    code = file.read_text(encoding="utf-8")
    return code if "/vendor/" in _name(file, root) else lean(code)


def _name(file: Path, root: Path) -> str:
    return f"assets/{file.relative_to(root / FOLDER).as_posix()}"


def _files(root: Path) -> Iterable[Path]:
    return (path for path in sorted((root / FOLDER).rglob("*")) if path.is_file() and path.suffix != ".txt")
