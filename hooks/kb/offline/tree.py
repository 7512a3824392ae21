"""Where an address on a page leads, and the same address for a reader without a server: one that names a file."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

INDEX = "index.html"
_WEB = {"http", "https"}


@dataclass(frozen=True)
class Tree:
    """The files of a site, by path from its root, and the full address that the root has at its host."""

    files: Collection[str]
    base: str

    def to_file(self, address: str, page: str) -> str:
        """The address that a page uses, naming its file where it led to a folder; relative where it led to the site.

        `page` is the page's path from the root. What leads elsewhere stays as it is.
        """
        parts = split(address)
        if parts is None or not (parts.path or parts.netloc):
            return address
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            inside = self._inside(address, page)
            if inside is None:
                return address
            path = self._named(inside, INDEX)
            path = posixpath.relpath("/" + path, "/" + posixpath.dirname(page))
        else:
            path = self._named(parts.path, page)
        return parts._replace(scheme="", netloc="", path=path).geturl()

    def leads_to_own_host(self, address: str) -> bool:
        """Whether a full address is one of this very site."""
        parts = split(address)
        return parts is not None and bool(parts.netloc) and self._inside(address, INDEX) is not None

    def is_page(self, address: str, page: str) -> bool:
        """Whether an address, as a page or a file uses it, is that of a page of the site: a folder with a slash."""
        parts = split(address)
        if parts is None or parts.scheme or parts.netloc or not parts.path.endswith("/"):
            return False
        return posixpath.normpath(resolved(parts.path, page) + "/" + INDEX) in self.files

    def _named(self, path: str, page: str) -> str:
        """A path with the name of the file at its end."""
        if not path or path.endswith("/"):
            return path + INDEX
        is_folder = path.rpartition("/")[2] in {".", ".."} or f"{resolved(path, page)}/{INDEX}" in self.files
        return f"{path}/{INDEX}" if is_folder else path

    def _inside(self, address: str, page: str) -> str | None:
        """The path from the site's root that a full address, or one with a slash in front, leads to."""
        to, root = urlsplit(urljoin(self.base + page, address)), urlsplit(self.base)
        if to.scheme not in _WEB or to.netloc.lower() != root.netloc.lower():
            return None
        if to.path == root.path.rstrip("/"):
            return ""
        return to.path.removeprefix(root.path) if to.path.startswith(root.path) else None


def split(address: str) -> SplitResult | None:
    """The parts of an address; None for what is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def resolved(path: str, page: str) -> str:
    """The path from the root that a relative path leads to; it begins with ../ when it leaves the root."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
