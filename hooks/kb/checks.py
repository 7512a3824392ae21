"""The rules across entries: one small function a rule, each yielding problems. `check` runs them all.

They work on entries as written, not on models, so that a fault in one place hides none in another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from kb import model, prose
from kb.data import Data
from kb.layout import FILES, NESTED, Item, file_kind, id_pattern
from kb.load import Document, Path_
from kb.model import Interface
from kb.pages import BALANCES, CASES
from kb.problems import Problem, Where, near, problem
from kb.words import words_used

Rule = Callable[[Data], Iterator[Problem]]

LONGEST_TITLE = 60  # texts.md: plain language
LONGEST_SUMMARY = 45  # words; look.md: what can be read in 20 seconds
DESCRIPTION = range(120, 156)  # characters; what search engines show


def check(data: Data) -> list[Problem]:
    """All problems of the data in one run, sorted by file and line, each once."""
    found = set(data.problems)
    for rule in RULES:
        found.update(rule(data))
    return sorted(found)


# -- Files and ids --------------------------------------------------------


def files_have_a_kind(data: Data) -> Iterator[Problem]:
    """Every YAML file is of a known kind, and those that must be there are."""
    shown = ", ".join(kind.shown for kind in FILES)
    for document in data.documents:
        if file_kind(document.path) is None:
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


def ids_fit_their_file(data: Data) -> Iterator[Problem]:
    """An id has the form of its kind and, where the file's name says which, that very id."""
    for item in data.items:
        if not item.id or _is_nested(item):
            continue
        pattern = id_pattern(item.file, item.document.path)
        if not re.fullmatch(pattern, item.id):
            rule = "id-form" if item.file.many else "id-file"
            yield problem(item.where("id"), rule, item.id, found=item.id, expected=_readable(pattern))


def nested_ids_run_on(data: Data) -> Iterator[Problem]:
    """Findings, questions, actions and examples are numbered from 1 without gaps, in order."""
    for item in data.items:
        for name, (_, sign) in NESTED.get(item.kind, {}).items():
            stem = "guide" if item.kind == "guide" else id_pattern(item.file, item.document.path)
            for i, entry in enumerate(_list(item, name)):
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
        if match and not _is_nested(item):
            expected = f"{match[1]}{count.get(match[1], 0) + 1}"
            if item.id != expected:
                yield problem(item.where("id"), "series-order", item.id, found=item.id, next=expected)
            count[match[1]] = int(match[2])


def numbers_fit(data: Data) -> Iterator[Problem]:
    """A theme's and a balance's number is that of its file, and lies within its series."""
    sizes = {item.id: len(_list(item, "titles")) for item in data.of("series")}
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
        folder = item.document.path.split("/")[2]
        if isinstance(series, str) and series != folder:
            yield problem(item.where("series"), "id-file", item.id, found=series, expected=folder)


def slugs_are_unique(data: Data) -> Iterator[Problem]:
    """No two entries of one folder of addresses share a slug in a language."""
    first: dict[tuple[str, str, str], Where] = {}
    for item in data.items:
        slug = item.value.get("slug")
        for locale in ("da", "en") if slug else ():
            one = slug.get(locale) if isinstance(slug, dict) else slug
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
        other = themes.get(sibling) if isinstance(sibling, str) else None
        if other is None:
            continue
        if other.value.get("sibling") != item.id or other.value.get("series") == item.value.get("series"):
            yield problem(item.where("sibling"), "sibling", item.id, found=sibling)


def nothing_refers_to_itself(data: Data) -> Iterator[Problem]:
    """No entry names itself under see, related or also_in."""
    for item in data.items:
        for key, target, place in references_in(item):
            if target == item.id:
                yield problem(item.where(*place), "self-reference", item.id, key=key)


# -- Texts ----------------------------------------------------------------


def figures_stand_in_the_text(data: Data) -> Iterator[Problem]:
    """A finding's figures are word for word in its text, in the same language."""
    for item in data.of("finding"):
        text = item.value.get("text")
        for i, figure in enumerate(_list(item, "figures")):
            for locale in ("da", "en"):
                one = figure.get(locale) if isinstance(figure, dict) else None
                whole = text.get(locale) if isinstance(text, dict) else None
                if isinstance(one, str) and isinstance(whole, str) and _line(one) not in _line(whole):
                    yield problem(item.where("figures", i, locale), "figure-not-in-text", item.id, found=one)


