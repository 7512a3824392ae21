"""The pages of the booklet: its front, chapters, balances, cases and figures."""

from __future__ import annotations

from collections.abc import Iterable

from kb.leaving import origins, parts
from kb.leaving.marks import Blocks, bullets, escape, heading, item, paragraph, section, table
from kb.leaving.pen import Pen
from kb.model import (
    Balance,
    Case,
    Guide,
    GuidePage,
    GuidePart,
    Organisation,
    Pole,
    Question,
    Section,
    Statistic,
    Voice,
)


def guide(pen: Pen) -> Blocks:
    one = pen.kb.get(pen.page.entry, Guide)
    yield paragraph(pen.name(one.purpose))
    yield from parts.summary(pen, one.summary)
    levels = bullets(f"**{pen.name(level.title)}.** {pen.say(level.text)}" for level in one.levels)
    about = [*parts.paragraphs(pen, one.intro), *section("levels", pen.t("two_levels"), [levels], level=3)]
    yield from section("about", pen.t("what_it_is_about"), about)
    yield from section("pages", pen.t("toc_chapters"), [_chapters(pen, pen.index.all(GuidePage))])
    balances = [_balances(pen), pen.to("balances", pen.t("all_balances"))]
    yield from section("balances", pen.t("balances_title"), balances)
    yield from section("cases", pen.t("cases_title"), [_cases(pen), pen.to("cases", pen.t("all_cases"))])
    title, lead = pen.count("dialogue_questions", len(one.questions)), pen.t("general_questions_lead")
    yield from section("questions", title, [parts.questions(pen, one.questions)], lead)
    yield from parts.related(pen, one.id)
    yield from origins.references(pen, one.references)
    here = pen.index.shown_on.get("guide", [])
    yield from _voices(pen, pen.kb.some(here, Voice))
    yield from section("booklet", pen.t("more_about_booklet"), parts.guide_parts(pen, pen.kb.some(here, GuidePart)))
    yield from origins.provenance(pen, one)


def _chapters(pen: Pen, some: Iterable[GuidePage | Balance]) -> str:
    return bullets(item(pen.link(one.id), pen.name(one.purpose)) for one in some)


def _balances(pen: Pen) -> str:
    """The balances, each with its two poles."""
    return bullets(
        item(f"{pen.link(one.id)} – {_ends(pen, one)}", pen.name(one.purpose)) for one in pen.index.all(Balance)
    )


def _ends(pen: Pen, one: Balance) -> str:
    return f"{pen.name(one.dimension)}: {pen.name(one.left.name)} – {pen.name(one.right.name)}"


def _cases(pen: Pen) -> str:
    return bullets(f"{pen.link(one.id)} – {pen.label(one.organisation)}" for one in pen.index.all(Case))


def _voices(pen: Pen, some: list[Voice]) -> Blocks:
    yield from section("voices", pen.t("voices_heading"), [parts.voices(pen, some)], pen.t("voices_lead"))


def guide_page(pen: Pen) -> Blocks:
    one = pen.kb.get(pen.page.entry, GuidePage)
    yield paragraph(pen.name(one.purpose))
    if one.author:
        yield f"{pen.t('advice_from')} {escape(one.author.name)}, {pen.name(one.author.role)}"
    for part in one.sections:
        yield from section(part.id, pen.name(part.title), _chapter_section(pen, part))
    yield from section("others", pen.t("more_chapters"), [pen.link("maal-med-mening"), *_next(pen, one)])
    yield from origins.provenance(pen, one)


def _next(pen: Pen, one: GuidePage) -> Blocks:
    others = [other for other in pen.index.all(GuidePage) if other.id != one.id]
    yield bullets([*map(pen.link, (other.id for other in others)), pen.to("balances", pen.t("balances_title"))])


def _chapter_section(pen: Pen, part: Section) -> Blocks:
    yield from parts.paragraphs(pen, part.text)
    yield from parts.guide_parts(pen, pen.kb.some(part.entries, GuidePart))
    yield parts.figure_rows(pen, pen.kb.some(part.entries, Statistic))
    if voices := pen.kb.some(part.entries, Voice):
        yield paragraph(pen.t("voices_lead"))
        yield parts.voices(pen, voices)
    yield parts.questions(pen, pen.kb.some(part.entries, Question))


def balances(pen: Pen) -> Blocks:
    some = pen.index.all(Balance)
    yield paragraph(pen.t("balances_lead"))
    yield from section("each", pen.t("toc_balances"), [_balances(pen)])
    heads = [pen.t(word) for word in ("kind_balance", "pole", "advantages", "drawbacks")]
    rows = [
        [
            f"{one.number}. {pen.link(one.id)}",
            pen.name(pole.name),
            pen.say(pole.overview.advantage),
            pen.say(pole.overview.drawback),
        ]
        for one in some
        for pole in (one.left, one.right)
    ]
    yield from section("overview", pen.t("overview_heading"), [table(heads, rows)], pen.t("overview_lead"))
    hints = pen.kb.some(pen.index.shown_on.get("balances", []), GuidePart)
    yield from section("hints", pen.t("hints_heading"), parts.guide_parts(pen, hints), pen.t("hints_lead"))
    yield from _built_on_guide(pen)


def _built_on_guide(pen: Pen) -> Blocks:
    for one in pen.index.all(Guide)[:1]:
        yield from origins.provenance(pen, one)


