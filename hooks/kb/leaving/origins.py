"""Where a text comes from and where it leads on to: sources, references, reviews."""

from __future__ import annotations

from collections.abc import Iterable

from kb.leaving.marks import Blocks, bullets, escape, heading, section
from kb.leaving.pen import Pen
from kb.model import Entry, PageEntry, Reference, Series, Source


def told_in(pen: Pen, entry: Entry) -> str:
    """Where an entry was told: "Tidspres (temaark 4/10), uden år"."""
    sources = pen.kb.some(entry.source, Source)
    told = [_edition(pen, one) for one in sources]
    year = str(sources[-1].year) if sources and sources[-1].year else pen.t("undated")
    return ", ".join([*told, year])


def _edition(pen: Pen, one: Source) -> str:
    return pen.to(one.id, escape(one.title)) + (f" ({pen.name(one.edition)})" if one.edition else "")


def reference(pen: Pen, one: Reference) -> str:
    """A reference: its title with its address, its publisher, its kind."""
    title = escape(one.title)
    shown = pen.out(one.address, title) if one.address and not one.dead else f"**{title}**"
    if pen.locale == "en" and one.title_en:
        shown += f" ({escape(one.title_en)})"
    shown += f". {escape(one.publisher)}" if one.publisher else ""
    shown += f" · {pen.t(f'reference_{one.kind}')}{pen.own(one.id)}"
    if one.dead or not one.address:
        shown += f" · {pen.t('dead_address' if one.dead else 'no_address')}"
    return shown


def references(pen: Pen, ids: Iterable[str]) -> Blocks:
    some = pen.kb.some(ids, Reference)
    told = bullets(f"{reference(pen, one)} · {pen.to(one.id, pen.t('about_reference'))}" for one in some)
    yield from section("references", pen.t("references_heading"), [told])


def provenance(pen: Pen, entry: PageEntry) -> Blocks:
    """Which documents a page is retold from, and whether somebody has reviewed it."""
    yield heading(2, pen.t("source"), "source")
    told = [_origin(pen, one) for one in pen.kb.some(entry.source, Source)]
    own = pen.from_own() if pen.is_own(entry.id) else ""
    told.append(f"{own[:1].upper()}{own[1:]}." if own else pen.t("retold"))
    told.append(f"{pen.t('review')}: {_review(pen, entry)}")
    yield bullets(told)


def _origin(pen: Pen, one: Source) -> str:
    series = ""
    if one.series:
        its = pen.kb.get(one.series, Series)
        series = f", {pen.t('sheet_n_of', n=str(one.number), of=str(len(its.titles)))} {pen.name(its.title)}"
    return f"{_edition(pen, one)}{series}, {one.year or pen.t('undated')}. {escape(one.publisher)}."


def _review(pen: Pen, entry: PageEntry) -> str:
    if not entry.reviewed:
        return pen.t("not_reviewed")
    day = pen.date(entry.reviewed)
    by = entry.reviewed_by
    told = pen.t("reviewed_by", date=day, role=pen.name(by)) if by else pen.t("reviewed_on", date=day)
    return told + (f" {pen.t('review_due', date=pen.date(entry.review_due))}" if entry.review_due else "")
