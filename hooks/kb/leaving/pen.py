"""What the page of an entry is written with: one page in one language, with its words, links and texts."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel.dates import format_date

from kb.layout import is_own
from kb.leaving.index import Index
from kb.leaving.marks import destination, escape, inline
from kb.links import KnowledgeBase, Linked
from kb.model import Theme
from kb.naming import headline, shorten, title_of
from kb.pages import Page, SiteMap
from kb.problems import Locale
from kb.prose import ADDRESS, plain
from kb.sorting import sort_key
from kb.text import number, percent
from kb.values import Text
from kb.words import LAST_IN_WORDS, say, say_count


@dataclass
class Pen:
    """Writes one page in one language. `files` are the files of the pages in the language's tree, by key."""

    kb: KnowledgeBase
    index: Index
    map: SiteMap
    files: Mapping[str, str]
    page: Page
    locale: Locale
    fell_back: bool = False

    # -- Words and texts

    def t(self, word: str, **facts: str) -> str:
        """A word of the interface; facts are Markdown already."""
        shown = inline(say(self.kb.interface, word, self.locale), self._target)
        for name, value in facts.items():
            shown = shown.replace("\\{" + name + "\\}", value)
        return shown

    def count(self, word: str, n: int) -> str:
        """`1 eksempel`, `Tolv temaer …`."""
        told = self.in_words(n)
        shown = say_count(self.kb.interface, word, n, self.locale)
        return escape(shown.replace("{word}", told[0].upper() + told[1:]))

    def in_words(self, n: int) -> str:
        return say(self.kb.interface, f"number_{n}", self.locale) if 0 < n <= LAST_IN_WORDS else self.number(n)

    def name(self, text: Text) -> str:
        """A title of the data."""
        self.fell_back |= text.shown_in(self.locale) != self.locale
        return inline(text.get(self.locale), self._target)

    def say(self, text: Text) -> str:
        """A text of the data, with a word after it where the Danish has changed since it was translated."""
        stale = self.locale == "en" and self.kb.is_stale(text)
        return self.name(text) + (f" *{self.t('stale')}*" if stale else "")

    def sector(self, name: str) -> str:
        return self.t(f"sector_{name}")

    def number(self, value: float) -> str:
        return number(value, self.locale)

    def percent(self, value: float) -> str:
        return percent(value, self.locale)

    def date(self, day: datetime.date) -> str:
        return format_date(day, "long", locale="da_DK" if self.locale == "da" else "en_GB")

    # -- Links

    def url(self, entry_or_page: str) -> str:
        """Where an entry or a page is, as seen from this file."""
        page, anchor = self.map.homes.get(entry_or_page, (entry_or_page, ""))
        here, there = self.files[self.page.key], self.files[page]
        if page == self.page.key and anchor:
            return f"#{anchor}"
        return posixpath.relpath(there, posixpath.dirname(here) or ".") + (f"#{anchor}" if anchor else "")

    def to(self, entry_or_page: str, text: str) -> str:
        """A link to an entry or a page."""
        return f"[{text}]({self.url(entry_or_page)})"

    def link(self, entry_id: str) -> str:
        """A link to an entry, called what it is called."""
        return self.to(entry_id, self.label(entry_id))

    def out(self, address: str, text: str = "") -> str:
        """A link to another site; without a text, the address itself."""
        return f"[{text or escape(address)}]({destination(address)})"

    def _target(self, target: str) -> str:
        return target if ADDRESS.fullmatch(target) else self.url(target)

    # -- Entries

    def label(self, entry_id: str) -> str:
        """What an entry is called in a link: its title, or its text cut at a word."""
        entry = self.kb.entries[entry_id]
        title = headline(entry)
        whose = f" ({self.from_own()})" if self.is_own(entry_id) else ""
        if isinstance(title, str):
            return escape(title) + whose
        if not hasattr(entry, "title"):
            self.fell_back |= title.shown_in(self.locale) != self.locale
            return escape(shorten(plain(title.get(self.locale)))) + whose
        return self.name(title) + (self._sector_of(entry) if isinstance(entry, Theme) else "") + whose

    def _sector_of(self, theme: Theme) -> str:
        """What tells a theme from one of the same title in the other sector."""
        if len(self.index.titled[theme.title.da]) == 1:
            return ""
        return f" ({self.sector(self.page_of(theme.id).sector).lower()})"

    def page_of(self, entry_id: str) -> Page:
        """The page on which an entry has its place."""
        return self.map.pages[self.map.homes[entry_id][0]]

    def is_here(self, entry_id: str) -> bool:
        return self.map.homes[entry_id][0] == self.page.key

    def is_own(self, entry_id: str) -> bool:
        """Whether an entry is the host's own addition."""
        return self.kb.own is not None and is_own(entry_id)

    def from_own(self) -> str:
        """Whose the own additions are."""
        assert self.kb.own is not None, "asked of own entries alone"
        return self.t("from_own", name=escape(self.kb.own.name))

    def own(self, entry_id: str) -> str:
        """Whose an entry is, behind its name, where the host has added it."""
        return f" ({self.from_own()})" if self.is_own(entry_id) else ""

    def sorted(self, entries: Iterable[Linked]) -> list[Linked]:
        """By title, as the page's language sorts."""
        return sorted(entries, key=lambda one: sort_key(title_of(one, self.locale), self.locale))
