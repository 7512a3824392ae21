"""The words of the interface: which ones the pages use, and how they are filled."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import get_args

from kb.dialogue import WORDS
from kb.model import KINDS, Evidence, ExampleKind, Interface, ReferenceKind, Step
from kb.pages import LISTS
from kb.problems import Locale

TEMPLATES = Path(__file__).parent / "templates"

LAST_IN_WORDS = 12  # texts.md: one to twelve in words

# Words whose key is put together in a template: `t("evidence_" ~ finding.evidence)`.
FAMILIES: dict[str, tuple[str, ...]] = {
    "evidence_": get_args(Evidence),
    "example_": get_args(ExampleKind),
    "reference_": get_args(ReferenceKind),
    "sector_": ("private", "public", "guide"),
    "source_": ("sheet", "booklet"),
    "step_": ("problem", "did", "effect"),
    "kind_": tuple(dict.fromkeys(KINDS.values())),
    "kinds_": tuple(dict.fromkeys(KINDS.values())),
    "nav_": ("themes", "examples", "research", "guide", "dialogue", "print"),
    "themes_for_": ("private_one", "private_other", "public_one", "public_other"),
    "language_": ("da", "en"),
    "in_language_": ("da", "en"),
    "footer_": ("use", "look_up", "about"),
    "number_": tuple(str(n) for n in range(1, LAST_IN_WORDS + 1)),
    "the_": ("finding", "question"),
    "from_": ("own",),
    "export_": ("sheets", "dialogue"),
    "dlg_": (
        "name", "date", "present", *(f"{step}{part}" for step in get_args(Step) for part in ("", "_title", "_lead")),
    ),
    "dlg_paper_": ("minutes", "plan", "apv"),
    "dlg_get_": ("json", "markdown", "csv", "ics", "copy"),
    "dlg_about_": ("json", "markdown", "csv", "ics", "copy"),
    "tool_": WORDS,
    "news_": ("added", "changed", "removed"),
    "news_part_": ("kind", "title", "text", "url", "source"),
    # On paper: what kb.sheets asks for.
    "sheet_": (
        "brief", "findings", "questions", "actions", "examples", "references", "about", "retold", "choose", "find",
        "qr", "page", "terms", "help", "licence", "agreed", "what", "who", "when", "mark", "meeting_title",
        "book_title", "licence_book", "contents", "on_page", "built_on",
        "kind_theme", "kind_meeting", "kind_balance", "kind_case", "kind_poster", "kind_book",
    ),
}  # fmt: skip
GROUPS = (*LISTS, "balances", "cases")

_USED = re.compile(
    r"""\b(?P<call>t|a|count|word_in)\(\s*(?:(?:["'][a-z]{2}["']|locale),\s*)?["'](?P<word>[a-z0-9_]+)["'](?!\s*~)"""
)


@cache
def words_used() -> frozenset[str]:
    """Every word that interface.yml must hold."""
    found = {f"{key}_{part}" for key in GROUPS for part in ("title", "description")}
    found |= {"not_found_title", "stale"}  # in the page’s <head>, and after a passage
    found |= {stem + word for stem, words in FAMILIES.items() for word in words}
    for template in sorted(TEMPLATES.rglob("*.html")):
        for match in _USED.finditer(template.read_text(encoding="utf-8")):
            word = match["word"]
            found |= {word} if match["call"] != "count" else {f"{word}_one", f"{word}_other"}
    return frozenset(found)


def say(interface: Interface, word: str, locale: Locale, **facts: object) -> str:
    """A word of the interface with its gaps filled. Raises KeyError for a word that is not there."""
    text = interface[word].get(locale)
    for name, value in facts.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def say_count(interface: Interface, word: str, number: int, locale: Locale) -> str:
    """`word_one` or `word_other` with {n} filled."""
    return say(interface, f"{word}_{'one' if number == 1 else 'other'}", locale, n=number)
