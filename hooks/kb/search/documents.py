"""What search knows of each entry in a language: what is shown of it, and the words that lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.export import texts_of
from kb.layout import is_own
from kb.links import KnowledgeBase, Linked, texts_in
from kb.model import KINDS, Case, Entry, Example, GuidePage, Organisation, Reference, Source, Term
from kb.naming import headline, title_of
from kb.pages import Page, SiteMap
from kb.problems import Locale
from kb.prose import plain
from kb.values import Text
from kb.words import say

# The kinds in the order in which a reader can choose them, and in which results stand that are equally good.
ORDER = (
    "theme", "organisation", "term", "balance", "case", "example", "finding", "question", "action", "statistic",
    "guide", "page", "voice", "reference", "source", "series", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Document:
    """One entry: `title` and `text` are shown, `keys` are further names it goes by, `context` what it belongs to;
    `danish` are those of the title and of `where` that are Danish names in an English document.

    An entry without a title has its text as the title, and no other.
    """

    id: str
    kind: str
    title: str
    text: str
    keys: tuple[str, ...]
    context: tuple[str, ...]
    address: str
    sector: str
    where: tuple[str, ...]
    danish: tuple[str, ...] = ()

    @property
    def has_title(self) -> bool:
        """Whether the title is one, not the whole text."""
        return bool(self.text) or self.kind in {"organisation", "reference", "source"}


def documents(kb: KnowledgeBase, site_map: SiteMap, locale: Locale) -> list[Document]:
    """A document for every entry, in ORDER."""
    entries = sorted(kb.entries.values(), key=lambda entry: ORDER.index(KINDS[type(entry)]))
    return [_document(kb, site_map, entry, locale) for entry in entries]


def _document(kb: KnowledgeBase, site_map: SiteMap, entry: Linked, locale: Locale) -> Document:
    kind = KINDS[type(entry)]
    page = site_map.pages[site_map.homes[entry.id][0]]
    text = ""
    if isinstance(headline(entry), str) or hasattr(entry, "title"):
        text = " ".join(dict.fromkeys(_said(entry, locale)))
    return Document(
        id=entry.id,
        kind=kind,
        title=title_of(entry, locale),
        text=text,
        keys=tuple(_keys(entry, locale)),
        context=tuple(_context(kb, page, entry, locale)),
        address=site_map.address(entry.id, locale),
        sector=page.sector,
        where=tuple(_where(kb, page, entry, locale)),
        danish=tuple(_danish(kb, entry)) if locale == "en" else (),
    )


def _danish(kb: KnowledgeBase, entry: Linked) -> Iterator[str]:
    """The names that stay as they are in English texts: of organisations, publications and publishers."""
    title = headline(entry)
    if isinstance(title, str):
        yield title
    if isinstance(entry, Example | Case):
        yield kb.get(entry.organisation, Organisation).name
    if isinstance(entry, Reference | Source) and entry.publisher:
        yield entry.publisher


def _said(entry: Linked, locale: Locale) -> Iterator[str]:
    """Everything that an entry says under its title, what introduces it first."""
    beside = [getattr(entry, "description", None), getattr(entry, "full", None)]  # for search engines; a key
    if not isinstance(entry, Reference | Source):
        beside.append(getattr(entry, "note", None))  # for colleagues; readers see it on references and sources
    unsaid = {title_of(entry, locale), *(plain(text.get(locale)) for text in beside if isinstance(text, Text))}
    texts = [*texts_of(entry), *(texts_in(entry) if isinstance(entry, Entry) else ())]
    yield from (said for text in texts if (said := plain(text.get(locale))) not in unsaid)


def _keys(entry: Linked, locale: Locale) -> Iterator[str]:
    """Names that an entry goes by without its title having them."""
    if isinstance(entry, Term):
        yield from entry.synonyms.get(locale)
        yield from entry.forms.get(locale)
        if entry.full:
            yield plain(entry.full.get(locale))
    if isinstance(entry, Organisation):
        yield from entry.aliases
    if isinstance(entry, Case):
        yield from (person.name for person in entry.people if person.name)
    if isinstance(entry, GuidePage) and entry.author:
        yield entry.author.name
    if isinstance(entry, Reference) and entry.title_en and locale == "en":
        yield entry.title_en


def _context(kb: KnowledgeBase, page: Page, entry: Linked, locale: Locale) -> Iterator[str]:
    """Words that say where an entry belongs: tidspres falck eksempel."""
    kind = KINDS[type(entry)]
    yield say(kb.interface, f"kind_{kind}", locale)
    yield say(kb.interface, f"kinds_{kind}", locale)
    if page.sector:
        yield say(kb.interface, f"sector_{page.sector}", locale)
    yield from _where(kb, page, entry, locale)
    if isinstance(entry, Example):
        yield from (theme.title.get(locale) for theme in kb.themes_of(entry))


def _where(kb: KnowledgeBase, page: Page, entry: Linked, locale: Locale) -> Iterator[str]:
    """Whose an entry is and the page it stands on, as its result tells it."""
    if is_own(entry.id) and kb.own:
        yield say(kb.interface, "from_own", locale, name=kb.own.name)
    if isinstance(entry, Example | Case):
        yield kb.get(entry.organisation, Organisation).name
    if isinstance(entry, Reference | Source):
        yield from filter(None, [entry.publisher])
    elif page.entry != entry.id and not isinstance(entry, Term):
        yield page.title.get(locale)
