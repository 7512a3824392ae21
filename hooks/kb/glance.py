"""What a changed text looks like, before the whole base is made of it.

A whole build reads, checks and links everything, and takes longer the larger the base is. Where some entries only say
something else than before, their own pages are made at once of the last build; the whole one comes after.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kb.base import Base
from kb.data import build_day
from kb.layout import file_kind
from kb.links import KnowledgeBase, Linked, named_by
from kb.load import read_file
from kb.model import Entry, Source
from kb.pages import SiteMap, site_map
from kb.shape import shaped
from kb.values import Known


def glance(base: Base, root: Path, changed: Iterable[str]) -> Base | None:
    """A good base with the entries of some files as they stand now; None where only a whole build can tell.

    That is where a file is wrong, or where its entries are others than before, have other addresses, or point to
    something new; and where a host has additions of its own.
    """
    kb, renderer = base.kb, base.renderer
    if kb is None or renderer is None or base.faults or kb.own is not None:
        return None
    entries = dict(kb.entries)
    for path in changed:
        some = _entries_in(root, path, kb)
        if some is None:
            return None
        entries |= some
    kb = replace(kb, entries=entries, _listed={})
    pages = site_map(kb, [page.written for page in base.map.pages.values() if page.written])
    if _addresses(pages) != _addresses(base.map):
        return None
    return replace(base, kb=kb, map=pages, renderer=renderer.of(kb, pages))


def _entries_in(root: Path, path: str, kb: KnowledgeBase) -> dict[str, Linked] | None:
    """The entries in a file by id; None unless they are those that it had, and right."""
    kind = file_kind(path)
    document, problems = read_file(root / path, path)
    if kind is None or document is None or problems:
        return None
    models, faults = shaped(replace(document, role=path), kind, _known(root, kb))
    if faults or not all(isinstance(model, Entry | Source) for model in models):
        return None
    every = [one for model in models for one in (model, *(model.nested() if isinstance(model, Entry) else ()))]
    found = {one.id: one for one in every}
    is_same = len(every) == len(found) and found.keys() == {i for i, where in kb.where.items() if where.path == path}
    is_right = is_same and all(one.withdrawn is None and one.formerly == kb.entries[one.id].formerly for one in every)
    return found if is_right and all(to in kb.entries for one in every for to in named_by(kb, one)) else None


def _known(root: Path, kb: KnowledgeBase) -> Known:
    kinds = {entry_id: kb.kind(entry_id) for entry_id in kb.entries}
    require_english = kb.site.require_english and "en" in kb.languages
    return Known(kinds, build_day(), require_english, root, kb.former)


def _addresses(pages: SiteMap) -> dict[str, object]:
    return {key: page.address for key, page in pages.pages.items()} | {"homes": pages.homes}
