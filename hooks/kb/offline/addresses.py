"""Which addresses stand in a page or a style sheet, and in which of its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from kb.offline.markup import Attribute, Tag, tags

# Attributes that hold one address, whatever the element.
_ONE = {"href", "xlink:href", "src", "action", "formaction", "poster", "cite", "longdesc", "background", "manifest"}
_SRCSET = {"srcset", "imagesrcset"}
# Not the address of a page but the beginning of many: scripts put a path behind it.
PREFIXES = {"data-root"}

_FOLLOWED = {"a", "area", "form", "button", "input", "blockquote", "q", "del", "ins", "meta"}
_TELLING = {"canonical", "alternate", "license", "author", "help", "next", "prev", "me"}  # a <link> that loads nothing
_REFRESH = re.compile(r"""(^\s*[\d.]+\s*[;,]\s*url\s*=\s*["']?)([^"']*)""", re.IGNORECASE)
_IN_CSS = re.compile(r"""(url\(\s*(["']?))(.*?)(?=\2\s*\))|(@import\s+(["']))(.*?)(?=\5)""", re.IGNORECASE | re.DOTALL)

# change(address, is_sure): what is to stand in the address's place. Not sure: a word of data-… that may be anything.
Change = Callable[[str, bool], str]


class Found(NamedTuple):
    """An address, the line and element it stands in, whether the browser loads it, and whether it surely is one."""

    address: str
    line: int
    element: str
    is_loaded: bool
    is_sure: bool = True


def changed(tag: Tag, attribute: Attribute, change: Change) -> str:
    """The value of an attribute with `change` made to each address in it."""
    name, value = attribute.name, attribute.value
    if name in _ONE or (tag.name, name) == ("object", "data"):
        return change(value.strip(), True)
    if name in _SRCSET:
        return re.sub(r"(^\s*|,\s+)([^\s,]+)", lambda m: m[1] + change(m[2], True), value)
    if name == "style":
        return changed_css(value, change)
    if (tag.name, name) == ("meta", "content") and tag.get("http-equiv").lower() == "refresh":
        return _REFRESH.sub(lambda m: m[1] + change(m[2], True), value)
    if name.startswith("data-") and name not in PREFIXES:
        return re.sub(r"\S+", lambda m: change(m[0], m[0].startswith(("./", "../", "/"))), value)
    return value


def changed_css(css: str, change: Change) -> str:
    """A style sheet with `change` made to each address in it."""
    return _IN_CSS.sub(lambda m: (m[1] or m[4]) + change(m[3] if m[1] else m[6], True), css)


def in_page(text: str) -> Iterator[Found]:
    """Every address in a page: of its attributes, its style elements, and words that may be one."""
    for tag in tags(text):
        followed = tag.name in _FOLLOWED or (tag.name == "link" and tag.tokens("rel") <= _TELLING)
        for attribute in tag.attributes:
            is_loaded = attribute.name == "style" or not followed
            for address, is_sure in _listed(partial(changed, tag, attribute)):
                yield Found(address, tag.line, tag.name, is_loaded, is_sure)
        if tag.name == "style":
            for address in in_css(tag.content):
                yield Found(address, tag.line, tag.name, True)


def in_css(css: str) -> list[str]:
    """Every address that a style sheet loads."""
    return [address for address, _ in _listed(partial(changed_css, css))]


def _listed(walk: Callable[[Change], str]) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []

    def note(address: str, is_sure: bool) -> str:
        found.append((address, is_sure))
        return address

    walk(note)
    return found
