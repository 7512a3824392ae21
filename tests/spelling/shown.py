"""What a reader sees or hears of a built page, by the language that it is marked with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from everything import Said
from lxml import html

from kb.problems import LOCALES, Locale, Where

SILENT = {"script", "style", "code", "pre", "kbd", "svg", "template"}
READ_OUT = ("alt", "aria-label", "aria-description", "placeholder", "title", "content")
META = {"description", "og:title", "og:description"}


def shown(site: Path) -> Iterator[Said]:
    """Every text of every page, each once in a language; the line is that of its element."""
    seen: set[tuple[str, str]] = set()
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        for element, language, text in _texts(html.parse(str(file), html.HTMLParser(encoding="utf-8")).getroot(), ""):
            if text and not text.isspace() and (language, text) not in seen:
                seen.add((language, text))
                locales: tuple[Locale, ...] = tuple(locale for locale in LOCALES if locale == language)
                yield Said(Where(path, element.sourceline or 1), locales or LOCALES, text)


def _texts(element: html.HtmlElement, language: str) -> Iterator[tuple[html.HtmlElement, str, str]]:
    """(element, language, text) of an element and all in it."""
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    language = element.get("lang", language)
    is_meta = element.tag == "meta" and element.get("name", element.get("property")) not in META
    for name in READ_OUT if not is_meta else ():
        yield element, language, element.get(name, "")
    yield element, language, element.text or ""
    for inner in element:
        yield from _texts(inner, language)
        yield element, language, inner.tail or ""
