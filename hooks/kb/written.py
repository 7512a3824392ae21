"""The pages written by hand in docs/: x.md in Danish, x.en.md in English, with front matter for title and address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from kb.problems import LOCALES, Locale, Problem, Where, problem
from kb.values import Known, Text

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

    def file(self, locale: Locale) -> str:
        """The page's file from the project's root."""
        return "docs/" + (self.source if locale == "da" else self.source.removesuffix(".md") + ".en.md")


def written_pages(docs: Path, languages: tuple[Locale, ...] = LOCALES) -> tuple[list[WrittenPage], list[Problem]]:
    """Every pair x.md and x.en.md under docs/, sorted, and what is wrong with those that can't be used.

    Without English among the languages x.md stands alone.
    """
    found, problems = [], []
    for danish in sorted(docs.rglob("*.md")):
        if danish.name.endswith(".en.md"):
            continue
        files: dict[Locale, Path] = {"da": danish, "en": danish.with_name(danish.name.removesuffix(".md") + ".en.md")}
        source = danish.relative_to(docs).as_posix()
        values = {locale: _front_matter(files[locale]) for locale in languages}
        missing = [
            problem(_top(docs, files[locale]), "written-page", found=", ".join(lacking))
            for locale in languages
            if (lacking := [name for name in _NEEDED if not values[locale].get(name)])
        ]
        problems += missing
        if missing:
            continue
        found.append(
            WrittenPage(
                key="written-" + source.removesuffix(".md").replace("/", "-"),
                source=source,
                title=_text(values, "title"),
                description=_text(values, "description"),
                address={locale: values[locale]["address"].strip("/") for locale in languages},
                parent=values["da"].get("parent", ""),
            )
        )
    return found, problems


def _top(docs: Path, file: Path) -> Where:
    return Where(f"docs/{file.relative_to(docs).as_posix()}", 1)


def _text(values: dict[Locale, dict[str, str]], name: str) -> Text:
    texts = {locale: found[name] for locale, found in values.items()}
    return Text.model_validate(texts, context=Known(require_english="en" in values))


def _front_matter(file: Path) -> dict[str, str]:
    """The values between the first two lines of dashes; empty where there are none."""
    text = file.read_text(encoding="utf-8-sig", errors="replace") if file.is_file() else ""
    head, end, _ = text.removeprefix("---\n").partition("\n---\n")
    try:
        found = yaml.safe_load(head) if end and text.startswith("---\n") else None
    except yaml.YAMLError:
        found = None
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}
