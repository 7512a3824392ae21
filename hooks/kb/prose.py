"""The small Markdown subset that texts in data may use: **bold**, *italics* and [text](id or https address).

The one vocabulary for the checks and for the renderer. Everything else is plain text and is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# What can't be seen: control characters, soft hyphens, zero-width and direction signs, half characters.
_INVISIBLE = r"\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff"

BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)
ITALIC = re.compile(r"(?<![*\w])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![*\w])")
LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([^()\s]*)\)")
_IN_ADDRESS = rf"[^\s<>\"'`{{}}|\\^{_INVISIBLE}]"
ADDRESS = re.compile(rf"https?://(?![/$.?#]){_IN_ADDRESS}+", re.IGNORECASE)
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG = ID
PHONE = re.compile(r"\+?[0-9][0-9 -]*[0-9]")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")

_HTML = re.compile(r"<\s*[/!?a-zA-Z][^>]*>?|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);|[<>]")
_TEMPLATE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\$\{")
_CONTROL = re.compile(f"[{_INVISIBLE}]")
_OTHER_MARKDOWN = re.compile(
    r"""
      !\[                      # picture
    | `                        # code
    | ^\s{0,3}(?:\#{1,6}\s|[-+*]\s|\d+[.)]\s.*\n\s*\d+[.)]\s|~~~)   # heading, list, fence
    | ^\s*\|.*\|\s*$           # table
    | ~~ | ==                  # struck out, marked
    | (?<!\w)__?(?=\S)[^_]+_   # underlined emphasis
    | \]\(\S* | \]\s*\[ | ^\[[^\]]+\]:   # links that are not of our form, reference links
    """,
    re.VERBOSE | re.MULTILINE,
)
# Nothing of the above can stand in a text without these signs, and most texts have none.
_ORDINARY = re.compile(rf"(?!\s{{0,3}}[-+]\s)[^\n<>&{{}}$#\[\]*`~=_|!{_INVISIBLE}]*")

_MARKED = re.compile(f"(?P<link>{LINK.pattern})|{BOLD.pattern}|{ITALIC.pattern}")


class Piece(NamedTuple):
    """A stretch of a text: `mark` is link, bold or italic, or empty for plain words; `target` is a link's."""

    mark: str
    text: str
    target: str = ""


def pieces(text: str) -> Iterator[Piece]:
    """A text in its stretches, in order. What stands inside a mark may have marks of its own."""
    if "[" not in text and "*" not in text:
        yield Piece("", text)
        return
    at = 0
    for found in _MARKED.finditer(text):
        yield Piece("", text[at : found.start()])
        if link := LINK.fullmatch(found[0]):
            yield Piece("link", link[1], link[2])
        elif bold := BOLD.fullmatch(found[0]):
            yield Piece("bold", bold[1])
        else:
            yield Piece("italic", found[0][1:-1])
        at = found.end()
    yield Piece("", text[at:])


def fault_in(text: str) -> tuple[str, str] | None:
    """The first thing in a text that may not stand there, as (rule, what was found); None when all is well."""
    if _ORDINARY.fullmatch(text):
        return None
    if match := _CONTROL.search(text):
        return "control-character", f"U+{ord(match[0]):04X}"
    if match := _TEMPLATE.search(text):
        return "template", match[0]
    if match := _HTML.search(text):
        return "html", match[0]
    for link in LINK.finditer(text):
        target = link[2]
        if not ID.fullmatch(target) and not ADDRESS.fullmatch(target):
            return "address", target
    rest = LINK.sub(lambda m: m[1], text)
    if match := _OTHER_MARKDOWN.search(rest):
        return "markdown", match[0].strip()
    if "*" in ITALIC.sub("", BOLD.sub("", rest)):
        return "markdown", "*"
    return None


def ids_linked_in(text: str) -> list[str]:
    """The ids that a text's links name."""
    return [m[2] for m in (LINK.finditer(text) if "[" in text else ()) if not ADDRESS.fullmatch(m[2])]


def plain(text: str) -> str:
    """A text without its marks, as one line."""
    if "[" in text:
        text = LINK.sub(lambda m: m[1], text)
    if "*" in text:
        text = ITALIC.sub(r"\1", BOLD.sub(r"\1", text))
    return " ".join(text.split())


def shortened(text: str, most: int = 80) -> str:
    """A text with room for it on a line."""
    return text if len(text) <= most else text[: most - 1] + "…"
