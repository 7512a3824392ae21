"""Pages → HTML, through Jinja with autoescape on. Data is never evaluated as a template."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup

from kb import model, templating
from kb.assets import NO_ASSETS, Assets
from kb.changes.feed import feed
from kb.changes.news import News, anchor_of, by_kind
from kb.dialogue import saved_form_alone
from kb.export import program_version
from kb.head import head_of
from kb.links import KnowledgeBase
from kb.logo import Logo
from kb.naming import danish_names, english_names, glossary_of
from kb.pages import Page, SiteMap
from kb.problems import Locale, Problem
from kb.sheets.sheet import NO_SHEETS, Shelf
from kb.view import View
from kb.words import TEMPLATES

_FALLBACK_NOTICE = "<!--fallback-notice-->"
_NAV = ("themes", "examples", "research", "guide", "dialogue", "print")


@dataclass(frozen=True)
class Rendered:
    """The parts of one page in one language, all HTML. `anchors` are the ids in its content."""

    locale: Locale
    template: str
    title: str
    description: str
    head: str
    before: str
    content: str
    after: str
    anchors: tuple[str, ...]


class Renderer:
    """Renders every page of a knowledge base."""

    def __init__(
        self,
        kb: KnowledgeBase,
        site_map: SiteMap,
        logo: Logo | None = None,
        assets: Assets = NO_ASSETS,
        shelf: Shelf = NO_SHEETS,
        news: Sequence[News] = (),
    ) -> None:
        self.kb = kb
        self.map = site_map
        self.logo = logo
        self.assets = assets
        self.environment = _environment()
        self.glossaries = {locale: glossary_of(kb, locale) for locale in kb.languages}
        self.foreign_names = {"da": english_names(kb), "en": danish_names(kb)}
        self.kept: dict[Locale, dict[str, Markup]] = {locale: {} for locale in kb.languages}
        self.shelf = shelf
        self.news = news

    def of(self, kb: KnowledgeBase, site_map: SiteMap) -> Renderer:
        """The same for a base that says something else in some places."""
        other = copy.copy(self)
        other.kb, other.map = kb, site_map
        return other

    def render(self, page: Page, locale: Locale, written: str = "", faults: tuple[Problem, ...] = ()) -> Rendered:
        """One page in one language. `written` is the HTML of a page by hand, `faults` are told at its top."""
        # Code that scrolls sideways must be reachable by keyboard (WCAG 2.1.1).
        written = written.replace("<pre>", '<pre tabindex="0">')
        view = self._view(page, locale, page.address[locale])
        return self._render(view, page.template, page.title.get(locale), page.description.get(locale), written, faults)

    def not_found(self, locale: Locale, faults: tuple[Problem, ...] = ()) -> Rendered:
        """The page for addresses that lead nowhere, one a language; its links work from any depth."""
        view = self._view(None, locale, None)
        title = self.kb.interface["not_found_title"].get(locale)
        return self._render(view, "not_found.html", title, title, "", faults)

    def statement(self) -> str:
        """The page at /was, where Danish law expects a public body's accessibility statement: it leads there."""
        return self._part("was.html", {"v": self._view(None, "da", None), "kb": self.kb})

    def feed(self, locale: Locale) -> str:
        """The news as an Atom feed."""
        return feed(self._view(None, locale, None), self.news)

    def _render(
        self, view: View, template: str, title: str, description: str, written: str, faults: tuple[Problem, ...]
    ) -> Rendered:
        context = {"v": view, "kb": self.kb, "written": Markup(written), "faults": faults, "news": self.news}
        content = self._part(template, context)
        before = self._part("shell/before.html", context)
        notice = self._part("shell/fallback.html", context) if view.fell_back else ""
        # The sprite comes last: it holds the icons that all the rest has asked for.
        after = self._part("shell/after.html", context) + str(view.sprite())
        content = content.replace(_FALLBACK_NOTICE, notice)
        head = head_of(view)
        anchors = tuple(re.findall(r' id="([^"]+)"', before + content))
        return Rendered(view.locale, template, title, description, head, before, content, after, anchors)

    def _view(self, page: Page | None, locale: Locale, base: str | None) -> View:
        root = urlsplit(self.kb.site.base_address).path.rstrip("/") + "/"
        names = self.foreign_names[locale]
        words = self.glossaries[locale]
        whole = (self.shelf, names, self.logo, self.assets, self.kept[locale])
        return View(self.kb, self.map, page, locale, base, root, words, *whole)

    def _part(self, template: str, context: dict[str, object]) -> str:
        return self.environment.get_template(template).render(context)


@cache
def _environment() -> Environment:
    """The templates, which take longer to read than a page to render."""
    environment = templating.environment(TEMPLATES)
    environment.globals.update(model=model, NAV=_NAV, anchor_of=anchor_of, by_kind=by_kind)
    environment.globals.update(version=program_version(), dialogue_form=saved_form_alone())
    return environment


def faults_alone(faults: tuple[Problem, ...], locale: Locale) -> Rendered:
    """The only page there is while serving began with faults: no base was read that another page could be made of."""
    heading, lead = _NO_BASE[locale]
    told = Markup("").join(Markup("<li><code>{}</code></li>").format(one.tell(locale)) for one in faults)
    content = Markup(
        '<section class="tb-faults" lang="{}"><div class="tb-wrap"><h1>{}</h1><p>{}</p><ol>{}</ol></div></section>'
    ).format(locale, heading, lead, told)
    head = Markup("<title>{}</title>").format(heading)
    return Rendered(locale, "", heading, "", head, "", content, "", ())


# Not of interface.yml, which may be the file that can't be read.
_NO_BASE: dict[Locale, tuple[str, str]] = {
    "da": ("Der er fejl i data", "Ret fejlene, og gem – så kommer siderne frem her."),
    "en": ("There are faults in the data", "Mend the faults and save – the pages then appear here."),
}