def counts_are_not_drawn(data: Data) -> Iterator[Problem]:
    """Bars show shares of a whole: a statistic with a count has none."""
    for item in data.of("statistic"):
        for i, value in enumerate(_list(item, "values")):
            if isinstance(value, dict) and "count" in value and item.value.get("chart") == "bars":
                yield problem(item.where("values", i, "count"), "chart", item.id)


def names_stand_with_people_alone(data: Data) -> Iterator[Problem]:
    """A case's people are named in `people` alone: one edit then removes a name."""
    for item in data.of("case"):
        names = [str(person.get("name") or "") for person in _list(item, "people") if isinstance(person, dict)]
        for place, text in _texts(item.value):
            if place[0] in {"people", "note"}:
                continue
            for name in names:
                # The surname alone is enough, in the genitive too.
                if name.strip() and re.search(rf"(?<!\w){re.escape(name.split()[-1])}s?(?!\w)", text):
                    yield problem(item.where(*place), "name-in-text", item.id, found=name)


def interface_has_every_word(data: Data) -> Iterator[Problem]:
    """Every word that a template uses stands in interface.yml."""
    words = _value_of(data, "data/interface.yml")
    if isinstance(words, dict):
        for word in sorted(words_used() - words.keys()):
            yield problem(Where("data/interface.yml", 1), "missing-word", found=word, suggestion=near(word, words))


# -- Warnings -------------------------------------------------------------


def organisations_are_told_about(data: Data) -> Iterator[Problem]:
    """Warns of an organisation with neither example nor case."""
    told = {str(item.value.get("organisation")) for item in data.of("example", "case")}
    for item in data.of("organisation") if data.is_whole else ():
        if item.id not in told:
            yield problem(item.where(), "lonely-organisation", item.id, "warning")


def references_are_used(data: Data) -> Iterator[Problem]:
    """Warns of a reference that nobody uses."""
    used = {target for item in data.items for _, target, _ in references_in(item)}
    for item in data.of("reference") if data.is_whole else ():
        if item.id not in used:
            yield problem(item.where(), "unused-reference", item.id, "warning")


def texts_are_translated(data: Data) -> Iterator[Problem]:
    """Warns where Danish and English are the same though the text is more than a name or a word or two."""
    for item in data.items:
        if not _is_nested(item):
            yield from _untranslated(item.document, item.id, item.value, item.place)
    for document in data.documents:
        if document.path in {"data/interface.yml", "data/site.yml"}:
            yield from _untranslated(document, "", document.value, ())


def titles_are_short(data: Data) -> Iterator[Problem]:
    """Warns of titles over 60 characters."""
    for item in data.items:
        title = item.value.get("title")
        for locale, text in title.items() if isinstance(title, dict) else ():
            if isinstance(text, str) and len(_line(text)) > LONGEST_TITLE and item.kind != "series":
                facts: dict[str, object] = {"found": len(_line(text)), "expected": LONGEST_TITLE}
                yield problem(item.where("title", locale), "long-title", item.id, "warning", **facts)


def descriptions_fit(data: Data) -> Iterator[Problem]:
    """Warns of descriptions that search engines would cut or find thin."""
    shown = f"{DESCRIPTION.start} @to {DESCRIPTION.stop - 1} @characters"
    for item in data.items:
        text = item.value.get("description")
        for locale, one in text.items() if isinstance(text, dict) else ():
            if isinstance(one, str) and len(_line(one)) not in DESCRIPTION:
                facts: dict[str, object] = {"found": len(_line(one)), "key": locale, "expected": shown}
                yield problem(item.where("description", locale), "description-length", item.id, "warning", **facts)


