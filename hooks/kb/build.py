"""One build: the data read and checked, the pages known, each rendered on demand. What the MkDocs hook talks to."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from kb.assets import NO_ASSETS, Assets, assets_of, is_left_out, joined
from kb.changes.edition import edition_of, read_releases
from kb.changes.news import FEED, PAGE, Editions
from kb.checks import check
from kb.colours import style_sheet
from kb.data import SETTINGS, own_folder, read
from kb.dialogue import FORM, saved_form
from kb.export import as_json, kb_json, sitemap
from kb.forms.page import editor_files, missing
from kb.links import KnowledgeBase, link
from kb.logo import Logo, read_logo
from kb.pages import PREFIX, Page, SiteMap, clashes, site_map
from kb.problems import LOCALES, Locale, Problem, Where, faults
from kb.render import Rendered, Renderer, faults_alone
from kb.search.script import search_script
from kb.sheets.printing import keep_sheets, print_sheets, too_long
from kb.sheets.sheet import NO_SHEETS, Shelf
from kb.values import Text
from kb.written import written_pages

# Styles that only some templates need, by template.
_STYLES: dict[str, tuple[str, ...]] = {
    "front.html": ("front", "figures"),
    "series.html": ("front",),
    "themes.html": ("list",),
    "examples.html": ("list",),
    "research.html": ("list", "figures"),
    "questions.html": ("list",),
    "actions.html": ("list",),
    "dialogue.html": ("dialogue",),
    "figures.html": ("figures",),
    "balance.html": ("guide",),
    "balances.html": ("guide", "figures"),
    "guide.html": ("guide",),
    "guide_page.html": ("guide", "figures"),
    "case.html": ("guide", "figures"),
    "news.html": ("figures",),
}

PUBLIC = "TB_PUBLIC"  # set to 1, it leaves a host's own additions out of the build
_BEFORE_ALL = datetime.date(2025, 1, 1)  # the date in the PDFs of a base without a release


@dataclass
class Base:
    """The knowledge base of one build. With faults it is none, or in a preview the last good one, and they are told."""

    problems: list[Problem]
    root: Path
    kb: KnowledgeBase | None = None
    map: SiteMap = field(default_factory=SiteMap)
    renderer: Renderer | None = None
    editions: Editions | None = None
    assets: Assets = NO_ASSETS
    made: dict[str, str | bytes] = field(default_factory=dict)
    shelf: Shelf = NO_SHEETS

    @property
    def faults(self) -> tuple[Problem, ...]:
        return tuple(faults(self.problems))

    @property
    def address(self) -> str:
        """The site's base address, with a slash at its end."""
        return self.kb.site.base_address.rstrip("/") + "/" if self.kb else "http://127.0.0.1/"

    @property
    def languages(self) -> tuple[Locale, ...]:
        """The languages of the site; all of them while there is no base."""
        return self.kb.languages if self.kb else LOCALES

    @property
    def watched(self) -> list[str]:
        """Folders beside data/ that a preview looks at for changes."""
        return [str(folder)] if (folder := own_folder(self.root)) else []

    def generated(self) -> list[Page]:
        """The pages that stand in no file."""
        return [page for page in self.map.pages.values() if page.written is None]

    def placeholders(self, folder: str) -> Iterator[str]:
        """The source files that stand for the generated pages, one a page and language."""
        for page in self.generated():
            for locale in self.languages:
                suffix = ".md" if locale == "da" else f".{locale}.md"
                yield f"index{suffix}" if page.is_front else f"{folder}/{page.key}{suffix}"

    def page_of_file(self, uri: str, folder: str) -> Page | None:
        """The page that a source file (a placeholder in `folder`, or a page by hand) stands for.

        None where it is none, or in a language that the site leaves out.
        """
        name = uri.removesuffix(".md")
        if name.endswith(".en") and "en" not in self.languages:
            return None
        name = name.removesuffix(".en")
        if name == "index":
            return self.map.pages.get("front")
        if name.startswith(folder + "/"):
            return self.map.pages.get(name.removeprefix(folder + "/"))
        return self.map.pages.get("written-" + name.replace("/", "-"))

    def render(self, page: Page, locale: Locale, written: str = "") -> Rendered:
        """A page in a language, with the faults above it while there are any."""
        if self.renderer is None:
            return faults_alone(self.faults, locale)
        return self.renderer.render(page, locale, written, self.faults)

    def not_found(self, locale: Locale) -> Rendered:
        """The page for addresses that lead nowhere."""
        return self.renderer.not_found(locale, self.faults) if self.renderer else faults_alone(self.faults, locale)

    def is_part(self, path: str) -> bool:
        """Whether a file is not served by itself."""
        return is_left_out(path)

    def asset(self, name: str) -> str:
        """The path of an asset from the site's root, by its name in overrides/assets/."""
        return self.assets.name(f"assets/{name}")

    def styles_of(self, rendered: Rendered) -> tuple[str, ...]:
        styles = _STYLES.get(rendered.template, ())
        return (*styles, "host") if self.kb and self.kb.site.colours.given() else styles

    def files(self) -> dict[str, str | bytes]:
        """The files beside the pages, by path from the site's root."""
        if self.kb is None or self.renderer is None or self.editions is None:
            return {}
        found: dict[str, str | bytes] = {
            "kb.json": kb_json(self.kb, self.map, self.root),
            "CHANGES.json": as_json(self.editions.difference().as_json()),
            "sitemap.xml": sitemap(self.kb, self.map),
            FORM: saved_form(),
        }
        found |= {self.map.address(PAGE, one) + FEED: self.renderer.feed(one) for one in self.languages}
        found |= {self.assets.name(plain): content for plain, content in self.made.items()}
        found |= {path: file.read_bytes() for path, file in self.renderer.shelf.files().items()}
        if self.kb.site.editor:
            found |= editor_files(self.kb, self.root)
        if self.kb.site.host and self.kb.site.host.accessibility_statement:
            found["was/index.html"] = self.renderer.statement()
        return found


