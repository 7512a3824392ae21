"""The pages of the theme sheets: themes, series, organisations, and the lists of what stands in the themes."""

from __future__ import annotations

from kb.leaving import origins, parts
from kb.leaving.marks import Blocks, bullets, escape, heading, item, paragraph, section
from kb.leaving.pen import Pen
from kb.model import Action, Case, Example, Finding, Organisation, Question, Series, Statistic, Theme


def theme(pen: Pen) -> Blocks:
    one = pen.kb.get(pen.page.entry, Theme)
    series = pen.kb.get(one.series, Series)
    yield paragraph(pen.name(one.purpose))
    n_of = pen.t("theme_n_of", n=str(one.number), of=str(len(series.titles)))
    yield f"{pen.link(series.id)} · {n_of}{pen.own(one.id)}"
    yield from parts.summary(pen, one.summary)
    yield parts.notes(pen, one.id)
    all_unspecified = all(finding.evidence == "unspecified" for finding in one.findings)
    lead = pen.t("evidence_all_unspecified" if all_unspecified else "evidence_some_unspecified")
    yield from section("findings", pen.t("findings_heading"), [parts.findings(pen, one.findings)], lead)
    yield from section("questions", pen.t("ask_yourselves"), [parts.questions(pen, one.questions)])
    yield from section("actions", pen.t("what_you_can_do"), [parts.actions(pen, one.actions)])
    yield from parts.help_(pen, one.id)
    yield from section("examples", pen.t("how_others_did"), [*parts.examples(pen, one.examples), *_guests(pen, one)])
    if one.sibling:
        yield from section("sibling", pen.t("same_theme_other_sector"), [_sibling(pen, one.sibling)])
    yield from parts.related(pen, one.id)
    yield from origins.references(pen, one.references)
    yield from origins.provenance(pen, one)


def _guests(pen: Pen, one: Theme) -> Blocks:
    """Examples told in another theme that belong to this one too."""
    body = bullets(
        f"{pen.to(guest.id, pen.name(guest.title))} – {pen.label(guest.organisation)}, "
        f"{parts.theme_link(pen, pen.kb.get(pen.kb.home(guest.id), Theme))}"
        for guest in pen.index.guests_of.get(one.id, [])
    )
    yield from section("guests", pen.t("from_other_themes"), [body], level=3)


def _sibling(pen: Pen, sibling: str) -> str:
    other = pen.kb.get(sibling, Theme)
    its = pen.kb.get(other.series, Series)
    told = parts.counts(pen, [("examples", len(other.examples))])
    return " · ".join(filter(None, [parts.theme_link(pen, other), pen.sector(its.sector), pen.name(its.short), told]))


def series(pen: Pen) -> Blocks:
    one = pen.kb.get(pen.page.entry, Series)
    themes = pen.index.themes_in.get(one.id, [])
    yield paragraph(pen.name(one.purpose))
    n_of = pen.t("n_of_titles", n=str(len(themes)), of=str(len(one.titles)))
    yield f"{pen.name(one.title)} · {pen.sector(one.sector)} · {n_of}{pen.own(one.id)}"
    yield from section("themes", pen.count(f"themes_for_{one.sector}", len(themes)), parts.cards(pen, one))
    publisher = [paragraph(pen.say(one.publisher_note)), pen.out(one.publisher.address, escape(one.publisher.name))]
    yield from section("publisher", pen.t("publisher"), publisher)
    yield from origins.provenance(pen, one)


def themes(pen: Pen) -> Blocks:
    yield paragraph(pen.t("themes_lead"))
    for its in pen.index.all(Series):
        body = [_card(pen, one) for one in pen.index.themes_in.get(its.id, [])]
        yield from section(f"series-{its.id}", pen.name(its.short), [bullets(body)])
        yield pen.to(its.id, pen.t("about_series"))


def _card(pen: Pen, one: Theme) -> str:
    kinds = (("findings", one.findings), ("questions", one.questions), ("actions", one.actions))
    told = parts.counts(pen, [*((word, len(some)) for word, some in kinds), ("examples", len(one.examples))])
    return item(f"{parts.theme_link(pen, one)}{pen.own(one.id)}", pen.name(one.purpose), told)