def summaries_are_short(data: Data) -> Iterator[Problem]:
    """Warns of a summary that takes more than 20 seconds."""
    for item in data.items:
        for locale in ("da", "en"):
            words = sum(len(str(s.get(locale, "")).split()) for s in _list(item, "summary") if isinstance(s, dict))
            if words > LONGEST_SUMMARY:
                facts: dict[str, object] = {"found": words, "key": locale, "expected": LONGEST_SUMMARY}
                yield problem(item.where("summary"), "long-summary", item.id, "warning", **facts)


def nothing_refers_to_what_is_withdrawn(data: Data) -> Iterator[Problem]:
    """Warns of a reference to an entry that is off the site, and is left out there.

    A link in a text, the case on the front page and the booklet can't be left out: they are faults.
    """
    gone = _off_the_site(data)
    for item in data.items:
        if item.id in gone:
            if item.file.model is model.Guide and not _is_nested(item):
                yield problem(item.where("withdrawn"), "withdrawn-reference", item.id, key="site", found=item.id)
            continue
        for key, target, place in references_in(item):
            if target in gone:
                facts = {"key": key, "found": target}
                yield problem(item.where(*place), "withdrawn-reference", item.id, "warning", **facts)
        for place, text in _texts(item.value):
            if place[0] in NESTED.get(item.kind, {}):
                continue
            for target in gone.intersection(prose.ids_linked_in(text)):
                key = ".".join(str(step) for step in place if isinstance(step, str))
                yield problem(item.where(*place), "withdrawn-reference", item.id, key=key, found=target)
    for document in data.documents:
        if document.path == "data/site.yml" and isinstance(document.value, dict):
            target = str(document.value.get("front_case"))
            if target in gone:
                yield problem(document.where("front_case"), "withdrawn-reference", key="front_case", found=target)


RULES: tuple[Rule, ...] = (
    files_have_a_kind,
    ids_are_unique,
    ids_fit_their_file,
    nested_ids_run_on,
    listed_ids_run_on,
    numbers_fit,
    theme_stands_in_its_series,
    slugs_are_unique,
    siblings_are_mutual,
    nothing_refers_to_itself,
    figures_stand_in_the_text,
    counts_are_not_drawn,
    names_stand_with_people_alone,
    interface_has_every_word,
    organisations_are_told_about,
    references_are_used,
    texts_are_translated,
    titles_are_short,
    descriptions_fit,
    summaries_are_short,
    nothing_refers_to_what_is_withdrawn,
)


# -- Walking --------------------------------------------------------------


def references_in(item: Item) -> Iterator[tuple[str, str, Path_]]:
    """(key, id, place) of every id that an entry names, those of entries inside it apart."""
    for key in ("see", "also_in", "references", "advice"):
        for i, target in enumerate(_list(item, key)):
            if isinstance(target, str):
                yield key, target, (key, i)
    for key in ("organisation", "sibling", "about", "series"):
        if isinstance(item.value.get(key), str):
            yield key, item.value[key], (key,)
    for i, one in enumerate(_list(item, "related")):
        if isinstance(one, dict) and isinstance(one.get("to"), str):
            yield "related", one["to"], ("related", i, "to")


def _texts(value: Any, place: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str) and place:
        yield place, value
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from _texts(inner, (*place, step))


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
        top = top if _is_nested(item) else item.id
        hangs_on[item.id] = {top, *(str(item.value.get(key)) for key in ("organisation", "about", "series"))} - {
            item.id
        }
        if item.value.get("withdrawn"):
            gone.add(item.id)
    while more := {one for one, others in hangs_on.items() if one not in gone and others & gone}:
        gone |= more
    return gone


def _list(item: Item, name: str) -> list[Any]:
    """The list under a key; empty where there is none."""
    value = item.value.get(name)
    return value if isinstance(value, list) else []


def _line(text: str) -> str:
    return " ".join(text.split())


def _is_nested(item: Item) -> bool:
    return len(item.place) > 1


def _readable(pattern: str) -> str:
    return pattern.replace(r"[a-z0-9-]+", "…").replace(r"(?:d|w|as|ao|c)", "d|w|as|ao|c").replace(r"\d+", "1")


def _value_of(data: Data, path: str) -> Interface | Any:
    return next((document.value for document in data.documents if document.path == path), None)
