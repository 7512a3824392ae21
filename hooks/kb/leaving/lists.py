"""The pages that belong to no single entry: the front page, what is looked up, news, print and dialogue."""

from __future__ import annotations

from itertools import groupby

from kb.changes.news import News, anchor_of, by_kind
from kb.leaving import origins, parts
from kb.leaving.marks import Blocks, bullets, escape, heading, item, numbered, paragraph, section, table
from kb.leaving.pen import Pen
from kb.model import Balance, Case, Guide, Pole, Question, Reference, Series, Source, Term, Theme
from kb.naming import title_of
from kb.sorting import first_letter


def front(pen: Pen) -> Blocks:
    yield paragraph(pen.t("front_lead"))
    ways = [("way_read", "themes"), ("way_meet", "dialogue"), ("way_others", "examples")]
    told = bullets(f"**{pen.to(page, pen.t(word))}.** {pen.t(f'{word}_more')}" for word, page in ways)
    yield from section("ways", pen.t("three_ways"), [told])
    for series in pen.index.all(Series):
        n = len(pen.index.themes_in.get(series.id, []))
        body = [*parts.cards(pen, series), pen.to(series.id, pen.t("about_series"))]
        yield from section(f"series-{series.id}", pen.count(f"themes_for_{series.sector}", n), body)
    case = pen.kb.get(pen.kb.site.front_case, Case)
    tale = [*(paragraph(pen.say(one)) for one in case.summary), pen.to(case.id, pen.t("read_how"))]
    yield from section("tale", f"{pen.t('worth_reading')}: {pen.name(case.title)}", tale)
    steps = numbered(("", pen.t(f"band_{n}")) for n in range(1, 5))
    band = [steps, pen.to("dialogue", pen.t("band_button"))]
    yield from section("band", pen.t("band_heading"), band, pen.t("band_lead"))
    balances = bullets(map(pen.link, (one.id for one in pen.index.all(Balance))))
    yield from section("four", pen.t("four_heading"), [balances], pen.t("four_lead"))
    pages = ("research", "figures", "organisations", "questions", "actions", "glossary", "references", "sources")
    more = [bullets(pen.to(page, pen.name(pen.map.pages[page].title)) for page in (*pages, "print", "news"))]
    yield from section("more", pen.t("footer_look_up"), more)


def glossary(pen: Pen) -> Blocks:
    yield paragraph(pen.t("glossary_lead"))
    terms = pen.sorted(pen.index.all(Term))
    for letter, some in groupby(terms, key=lambda one: first_letter(title_of(one, pen.locale), pen.locale)):
        yield heading(2, escape(letter))
        for one in some:
            yield from _term(pen, pen.kb.get(one.id, Term))


def _term(pen: Pen, one: Term) -> Blocks:
    full = f" ({pen.name(one.full)})" if one.full else ""
    yield heading(3, pen.name(one.title) + full + pen.own(one.id), one.id)
    yield paragraph(pen.say(one.text) + parts.former(pen, one.id))
    told = []
    if called := one.synonyms.get(pen.locale):
        told.append(f"{pen.t('also_called')} {', '.join(map(escape, called))}")
    if pen.locale == "en":
        told.append(f"{pen.t('in_danish')} {escape(one.title.da)}")
    elif one.title.en:
        told.append(f"{pen.t('in_english')} {escape(one.title.en)}")
    yield bullets([*told, *parts.pointers(pen, one.id)])


def references(pen: Pen) -> Blocks:
    yield paragraph(pen.t("references_lead"))
    yield bullets(_reference(pen, pen.kb.get(one.id, Reference)) for one in pen.sorted(pen.index.all(Reference)))


def _reference(pen: Pen, one: Reference) -> str:
    checked = pen.t("checked_on", date=pen.date(one.checked)) if one.checked else pen.t("never_checked")
    users = [pen.link(user.id) for user in pen.index.users_of.get(one.id, [])]
    used = f" {pen.t('used_on')} {', '.join(users)}" if users else ""
    address = pen.out(one.address) if one.address else ""
    note = pen.say(one.note) if one.note else ""
    text = origins.reference(pen, one) + parts.former(pen, one.id)
    return item(text, address, note, checked + used, *parts.pointers(pen, one.id), anchor=one.id)


def sources(pen: Pen) -> Blocks:
    yield paragraph(pen.t("sources_lead"))
    for one in pen.index.all(Source):
        edition = f" ({pen.name(one.edition)})" if one.edition else ""
        yield heading(2, escape(one.title) + edition + pen.own(one.id), one.id)
        sort = pen.t(f"source_{one.kind}")
        if one.series:
            its = pen.kb.get(one.series, Series)
            sort += f" {one.number}/{len(its.titles)}, {pen.to(its.id, pen.name(its.title))}"
        written = f"{pen.t(f'in_language_{one.language}')}, {one.year or pen.t('undated')}"
        yield paragraph(f"{sort}. {escape(one.publisher)}. {written}.{parts.former(pen, one.id)}")
        if used := pen.index.built_on.get(one.id):
            yield f"{pen.t('used_on')} {', '.join(map(pen.link, used))}"


