"""The names under which style sheets, scripts and pictures are served: with a hash of what is in them.

A file whose name changes with its content may be kept by browsers for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

FOLDER = "overrides/assets"  # from the project's root; served as assets/

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
    """Whether a file is not served by itself: a part of another one, or unused and the theme's. From the site's root."""
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
    """The names of the files in overrides/assets/ and of those that the build makes (content by plain name)."""
    found = {name: content.encode() if isinstance(content, str) else content for name, content in made.items()}
    for file in _files(root / FOLDER):
        name = f"assets/{file.relative_to(root / FOLDER).as_posix()}"
        if name not in PARTS:
            found[name] = file.read_bytes()
    return Assets({plain: hashed(plain, content) for plain, content in found.items()})


def joined(root: Path) -> dict[str, str | bytes]:
    """The scripts that are served as one, by their plain names; none in a project without them."""
    folder = (root / FOLDER).parent
    return {
        name: "".join((folder / part).read_text(encoding="utf-8") for part in parts)
        for name, parts in JOINED.items()
        if (folder / parts[0]).is_file()
    }


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".txt")
