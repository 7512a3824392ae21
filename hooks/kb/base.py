"""The base of one build: its pages, each rendered on demand, and the files beside them. What the MkDocs hook asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from logging import Logger, LoggerAdapter
from pathlib import Path

from kb.assets import NO_ASSETS, Assets, is_left_out
from kb.changes.news import FEED, PAGE, Editions
from kb.data import own_folder
from kb.dialogue import FORM, saved_form
from kb.export import as_json, sitemap
from kb.links import KnowledgeBase
from kb.pages import Page, SiteMap
from kb.problems import LOCALES, Locale, Problem, faults
from kb.render import Rendered, Renderer, faults_alone
from kb.sheets.sheet import NO_SHEETS, Shelf

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

PLACEHOLDERS = "generated"  # the folder of the source files of generated pages; no such files exist
_HERE = 0.6  # of the first language's pages; MkDocs' own work on every page is done here too


@dataclass
class Base:
    """The knowledge base of one build. With faults it is none, or in a preview the last good one, and they are told."""

    problems: list[Problem]
    root: Path
    kb: KnowledgeBase | None = None
    whole: str = ""
    map: SiteMap = field(default_factory=SiteMap)
    renderer: Renderer | None = None
    editions: Editions | None = None
    assets: Assets = NO_ASSETS
    made: dict[str, str | bytes] = field(default_factory=dict)
    shelf: Shelf = NO_SHEETS
    aside: dict[Locale, Callable[[], dict[str, Rendered]]] = field(default_factory=dict)
    _rendered: dict[Locale, dict[str, Rendered]] = field(default_factory=dict)

    @property
    def faults(self) -> tuple[Problem, ...]:
        return tuple(faults(self.problems))

    def tell_problems(self, log: LoggerAdapter[Logger]) -> None:
        """What is wrong, in both languages: faults as errors, warnings as information."""
        for one in self.problems:
            (log.error if one.level == "fault" else log.info)("\n".join(one.tell(locale) for locale in LOCALES))

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

    def placeholders(self) -> Iterator[str]:
        """The source files that stand for the generated pages, one a page and language."""
        for page in self.generated():
            for locale in self.languages:
                suffix = ".md" if locale == "da" else f".{locale}.md"
                yield f"index{suffix}" if page.is_front else f"{PLACEHOLDERS}/{page.key}{suffix}"

    def page_of_file(self, uri: str) -> Page | None:
        """The page that a source file (a placeholder, or a page by hand) stands for.

        None where it is none, or in a language that the site leaves out.
        """
        name = uri.removesuffix(".md")
        if name.endswith(".en") and "en" not in self.languages:
            return None
        name = name.removesuffix(".en")
        if name == "index":
            return self.map.pages.get("front")
        if name.startswith(PLACEHOLDERS + "/"):
            return self.map.pages.get(name.removeprefix(PLACEHOLDERS + "/"))
        return self.map.pages.get("written-" + name.replace("/", "-"))

    def render(self, page: Page, locale: Locale, written: str = "") -> Rendered:
        """A page in a language, with the faults above it while there are any."""
        if self.renderer is None:
            return faults_alone(self.faults, locale)
        if locale in self.aside and page.key in self._apart[locale]:
            return self._rendered_aside(locale)[page.key]
        return self.renderer.render(page, locale, written, self.faults)

    def render_apart(self, locale: Locale) -> dict[str, Rendered]:
        """The pages of a language that may be rendered aside, by key."""
        assert self.renderer is not None, "asked of a good base alone"
        return {page.key: self.renderer.render(page, locale) for page in self._apart[locale].values()}

    @cached_property
    def _apart(self) -> dict[Locale, dict[str, Page]]:
        """All generated pages of the other languages, and so many of the first that both cores are done together."""
        pages = {page.key: page for page in self.generated()}
        last = dict(list(pages.items())[round(len(pages) * _HERE) :])
        return {locale: pages if at else last for at, locale in enumerate(self.languages)}

    def _rendered_aside(self, locale: Locale) -> dict[str, Rendered]:
        if locale not in self._rendered:
            self._rendered[locale] = self.aside[locale]()
        return self._rendered[locale]

    def not_found(self, locale: Locale) -> Rendered:
        """The page for addresses that lead nowhere."""
        return self.renderer.not_found(locale, self.faults) if self.renderer else faults_alone(self.faults, locale)

    def leaves_out(self, path: str) -> bool:
        """Whether MkDocs must not serve a file as it lies there."""
        return path in self.made or is_left_out(path)

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
            "kb.json": self.whole,
            "CHANGES.json": as_json(self.editions.difference().as_json()),
            "sitemap.xml": sitemap(self.kb, self.map),
            FORM: saved_form(),
        }
        found |= {self.map.address(PAGE, one) + FEED: self.renderer.feed(one) for one in self.languages}
        found |= {self.assets.name(plain): content for plain, content in self.made.items()}
        found |= {path: file.read_bytes() for path, file in self.renderer.shelf.files().items()}
        if self.kb.site.editor:
            from kb.forms.page import editor_files  # takes a while to load, and most hosts build without it

            found |= editor_files(self.kb, self.root)
        if self.kb.site.host and self.kb.site.host.accessibility_statement:
            found["was/index.html"] = self.renderer.statement()
        return found


def write_all(folder: str, files: Mapping[str, str | bytes]) -> None:
    """Files of the site, by their paths from its root."""
    for name, content in files.items():
        write(folder, name, content)


def write(folder: str, name: str, content: str | bytes) -> None:
    """A file of the site, by its path from the site's root."""
    target = Path(folder, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode() if isinstance(content, str) else content)
