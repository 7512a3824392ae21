"""The files of the tree: a page each in each language, at the address that it has on the site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kb.changes.news import News
from kb.leaving import booklet, lists, themes, written
from kb.leaving.index import Index, index_of
from kb.leaving.marks import Blocks, heading, paragraph
from kb.leaving.pen import Pen
from kb.links import KnowledgeBase
from kb.pages import PREFIX, Page, SiteMap, relative
from kb.problems import Locale
from kb.prose import plain

DOCS = "docs"  # the folder of the trees, as MkDocs expects it

_BODIES: dict[str, Callable[[Pen], Blocks]] = {
    "front.html": lists.front,
    "themes.html": themes.themes,
    "series.html": themes.series,
    "theme.html": themes.theme,
    "examples.html": themes.examples,
    "organisations.html": themes.organisations,
    "organisation.html": themes.organisation,
    "research.html": themes.research,
    "questions.html": themes.questions,
    "actions.html": themes.actions,
    "guide.html": booklet.guide,
    "guide_page.html": booklet.guide_page,
    "balances.html": booklet.balances,
    "balance.html": booklet.balance,
    "cases.html": booklet.cases,
    "case.html": booklet.case,
    "figures.html": booklet.figures,
    "glossary.html": lists.glossary,
    "references.html": lists.references,
    "sources.html": lists.sources,
    "print.html": lists.print_,
    "dialogue.html": lists.dialogue,
}


@dataclass(frozen=True)
class Tree:
    """The pages of a base as files. `root` is the project's folder, where the pages by hand are."""

    root: Path
    kb: KnowledgeBase
    map: SiteMap
    index: Index
    news: list[News]
    files: dict[Locale, dict[str, str]]

    def pages(self) -> Iterator[tuple[str, str]]:
        """Each file's path from the tree's root with its text."""
        for locale in self.kb.languages:
            for page in self.map.pages.values():
                yield f"{DOCS}/{locale}/{self.files[locale][page.key]}", self._page(page, locale)

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """What lies in docs/ and is no page: pictures of the pages by hand. Once a language, for its links."""
        docs = self.root / "docs"
        for file in sorted(docs.rglob("*")):
            if file.is_file() and file.suffix != ".md":
                for locale in self.kb.languages:
                    yield f"{DOCS}/{locale}/{file.relative_to(docs).as_posix()}", file.read_bytes()

    def navigation(self, locale: Locale) -> list[Any]:
        """The menu in a language, for mkdocs.yml: pages under the pages above them."""
        below: dict[str, list[Page]] = {}
        for page in self.map.pages.values():
            below.setdefault(page.parent, []).append(page)

        def point(page: Page) -> dict[str, Any]:
            file, title = self.files[locale][page.key], plain(page.title.get(locale))
            inside = [] if page.is_front else below.get(page.key, [])
            return {title: [file, *map(point, inside)] if inside else file}

        return [point(page) for page in (*below[""], *below["front"])]

    def _page(self, page: Page, locale: Locale) -> str:
        pen = Pen(self.kb, self.index, self.map, self.files[locale], page, locale)
        title = pen.t("front_heading") if page.is_front else pen.name(page.title)
        blocks = [block for block in self._body(pen, page) if block]
        notice = [paragraph(f"*{pen.t('fallback_notice')}*")] if pen.fell_back else []
        told = {"title": plain(page.title.get(locale)), "description": plain(page.description.get(locale))}
        front_matter = "---\n" + yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=10**6) + "---"
        return "\n\n".join([front_matter, heading(1, title), *notice, *blocks, *self._other(pen)]) + "\n"

    def _body(self, pen: Pen, page: Page) -> Blocks:
        if page.written:
            yield written.body(self.root, page.written.file(pen.locale), lambda path: self._moved(pen, path))
        elif page.key == "news":
            yield from lists.news(pen, self.news)
        else:
            yield from _BODIES[page.template](pen)

    def _moved(self, pen: Pen, path: str) -> str:
        """Where a file that a page by hand links to is in the tree; empty for what is none of ours."""
        name = path.removesuffix(".md").removesuffix(".en")
        key = name.removeprefix("generated/") if name.startswith("generated/") else "written-" + name.replace("/", "-")
        if key in self.map.pages:
            return pen.url(key)
        if (self.root / "docs" / path).is_file():
            return posixpath.relpath(path, posixpath.dirname(self.files[pen.locale][pen.page.key]) or ".")
        return ""

    def _other(self, pen: Pen) -> Iterator[str]:
        """The way to the same page in another language; as HTML: to MkDocs a link out of a tree is a fault."""
        for other in self.kb.languages:
            if other != pen.locale:
                href = relative(pen.page.address[other] or "./", pen.page.address[pen.locale])
                yield f'<a href="{href}" hreflang="{other}" lang="{other}">{pen.t("in_language")}</a>'


def tree_of(root: Path, kb: KnowledgeBase, pages: SiteMap, news: list[News]) -> Tree:
    """The tree of a base that has no faults."""
    files: dict[Locale, dict[str, str]] = {locale: _files(pages, locale) for locale in kb.languages}
    return Tree(root, kb, pages, index_of(kb, pages), news, files)


def _files(pages: SiteMap, locale: Locale) -> dict[str, str]:
    """The file of each page, by the page's key, so that MkDocs gives it the address that it has on the site."""
    addresses = {key: page.address[locale].removeprefix(PREFIX[locale]) for key, page in pages.pages.items()}
    above = {posixpath.dirname(address.rstrip("/")) + "/" for address in addresses.values()}
    return {
        key: f"{address}index.md" if address in {"", "index/"} | above or address.endswith("/index/")
        else address.rstrip("/") + ".md"
        for key, address in addresses.items()
    }  # fmt: skip
