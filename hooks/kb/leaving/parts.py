"""The parts that pages share: findings, questions, examples, references, what is related, where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kb.leaving import origins
from kb.leaving.marks import Blocks, bullets, escape, heading, item, numbered, paragraph, section
from kb.leaving.pen import Pen
from kb.model import (
    Action,
    Block,
    Example,
    Finding,
    GuidePart,
    Organisation,
    Question,
    Series,
    Statistic,
    Theme,
    Value,
    Voice,
)
from kb.naming import with_figures
from kb.values import Text


def paragraphs(pen: Pen, blocks: Iterable[Block]) -> Blocks:
    return (paragraph(pen.say(one.text)) for one in blocks)


def former(pen: Pen, entry_id: str) -> str:
    """The ids that an entry had before, which old addresses name."""
    return "".join(f'<a id="{one}"></a>' for one in pen.index.former_ids.get(entry_id, []))


def notes(pen: Pen, entry_id: str) -> str:
    """The host's own notes on an entry."""
    found = (
        "> " + paragraph(f"**{pen.from_own()}:** {pen.say(one.text)}", one.id).replace("\n", "\n> ")
        for one in pen.index.notes_on.get(entry_id, [])
    )
    return "\n\n".join(found)


def pointer(pen: Pen, entry_id: str) -> str:
    """A link to an entry: by number where it stands on this page without a title, else by what it is called."""
    kind = pen.kb.kind(entry_id)
    if kind in {"finding", "question"} and pen.is_here(entry_id):
        n = entry_id[len(entry_id.rstrip("0123456789")) :]
        words = pen.t(f"the_{kind}", n=n)
        return pen.to(entry_id, words[:1].upper() + words[1:])
    home = pen.kb.home(entry_id)
    inside = (
        f" ({pen.label(home)})" if not pen.is_here(entry_id) and home != entry_id and home in pen.kb.entries else ""
    )
    return pen.link(entry_id) + inside


def pointers(pen: Pen, entry_id: str) -> list[str]:
    """What an entry points to and what points to it, a line a kind."""
    by_kind: dict[str, list[str]] = {}
    for one in pen.kb.see(entry_id):
        by_kind.setdefault(pen.kb.kind(one), []).append(one)
    return [f"{pen.t(f'kind_{kind}')}: {', '.join(pointer(pen, one) for one in ids)}" for kind, ids in by_kind.items()]


def _below(pen: Pen, entry_id: str, *more: str) -> list[str]:
    """What stands under the text of an entry: its tags, its ties and the host's notes."""
    told = [one for one in (*more, *pointers(pen, entry_id)) if one]
    return [*([" · ".join(told)] if told else []), notes(pen, entry_id)]


def findings(pen: Pen, some: Iterable[Finding]) -> str:
    return numbered(
        (
            one.id,
            finding_text(pen, one) + pen.own(one.id) + former(pen, one.id),
            *_below(pen, one.id, evidence(pen, one)),
        )
        for one in some
    )


def finding_text(pen: Pen, one: Finding) -> str:
    """A finding's statement with its figures in bold."""
    return pen.say(with_figures(one))


def evidence(pen: Pen, one: Finding) -> str:
    """What a finding rests on, where the source tells."""
    return "" if one.evidence == "unspecified" else pen.t(f"evidence_{one.evidence}")


def questions(pen: Pen, some: Iterable[Question]) -> str:
    return numbered((one.id, pen.say(one.text) + former(pen, one.id), *_below(pen, one.id)) for one in some)


def actions(pen: Pen, some: Iterable[Action]) -> str:
    return bullets(
        item(
            f"**{pen.name(one.title)}.** {pen.say(one.text)}{pen.own(one.id)}{former(pen, one.id)}",
            *_below(pen, one.id),
            anchor=one.id,
        )
        for one in some
    )


def examples(pen: Pen, some: Iterable[Example], level: int = 3, who: bool = True) -> Blocks:
    """Examples, each under a heading of its own; `who` tells whose they are."""
    for one in some:
        yield heading(level, pen.name(one.title), one.id)
        if who:
            organisation = pen.kb.get(one.organisation, Organisation)
            yield f"{pen.link(one.organisation)} · {pen.sector(organisation.sector)}{pen.own(one.id)}"
        yield paragraph(pen.say(one.text) + former(pen, one.id))
        yield notes(pen, one.id)
        yield bullets(_about_example(pen, one))


