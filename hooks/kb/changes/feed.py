"""The news as an Atom feed (RFC 4287), one in each language: an entry a release."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from markupsafe import Markup

from kb.changes.news import FEED, PAGE, News, anchor_of, by_kind
from kb.model.release import Release
from kb.view import View
from kb.words import say

_ATOM = "http://www.w3.org/2005/Atom"


def feed(view: View, news: Sequence[News]) -> str:
    """The feed in the language of a view. Ids and dates are those of the releases: the same news, the same bytes."""
    ET.register_namespace("", _ATOM)
    page = view.absolute(PAGE)
    told = [(one, one.release) for one in news if one.release]
    root = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": view.locale})
    _add(root, "id", page)
    _add(root, "title", f"{view.kb.site.name.get(view.locale)}: {view.plain(view.kb.interface['news_title'])}")
    _add(root, "updated", _time(told[0][1]) if told else "1970-01-01T00:00:00Z")
    _add(root, "link", rel="self", type="application/atom+xml", href=page + FEED)
    _add(root, "link", rel="alternate", type="text/html", href=page)
    host = view.kb.site.host
    _add(_add(root, "author"), "name", host.name if host else view.kb.site.name.get(view.locale))
    for one, release in told:
        entry = _add(root, "entry")
        address = f"{page}#{anchor_of(release.version)}"
        _add(entry, "id", address)
        _add(entry, "title", _word(view, "news_version", version=release.version))
        _add(entry, "updated", _time(release))
        _add(entry, "link", rel="alternate", type="text/html", href=address)
        _add(entry, "content", str(_content(view, one, release)), type="html")
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _content(view: View, one: News, release: Release) -> Markup:
    parts = [Markup("<p>{}</p>").format(view.plain(text)) for text in release.text]
    for name, changes in one.difference.groups():
        counted = ", ".join(f"{_word(view, f'kinds_{kind}')}: {len(some)}" for kind, some in by_kind(changes))
        parts.append(Markup("<p>{}: {}.</p>").format(_word(view, f"news_{name}"), counted))
    return Markup("").join(parts)


def _word(view: View, word: str, **facts: object) -> str:
    """A word of the interface as plain text: XML escapes it once."""
    return say(view.kb.interface, word, view.locale, **facts)


def _time(release: Release) -> str:
    return f"{release.date.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{_ATOM}}}{tag}", attributes)
    element.text = text or None
    return element
