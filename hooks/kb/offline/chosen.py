"""Which files of a site belong in the copy: the pages, what they use, and all that is no mere part of the program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from kb.layout import EDITOR
from kb.offline.addresses import Found, in_css
from kb.offline.tree import resolved, split

References = Mapping[str, list[Found]]

PROGRAM = "assets/"  # only here may a file be left out because nothing uses it
# What a web server or a search engine reads, never somebody who reads from a folder.
FOR_SERVERS = {
    "404.html",
    "en/404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    "robots.txt",
    "web.config",
    "_headers",
    "_redirects",
    "CNAME",
}


def is_for_servers(path: str) -> bool:
    """Whether a file makes sense only where the site is served: the editors' form among them."""
    return (
        path in FOR_SERVERS
        or path.startswith(EDITOR)
        or any(part.startswith(".") for part in PurePosixPath(path).parts)
    )


def chosen(files: Mapping[str, bytes], references: References) -> set[str]:
    """The paths that belong in the copy. `references` tells the addresses in each page."""
    rest = {path for path in files if path.startswith(PROGRAM) and path not in references and not is_for_servers(path)}
    kept = {path for path in files if path not in rest and not is_for_servers(path)}
    queue = sorted(kept)
    while queue:
        path = queue.pop()
        used = _used_by(path, files[path], references.get(path, []), rest)
        rest -= used
        kept |= used
        queue += sorted(used)
    return kept


def _used_by(path: str, content: bytes, found: Iterable[Found], rest: set[str]) -> set[str]:
    if path.endswith(".js"):  # a script may put an address together: the file's name stands in it
        text = content.decode("utf-8", "replace")
        return {other for other in rest if not other.endswith(".map") and PurePosixPath(other).name in text}
    addresses = in_css(content.decode("utf-8", "replace")) if path.endswith(".css") else [one.address for one in found]
    return set(targets(addresses, path)) & rest


def targets(addresses: Iterable[str], path: str) -> Iterator[str]:
    """The paths that the relative ones of some addresses lead to."""
    for address in set(addresses):
        parts = split(address)
        if parts and parts.path and not (parts.scheme or parts.netloc):
            yield resolved(parts.path, path)
