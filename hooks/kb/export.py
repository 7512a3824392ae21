"""The whole base as files for machines: kb.json and the sitemap. Same data, same bytes."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from kb.links import KnowledgeBase, Linked
from kb.model import KINDS, Balance, Case, Entry, Example, GuidePage, Organisation, Reference, Source, Theme
from kb.naming import title_of
from kb.pages import SiteMap
from kb.problems import Locale
from kb.prose import plain
from kb.values import Text


def kb_json(kb: KnowledgeBase, site_map: SiteMap, root: Path) -> str:
    """kb.json (design.md §3): every entry with its kind, titles, addresses, texts, ties and sources, sorted by id."""
    whole = {
        "version": program_version(),
        "generated_from": data_hash(root / "data"),
        "languages": list(kb.languages),
        "entries": [_entry(kb, site_map, kb.entries[i]) for i in sorted(kb.entries)],
    }
    return as_json(whole)


def as_json(value: Any) -> str:
    """JSON as our files have it: readable letters, a line a value, as json.dumps has it with indent=1."""
    return _indented(value, "\n") + "\n"


def _indented(value: Any, margin: str) -> str:
    # json's own takes Python's slow way as soon as it indents.
    inner = margin + " "
    if isinstance(value, dict) and value:
        lines = [f"{inner}{_plain_json(name)}: {_indented(one, inner)}" for name, one in value.items()]
        return "{" + ",".join(lines) + margin + "}"
    if isinstance(value, list | tuple) and value:
        return "[" + ",".join([inner + _indented(one, inner) for one in value]) + margin + "]"
    return _plain_json(value)


_plain_json = json.JSONEncoder(ensure_ascii=False).encode


def sitemap(kb: KnowledgeBase, site_map: SiteMap) -> str:
    """sitemap.xml: every page in every language of the site, each naming the others."""
    base = kb.site.base_address.rstrip("/")
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    )
    for page in site_map.pages.values():
        alternates = [(locale, f"{base}/{page.address[locale]}") for locale in kb.languages]
        for _, address in alternates:
            lines.append(f" <url><loc>{escape(address)}</loc>")
            others = [*alternates, ("x-default", alternates[0][1])] if len(alternates) > 1 else []
            for language, other in others:
                lines.append(f'  <xhtml:link rel="alternate" hreflang="{language}" href="{escape(other)}"/>')
            lines.append(" </url>")
    return "\n".join([*lines, "</urlset>", ""])


def data_hash(data: Path) -> str:
    """SHA-256 over data/: each YAML file's path and bytes, in the order of the paths."""
    digest = hashlib.sha256()
    for file in sorted(p for p in data.rglob("*") if p.suffix in {".yml", ".yaml"}):
        digest.update(file.relative_to(data).as_posix().encode() + b"\0")
        digest.update(file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def program_version() -> str:
    """The version of this program; 0 when it is not installed."""
    try:
        return version("trivselsbasen")
    except PackageNotFoundError:
        return "0"


def _entry(kb: KnowledgeBase, site_map: SiteMap, entry: Linked) -> dict[str, Any]:
    source = entry.source if isinstance(entry, Entry) else {}
    return {
        "id": entry.id,
        # To others a chapter of the booklet is a part of the guide: design.md knows no kind of its own for it.
        "kind": "guide" if isinstance(entry, GuidePage) else KINDS[type(entry)],
        "title": {locale: title_of(entry, locale) for locale in kb.languages},
        "url": {locale: "/" + site_map.address(entry.id, locale) for locale in kb.languages},
        "text": {locale: _text(entry, locale) for locale in kb.languages},
        "links": sorted(kb.ties.get(entry.id, ())),
        "source": [{"id": i, "place": ", ".join(places)} for i, places in source.items()],
    }


def _text(entry: Linked, locale: Locale) -> str:
    return "\n".join(plain(text.get(locale)) for text in texts_of(entry))


def texts_of(entry: Linked) -> list[Text]:
    """The texts of an entry that are its own, those of the entries inside it apart."""
    if isinstance(entry, Theme):
        return [entry.purpose, *entry.summary]
    if isinstance(entry, Balance):
        poles = (entry.left, entry.right)
        weighed = [text for pole in poles for text in (*pole.advantages, *pole.drawbacks, *pole.demands)]
        return [entry.purpose, *entry.summary, *(block.text for block in entry.intro), *weighed]
    if isinstance(entry, Case):
        return [entry.purpose, *entry.summary, *(block.text for section in entry.sections for block in section.text)]
    if isinstance(entry, GuidePage):
        return [entry.purpose, *(block.text for section in entry.sections for block in section.text)]
    if isinstance(entry, Organisation | Example):
        return [entry.text]
    if isinstance(entry, Reference | Source):
        return [entry.note] if isinstance(entry.note, Text) else []
    return [text for name in ("purpose", "text", "caveat") if isinstance(text := getattr(entry, name, None), Text)]