def examples(pen: Pen) -> Blocks:
    yield paragraph(pen.t("examples_lead"))
    yield pen.to("organisations", pen.t("all_organisations"))
    yield from parts.examples(pen, pen.index.all(Example), level=2)
    for one in pen.index.all(Case):
        organisation = pen.kb.get(one.organisation, Organisation)
        yield heading(2, pen.to(one.id, pen.name(one.title)), one.id)
        yield f"{pen.link(organisation.id)} · {pen.sector(organisation.sector)} · {pen.t('kind_case')}"
        yield paragraph(pen.say(one.purpose))
        yield f"{pen.t('as_told_in')} {origins.told_in(pen, one)}"


def organisations(pen: Pen) -> Blocks:
    yield paragraph(pen.t("organisations_lead"))
    for one in pen.sorted(pen.index.all(Organisation)):
        organisation = pen.kb.get(one.id, Organisation)
        yield heading(2, pen.to(one.id, escape(organisation.name)))
        yield " · ".join(filter(None, [pen.sector(organisation.sector) + pen.own(one.id), _told(pen, one.id)]))
        yield paragraph(pen.say(organisation.text))


def _told(pen: Pen, organisation: str) -> str:
    examples, cases = pen.index.examples_of.get(organisation, []), pen.index.cases_of.get(organisation, [])
    return parts.counts(pen, [("examples", len(examples)), ("cases", len(cases))])


def organisation(pen: Pen) -> Blocks:
    one = pen.kb.get(pen.page.entry, Organisation)
    yield paragraph(pen.say(one.text))
    yield " · ".join(filter(None, [pen.sector(one.sector) + pen.own(one.id), _told(pen, one.id)]))
    if one.aliases:
        yield f"{pen.t('also_called')} {', '.join(map(escape, one.aliases))}"
    told: dict[str, list[Example]] = {}
    for example in pen.index.examples_of.get(one.id, []):
        told.setdefault(pen.kb.home(example.id), []).append(example)
    for its, some in told.items():
        yield from section(f"in-{its}", pen.link(its), parts.examples(pen, some, who=False))
    cases = (item(pen.link(case.id), pen.say(case.purpose)) for case in pen.index.cases_of.get(one.id, []))
    yield from section("cases", pen.t("cases_title"), [bullets(cases)])
    yield from section("related", pen.t("mentioned_in"), [bullets(parts.pointers(pen, one.id))])
    yield from origins.provenance(pen, one)


def research(pen: Pen) -> Blocks:
    yield paragraph(pen.t("research_lead"))
    figures = [parts.figure_rows(pen, pen.index.all(Statistic)), pen.to("figures", pen.t("see_charts"))]
    yield from section("figures", pen.t("figures_title"), figures)
    findings = (
        item(parts.finding_text(pen, one), _where(pen, one.id, parts.evidence(pen, one)), anchor=one.id)
        for one in pen.index.all(Finding)
    )
    lead = pen.t("evidence_some_unspecified")
    yield from section("list", pen.t("findings_of_all_themes"), [bullets(findings)], lead)


def questions(pen: Pen) -> Blocks:
    yield paragraph(pen.t("questions_lead"))
    yield pen.to("dialogue", pen.t("choose_in_dialogue"))
    yield bullets(item(pen.say(one.text), _where(pen, one.id), anchor=one.id) for one in pen.index.all(Question))


def actions(pen: Pen) -> Blocks:
    yield paragraph(pen.t("actions_lead"))
    yield bullets(
        item(f"**{pen.name(one.title)}.** {pen.say(one.text)}", _where(pen, one.id), anchor=one.id)
        for one in pen.index.all(Action)
    )


def _where(pen: Pen, entry_id: str, more: str = "") -> str:
    """The sector and the page of an entry in a list of many."""
    home = pen.to(entry_id, pen.label(pen.kb.home(entry_id)))
    sector = pen.sector(pen.page_of(entry_id).sector or "guide")
    return " · ".join(filter(None, [sector, home + pen.own(entry_id), more]))