def _about_example(pen: Pen, one: Example) -> Blocks:
    yield pen.t(f"example_{one.kind}")
    if not pen.is_here(one.id):
        yield f"{pen.t('theme_label')}: {pen.link(pen.kb.home(one.id))}"
    if one.also_in:
        yield f"{pen.t('also_in')}: {', '.join(map(pen.link, one.also_in))}"
    if pen.is_here(one.id):
        yield from pointers(pen, one.id)
    if one.source:
        yield f"{pen.t('as_told_in')} {origins.told_in(pen, one)}"


def relations(pen: Pen, entry_id: str) -> str:
    """Related pages, each with the reason."""
    return bullets(
        item(
            f"{pen.link(one.to)} – {pen.t(f'kind_{pen.kb.kind(one.to)}')}, "
            f"{pen.sector(pen.page_of(one.to).sector or 'guide')}",
            pen.say(one.reason),
        )
        for one in pen.kb.relations.get(entry_id, [])
    )


def related(pen: Pen, entry_id: str) -> Blocks:
    """What is related, and what else in the base is about the same."""
    mentions = pointers(pen, entry_id)
    body = [relations(pen, entry_id)]
    if mentions:
        body += [heading(3, pen.t("mentioned_in")), bullets(mentions)]
    yield from section("related", pen.t("related_heading"), body)


def help_(pen: Pen, entry_id: str) -> Blocks:
    """Who to turn to at this workplace, where the host has told."""
    body: list[str] = []
    for one in pen.kb.help_for(entry_id):
        body.append(heading(3, pen.name(one.role)))
        body += [paragraph(text) for text in (escape(one.name or ""), pen.say(one.note) if one.note else "") if text]
        ways = [f"{pen.t('phone')}: {escape(one.phone)}"] if one.phone else []
        ways += [f"{pen.t('mail')}: [{escape(one.mail)}](mailto:{one.mail})"] if one.mail else []
        ways += [f"{pen.t('web')}: {pen.out(one.address)}"] if one.address else []
        body.append(bullets(ways))
    yield from section("help", pen.t("help_heading"), body)


def summary(pen: Pen, some: Iterable[Text]) -> Blocks:
    """The few lines that can be read in 20 seconds."""
    yield from section("brief", pen.t("in_20_seconds"), [paragraph(pen.say(one)) for one in some])


def guide_parts(pen: Pen, some: Iterable[GuidePart]) -> Blocks:
    for one in some:
        yield heading(3, pen.name(one.title), one.id)
        yield paragraph(pen.say(one.text) + former(pen, one.id))
        yield bullets(pointers(pen, one.id))


def voices(pen: Pen, some: Iterable[Voice]) -> str:
    return bullets(
        item(
            pen.say(one.text) + former(pen, one.id),
            f"– **{pen.name(one.role)}**, {pen.name(one.workplace)}",
            *pointers(pen, one.id),
            anchor=one.id,
        )
        for one in some
    )


def figure_rows(pen: Pen, some: Iterable[Statistic]) -> str:
    return bullets(
        f"**{' / '.join(value_text(pen, value) for value in one.values)}** {pen.say(one.text)} {pen.link(one.id)}"
        for one in some
    )


def value_text(pen: Pen, value: Value) -> str:
    """One figure as it is written: 81 %, 30–40 %, to ud af tre, 5.941."""
    if value.percent is not None:
        return pen.percent(value.percent)
    if value.low is not None and value.high is not None:
        return f"{pen.number(value.low)}–{pen.percent(value.high)}"
    if value.share is not None:
        return pen.t("share_of", a=pen.in_words(value.share[0]), b=pen.in_words(value.share[1]))
    return pen.number(value.count or 0)


def theme_link(pen: Pen, theme: Theme) -> str:
    """A theme's name with its number in the series: "Tidspres 4/10"."""
    of = len(pen.kb.get(theme.series, Series).titles)
    return f"{pen.to(theme.id, pen.name(theme.title))} {theme.number}/{of}"


def cards(pen: Pen, series: Series) -> Blocks:
    """The themes of a series, and the titles that are not in the base yet."""
    themes = pen.index.themes_in.get(series.id, [])
    yield bullets(
        f"{theme_link(pen, one)}{pen.own(one.id)} – {pen.count('examples', len(one.examples))}" for one in themes
    )
    here = {one.number for one in themes}
    lacking = [f"{n}. {pen.name(title)}" for n, title in enumerate(series.titles, 1) if n not in here]
    if lacking:
        yield heading(3, pen.count("not_in_base", len(lacking)))
        yield bullets(item(one.replace(". ", "\\. ", 1)) for one in lacking)
        yield pen.out(series.publisher.address, pen.t("find_at_publisher"))


def counts(pen: Pen, told: Sequence[tuple[str, int]]) -> str:
    """ "3 fund · 5 spørgsmål"."""
    return " · ".join(pen.count(word, n) for word, n in told if n)
