"""What a reader finds: every theme whole, every link with its way back, every page with its source."""

from __future__ import annotations

import pytest
from crawl import Page, Site, text_of

from kb.links import KnowledgeBase
from kb.model import Balance, Case, Entry, Example, Guide, GuidePage, Organisation, Source, Statistic, Theme

LOCALES = ["da", "en"]
both = pytest.mark.parametrize("locale", LOCALES)


def links_from(site: Site, entry: str, locale: str) -> set[tuple[str, str]]:
    return site.links(site.page_of(entry, locale))


def parts_of(theme: Theme) -> list[str]:
    return [one.id for one in (*theme.findings, *theme.questions, *theme.actions, *theme.examples)]


# -- Themes


@both
def test_a_theme_shows_all_that_it_holds(locale: str, site: Site, base: KnowledgeBase) -> None:
    held = {theme.id: parts_of(theme) for theme in base.all(Theme)}
    shown = {one: [i for i in site.page_of(one, locale).ids if i in set(held[one])] for one in held}
    assert shown == held


@both
def test_a_theme_shows_its_sections_in_the_order_of_the_design(locale: str, site: Site, base: KnowledgeBase) -> None:
    order = ["findings", "questions", "actions", "examples", "sibling", "related", "references"]
    shown = {theme.id: [i for i in site.page_of(theme.id, locale).ids if i in order] for theme in base.all(Theme)}
    assert shown == {theme: [i for i in order if i in ids] for theme, ids in shown.items()}


@both
def test_a_theme_tells_its_sector_and_number(locale: str, site: Site) -> None:
    told = {"da": "Tema 4 af 10", "en": "Theme 4 of 10"}
    assert told[locale] in site.page_of("private-04", locale).text


@both
def test_the_same_theme_in_the_other_sector_is_linked_both_ways(locale: str, site: Site, base: KnowledgeBase) -> None:
    pairs = [(theme.id, theme.sibling) for theme in base.all(Theme) if theme.sibling]
    assert [pair for pair in pairs if site.place_of(pair[1], locale) not in links_from(site, pair[0], locale)] == []


def test_siblings_are_each_others(base: KnowledgeBase) -> None:
    siblings = {theme.id: theme.sibling for theme in base.all(Theme) if theme.sibling}
    assert siblings and {other: one for one, other in siblings.items()} == siblings


@both
def test_a_theme_lists_its_references(locale: str, site: Site, base: KnowledgeBase) -> None:
    named = [(theme.id, one) for theme in base.all(Theme) for one in theme.references]
    assert [pair for pair in named if site.place_of(pair[1], locale) not in links_from(site, pair[0], locale)] == []


@both
def test_a_reference_lists_the_themes_that_name_it(locale: str, site: Site, base: KnowledgeBase) -> None:
    named = [(one, theme.id) for theme in base.all(Theme) for one in theme.references]
    lost = [(one, theme) for one, theme in named if site.place_of(theme, locale) not in near(site, one, locale)]
    assert lost == []


def near(site: Site, entry: str, locale: str) -> set[tuple[str, str]]:
    """The links that stand with an entry: inside the element that has its id."""
    page = site.page_of(entry, locale)
    hrefs = page.by_id(site.place_of(entry, locale)[1]).xpath(".//a/@href")
    return {to for href in hrefs if (to := site.lead(page, href))}


# -- Relations and back-links


def relations(base: KnowledgeBase) -> list[tuple[str, str, dict[str, set[str]]]]:
    """Every related pair, both ways round, with the reasons that may be given on the first page."""
    found = []
    for entry in base.all(Entry):
        for one in getattr(entry, "related", []):
            back = [other.reason for other in getattr(base.entries[one.to], "related", []) if other.to == entry.id]
            for here, there, reasons in ((entry.id, one.to, [one.reason]), (one.to, entry.id, back or [one.reason])):
                found.append((here, there, {code: {str(r.get(code)) for r in reasons} for code in ("da", "en")}))
    return found


@both
def test_related_pages_give_the_reason_on_both_sides(locale: str, site: Site, base: KnowledgeBase) -> None:
    unsaid = []
    for here, there, reasons in relations(base):
        page = site.page_of(here, locale)
        items = page.all("//ul[@class='tb-rel']/li[.//p]")
        said = {(site.lead(page, item.xpath(".//a/@href")[0]), text_of(item.xpath(".//p")[0])) for item in items}
        if not any((site.place_of(there, locale), reason) in said for reason in reasons[locale]):
            unsaid.append((here, there))
    assert unsaid == []


@both
def test_what_an_entry_points_to_is_linked_from_its_page(locale: str, site: Site, base: KnowledgeBase) -> None:
    ties = [(entry.id, to) for entry in base.all(Entry) for to in getattr(entry, "see", [])]
    assert [tie for tie in ties if site.place_of(tie[1], locale) not in links_from(site, tie[0], locale)] == []


@both
def test_what_points_to_an_entry_is_linked_from_the_page_of_that_entry(
    locale: str, site: Site, base: KnowledgeBase
) -> None:
    ties = [(to, entry.id) for entry in base.all(Entry) for to in getattr(entry, "see", [])]
    assert [tie for tie in ties if site.place_of(tie[1], locale) not in links_from(site, tie[0], locale)] == []


