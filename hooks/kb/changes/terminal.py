"""`kb diff` and `kb release`: what differs between two editions in plain words, and a release's file written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kb.build import present_kb_json
from kb.changes.difference import Difference, compare
from kb.changes.edition import FOLDER, Edition, Unreadable, edition_of, read_edition
from kb.changes.news import by_kind
from kb.markdown import cell
from kb.messages import LABELS
from kb.problems import LOCALES, Locale, Problem, Where, near, problem

_PARTS = {
    "da": {"kind": "slags", "title": "titel", "text": "tekst", "url": "adresse", "source": "kilde"},
    "en": {"kind": "kind", "title": "title", "text": "text", "url": "address", "source": "source"},
}


def difference(root: Path, old: str, new: str | None) -> Difference:
    """From one edition to another, each a file or the version of a release; without `new`, to the data as it stands.

    Raises Unreadable for what is no edition, and Faulty when the data can't be used.
    """
    return compare(_edition(root, old), _edition(root, new) if new else edition_of(present(root), "kb.json"))


def told(difference: Difference, locale: Locale) -> Iterator[str]:
    """A line an entry, under its kind."""
    label = LABELS[locale]
    yield f"{difference.since} → {difference.version}"
    if difference.is_empty:
        yield label["same"]
    for name, changes in difference.groups():
        yield f"\n{label[name]} ({len(changes)})"
        for kind, some in by_kind(changes):
            for one in some:
                url = one.entry["url"]
                parts = ", ".join(_PARTS[locale][part] for part in one.parts)
                title = one.entry["title"].get(locale) or one.entry["title"].get("da", "")
                where = url.get(locale) or url.get("da", "")
                yield f"  {kind:<12} {one.entry['id']:<20} {title}  {where}" + (f"  ({parts})" if parts else "")


def as_markdown(difference: Difference) -> Iterator[str]:
    """The changed entries for a pull request, a line each."""
    yield f"### Indhold / content: {difference.since} → {difference.version}"
    if difference.is_empty:
        yield "\n" + " ".join(LABELS[locale]["same"] for locale in LOCALES)
    for name, changes in difference.groups():
        yield f"\n**{LABELS['da'][name]} / {LABELS['en'][name]} ({len(changes)})**\n"
        for _, some in by_kind(changes):
            for one in some:
                parts = ", ".join(_PARTS["da"][part] for part in one.parts)
                yield f"- `{one.entry['id']}` {cell(one.entry['title'].get('da', ''))}" + (
                    f" ({parts})" if parts else ""
                )


class Faulty(Exception):
    """Data with faults; carries them."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(f"{len(problems)} faults")


def present(root: Path) -> str:
    """The kb.json of the data as it stands. Raises Faulty."""
    text, problems = present_kb_json(root)
    if problems:
        raise Faulty(problems)
    return text


def release(root: Path) -> tuple[Path, bool]:
    """Writes releases/<version>.json and tells whether it could: a release that differs is never written over."""
    text = present(root)
    file = root / FOLDER / f"{json.loads(text)['version']}.json"
    if file.exists() and file.read_text(encoding="utf-8") != text:
        return file, False
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file, True


def _edition(root: Path, named: str) -> Edition:
    file = Path(named)
    if not file.is_file() and (root / FOLDER / f"{named}.json").is_file():
        file = root / FOLDER / f"{named}.json"
    if not file.is_file():
        known = ", ".join(sorted(path.stem for path in (root / FOLDER).glob("*.json")))
        raise Unreadable(problem(Where(named, 1), "no-release", found=named, suggestion=near(named, known.split(", "))))
    return read_edition(file)
