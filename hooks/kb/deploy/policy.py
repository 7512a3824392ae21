"""The content security policy of a site, from its own pages.

Nothing runs but the site's own files and the inline scripts that are in the pages, each allowed by its hash
(Content Security Policy Level 3, https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

# What a <script> may be called and be looked at by the policy; any other type is data.
_RUNS = {"", "text/javascript", "application/javascript", "module", "speculationrules"}


class Blocked(Exception):
    """A page with something that no hash can allow: (page, what it is)."""

    def __init__(self, page: str, found: str) -> None:
        self.page, self.found = page, found
        super().__init__(f"{page}: {found}")


class _Inline(HTMLParser):
    """Gathers what stands in a page itself: scripts that run, and style attributes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.scripts: set[str] = set()
        self.styles: set[str] = set()
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if handler := next((name for name in known if name.startswith("on")), None):
            raise Blocked(self.page, f"<{tag} {handler}>")
        if tag == "style":
            raise Blocked(self.page, "<style>")
        if "style" in known:
            self.styles.add(known["style"])
        if tag == "script" and "src" not in known and known.get("type", "").lower() in _RUNS:
            self._script = []

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.scripts.add("".join(self._script))
            self._script = None


def policy_of(pages: Mapping[str, str]) -> str:
    """The policy for pages (HTML by path). Raises Blocked where a page holds what no hash can allow."""
    scripts: set[str] = set()
    styles: set[str] = set()
    for path, html in pages.items():
        inline = _Inline(path)
        inline.feed(html)
        inline.close()
        scripts |= inline.scripts
        styles |= inline.styles
    parts = ["default-src 'none'", f"script-src {_sources(scripts)}", "style-src 'self'"]
    if styles:
        parts.append(f"style-src-attr 'unsafe-hashes' {' '.join(sorted(map(_hash, styles)))}")
    parts += ["img-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"]
    return "; ".join(parts)


def _sources(scripts: Iterable[str]) -> str:
    return " ".join(["'self'", *sorted(map(_hash, scripts))])


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
