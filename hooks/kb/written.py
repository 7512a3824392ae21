"""The pages written by hand in docs/: x.md in Danish, x.en.md in English, with front matter for title and address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from kb.problems import Locale
from kb.values import Text

_NEEDED = ("title", "description", "address")


@dataclass(frozen=True)
class WrittenPage:
    """A page by hand. `source` is the Danish file's path in docs/; `address` has no slash in front or behind."""

    key: str
    source: str
    title: Text
    description: Text
    address: dict[Locale, str]
    parent: str


def written_pages(docs: Path) -> list[WrittenPage]:
    """Every pair x.md and x.en.md under docs/, sorted. Raises ValueError naming the file where a part is missing."""
    found = []
    for danish in sorted(docs.rglob("*.md")):
        if danish.name.endswith(".en.md"):
            continue
        english = danish.with_name(danish.name.removesuffix(".md") + ".en.md")
        if not english.is_file():
            raise ValueError(f"{danish}: the English page {english.name} is missing / den engelske side mangler")
        da, en = _front_matter(danish), _front_matter(english)
        source = danish.relative_to(docs).as_posix()
        found.append(
            WrittenPage(
                key="written-" + source.removesuffix(".md").replace("/", "-"),
                source=source,
                title=Text(da=da["title"], en=en["title"]),
                description=Text(da=da["description"], en=en["description"]),
                address={"da": da["address"].strip("/"), "en": en["address"].strip("/")},
                parent=da.get("parent", ""),
            )
        )
    return found


def _front_matter(file: Path) -> dict[str, str]:
    text = file.read_text(encoding="utf-8-sig")
    _, fence, rest = text.partition("---\n")
    head, end, _ = rest.partition("\n---\n")
    found = yaml.safe_load(head) if fence and end and text.startswith("---\n") else None
    values = {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}
    missing = [name for name in _NEEDED if not values.get(name)]
    if missing:
        raise ValueError(f"{file}:1: the front matter lacks {', '.join(missing)} / mangler i toppen af filen")
    return values