def print_(pen: Pen) -> Blocks:
    """What there is a sheet of; the sheets themselves are not in the tree."""
    yield paragraph(pen.t("export_sheets"))
    for series in pen.index.all(Series):
        themes = bullets(parts.theme_link(pen, one) for one in pen.index.themes_in.get(series.id, []))
        yield from section(series.id, pen.name(series.short), [themes])
    for guide in pen.index.all(Guide):
        rest = (one.id for kind in (Balance, Case) for one in pen.index.all(kind))
        yield from section(guide.id, pen.name(guide.title), [bullets(map(pen.link, [guide.id, *rest]))])


def news(pen: Pen, told: list[News]) -> Blocks:
    yield paragraph(pen.t("news_lead"))
    for one in told:
        release, version = one.release, one.difference.version
        title = pen.t("news_version", version=release.version) if release else pen.t("news_later", version=version)
        yield heading(2, title, anchor_of(release.version if release else f"{version}.next"))
        if release:
            yield paragraph(pen.date(release.date))
            yield from (paragraph(pen.name(text)) for text in release.text)
        yield from _changes(pen, one)


def _changes(pen: Pen, one: News) -> Blocks:
    if one.difference.since is None:
        kinds = [[pen.t(f"kinds_{kind}"), str(len(some))] for kind, some in by_kind(one.difference.added)]
        yield table([pen.t("news_content"), pen.t("news_number")], kinds)
    elif one.difference.is_empty:
        yield paragraph(pen.t("news_none", version=one.difference.since))
    for name, changes in one.difference.groups() if one.difference.since is not None else ():
        yield heading(3, f"{pen.t(f'news_{name}')} ({len(changes)})")
        for kind, some in by_kind(changes):
            yield heading(4, f"{pen.t(f'kinds_{kind}')} ({len(some)})")
            yield bullets(_change(pen, name, change.entry, change.parts) for change in some)


def _change(pen: Pen, name: str, entry: object, changed: tuple[str, ...]) -> str:
    assert isinstance(entry, dict)
    there = name != "removed" and entry["id"] in pen.map.homes
    title = entry["title"].get(pen.locale) or entry["title"].get("da", "")
    parts_ = ", ".join(pen.t(f"news_part_{part}") for part in changed)
    return (pen.link(entry["id"]) if there else escape(title)) + (f" ({parts_})" if parts_ else "")


def dialogue(pen: Pen) -> Blocks:
    """What a meeting needs on paper: agendas, topics, balances and a form."""
    yield paragraph(pen.t("dialogue_lead"))
    yield paragraph(pen.t("export_dialogue"))
    yield from section("agendas", pen.t("dlg_agendas"), _agendas(pen), pen.t("dlg_agendas_lead"))
    topics = [block for theme in pen.index.all(Theme) for block in _topic(pen, theme)]
    for guide in pen.index.all(Guide):
        topics += [heading(3, pen.to(guide.id, pen.t("dlg_general"))), _questions(pen, guide.questions)]
    yield from section("topics", pen.t("dlg_topics"), topics, pen.t("dlg_topics_lead"))
    balances = [block for balance in pen.index.all(Balance) for block in _balance(pen, balance)]
    yield from section("balances", pen.t("balances_title"), balances, pen.t("dlg_balances_lead"))
    lines = bullets(f"{pen.t(f'dlg_{word}')}:" for word in ("name", "date", "present"))
    heads = [pen.t(f"tool_apv_{word}") for word in ("problem", "cause", "what", "who", "when", "follow_up")]
    yield from section("form", pen.t("dlg_form"), [lines, table(heads, [[""] * 6] * 5)], pen.t("dlg_form_lead"))


def _agendas(pen: Pen) -> Blocks:
    for meeting in pen.kb.meetings:
        yield heading(3, pen.name(meeting.title))
        yield paragraph(pen.name(meeting.purpose))
        for agenda in meeting.agendas:
            yield heading(4, pen.t("dlg_minutes", n=str(agenda.minutes)))
            yield numbered(
                ("", f"{pen.t('dlg_minutes', n=str(one.minutes))}: {pen.name(one.text)}") for one in agenda.points
            )


def _topic(pen: Pen, one: Theme) -> Blocks:
    yield heading(3, pen.link(one.id))
    yield _questions(pen, one.questions)
    yield heading(4, pen.t("what_you_can_do"))
    yield bullets(f"**{pen.name(action.title)}.** {pen.name(action.text)}" for action in one.actions)
    yield heading(4, pen.t("findings_heading"))
    yield bullets(pen.name(finding.text) for finding in one.findings)


def _questions(pen: Pen, some: list[Question]) -> str:
    return bullets(pen.name(one.text) for one in some)


def _balance(pen: Pen, one: Balance) -> Blocks:
    yield heading(3, pen.link(one.id))
    yield paragraph(f"{pen.name(one.left.name)} – {pen.name(one.right.name)}")
    heads = ["", *(str(n) for n in range(1, 8))]
    yield table(heads, [[pen.t(f"tool_{when}"), *[""] * 7] for when in ("today", "wanted")])
    yield _questions(pen, one.questions)
    for pole in (one.left, one.right):
        yield from _pole(pen, pole)


def _pole(pen: Pen, one: Pole) -> Blocks:
    yield heading(4, pen.name(one.name))
    yield paragraph(f"{pen.name(one.overview.advantage)} {pen.name(one.overview.drawback)}")
    research = [one_id for one_id in one.research if one_id in pen.kb.entries]
    yield from section("", pen.t("findings_heading"), [bullets(map(pen.link, research))], level=5)
