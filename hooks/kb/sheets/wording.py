"""The base's words on paper: texts as runs that Typst only has to show, labels, addresses, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kb import prose
from kb.layout import is_own
from kb.links import KnowledgeBase
from kb.model import Entry, Organisation, PageEntry, Reference, Series, Source, Term, Theme
from kb.naming import shorten, title_of
from kb.pages import SiteMap
from kb.phrases import Phrases
from kb.problems import Locale
from kb.sheets.sheet import Shelf
from kb.text import NO_WORDS, unbroken
from kb.text import Words as Glossary
from kb.values import Places, Text
from kb.view import View
from kb.words import say

# A piece of a text: {"t": words, "b": bold, "i": italic, "da": Danish in an English text, "url": where it leads}.
Run = dict[str, Any]
Runs = list[Run]

_MARKS: dict[str, Run] = {"bold": {"b": True}, "italic": {"i": True}}


@dataclass(frozen=True)
class Wording:
    """The words of one language, as a sheet has them. `inside` are the ids that have their place in the same PDF."""

    kb: KnowledgeBase
    map: SiteMap
    locale: Locale
    danish_names: Phrases
    glossary: Glossary
    inside: frozenset[str] = frozenset()

    # -- Texts

    def runs(self, text: Text) -> Runs:
        """A text with its bold, italics and links; marked as Danish where the English is missing."""
        found = list(self._inline(text.get(self.locale)))
        return found if text.shown_in(self.locale) == self.locale else [run | {"da": True} for run in found]

    def danish(self, words: str) -> Runs:
        """A Danish name or title."""
        return [{"t": words, "da": True}] if self.locale == "en" else [{"t": words}]

    def plain(self, text: Text) -> str:
        return prose.plain(text.get(self.locale))

    def word(self, key: str, **facts: object) -> str:
        """A word of the interface, as plain text."""
        return prose.plain(say(self.kb.interface, key, self.locale, **facts))

    def words(self, *keys: str) -> dict[str, str]:
        """Words of the interface whose key begins with `sheet_`, by the rest of their key."""
        return {key: self.word(f"sheet_{key}") for key in keys}

    def view(self) -> View:
        """What the pages say, in this language."""
        return View(self.kb, self.map, None, self.locale, None, "/", NO_WORDS, Shelf({}), self.danish_names)

    def _inline(self, text: str) -> Iterator[Run]:
        for piece in prose.pieces(text):
            if not piece.mark:
                yield from self._leaf(piece.text)
                continue
            target = self._target(piece.target) if piece.mark == "link" else ""
            more: Run = {"url": target} if target else _MARKS.get(piece.mark, {})
            for run in self._inline(piece.text):
                yield run | more

    def _leaf(self, text: str) -> Iterator[Run]:
        """Words without marks; in English texts Danish names are set apart, so that they are read and broken right."""
        at = 0
        for start, end in self.danish_names.found_in(text) if self.locale == "en" else ():
            yield from _run(text[at:start])
            yield {"t": text[start:end], "da": True}
            at = end
        yield from _run(text[at:])

    # -- Addresses

    def url(self, entry_or_page: str) -> str:
        """The full address of an entry or a page; empty while the site has none: no sheet may lead nowhere."""
        return self.view().absolute(entry_or_page) if self.kb.site.has_own_address else ""

    def _target(self, named: str) -> str:
        if named in self.inside:
            return "#" + named
        return named if prose.ADDRESS.fullmatch(named) else self.url(named)

    # -- Entries

    def terms_in(self, texts: list[Text], most: int) -> list[dict[str, Any]]:
        """The glossary terms that stand in some texts, the first ones, with what they mean."""
        found: dict[str, None] = {}
        for text in texts:
            plain = self.plain(text)
            for start, end in self.glossary.found_in(plain):
                found[self.glossary.meaning(plain[start:end]).id] = None
        terms = self.kb.some(list(found)[:most], Term)
        return [{"name": self.term_name(term), "text": self.runs(term.text)} for term in terms]

    def term_name(self, term: Term) -> Runs:
        """A term with its full name: `AHT (average handling time)`."""
        full = [{"t": " ("}, *self.runs(term.full), {"t": ")"}] if term.full else []
        return [*self.runs(term.title), *full]

    def references(self, ids: list[str]) -> list[dict[str, Any]]:
        return [self.reference(one) for one in self.kb.some(ids, Reference)]

    def reference(self, one: Reference) -> dict[str, Any]:
        """A reference with its address as it is written on paper, unless it is dead."""
        title = self.danish(one.title)
        if self.locale == "en" and one.title_en:
            title = [*title, {"t": f" ({one.title_en})"}]
        alive = one.address if one.address and not one.dead else None
        remark = self.word("dead_address") if one.dead else None if one.address else self.word("no_address")
        return {
            "title": title,
            "publisher": self.danish(one.publisher) if one.publisher else None,
            "address": alive,
            "shown": shown_address(alive) if alive else "",
            "remark": remark,
        }

    def organisation(self, entry_id: str) -> Runs:
        return self.danish(self.kb.get(entry_id, Organisation).name)

    def sources(self, places: Places) -> list[Runs]:
        """Each source with its edition, its number in its series, its year and its publisher."""
        return [self.source(self.kb.get(one, Source)) for one in places if one in self.kb.entries]

    def source(self, source: Source) -> Runs:
        told: Runs = [run | {"i": True} for run in self.danish(source.title)]
        if source.edition:
            told += [{"t": " ("}, *self.runs(source.edition), {"t": ")"}]
        if source.series:
            series = self.kb.get(source.series, Series)
            told.append({"t": ", " + self.word("sheet_n_of", n=source.number, of=len(series.titles)) + " "})
            told += [run | {"i": True} for run in self.runs(series.title)]
        told.append({"t": f", {source.year or self.word('undated')}. "})
        return [*told, *self.danish(source.publisher), {"t": "."}]

    def review(self, entry: PageEntry) -> str:
        """Whether a person has reviewed the entry."""
        if entry.reviewed is None:
            return self.word("not_reviewed")
        date = self.view().date(entry.reviewed)
        if entry.reviewed_by:
            return self.word("reviewed_by", date=date, role=self.plain(entry.reviewed_by))
        return self.word("reviewed_on", date=date)

    def help(self, entry_id: str) -> list[dict[str, Any]]:
        """Who to turn to at the host's workplace about an entry."""
        return [
            {
                "role": self.runs(one.role),
                "name": self.danish(one.name) if one.name else None,
                "note": self.runs(one.note) if one.note else None,
                "ways": self._ways(one.phone, one.mail, one.address),
            }
            for one in self.kb.help_for(entry_id)
        ]

    def host(self) -> dict[str, Any] | None:
        """Who provides the site, and how to reach them."""
        host = self.kb.site.host
        if host is None:
            return None
        told = [{"t": self.word("host_provided_by") + " "}, *(run | {"b": True} for run in self.danish(host.name))]
        return {"told": told, "ways": self._ways(host.phone, host.mail, None)}

    def _ways(self, phone: str | None, mail: str | None, address: str | None) -> list[dict[str, str]]:
        view = self.view()
        ways = [(view.tel(phone), phone)] if phone else []
        ways += [(view.mailto(mail), mail)] if mail else []
        ways += [(address, shown_address(address))] if address else []
        return [{"url": str(url), "shown": shown} for url, shown in ways]

    def whose(self, entry_id: str) -> Runs:
        """What tells that an entry is the host's own addition; nothing for others."""
        if self.kb.own is None or not is_own(entry_id):
            return []
        return [{"t": " · " + self.word("from_own", name=self.kb.own.name)}]

    def notes(self, entry: Entry) -> list[dict[str, Any]]:
        """The host's own notes on an entry and on what stands inside it, each under what it is about."""
        noted = [entry, *entry.nested()]
        return [
            {"about": shorten(title_of(one, self.locale), 50) if one is not entry else "", "text": self.runs(note.text)}
            for one in noted
            for note in self.kb.notes_on(one.id)
        ]

    def sector_of(self, entry: Entry) -> str:
        """private, public or guide."""
        return self.kb.get(entry.series, Series).sector if isinstance(entry, Theme) else "guide"


def shown_address(address: str) -> str:
    """An address as it stands on paper: without https:// and without the slash at its end."""
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


def _run(text: str) -> Iterator[Run]:
    if text:
        yield {"t": unbroken(text)}
