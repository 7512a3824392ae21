"""The PDFs: which there are, that they can be read by everyone, and that they say what the entries say."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from crawl import Site
from paper import Paper, letters

from kb.links import KnowledgeBase, Linked
from kb.model import Balance, Case, Entry, Guide, GuidePage, Organisation, Reference, Series, Source, Theme
from kb.naming import title_of
from kb.pages import LOCALES
from kb.problems import Locale
from kb.prose import plain
from kb.values import Text

FOLDER: dict[Locale, str] = {"da": "print", "en": "en/print"}
A4, A3 = {(595, 842)}, {(842, 1191)}
SHEET = "print/private-04-tidspres.pdf"
ONE_OF_EACH = [
    "print/private-06-svaere-kald.pdf",
    "en/print/balance-1-activity-or-value-creation.pdf",
    "print/case-odense.pdf",
    "en/print/public-04-time-pressure-meeting-sheet.pdf",
    "print/fire-balancer-plakat.pdf",
    "en/print/whole-base.pdf",
]


@cache
def _paper(file: Path) -> Paper:
    return Paper(file)


@pytest.fixture(scope="session")
def prints(site: Site) -> dict[str, Path]:
    """Every PDF of the site, by its path."""
    return {file.relative_to(site.root).as_posix(): file for file in sorted(site.root.rglob("*.pdf"))}


@pytest.fixture(params=ONE_OF_EACH)
def paper(request: pytest.FixtureRequest, site: Site) -> Paper:
    """A PDF of each kind."""
    return _paper(site.root / request.param)


def sheet(site: Site, entry: Theme | Balance | Case, locale: Locale) -> Paper:
    """The sheet of an entry: the file that is called after it."""
    [file] = [
        file
        for file in (site.root / FOLDER[locale]).glob(f"{entry.id}*.pdf")
        if not file.stem.endswith(("moedeark", "meeting-sheet"))
    ]
    return _paper(file)


def has_sheet(base: KnowledgeBase) -> list[Theme | Balance | Case]:
    return [*base.all(Theme), *base.all(Balance), *base.all(Case)]


# -- What there is


def test_every_theme_balance_and_case_has_a_sheet_in_both_languages(site: Site, base: KnowledgeBase) -> None:
    assert [sheet(site, one, locale).pages for one in has_sheet(base) for locale in LOCALES]


def test_every_theme_and_balance_has_a_meeting_sheet_in_both_languages(site: Site, base: KnowledgeBase) -> None:
    asked = [*base.all(Theme), *base.all(Balance), *base.all(Guide)]
    files = [list((site.root / FOLDER["da"]).glob(f"{one.id}*moedeark.pdf")) for one in asked]
    files += [list((site.root / FOLDER["en"]).glob(f"{one.id}*meeting-sheet.pdf")) for one in asked]
    assert [len(found) for found in files] == [1] * 2 * len(asked)


def test_a_theme_sheet_fits_two_pages_as_the_originals_do(site: Site, base: KnowledgeBase) -> None:
    long = {one.id: sheet(site, one, locale).pages for one in base.all(Theme) for locale in LOCALES}
    assert {entry: pages for entry, pages in long.items() if pages > 2} == {}


def test_a_meeting_sheet_is_one_page(prints: dict[str, Path]) -> None:
    sheets = [path for path in prints if path.endswith(("moedeark.pdf", "meeting-sheet.pdf"))]
    assert {_paper(prints[path]).pages for path in sheets} == {1}


def test_sheets_are_a4_and_the_poster_is_a3(prints: dict[str, Path]) -> None:
    sizes = {path: _paper(file).sizes for path, file in prints.items()}
    assert {path for path, size in sizes.items() if size != A4} == {
        "print/fire-balancer-plakat.pdf",
        "en/print/four-balances-poster.pdf",
    }
    assert sizes["print/fire-balancer-plakat.pdf"] == A3


# -- For everyone


def test_it_says_that_it_keeps_to_pdf_ua_1_and_pdf_a_2a(paper: Paper) -> None:
    assert (paper.ua, paper.a, paper.is_marked) == ("1", ("2", "A"), True)


@pytest.mark.parametrize(("path", "language"), [(SHEET, "da-DK"), ("en/print/whole-base.pdf", "en-GB")])
def test_it_tells_its_language(site: Site, path: str, language: str) -> None:
    assert _paper(site.root / path).language == language


def test_its_title_is_shown_in_place_of_the_name_of_the_file(paper: Paper) -> None:
    assert paper.shows_title and paper.title and not paper.title.endswith(".pdf")


def test_it_has_one_structure_of_headings_from_the_first_level_without_gaps(paper: Paper) -> None:
    levels = [int(kind[1]) for kind, _, _ in paper.elements if re.fullmatch(r"H\d", kind)]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_its_headings_are_bookmarks(paper: Paper) -> None:
    tops = [letters(text) for text in paper.of("H1")]
    marks = {letters(mark) for mark in paper.bookmarks}
    assert set(tops) - marks - {letters("Indhold"), letters("Contents")} == set()


def test_its_fonts_come_along(paper: Paper) -> None:
    assert paper.fonts and not paper.fonts_apart
    assert {name.partition("-")[0] for name in paper.fonts} == {"SourceSans3", "SourceSerif4"}


def test_lists_are_lists_and_table_heads_are_heads(site: Site) -> None:
    kinds = [kind for kind, _, _ in _paper(site.root / SHEET.replace(".pdf", "-moedeark.pdf")).elements]
    assert kinds.count("LI") == 5 and kinds.count("TH") == 3


def test_it_is_read_in_the_order_of_the_page(site: Site, base: KnowledgeBase) -> None:
    theme = base.get("private-04", Theme)
    read = _paper(site.root / SHEET).text
    told = [theme.title, theme.purpose, *theme.summary, *(one.text for one in theme.findings)]
    told += [one.text for one in theme.actions] + [one.text for one in (*theme.examples, *theme.questions)]
    places = [read.find(letters(plain(text.da))) for text in told]
    assert -1 not in places and places == sorted(places)


# -- The same words as the entries


def _missing(paper: Paper, told: list[str]) -> list[str]:
    return [text for text in told if letters(text) not in paper.text]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_theme_sheet_holds_the_whole_theme(site: Site, base: KnowledgeBase, locale: Locale) -> None:
    for theme in base.all(Theme):
        parts = [*theme.findings, *theme.questions, *theme.actions, *theme.examples, *base.guests_of(theme.id)]
        texts = [theme.title, theme.purpose, *theme.summary, *(one.text for one in parts)]
        texts += [one.title for one in (*theme.actions, *theme.examples)]
        names = [base.get(one.organisation, Organisation).name for one in theme.examples]
        names += [one.title for one in base.some(theme.references, Reference)]
        assert _missing(sheet(site, theme, locale), [*_said(texts, locale), *names]) == [], theme.id


@pytest.mark.parametrize("locale", LOCALES)
def test_a_balance_sheet_holds_both_poles_and_the_questions(site: Site, base: KnowledgeBase, locale: Locale) -> None:
    for balance in base.all(Balance):
        texts = [balance.title, balance.purpose, *balance.summary, *(one.text for one in balance.questions)]
        for pole in (balance.left, balance.right):
            texts += [pole.title, *pole.advantages, *pole.drawbacks, *pole.demands]
        assert _missing(sheet(site, balance, locale), _said(texts, locale)) == [], balance.id


@pytest.mark.parametrize("locale", LOCALES)
def test_a_case_sheet_holds_the_story_the_figures_and_the_people(
    site: Site, base: KnowledgeBase, locale: Locale
) -> None:
    for case in base.all(Case):
        texts = [case.title, case.purpose, *(block.text for part in case.sections for block in part.text)]
        texts += [text for figure in case.key_figures for text in (figure.value, figure.label)]
        people = [person.name for person in case.people if person.name]
        assert _missing(sheet(site, case, locale), [*_said(texts, locale), *people]) == [], case.id


def test_a_sheet_names_its_source_with_publisher_and_edition(site: Site, base: KnowledgeBase) -> None:
    for theme in base.all(Theme):
        sources = [base.get(one, Source) for one in theme.source]
        told = [one.publisher for one in sources] + [one.title for one in sources]
        told += [one.edition.da for one in sources if one.edition]
        assert _missing(sheet(site, theme, "da"), told) == [], theme.id


@pytest.mark.parametrize(("path", "locale"), [("print/hele-basen.pdf", "da"), ("en/print/whole-base.pdf", "en")])
def test_the_book_holds_every_entry(site: Site, base: KnowledgeBase, path: str, locale: Locale) -> None:
    told = [text for entry in base.entries.values() for text in _told(entry, locale)]
    assert _missing(_paper(site.root / path), told) == []


def test_the_book_has_contents_with_page_numbers(site: Site, base: KnowledgeBase) -> None:
    book = _paper(site.root / "print/hele-basen.pdf")
    [contents] = [text for kind, text, _ in book.elements if kind == "TOC"][:1] or [""]
    chapters = [one.title.da for one in (*base.all(Theme), *base.all(Balance), *base.all(Case), *base.all(GuidePage))]
    listed = letters("".join(book.of("TOCI")))
    assert contents and [title for title in chapters if letters(title) not in listed] == []


def _said(texts: list[Text], locale: Locale) -> list[str]:
    return [plain(text.get(locale)) for text in texts]


def _told(entry: Linked, locale: Locale) -> list[str]:
    """The title and the text of an entry."""
    text = getattr(entry, "text", None) if isinstance(entry, Entry) else None
    # A chapter of the series is called by its whole title.
    title = plain(entry.title.get(locale)) if isinstance(entry, Series) else title_of(entry, locale)
    return [title, *([plain(text.get(locale))] if isinstance(text, Text) else [])]


# -- On the pages


def test_every_pdf_is_listed_with_kind_pages_and_size(site: Site, prints: dict[str, Path]) -> None:
    listed: dict[str, str] = {}
    for address, pdf in (("print/", "PDF, {} side"), ("en/print/", "PDF, {} page")):
        for item in site.pages[address].all("//li[a[contains(@href, '.pdf')]]"):
            path = address + item.xpath("a/@href")[0]
            assert pdf.format(_paper(prints[path]).pages) in item.text_content(), path
            assert f"{round(prints[path].stat().st_size / 1000)}\u00a0kB" in item.text_content(), path
            listed[path] = item.text_content()
    assert sorted(listed) == sorted(prints)


def test_each_page_leads_to_its_own_sheets(site: Site) -> None:
    page = site.pages["en/themes/private/time-pressure/"]
    assert [href.rpartition("/")[2] for href in page.hrefs if href.endswith(".pdf")] == [
        "private-04-time-pressure.pdf",
        "private-04-time-pressure-meeting-sheet.pdf",
    ]


# -- The address on paper


def test_a_site_without_a_real_address_prints_none(site: Site) -> None:
    paper = _paper(site.root / SHEET)
    assert "trivselsbasenexample" not in paper.text and paper.of("Figure") == []


def test_a_real_address_is_printed_short_and_as_a_code_that_is_told_in_words(hosted: Site) -> None:
    paper = _paper(hosted.root / SHEET)
    codes = [alt for kind, _, alt in paper.elements if kind == "Figure"]
    assert codes == ["QR-kode til example.dk/sti/temaer/private/tidspres"]
    assert letters("example.dk/sti/temaer/private/tidspres") in paper.text
    assert "https://example.dk/sti/temaer/private/tidspres/" in paper.links
