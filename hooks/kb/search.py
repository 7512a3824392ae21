"""What search knows: one document an entry and language, in a script that also loads from file://."""

from __future__ import annotations

import json
from typing import Any

from kb.export import texts_of
from kb.links import KnowledgeBase, Linked
from kb.model import KINDS, Organisation, Reference, Source, Term
from kb.pages import SiteMap
from kb.problems import Locale
from kb.prose import plain
from kb.view import headline, title_of
from kb.words import say

# The kinds in the order in which their results stand when they are equally good.
ORDER = (
    "theme", "organisation", "term", "balance", "case", "example", "finding", "question", "action", "statistic",
    "guide", "page", "voice", "reference", "source", "series",
)  # fmt: skip


def search_script(kb: KnowledgeBase, site_map: SiteMap, locale: Locale) -> str:
    """`tbSearch({kinds, documents})`; a document is [kind, title, text, further words, address, sector, where]."""
    documents = [
        _document(kb, site_map, entry, locale)
        for entry in sorted(kb.entries.values(), key=lambda e: ORDER.index(KINDS[type(e)]))
    ]
    kinds = {kind: say(kb.interface, f"kinds_{kind}", locale) for kind in ORDER}
    whole = json.dumps({"kinds": kinds, "documents": documents}, ensure_ascii=False, separators=(",", ":"))
    return f"tbSearch({whole});\n"


def _document(kb: KnowledgeBase, site_map: SiteMap, entry: Linked, locale: Locale) -> list[Any]:
    title = title_of(entry, locale)
    texts = [plain(text.get(locale)) for text in texts_of(entry)]
    text = " ".join(texts) if isinstance(headline(entry), str) or hasattr(entry, "title") else ""
    page = site_map.pages[site_map.homes[entry.id][0]]
    where = "" if page.entry == entry.id else page.title.get(locale)
    kind = KINDS[type(entry)]
    return [kind, title, text, _further(entry, locale), site_map.address(entry.id, locale), page.sector, where]


def _further(entry: Linked, locale: Locale) -> str:
    """Words that lead to an entry without standing in its text."""
    if isinstance(entry, Term):
        return " ".join([*entry.synonyms.get(locale), *entry.forms.get(locale)])
    if isinstance(entry, Organisation):
        return " ".join(entry.aliases)
    if isinstance(entry, Reference | Source):
        return " ".join(filter(None, [entry.publisher, getattr(entry, "title_en", None) if locale == "en" else None]))
    return ""
