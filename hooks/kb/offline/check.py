"""The last look at a copy: every address in it leads to a file in it, or outwards by a link that a reader follows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from urllib.parse import SplitResult

from kb.offline.addresses import Found
from kb.offline.chosen import References
from kb.offline.faults import Fault
from kb.offline.tree import Tree, resolved, split

OUTWARDS = {"http", "https", "mailto", "tel"}  # where a reader may go from a page


def check(copy: Collection[str], references: References, base: str) -> Iterator[Fault]:
    """What would not work from a folder. `copy` holds the paths of the copy's files, `references` their addresses."""
    tree = Tree(copy, base)
    if "index.html" not in copy:
        yield Fault("index.html", "forsiden mangler", "the front page is missing")
    for path in sorted(references):
        for one in references[path]:
            if wrong := _wrong(one, path, tree):
                yield Fault(f"{path}:{one.line}", *wrong)


def _wrong(one: Found, path: str, tree: Tree) -> tuple[str, str] | None:
    if not one.is_sure:
        return None
    shown, parts = one.address, split(one.address)
    if one.element == "base":
        return "<base> flytter alle sidens links", "<base> moves every link of the page"
    if parts is None:
        return f"”{shown}” er ikke en adresse", f"“{shown}” is no address"
    if tree.leads_to_own_host(shown):
        return f"”{shown}” fører ud på nettet til sitet selv", f"“{shown}” leads to the site itself on the web"
    if parts.netloc or parts.scheme not in {"", "data"}:
        return _wrong_outside(shown, parts, one.is_loaded)
    if parts.scheme or not parts.path:
        return None
    return _wrong_path(shown, parts.path, path, tree)


def _wrong_outside(shown: str, parts: SplitResult, is_loaded: bool) -> tuple[str, str] | None:
    if is_loaded:
        return f"”{shown}” hentes fra nettet", f"“{shown}” is fetched from the network"
    if parts.scheme not in OUTWARDS:
        return f"”{shown}” kan ikke følges fra en mappe", f"“{shown}” can't be followed from a folder"
    return None


def _wrong_path(shown: str, to: str, path: str, tree: Tree) -> tuple[str, str] | None:
    if to.startswith("/"):
        return f"”{shown}” begynder ved serverens rod", f"“{shown}” begins at the server's root"
    target = resolved(to, path)
    if target.startswith(".."):
        return f"”{shown}” fører ud af kopien", f"“{shown}” leads out of the copy"
    if to.endswith("/") or target not in tree.files:
        return f"”{shown}” fører ikke til nogen fil i kopien", f"“{shown}” leads to no file of the copy"
    return None
