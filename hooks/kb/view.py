"""What a template may ask for: one page in one language, with its words, links, texts and icons."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from urllib.parse import quote

from babel.dates import format_date
from markupsafe import Markup, escape

from kb.assets import NO_ASSETS, Assets
from kb.icons import ICONS
from kb.layout import is_own
from kb.links import KnowledgeBase, Linked
from kb.logo import Logo
from kb.model import Balance, Example, Finding, Guide, Series, Statistic, Term, Theme
from kb.naming import headline, shorten, title_of, with_figures
from kb.pages import Page, SiteMap, relative, relative_file
from kb.phrases import Phrases
from kb.problems import Locale
from kb.prose import ADDRESS, plain
from kb.sheets.sheet import Printed, Shelf
from kb.sorting import first_letter, sort_key
from kb.text import NO_WORDS, Writer, number, percent
from kb.text import Words as Glossary
from kb.values import Text
from kb.words import FAMILIES, LAST_IN_WORDS, say, say_count

MOST_OTHERS = 8  # of its kind that a page leads to


@dataclass
class View:
    """One page in one language. `base` is the address that links are relative to; None makes them absolute."""

    kb: KnowledgeBase
    map: SiteMap
    page: Page | None
    locale: Locale
    base: str | None
    root: str
    glossary: Glossary
    shelf: Shelf
    danish_names: Phrases | None = None
    logo: Logo | None = None
    assets: Assets = NO_ASSETS
    kept: dict[str, Markup] = field(default_factory=dict)
    icons: dict[str, None] = field(default_factory=dict)
    fell_back: bool = False

    def __post_init__(self) -> None:
        self.writer = Writer(self.locale, self._link, self.glossary, self.danish_names, self.kept)

    # -- Words and texts

    def t(self, word: str, **facts: object) -> Markup:
        """A word of the interface, escaped. Facts that are HTML already stay so."""
        key = f"t:{word}"
        shown = self.kept.get(key) or self.kept.setdefault(
            key, self.writer.name(say(self.kb.interface, word, self.locale))
        )
        if not facts:
            return shown
        filled = str(shown)
        for name, value in facts.items():
            filled = filled.replace("{" + name + "}", escape(value))
        return Markup(filled)

    def a(self, word: str, **facts: object) -> Markup:
        """A word of the interface for an attribute: as `t`, but without any tags."""
        if facts:
            return escape(self.t(word, **facts).striptags())
        key = f"a:{word}"
        if key not in self.kept:
            self.kept[key] = escape(self.t(word).striptags())
        return self.kept[key]

    def family(self, stem: str) -> dict[str, str]:
        """The words of the interface that begin with a stem, for a script."""
        return {stem + word: say(self.kb.interface, stem + word, self.locale) for word in FAMILIES[stem]}

    def count(self, word: str, n: int) -> Markup:
        """`1 eksempel`, `6 eksempler`; `{word}` in the interface's text becomes the number in words."""
        told = self.in_words(n)
        return escape(say_count(self.kb.interface, word, n, self.locale).replace("{word}", told[0].upper() + told[1:]))

    def in_words(self, n: int) -> str:
        """One to twelve in words, as our texts have it, higher numbers in figures."""
        return say(self.kb.interface, f"number_{n}", self.locale) if 0 < n <= LAST_IN_WORDS else self.number(n)

    def word_in(self, locale: Locale, word: str) -> Markup:
        """A word of the interface in a language that may be another than the page's."""
        return escape(say(self.kb.interface, word, locale))

    def say(self, text: Text) -> Markup:
        """A text of the data; glossary terms are explained at their first use on the page."""
        return self._said(text, mark=True)

    def finding(self, finding: Finding) -> Markup:
        """A finding's statement with its figures in bold."""
        return self.say(with_figures(finding))

    def name(self, text: Text) -> Markup:
        """A title of the data."""
        return self._said(text, mark=False)

    def danish(self, words: str) -> Markup:
        """A Danish name or title, marked as Danish on English pages."""
        return Markup(f'<span lang="da">{escape(words)}</span>') if self.locale == "en" else escape(words)

    def plain(self, text: Text) -> str:
        """A text without marks, for attributes."""
        return plain(text.get(self.locale))

    def number(self, value: float) -> str:
        return number(value, self.locale)

    def prints(self) -> list[Printed]:
        """The PDFs that belong to this page."""
        return self.shelf.of(self.page.entry or self.page.key, self.locale) if self.page else []

    def size(self, bytes_: int) -> str:
        """84 kB; 1,2 MB."""
        if bytes_ < 999_500:
            return f"{max(1, round(bytes_ / 1000))}\u00a0kB"
        return f"{number(round(bytes_ / 1_000_000, 1), self.locale)}\u00a0MB"

    def percent(self, value: float) -> str:
        return percent(value, self.locale)

    def date(self, day: datetime.date) -> str:
        """31. januar 2026, 31 January 2026."""
        return format_date(day, "long", locale="da_DK" if self.locale == "da" else "en_GB")

    def _said(self, text: Text, mark: bool) -> Markup:
        if text.shown_in(self.locale) == self.locale:
            shown = self.writer.html(text.get(self.locale), mark)
            return shown + self._stale() if mark and self.locale == "en" and self.kb.is_stale(text) else shown
        return self._in_its_language(text, Writer("da", self._link, NO_WORDS).html(text.da))

    def _stale(self) -> Markup:
        """A discreet word after a passage whose Danish has changed since it was translated."""
        return Markup(' <small class="tb-stale">{}</small>').format(self.t("stale"))

    def _in_its_language(self, text: Text, shown: Markup) -> Markup:
        """What is shown of a text, marked as Danish where the English is missing."""
        if text.shown_in(self.locale) == self.locale:
            return shown
        self.fell_back = True
        return Markup(f'<span lang="da">{shown}</span>')

    # -- Links

    def url(self, entry_or_page: str, locale: Locale | None = None) -> str:
        """The address of an entry or a page, as seen from this one."""
        address = self.map.address(entry_or_page, locale or self.locale)
        return f"{self.root}{address}" if self.base is None else relative(address, self.base)

    def file(self, path: str) -> str:
        """The address of a file of the site, as seen from this page; an asset by its plain name."""
        path = self.assets.name(path)
        return f"{self.root}{path}" if self.base is None else relative_file(path, self.base)

    def to_root(self) -> str:
        """The site's root, as seen from this page."""
        return self.root if self.base is None else "./" + "../" * self.base.count("/")

    def absolute(self, entry_or_page: str, locale: Locale | None = None) -> str:
        """The full address of an entry or a page."""
        base = self.kb.site.base_address.rstrip("/")
        return f"{base}/{self.map.address(entry_or_page, locale or self.locale)}"

    def is_here(self, entry_id: str) -> bool:
        """Whether an entry has its place on this very page."""
        return self.page is not None and self.map.homes[entry_id][0] == self.page.key

    def capital(self, text: Markup) -> Markup:
        """With a capital first letter."""
        return text[:1].upper() + text[1:]

    def is_numbered_here(self, entry_id: str) -> bool:
        """Whether an entry is known on this page by its number alone: a finding or a question of the page itself."""
        return self.kb.kind(entry_id) in {"finding", "question"} and self.is_here(entry_id)

    def is_topic(self) -> bool:
        """Whether the dialogue tool can take up what this page is about: a theme, a balance or the booklet."""
        return self.page is not None and isinstance(self.kb.entries.get(self.page.entry), Theme | Balance | Guide)

    def number_of(self, entry_id: str) -> int:
        """The number at the end of an id."""
        return int(entry_id[len(entry_id.rstrip("0123456789")) :])

    def badge(self, entry: Linked) -> object:
        """What stands in an entry's badge: its number, or a dot where it has none."""
        return getattr(entry, "number", None) or "•"

    def by_kind(self, ids: Iterable[str]) -> list[tuple[str, list[str]]]:
        """Ids under their kinds, in the order in which the kinds first come."""
        found: dict[str, list[str]] = {}
        for one in ids:
            found.setdefault(self.kb.kind(one), []).append(one)
        return list(found.items())

    def edit(self, entry_id: str) -> str:
        """Where the data file of an entry is edited, at its line; empty without a repository."""
        where = self.kb.where.get(entry_id)
        return self._edit(where.path, where.line) if where else ""

    def edit_written(self) -> str:
        """Where a page by hand is edited; empty without a repository."""
        if self.page is None or self.page.written is None:
            return ""
        return self._edit(self.page.written.file(self.locale), 1)

    def _edit(self, path: str, line: int) -> str:
        site = self.kb.site
        if site.repository is None:
            return ""
        link = site.repository_link.replace("{repository}", site.repository.rstrip("/"))
        return link.replace("{path}", path).replace("{line}", str(line))

    def report(self) -> str:
        """A mail address with the page in its subject; empty where the host has set none."""
        if not self.kb.site.mail:
            return ""
        subject = self.kb.site.name.get(self.locale)
        subject += f": {self.page.title.get(self.locale)}" if self.page else ""
        return f"mailto:{self.kb.site.mail}?subject={quote(subject)}"

    def tel(self, phone: str) -> str:
        """The address that calls a number."""
        return "tel:" + phone.replace(" ", "").replace("-", "")

    def mailto(self, mail: str) -> str:
        """The address that writes to somebody."""
        return "mailto:" + quote(mail, safe="@")

    def bare(self, address: str) -> str:
        """A web address as people write it."""
        return address.partition("://")[2].rstrip("/")

    def _link(self, target: str) -> str:
        return target if ADDRESS.fullmatch(target) else self.url(target)

    # -- Entries

    def label(self, entry_id: str) -> Markup:
        """What an entry is called in a link: its title, or its text cut at a word."""
        entry = self.kb.entries[entry_id]
        title = headline(entry)
        if isinstance(title, str):
            return self.danish(title) + self._whose(entry_id)
        if not hasattr(entry, "title"):
            shown = self._in_its_language(title, self.writer.name(shorten(self.plain(title))))
            return shown + self._whose(entry_id)
        return self.name(title) + (self._sector_of(entry) if isinstance(entry, Theme) else "") + self._whose(entry_id)

    def _whose(self, entry_id: str) -> Markup:
        return Markup(" ({})").format(self.from_own()) if self.is_own(entry_id) else Markup("")

    def _sector_of(self, theme: Theme) -> str:
        """What tells a theme from one of the same title in the other sector."""
        has_twin = self.kb.titles[theme.title.da] > 1
        return f" ({self.t('sector_' + self.series_of(theme).sector).lower()})" if has_twin else ""

    def is_own(self, entry_id: str) -> bool:
        """Whether an entry is the host's own addition."""
        return self.kb.own is not None and is_own(entry_id)

    def from_own(self) -> Markup:
        """Whose the own additions are: fra Eksempelby Kommune."""
        assert self.kb.own is not None, "asked of own entries alone"
        return self.t("from_own", name=self.danish(self.kb.own.name))

    def series_of(self, theme: Theme) -> Series:
        return self.kb.get(theme.series, Series)

    def next_to(self, entry: Linked, among: Sequence[Linked]) -> list[Linked]:
        """The others of its kind, or where they are many those that come after it, from the first again at the end."""
        at = next(i for i, one in enumerate(among) if one.id == entry.id)
        before, after = among[:at], among[at + 1 :]
        return [*before, *after] if len(among) <= MOST_OTHERS + 1 else [*after, *before][:MOST_OTHERS]

    def sorted(self, entries: Iterable[Linked]) -> list[Linked]:
        """By title, as the page's language sorts."""
        return sorted(entries, key=lambda e: sort_key(title_of(e, self.locale), self.locale))

    def by_letter(self, terms: Iterable[Term]) -> list[tuple[str, list[Linked]]]:
        """Terms in alphabetical order, under their first letters."""
        groups = groupby(self.sorted(terms), key=lambda term: first_letter(title_of(term, self.locale), self.locale))
        return [(letter, list(some)) for letter, some in groups]

    def letter_id(self, letter: str) -> str:
        return {"Æ": "ae", "Ø": "oe", "Å": "aa"}.get(letter, letter.lower())

    def by_theme(self, examples: Iterable[Example]) -> list[tuple[Theme, list[Example]]]:
        """Examples under the themes they are told in."""
        found: dict[str, list[Example]] = {}
        for one in examples:
            found.setdefault(self.kb.home(one.id), []).append(one)
        return [(self.kb.get(theme, Theme), some) for theme, some in found.items()]

    def kinds_of(self, examples: Iterable[Example]) -> list[str]:
        """The kinds that some examples have, sorted by their word."""
        kinds = {one.kind for one in examples}
        return sorted(kinds, key=lambda kind: sort_key(str(self.t(f"example_{kind}")), self.locale))

    def charts(self) -> list[list[Statistic]]:
        """The statistics that are drawn, those of the same measure in one chart."""
        found: dict[str, list[Statistic]] = {}
        for one in self.kb.all(Statistic):
            if one.chart == "bars":
                found.setdefault(one.measure.da, []).append(one)
        return list(found.values())

    def pages_built_on(self, source: str) -> list[str]:
        """The entries with a page of their own that build on a source, each once."""
        built = (self.kb.home(entry.id) for entry in self.kb.built_on(source))
        return [i for i in dict.fromkeys(built) if i in self.map.homes and not self.map.homes[i][1]]

    def icon(self, name: str) -> Markup:
        """An icon; its drawing is put into the page once."""
        self.icons[name] = None
        return _icon(name)

    def sprite(self) -> Markup:
        """The drawings of the icons that the page uses."""
        symbols = Markup("").join(map(_symbol, self.icons))
        return Markup(f'<svg class="tb-sprite" width="0" height="0" aria-hidden="true">{symbols}</svg>')


@cache
def _symbol(name: str) -> Markup:
    return Markup('<symbol id="i-{}" viewBox="0 0 24 24"><path d="{}"/></symbol>').format(name, ICONS[name])


@cache
def _icon(name: str) -> Markup:
    return Markup('<svg class="tb-i" viewBox="0 0 24 24" aria-hidden="true"><use href="#i-{}"/></svg>').format(name)