def balance(pen: Pen) -> Blocks:
    one = pen.kb.get(pen.page.entry, Balance)
    others = [other for other in pen.index.all(Balance) if other.id != one.id]
    yield paragraph(pen.name(one.purpose))
    n_of = pen.t("balance_n_of", n=str(one.number), of=str(len(others) + 1))
    yield f"{pen.to('balances', n_of)} · {pen.name(one.dimension)}"
    yield from parts.summary(pen, one.summary)
    yield parts.notes(pen, one.id)
    scale = paragraph(f"**{pen.name(one.left.name)} – {pen.name(one.right.name)}.** {pen.t('scale_caption')}")
    yield from section("scale", pen.t("what_it_is_about"), [scale, *parts.paragraphs(pen, one.intro)])
    yield from section("poles", pen.t("poles_heading"), [*_pole(pen, one.left), *_pole(pen, one.right)])
    yield from _voices(pen, pen.index.voices_about.get(one.id, []))
    title = pen.count("dialogue_questions", len(one.questions))
    yield from section("questions", title, [parts.questions(pen, one.questions)])
    advice = (
        f"**{pen.to(part.id, pen.name(part.title))}.** {pen.say(part.text)}"
        for part in pen.kb.some(one.advice, GuidePart)
    )
    yield from section("advice", pen.t("advice_heading"), [bullets(advice)])
    yield from parts.help_(pen, one.id)
    yield from parts.related(pen, one.id)
    rest = bullets(f"{pen.link(other.id)} – {_ends(pen, other)}" for other in others)
    yield from section("others", pen.t("other_balances"), [rest, pen.to("balances", pen.t("all_balances"))])
    yield from origins.provenance(pen, one)


def _pole(pen: Pen, one: Pole) -> Blocks:
    yield heading(3, pen.name(one.title))
    yield from section("", pen.t("advantages"), [bullets(map(pen.say, one.advantages))], level=4)
    note = [paragraph(pen.say(one.drawbacks_note))] if one.drawbacks_note else []
    yield from section("", pen.t("drawbacks"), [*note, bullets(map(pen.say, one.drawbacks))], level=4)
    if one.demands:
        yield paragraph(f"**{pen.t('demands')}**")
        yield bullets(map(pen.say, one.demands))


def cases(pen: Pen) -> Blocks:
    yield paragraph(pen.t("cases_lead"))
    for one in pen.index.all(Case):
        organisation = pen.kb.get(one.organisation, Organisation)
        yield heading(2, pen.to(one.id, pen.name(one.title)))
        yield f"{pen.link(organisation.id)} · {pen.sector(organisation.sector)}"
        yield paragraph(pen.say(one.purpose))
        yield from (paragraph(pen.say(text)) for text in one.summary)


def case(pen: Pen) -> Blocks:
    one = pen.kb.get(pen.page.entry, Case)
    yield paragraph(pen.name(one.purpose))
    yield f"{pen.t('case_from')} {pen.link(one.organisation)}"
    yield from parts.summary(pen, one.summary)
    yield parts.notes(pen, one.id)
    for step in ("problem", "did", "effect"):
        body: list[str] = []
        for part in one.sections:
            if part.step == step:
                body += [heading(3, pen.name(part.title)), *parts.paragraphs(pen, part.text)]
        yield from section(step, pen.t(f"step_{step}"), body)
    yield from section("figures", pen.t("figures_in_case"), _key_figures(pen, one))
    people = (
        f"**{escape(person.name)}**, {pen.name(person.role)}" if person.name else pen.name(person.role)
        for person in one.people
    )
    yield from section("people", pen.t("people_heading"), [bullets(people)], pen.t("people_lead"))
    yield from parts.help_(pen, one.id)
    yield from parts.related(pen, one.id)
    others = (
        f"{pen.link(other.id)} – {pen.label(other.organisation)}" for other in pen.index.all(Case) if other.id != one.id
    )
    yield from section("others", pen.t("other_cases"), [bullets(others)])
    yield from origins.provenance(pen, one)


def _key_figures(pen: Pen, one: Case) -> Blocks:
    told = []
    for figure in one.key_figures:
        shown = f"{pen.say(figure.label)}: **{pen.name(figure.value)}**"
        if figure.before_text:
            shown += f" ({pen.t('before').lower()}: {pen.name(figure.before_text)})"
        told.append(shown)
    yield bullets(told)


def figures(pen: Pen) -> Blocks:
    yield paragraph(pen.t("figures_lead"))
    charts: dict[str, list[Statistic]] = {}
    for one in pen.index.all(Statistic):
        charts.setdefault(one.measure.da if one.chart == "bars" else one.id, []).append(one)
    for some in charts.values():
        yield heading(2, pen.name(some[0].title))
        yield paragraph(pen.name(some[0].measure))
        for one in some:
            if one is not some[0]:
                yield heading(3, pen.name(one.title))
            yield from _statistic(pen, one)
    yield from _built_on_guide(pen)


def _statistic(pen: Pen, one: Statistic) -> Blocks:
    yield paragraph(pen.say(one.text) + parts.former(pen, one.id), one.id)
    rows = (
        [pen.name(value.label) if value.label else pen.t("value_n", n=str(n)), parts.value_text(pen, value)]
        for n, value in enumerate(one.values, 1)
    )
    yield table([pen.t("group"), pen.t("share")], rows)
    if one.caveat:
        yield "> " + paragraph(pen.say(one.caveat))
    yield paragraph(". ".join(_asked(pen, one)) + ".")
    if told := parts.pointers(pen, one.id):
        yield f"{pen.t('used_on')} {' · '.join(told)}"


def _asked(pen: Pen, one: Statistic) -> Blocks:
    """Who was asked, when, and how many answered."""
    yield pen.name(one.population) + (f", {one.year}" if one.year else "")
    if one.asked:
        yield pen.t("asked", n=pen.number(one.asked))
    if one.n:
        yield pen.t("answered", n=pen.number(one.n))
    elif one.n_text:
        yield pen.t("answered", n=pen.name(one.n_text))
