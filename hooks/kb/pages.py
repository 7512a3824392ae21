"""Which pages exist, in which language, at which address. Addresses are fixed (design.md §3)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from kb.links import KnowledgeBase
from kb.model import (
    Balance,
    Case,
    Guide,
    GuidePage,
    GuidePart,
    Organisation,
    Reference,
    Series,
    Source,
    Statistic,
    Term,
    Theme,
)
from kb.problems import LOCALES, Locale, Problem, Where, problem
from kb.values import Slugs, Text
from kb.written import WrittenPage

PREFIX: dict[Locale, str] = {"da": "", "en": "en/"}

Address = dict[Locale, str]

# Folders of addresses, Danish and English.
THEMES = ("temaer", "themes")
ORGANISATIONS = ("organisationer", "organisations")
BALANCES: Address = {"da": "balancer", "en": "balances"}
CASES = "cases"

# The pages that are no entry: key → (template, address, key of the page above, the section it belongs to).
LISTS: dict[str, tuple[str, tuple[str, str], str, str]] = {
    "front": ("front.html", ("", ""), "", ""),
    "themes": ("themes.html", THEMES, "front", "themes"),
    "examples": ("examples.html", ("eksempler", "examples"), "front", "examples"),
    "organisations": ("organisations.html", ORGANISATIONS, "front", "examples"),
    "research": ("research.html", ("forskning", "research"), "front", "research"),
    "figures": ("figures.html", ("forskning/tal", "research/figures"), "research", "research"),
    "questions": ("questions.html", ("spoergsmaal", "questions"), "front", "dialogue"),
    "actions": ("actions.html", ("handlinger", "actions"), "front", "dialogue"),
    "glossary": ("glossary.html", ("ordliste", "glossary"), "front", ""),
    "references": ("references.html", ("henvisninger", "references"), "front", ""),
    "dialogue": ("dialogue.html", ("dialog", "dialogue"), "front", "dialogue"),
    "print": ("print.html", ("print", "print"), "front", "print"),
    "news": ("news.html", ("om/nyt", "about/whats-new"), "written-om-index", ""),
    "sources": ("sources.html", ("kilder", "sources"), "front", ""),
}


class _About(Protocol):
    """What tells of a page: an entry, or two words of the interface."""

    @property
    def title(self) -> Text: ...
    @property
    def description(self) -> Text: ...


@dataclass(frozen=True)
class _Words:
    title: Text
    description: Text


@dataclass(frozen=True)
class Page:
    """One page in every language of the site.

    `address` is from the site's root, without a slash in front and with one behind.
    """

    key: str
    template: str
    address: Address
    title: Text
    description: Text
    parent: str = ""
    section: str = ""
    sector: str = ""
    entry: str = ""
    written: WrittenPage | None = None

    @property
    def is_front(self) -> bool:
        return self.key == "front"


@dataclass
class SiteMap:
    """All pages by key, and the page and anchor of every entry."""

    pages: dict[str, Page] = field(default_factory=dict)
    homes: dict[str, tuple[str, str]] = field(default_factory=dict)

    def address(self, entry_or_page: str, locale: Locale) -> str:
        """Address from the site's root of an entry or a page, with its anchor. Raises KeyError when there is none."""
        if entry_or_page in self.homes:
            page, anchor = self.homes[entry_or_page]
        else:
            page, anchor = entry_or_page, ""
        return self.pages[page].address[locale] + (f"#{anchor}" if anchor else "")

    def on(self, page: str) -> list[str]:
        """The ids of the entries that have their place on a page without being the page itself."""
        return self._on.get(page, [])

    @cached_property
    def _on(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for entry, (home, anchor) in self.homes.items():
            if anchor:
                found.setdefault(home, []).append(entry)
        return found

    def trail(self, page: Page) -> list[Page]:
        """The pages above a page, the front page first."""
        above: list[Page] = []
        while page.parent:
            page = self.pages[page.parent]
            above.insert(0, page)
        return above


def site_map(kb: KnowledgeBase, written: list[WrittenPage]) -> SiteMap:
    """Every page of the site, and where each entry is found."""
    found = SiteMap()
    for page in (*_lists(kb), *_themes(kb), *_organisations(kb), *_guide(kb), *_written(written)):
        address = {locale: page.address[locale] for locale in kb.languages}
        found.pages[page.key] = replace(page, address=address)
        if page.entry:
            found.homes[page.entry] = (page.key, "")
    for page in found.pages.values():
        if page.parent and page.parent not in found.pages:  # a page by hand that this host has not
            found.pages[page.key] = replace(page, parent="front")
    for entry_id in kb.entries:
        if entry_id not in found.homes:
            found.homes[entry_id] = (_home_page(kb, found, entry_id), entry_id)
    return found


def clashes(site: SiteMap) -> list[Problem]:
    """The pages by hand whose address another page has."""
    first: dict[tuple[Locale, str], Page] = {}
    found = []
    for page in site.pages.values():
        for locale, address in page.address.items():
            other = first.setdefault((locale, address), page)
            if other is not page and page.written is not None:
                where, first_at = Where(page.written.file(locale), 1), f"/{other.address[locale]}"
                found.append(problem(where, "duplicate-slug", found=address, first=first_at))
    return found


def relative(target: str, base: str) -> str:
    """The address `target` as seen from the page at `base`; both are from the site's root."""
    path, hash_sign, anchor = target.partition("#")
    if path == base and anchor:
        return f"#{anchor}"
    there, here = path.split("/"), base.split("/")  # both end with an empty part
    shared = 0
    while shared < min(len(there), len(here)) - 1 and there[shared] == here[shared]:
        shared += 1
    steps = "../" * (len(here) - 1 - shared) + "/".join(there[shared:])
    return (steps or "./") + hash_sign + anchor


def relative_file(target: str, base: str) -> str:
    """The address of a file (not a folder) as seen from the page at `base`."""
    return posixpath.relpath("/" + target, "/" + base)


def _both(folder: tuple[str, str], *slugs: str | Address) -> Address:
    found: Address = {}
    for i, locale in enumerate(LOCALES):
        parts = [folder[i], *(slug if isinstance(slug, str) else slug[locale] for slug in slugs)]
        found[locale] = PREFIX[locale] + "".join(f"{part}/" for part in parts if part)
    return found


def _slugs(slug: Slugs) -> Address:
    return {locale: slug.get(locale) for locale in LOCALES}


def _listed(kb: KnowledgeBase, key: str) -> _Words:
    return _Words(kb.interface[f"{key}_title"], kb.interface[f"{key}_description"])


def _lists(kb: KnowledgeBase) -> Iterator[Page]:
    for key, (template, address, parent, section) in LISTS.items():
        about = _listed(kb, key)
        sector = "guide" if key == "figures" else ""
        yield Page(key, template, _both(address), about.title, about.description, parent, section, sector)


def _themes(kb: KnowledgeBase) -> Iterator[Page]:
    for series in kb.all(Series):
        address = _both(THEMES, _slugs(series.slug))
        yield Page(
            f"series-{series.id}", "series.html", address, series.short, series.description,
            "themes", "themes", series.sector, series.id,
        )  # fmt: skip
        for theme in kb.all(Theme):
            if theme.series == series.id:
                yield Page(
                    f"theme-{theme.id}", "theme.html", _both(THEMES, _slugs(series.slug), _slugs(theme.slug)),
                    theme.title, theme.description, f"series-{series.id}", "themes", series.sector, theme.id,
                )  # fmt: skip


def _organisations(kb: KnowledgeBase) -> Iterator[Page]:
    for one in kb.all(Organisation):
        yield Page(
            f"organisation-{one.id}", "organisation.html", _both(ORGANISATIONS, one.slug),
            Text(da=one.name, en=one.name), one.description, "organisations", "examples", one.sector, one.id,
        )  # fmt: skip


def _guide(kb: KnowledgeBase) -> Iterator[Page]:
    def page(key: str, template: str, address: Address, about: _About, parent: str, entry: str = "") -> Page:
        return Page(key, template, address, about.title, about.description, parent, "guide", "guide", entry)

    balances, cases = _listed(kb, "balances"), _listed(kb, "cases")
    for guide in kb.all(Guide):
        root = _slugs(guide.slug)
        yield page("guide", "guide.html", _both(("", ""), root), guide, "front", guide.id)
        for one in kb.all(GuidePage):
            yield page(one.id, "guide_page.html", _both(("", ""), root, _slugs(one.slug)), one, "guide", one.id)
        yield page("balances", "balances.html", _both(("", ""), root, BALANCES), balances, "guide")
        for balance in kb.all(Balance):
            address = _both(("", ""), root, BALANCES, _slugs(balance.slug))
            yield page(balance.id, "balance.html", address, balance, "balances", balance.id)
        yield page("cases", "cases.html", _both(("", ""), root, CASES), cases, "guide")
        for case in kb.all(Case):
            yield page(case.id, "case.html", _both(("", ""), root, CASES, case.slug), case, "cases", case.id)


def _written(written: list[WrittenPage]) -> Iterator[Page]:
    keys = {page.key for page in written}
    for page in written:
        parent = page.parent if page.parent in keys else "front"
        address = _both((page.address["da"], page.address.get("en", page.address["da"])))
        yield Page(page.key, "written.html", address, page.title, page.description, parent, written=page)


def _home_page(kb: KnowledgeBase, found: SiteMap, entry_id: str) -> str:
    entry = kb.entries[entry_id]
    for kind, page in ((Statistic, "figures"), (Reference, "references"), (Source, "sources"), (Term, "glossary")):
        if isinstance(entry, kind):
            return page
    owner = kb.owner.get(entry_id)
    if owner in found.homes:
        return found.homes[owner][0]
    # The hints belong to the overview; so does any part of the booklet that no page shows.
    return "balances" if isinstance(entry, GuidePart) else "guide"
