"""What entries are called: titles, names and terms, and how they are found in texts."""

from __future__ import annotations

import re

from kb.layout import is_own
from kb.links import KnowledgeBase, Linked
from kb.model import Case, Finding, GuidePage, Organisation, Series, Source, Term
from kb.problems import Locale
from kb.prose import plain
from kb.text import Meaning, names_pattern
from kb.text import Words as Glossary
from kb.values import Text
from kb.words import say


def with_figures(finding: Finding) -> Text:
    """A finding's statement with its figures in bold."""
    da, en = finding.text.da, finding.text.en
    for figure in finding.figures:
        da = da.replace(figure.da, f"**{figure.da}**", 1)
        en = en.replace(figure.en, f"**{figure.en}**", 1) if en and figure.en else en
    return Text.model_construct(da=da, en=en)


def headline(entry: Linked) -> Text | str:
    """What an entry is called: a name as it is, a title, or the text itself of what has no title."""
    if isinstance(entry, Organisation):
        return entry.name
    found: Text | str = getattr(entry, "title" if hasattr(entry, "title") else "text")
    return found


def title_of(entry: Linked, locale: Locale) -> str:
    """An entry's headline as plain text."""
    title = headline(entry)
    return title if isinstance(title, str) else plain(title.get(locale))


def shorten(text: str, most: int = 70) -> str:
    """A text cut at a word."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:–") + " …"


def glossary_of(kb: KnowledgeBase, locale: Locale) -> Glossary:
    """The terms that are marked in texts, with every form they take."""
    found = []
    for term in kb.all(Term):
        name = term.title.get(locale) + (f" ({term.full.get(locale)})" if term.full else "")
        forms = [term.title.get(locale), *term.forms.get(locale)]
        if is_own(term.id) and kb.own:
            name += f" – {say(kb.interface, 'from_own', locale, name=kb.own.name)}"
        english = english_full(term) if locale == "da" else ""
        found.append((Meaning(term.id, name, term.text.get(locale), english), forms))
    return Glossary.of(found)


def english_full(term: Term) -> str:
    """What a term stands for, where that is the same in both languages: English, as in AHT."""
    return term.full.da if term.full and term.full.da == term.full.en else ""


def danish_names(kb: KnowledgeBase) -> re.Pattern[str] | None:
    """Finds names that stay Danish in English texts: of organisations, people, publishers, and those in site.yml."""
    names = set(kb.site.danish_names)
    for organisation in kb.all(Organisation):
        names |= {organisation.name, *organisation.aliases}
    for case in kb.all(Case):
        names |= {person.name for person in case.people if person.name}
    for page in kb.all(GuidePage):
        names |= {page.author.name} if page.author else set()
    names |= {series.publisher.name for series in kb.all(Series)}
    names |= {source.publisher for source in kb.all(Source)}
    return names_pattern(names)
