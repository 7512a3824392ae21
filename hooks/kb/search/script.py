"""The search index as a script: it also loads from file://, where nothing can be fetched."""

from __future__ import annotations

import json
from typing import Any

from kb.language.analysis import Words
from kb.language.stems import AFTER, BASES, BEFORE, Rules
from kb.links import KnowledgeBase
from kb.model import Term
from kb.pages import SiteMap
from kb.problems import Locale
from kb.prose import plain
from kb.search.documents import ORDER, Document, documents
from kb.search.index import Index, index, packed
from kb.words import say

SECTORS = ("private", "public", "guide")


def search_script(kb: KnowledgeBase, site_map: SiteMap, locale: Locale) -> str:
    """The script of a language, with every entry."""
    return script_of(kb, documents(kb, site_map, locale), locale)


def script_of(kb: KnowledgeBase, found: list[Document], locale: Locale) -> str:
    """`tbSearch.load("…")` with everything that search needs to find some documents, as JSON in a string."""
    words = index(found, locale)
    whole = {
        "language": locale,
        "order": ORDER,
        "kinds": [_names(kb, "kind", ORDER, locale), _names(kb, "kinds", ORDER, locale)],
        "sectors": dict(zip(SECTORS, _names(kb, "sector", SECTORS, locale), strict=True)),
        "entries": [_entry(document) for document in found],
        **packed(words),
        "synonyms": synonyms(kb, locale),
        "lexicon": _lexicon(words, locale),
    }
    # JSON in a string: browsers read it faster than an object that is written out.
    return f"tbSearch.load({_js(_js(whole))});\n"


def _entry(document: Document) -> list[Any]:
    """Kind (its place in the order), title (empty where there is none), text, address, sector, where, Danish names."""
    title, text = (document.title, document.text) if document.has_title else ("", document.title)
    whose = [document.sector, list(document.where), list(document.danish)]
    return [ORDER.index(document.kind), title, text, document.address, *whose]


def _js(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _names(kb: KnowledgeBase, family: str, members: tuple[str, ...], locale: Locale) -> list[str]:
    return [say(kb.interface, f"{family}_{one}", locale) for one in members]


def synonyms(kb: KnowledgeBase, locale: Locale) -> list[list[str]]:
    """The names of each glossary term, the one that it stands under first."""
    found = []
    for term in kb.all(Term):
        names = [plain(term.title.get(locale))]
        if term.full:
            names.append(plain(term.full.get(locale)))
        names += [*term.synonyms.get(locale), *term.forms.get(locale)]
        found.append(list(dict.fromkeys(names)))
    return found


def _lexicon(words: Index, locale: Locale) -> dict[str, Any]:
    """What the browser has to know about words that don't stand on the site, as far as they could lead to it."""
    known = Words(locale, set(words.stems))
    lexicon, stems = known.lexicon, known.known
    forms: dict[str, list[str]] = {}
    for form, stem in lexicon.forms.items():
        if stem in stems:
            forms.setdefault(stem, []).append(form)
    return {
        "before": _rules(BEFORE[locale]),
        "after": _rules(AFTER[locale]),
        "bases": _rules(BASES[locale]),
        "stop": " ".join(sorted(lexicon.stop)),
        "opening": " ".join(sorted(lexicon.opening)),
        "closing": " ".join(sorted(known.closing)),
        "short": " ".join(sorted(lexicon.short)),
        "whole": " ".join(sorted(lexicon.whole)),
        "forms": [" ".join([stem, *some]) for stem, some in sorted(forms.items())],
    }


def _rules(rules: Rules) -> list[list[str]]:
    return [[pattern, replacement.replace("\\", "$")] for pattern, replacement in rules]
