"""Rules for files, ids, numbers, slugs and references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.walking import is_nested, references_in
from kb.data import Data
from kb.layout import FILES, LOCAL, NESTED, file_kind, id_pattern, list_in
from kb.pages import BALANCES, CASES
from kb.problems import Problem, Where, problem


def files_have_a_kind(data: Data) -> Iterator[Problem]:
    """Every YAML file is of a known kind, and those that must be there are."""
    for document in data.documents:
        if file_kind(document.role) is None:
            folder = document.role.partition("/")[0] + "/"
            shown = ", ".join(kind.shown for kind in FILES if kind.shown.startswith(folder))
            yield problem(Where(document.path, 1), "unknown-file", expected=shown)
    there = {document.path for document in data.documents} | {p.where.path for p in data.problems}
    for kind in FILES:
        if kind.required and kind.shown not in there and data.documents:
            yield problem(Where(kind.shown, 1), "missing-file", found=kind.shown)


def ids_are_unique(data: Data) -> Iterator[Problem]:
    """No id stands twice."""
    first: dict[str, Where] = {}
    for item in data.items:
        if item.id in first:
            at = first[item.id]
            yield problem(item.where("id"), "duplicate-id", item.id, found=item.id, first=f"{at.path}:{at.line}")
        elif item.id:
            first[item.id] = item.where("id")


def meetings_stand_once(data: Data) -> Iterator[Problem]:
    """No meeting of the dialogue tool has the id of another."""
    for document in data.documents:
        if document.role != "data/dialogue.yml" or not isinstance(document.value, list):
            continue
        first: dict[str, Where] = {}
        for i, meeting in enumerate(document.value):
            found = meeting.get("id") if isinstance(meeting, dict) else None
            if isinstance(found, str):
                where = document.where(i, "id")
                if found in first:
                    yield problem(where, "meeting-twice", found=found, first=first[found].line)
                first.setdefault(found, where)


def ids_fit_their_file(data: Data) -> Iterator[Problem]:
    """An id has the form of its kind and, where the file's name says which, that very id."""
    for item in data.items:
        if not item.id or is_nested(item):
            continue
        pattern = id_pattern(item.file, item.document.role)
        if not re.fullmatch(pattern, item.id):
            rule = "id-form" if item.file.many else "id-file"
            yield problem(item.where("id"), rule, item.id, found=item.id, expected=_readable(pattern))


def nested_ids_run_on(data: Data) -> Iterator[Problem]:
    """Findings, questions, actions and examples are numbered from 1 without gaps, in order."""
    for item in data.items:
        for name, (_, sign) in NESTED.get(item.kind, {}).items():
            stem = "guide" if item.kind == "guide" else id_pattern(item.file, item.document.role)
            for i, entry in enumerate(list_in(item, name)):
                expected = f"{stem}{sign}{i + 1}"
                found = entry.get("id") if isinstance(entry, dict) else None
                if isinstance(found, str) and found != expected:
                    yield problem(item.where(name, i, "id"), "series-order", found, found=found, next=expected)
                    break


def listed_ids_run_on(data: Data) -> Iterator[Problem]:
    """Voices and the parts of the booklet are numbered from 1 without gaps, each letter on its own."""
    count: dict[str, int] = {}
    for item in data.items:
        match = re.fullmatch(r"(voice-|guide-(?:d|w|as|ao|c))([0-9]{1,4})", item.id)
        if match and not is_nested(item):
            expected = f"{match[1]}{count.get(match[1], 0) + 1}"
            if item.id != expected:
                yield problem(item.where("id"), "series-order", item.id, found=item.id, next=expected)
            count[match[1]] = int(match[2])


def numbers_fit(data: Data) -> Iterator[Problem]:
    """A theme's and a balance's number is that of its file, and lies within its series."""
    sizes = {item.id: len(list_in(item, "titles")) for item in data.of("series")}
    for item in data.of("theme", "balance"):
        number = item.value.get("number")
        in_file = re.match(r"\d+", item.document.path.rsplit("/", 1)[-1])
        if not isinstance(number, int) or in_file is None:
            continue
        if number != int(in_file[0]):
            yield problem(item.where("number"), "number-file", item.id, found=number, expected=int(in_file[0]))
        size = sizes.get(str(item.value.get("series")), 0)
        if size and number > size:
            yield problem(item.where("number"), "number-in-series", item.id, found=number, expected=size)


def theme_stands_in_its_series(data: Data) -> Iterator[Problem]:
    """The series a theme names is the folder it stands in."""
    for item in data.of("theme"):
        series = item.value.get("series")
        folder = LOCAL if item.document.is_own else item.document.role.split("/")[2]
        if isinstance(series, str) and series != folder:
            yield problem(item.where("series"), "id-file", item.id, found=series, expected=folder)


def slugs_are_unique(data: Data) -> Iterator[Problem]:
    """No two entries of one folder of addresses share a slug in a language."""
    first: dict[tuple[str, str, str], Where] = {}
    for item in data.items:
        slug = item.value.get("slug")
        for locale in data.languages if slug else ():
            one = slug.get(locale) or slug.get("da") if isinstance(slug, dict) else slug
            if not isinstance(one, str):
                continue
            group = f"{item.kind}/{item.value.get('series', '')}"
            group = "guide/" if item.kind in {"guide", "page"} else group
            if item.kind == "page" and one in {BALANCES["da"], BALANCES["en"], CASES}:
                yield problem(item.where("slug", locale), "duplicate-slug", item.id, found=one, first="pages.py")
            where = item.where("slug", locale) if isinstance(slug, dict) else item.where("slug")
            if (group, locale, one) in first:
                at = first[(group, locale, one)]
                yield problem(where, "duplicate-slug", item.id, found=one, first=f"{at.path}:{at.line}")
            first.setdefault((group, locale, one), where)


def siblings_are_mutual(data: Data) -> Iterator[Problem]:
    """A sibling is a theme of the other series that names this one back."""
    themes = {item.id: item for item in data.of("theme")}
    for item in themes.values():
        sibling = item.value.get("sibling")
        other = themes.get(data.present(sibling)) if isinstance(sibling, str) else None
        if other is None:
            continue
        is_mutual = data.present(str(other.value.get("sibling"))) == item.id
        if not is_mutual or other.value.get("series") == item.value.get("series"):
            yield problem(item.where("sibling"), "sibling", item.id, found=sibling)


def nothing_refers_to_itself(data: Data) -> Iterator[Problem]:
    """No entry names itself under see, related or also_in."""
    for item in data.items:
        for key, target, place in references_in(data, item):
            if target == item.id:
                yield problem(item.where(*place), "self-reference", item.id, key=key)


def _readable(pattern: str) -> str:
    return pattern.replace(r"[a-z0-9-]+", "…").replace(r"(?:d|w|as|ao|c)", "d|w|as|ao|c").replace(r"\d+", "1")