@both
def test_an_example_that_belongs_to_more_themes_is_linked_both_ways(
    locale: str, site: Site, base: KnowledgeBase
) -> None:
    ties = [(one.id, theme) for one in base.all(Example) for theme in one.also_in]
    ties += [(theme, one) for one, theme in ties]
    assert [tie for tie in ties if site.place_of(tie[1], locale) not in links_from(site, tie[0], locale)] == []


# -- Organisations, cases, voices


@both
def test_falck_shows_all_fourteen_examples(locale: str, site: Site, base: KnowledgeBase) -> None:
    examples = {one.id for one in base.all(Example) if one.organisation == "falck"}
    assert len(examples & set(site.page_of("falck", locale).ids)) == 14


@both
def test_an_organisation_shows_its_examples_each_below_its_theme(locale: str, site: Site, base: KnowledgeBase) -> None:
    misplaced = []
    for example in base.all(Example):
        page = site.page_of(example.organisation, locale)
        heading = page.by_id(example.id).xpath("ancestor::section[1]//h2//a/@href")
        if [site.lead(page, href) for href in heading] != [site.place_of(base.home(example.id), locale)]:
            misplaced.append(example.id)
    assert misplaced == []


@both
def test_an_example_links_to_its_organisation(locale: str, site: Site, base: KnowledgeBase) -> None:
    examples = base.all(Example)
    lost = [one.id for one in examples if site.place_of(one.organisation, locale) not in near(site, one.id, locale)]
    assert lost == []


@both
def test_an_example_says_in_which_publication_it_was_told(locale: str, site: Site, base: KnowledgeBase) -> None:
    untold = [
        (one.id, source)
        for one in base.all(Example)
        for source in one.source
        if site.place_of(source, locale) not in near(site, one.id, locale)
    ]
    assert untold == []


@both
def test_a_case_and_its_organisation_link_to_each_other(locale: str, site: Site, base: KnowledgeBase) -> None:
    pairs = [pair for case in base.all(Case) for pair in ((case.id, case.organisation), (case.organisation, case.id))]
    assert [pair for pair in pairs if site.place_of(pair[1], locale) not in links_from(site, pair[0], locale)] == []


@pytest.mark.parametrize(
    ("path", "kinds"),
    {
        "eksempler/": ["example", "case"],
        "forskning/": ["finding"],
        "spoergsmaal/": ["question"],
        "handlinger/": ["action"],
        "kilder/": ["source"],
        "henvisninger/": ["reference"],
        "ordliste/": ["term"],
    }.items(),
)
def test_a_list_is_complete(path: str, kinds: list[str], site: Site) -> None:
    ids = {entry["id"] for kind in kinds for entry in site.of_kind(kind)}
    assert ids - set(site.pages[path].ids) == set()


@pytest.mark.parametrize(
    ("locale", "figures"),
    [
        ("da", ["81 %", "61 %", "98 %", "30–40 %", "5.941", "2.658", "38,5 %", "56,9 %", "74,3 %", "81,5 %"]),
        ("en", ["81%", "61%", "98%", "30–40%", "5,941", "2,658", "38.5%", "56.9%", "74.3%", "81.5%"]),
    ],
)
def test_figures_are_written_as_the_language_writes_them(locale: str, figures: list[str], site: Site) -> None:
    shown = {text_of(one) for one in site.page_of("stat-thriving", locale).all("//td[@class='n'] | //dd")}
    assert set(figures) - shown == set()


# -- Sources


FOOTER = "//footer[contains(@class, 'tb-prov')]"


def footer(page: Page) -> str:
    return " ".join(text_of(one) for one in page.all(FOOTER))


@both
def test_a_page_made_of_an_entry_names_the_publisher_of_each_of_its_sources(
    locale: str, site: Site, base: KnowledgeBase
) -> None:
    kinds = (Theme, Organisation, Balance, Case, Guide, GuidePage, Statistic)
    unnamed = [
        (entry.id, source)
        for kind in kinds
        for entry in base.all(kind)
        for source in entry.source
        if base.get(source, Source).publisher not in footer(site.page_of(entry.id, locale))
    ]
    assert unnamed == []


LISTS = {
    "da": "temaer eksempler organisationer forskning spoergsmaal handlinger ordliste henvisninger kilder"
    " maal-med-mening/cases print dialog",
    "en": "themes examples organisations research questions actions glossary references sources"
    " goals-with-meaning/cases print dialogue",
}


@both
def test_a_page_names_its_source_or_is_a_list_or_a_page_about_the_site(locale: str, site: Site) -> None:
    front, about, sources = {"da": ("", "om/", "kilder/"), "en": ("en/", "en/about/", "en/sources/")}[locale]
    lists = {front, *(f"{front}{name}/" for name in LISTS[locale].split())}
    without = [
        page.path
        for page in site.indexed
        if page.locale == locale
        and page.path not in lists
        and not page.path.startswith(about)
        and sources not in {site.lead(page, href)[0] for href in page.all(f"{FOOTER}//a/@href[not(contains(., ':'))]")}
    ]
    assert without == []