def read_base(root: Path, docs: Path) -> Base:
    """Reads and checks data/ under root, and a host's own additions unless PUBLIC forbids it."""
    kb, pages, problems = _read_all(root, docs)
    if kb is None:
        return Base(problems, root, None, _no_pages())
    shelf = print_sheets(kb, pages, root, _day(kb))
    keep_sheets(shelf, root, _day(kb))  # not in a preview, whose pages may be older than its newest sheets
    made = _made(kb, pages, _logo(kb, root)) | joined(root)
    base = _base(root, kb, pages, made, assets_of(root, made), shelf)
    return replace(base, problems=[*problems, *too_long(kb, shelf)])


def quick_base(root: Path, docs: Path, last: Base | None) -> Base:
    """The base for a preview: its search and PDFs stay those of the last one until `late_files` are written.

    With faults, the last good base with the new problems.
    """
    kb, pages, problems = _read_all(root, docs)
    if kb is None:
        return replace(last, problems=problems) if last else Base(problems, root, None, _no_pages())
    made = _made_quickly(kb, _logo(kb, root)) | joined(root)
    shelf = last.shelf if last and last.kb else print_sheets(kb, pages, root, _day(kb))
    base = _base(root, kb, pages, made, assets_of(root, made), shelf)
    return replace(base, problems=problems)


def late_files(base: Base) -> tuple[Shelf, dict[str, str | bytes]]:
    """What `quick_base` leaves out, by path from the site's root: the search scripts and the PDFs."""
    if base.kb is None:
        return NO_SHEETS, {}
    shelf = print_sheets(base.kb, base.map, base.root, _day(base.kb))
    return shelf, _search(base.kb, base.map) | {path: file.read_bytes() for path, file in shelf.files().items()}


def _read_all(root: Path, docs: Path) -> tuple[KnowledgeBase | None, SiteMap, list[Problem]]:
    """The base, its pages and what is wrong with either or with the releases; no base where that is a fault."""
    kb, pages, problems = _read(root, docs, own=os.environ.get(PUBLIC) != "1")
    problems = sorted([*problems, *read_releases(root)[1]])
    if kb is not None and kb.site.editor:
        problems += missing(root, Where(SETTINGS, 1))
    return (None if faults(problems) else kb), pages, problems


def _base(
    root: Path, kb: KnowledgeBase, pages: SiteMap, made: dict[str, str | bytes], assets: Assets, shelf: Shelf
) -> Base:
    editions = Editions(edition_of(kb_json(kb, pages, root), "kb.json"), read_releases(root)[0])
    renderer = Renderer(kb, pages, _logo(kb, root), assets, shelf, editions.news(kb.releases))
    return Base([], root, kb, pages, renderer, editions, assets, made, shelf)


def _day(kb: KnowledgeBase) -> datetime.date:
    # Not today's date: the same content gives the same bytes on any day.
    return max((release.date for release in kb.releases), default=_BEFORE_ALL)


def present_kb_json(root: Path) -> tuple[str, list[Problem]]:
    """The kb.json of data/ alone, as it stands; empty, with the faults, when it can't be used."""
    kb, pages, problems = _read(root, root / "docs", own=False)
    return (kb_json(kb, pages, root), []) if kb else ("", faults(problems))


def _read(root: Path, docs: Path, own: bool) -> tuple[KnowledgeBase | None, SiteMap, list[Problem]]:
    data = read(root, own=own)
    written, unusable = written_pages(docs, data.languages)
    problems = sorted([*check(data), *unusable])
    if faults(problems):
        return None, _no_pages(), problems
    kb = link(data)
    pages = site_map(kb, written)
    problems += clashes(pages)
    return (None if faults(problems) else kb), pages, problems


def _logo(kb: KnowledgeBase, root: Path) -> Logo | None:
    host = kb.site.host
    return read_logo(root, host.logo) if host and host.logo else None


def _made(kb: KnowledgeBase, pages: SiteMap, logo: Logo | None) -> dict[str, str | bytes]:
    """The assets that are made of the data and the host's settings, by their plain names."""
    return _search(kb, pages) | _made_quickly(kb, logo)


def _search(kb: KnowledgeBase, pages: SiteMap) -> dict[str, str | bytes]:
    return {f"search/{locale}.js": search_script(kb, pages, locale) for locale in kb.languages}


def _made_quickly(kb: KnowledgeBase, logo: Logo | None) -> dict[str, str | bytes]:
    found: dict[str, str | bytes] = {}
    if logo:
        found[f"assets/{logo.name}"] = logo.content
    if given := kb.site.colours.given():
        found["assets/host.css"] = style_sheet(given)
    return found


def write(folder: str, name: str, content: str | bytes) -> None:
    """A file of the site, by its path from the site's root."""
    target = Path(folder, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode() if isinstance(content, str) else content)


def _no_pages() -> SiteMap:
    """The site without a base: a front page in each language, and no other."""
    title = Text(da="Fejl i data", en="Faults in the data")
    return SiteMap({"front": Page("front", "", dict(PREFIX), title, title)})
