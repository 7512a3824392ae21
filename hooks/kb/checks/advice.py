"""Rules that warn and stop no build; withdrawn entries that are still needed apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb import model, prose
from kb.checks.walking import in_one_line, is_nested, references_in, texts_in
from kb.data import Data
from kb.layout import NESTED, list_in
from kb.load import Document, Path_
from kb.problems import Problem, problem

LONGEST_TITLE = 60  # texts.md: plain language
LONGEST_SUMMARY = 45  # words; look.md: what can be read in 20 seconds
DESCRIPTION = range(120, 156)  # characters; what search engines show


def organisations_are_told_about(data: Data) -> Iterator[Problem]:
    """Warns of an organisation with neither example nor case."""
    told = {data.present(str(item.value.get("organisation"))) for item in data.of("example", "case")}
    for item in data.of("organisation") if data.is_whole else ():
        if item.id not in told:
            yield problem(item.where(), "lonely-organisation", item.id, "warning")


def references_are_used(data: Data) -> Iterator[Problem]:
    """Warns of a reference that nobody uses."""
    used = {target for item in data.items for _, target, _ in references_in(data, item)}
    for item in data.of("reference") if data.is_whole else ():
        if item.id not in used:
            yield problem(item.where(), "unused-reference", item.id, "warning")


def texts_are_translated(data: Data) -> Iterator[Problem]:
    """Warns where Danish and English are the same though the text is more than a name or a word or two."""
    if "en" not in data.languages:
        return
    for item in data.items:
        if not is_nested(item):
            yield from _untranslated(item.document, item.id, item.value, item.place)
    for document in data.documents:
        if document.path in {"data/interface.yml", "data/site.yml"}:
            yield from _untranslated(document, "", document.value, ())


def titles_are_short(data: Data) -> Iterator[Problem]:
    """Warns of titles over 60 characters."""
    for item in data.items:
        title = item.value.get("title")
        for locale in data.languages:
            text = title.get(locale) if isinstance(title, dict) else None
            if isinstance(text, str) and len(in_one_line(text)) > LONGEST_TITLE and item.kind != "series":
                facts: dict[str, object] = {"found": len(in_one_line(text)), "expected": LONGEST_TITLE}
                yield problem(item.where("title", locale), "long-title", item.id, "warning", **facts)


def descriptions_fit(data: Data) -> Iterator[Problem]:
    """Warns of descriptions that search engines would cut or find thin."""
    shown = f"{DESCRIPTION.start} @to {DESCRIPTION.stop - 1} @characters"
    for item in data.items:
        text = item.value.get("description")
        for locale in data.languages:
            one = text.get(locale) if isinstance(text, dict) else None
            if isinstance(one, str) and len(in_one_line(one)) not in DESCRIPTION:
                facts: dict[str, object] = {"found": len(in_one_line(one)), "key": locale, "expected": shown}
                yield problem(item.where("description", locale), "description-length", item.id, "warning", **facts)


def summaries_are_short(data: Data) -> Iterator[Problem]:
    """Warns of a summary that takes more than 20 seconds."""
    for item in data.items:
        for locale in data.languages:
            words = sum(len(str(s.get(locale, "")).split()) for s in list_in(item, "summary") if isinstance(s, dict))
            if words > LONGEST_SUMMARY:
                facts: dict[str, object] = {"found": words, "key": locale, "expected": LONGEST_SUMMARY}
                yield problem(item.where("summary"), "long-summary", item.id, "warning", **facts)


def nothing_refers_to_what_is_withdrawn(data: Data) -> Iterator[Problem]:
    """Warns of a reference to an entry that is off the site, and is left out there.

    A link in a text, the case on the front page and the booklet can't be left out: they are faults.
    """
    if not (gone := _off_the_site(data)):
        return
    for item in data.items:
        if item.id in gone:
            if item.file.model is model.Guide and not is_nested(item):
                yield problem(item.where("withdrawn"), "withdrawn-reference", item.id, key="site", found=item.id)
            continue
        for key, target, place in references_in(data, item):
            if target in gone:
                facts = {"key": key, "found": target}
                yield problem(item.where(*place), "withdrawn-reference", item.id, "warning", **facts)
        for place, text in texts_in(item.value):
            if place[0] in NESTED.get(item.kind, {}):
                continue
            for target in gone.intersection(map(data.present, prose.ids_linked_in(text))):
                key = ".".join(str(step) for step in place if isinstance(step, str))
                yield problem(item.where(*place), "withdrawn-reference", item.id, key=key, found=target)
    for document in data.documents:
        if document.path == "data/site.yml" and isinstance(document.value, dict):
            yield from _withdrawn_help(data, document, gone)
            target = data.present(str(document.value.get("front_case")))
            if target in gone:
                yield problem(document.where("front_case"), "withdrawn-reference", key="front_case", found=target)


def _withdrawn_help(data: Data, document: Document, gone: set[str]) -> Iterator[Problem]:
    found = document.value.get("help")
    for i, one in enumerate(found if isinstance(found, list) else []):
        themes = one.get("themes") if isinstance(one, dict) else None
        for j, target in enumerate(themes if isinstance(themes, list) else []):
            if isinstance(target, str) and data.present(target) in gone:
                where = document.where("help", i, "themes", j)
                yield problem(where, "withdrawn-reference", "", "warning", key="help.themes", found=target)


def _untranslated(document: Document, entry: str, value: Any, place: Path_) -> Iterator[Problem]:
    if isinstance(value, dict):
        entry = value["id"] if isinstance(value.get("id"), str) else entry
        danish, english = value.get("da"), value.get("en")
        if isinstance(danish, str) and danish == english and len(prose.plain(danish).split()) > 3:
            key = ".".join(str(step) for step in place if not isinstance(step, int))
            yield problem(document.where(*place), "untranslated", entry, "warning", key=key, found=danish)
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from _untranslated(document, entry, inner, (*place, step))


def _off_the_site(data: Data) -> set[str]:
    """Withdrawn entries, what stands inside them, and what can't be shown without them (as kb.links has it)."""
    hangs_on: dict[str, set[str]] = {}
    gone: set[str] = set()
    top = ""
    for item in data.items:
        top = top if is_nested(item) else item.id
        needed = (data.present(str(item.value.get(key))) for key in ("organisation", "about", "series"))
        hangs_on[item.id] = {top, *needed} - {item.id}
        if item.value.get("withdrawn"):
            gone.add(item.id)
    while more := {one for one, others in hangs_on.items() if one not in gone and others & gone}:
        gone |= more
    return gone
