"""Making sheets: texts are shown as they stand, only what changed is made again, and what is too long is told."""

from __future__ import annotations

import datetime
from pathlib import Path

import pdfplumber
import pytest
from cases import LIGHT, PLANTS, SITE
from minibase import MiniBase
from odd import make_odd

from kb.pages import site_map
from kb.sheets.content import in_columns
from kb.sheets.printing import keep_sheets, print_sheets, too_long
from kb.sheets.sheet import Shelf
from kb.sheets.wording import shown_address

DAY = datetime.date(2026, 1, 31)
SHEET = "print/private-01-planter-paa-kontoret.pdf"


def printed(mini: MiniBase) -> Shelf:
    """Every sheet of the miniature base."""
    kb = mini.linked()
    pages = site_map(kb, [])
    return print_sheets(kb, pages, mini.root, DAY)


def text_of(file: Path) -> str:
    with pdfplumber.open(file) as pdf:
        return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return printed(MiniBase(tmp_path_factory.mktemp("mini")))


def test_the_same_content_gives_the_same_bytes(shelf: Shelf, mini: MiniBase) -> None:
    again = printed(mini).files()
    differing = [path for path, file in shelf.files().items() if file.read_bytes() != again[path].read_bytes()]
    assert differing == []


def test_only_what_has_changed_is_made_again(mini: MiniBase) -> None:
    before = {path: file.stat().st_mtime_ns for path, file in printed(mini).files().items()}
    mini.replace(
        LIGHT,
        "title: {da: Planter og lys, en: Plants and light}",
        "title: {da: Planter og skygge, en: Plants and light}",
    )
    after = {path: file.stat().st_mtime_ns for path, file in printed(mini).files().items()}
    made = {path for path, time in after.items() if time != before[path]}
    assert "print/private-02-planter-og-lys.pdf" in made and "print/hele-basen.pdf" in made
    assert SHEET not in made and "print/public-01-planter-paa-biblioteket.pdf" not in made


def test_what_no_sheet_needs_leaves_the_cache(mini: MiniBase) -> None:
    printed(mini)
    mini.replace(
        LIGHT,
        "title: {da: Planter og lys, en: Plants and light}",
        "title: {da: Planter og skygge, en: Plants and light}",
    )
    shelf = printed(mini)
    kept = set(shelf.files().values())
    assert set((mini.root / ".cache/sheets").iterdir()) > kept  # a preview may still show the others
    keep_sheets(shelf, mini.root, datetime.date(2026, 1, 31))
    assert set((mini.root / ".cache/sheets").iterdir()) == kept


@pytest.mark.parametrize("signs", ["#panic()", "$x^2$", "@private-01", r"C:\new", "= y", "// y", "~ -- ---"])
def test_what_means_something_to_typst_is_shown_as_it_stands(mini: MiniBase, signs: str) -> None:
    mini.replace(PLANTS, '"Hvem vander planterne hos jer?"', f"'Hvem vander {signs} i dag?'")
    assert f"Hvem vander {signs} i dag?" in text_of(printed(mini).files()[SHEET.replace(".pdf", "-moedeark.pdf")])


def test_words_that_try_to_be_more_are_printed_on_every_sheet(mini: MiniBase) -> None:
    make_odd(mini.root)
    made = printed(mini).files()
    danish = [path for path in made if path.startswith("print/") and path != "print/hele-basen.pdf"]  # read in seconds
    assert [path for path in danish if "javascript:window.hurt=1 %3Cscript%3E" not in text_of(made[path])] == []


def test_a_theme_that_takes_more_than_two_pages_is_told_with_its_file_and_line(mini: MiniBase) -> None:
    long = "Skriv ned, hvem der vander hvilken plante, og hvornår det sker. " * 200
    mini.replace(PLANTS, "da: Skriv ned hvem der vander hvornår.", f"da: '{long}'")
    [told] = [p.tell("en") for p in too_long(mini.linked(), printed(mini)) if SHEET in p.tell("en")]
    assert told.startswith(f"{PLANTS}:1: warning: private-01: the sheet {SHEET} takes ")
    assert told.endswith("pages. Expected: at most 2. Hint: cut the texts.")


def test_a_withdrawn_theme_has_no_sheet(mini: MiniBase) -> None:
    mini.append(PLANTS, "withdrawn: {date: 2026-01-01, reason: {da: Forkert., en: Wrong.}}\n")
    assert [path for path in printed(mini).files() if "private-01" in path] == []


def test_a_site_in_danish_alone_has_danish_sheets_alone(mini: MiniBase) -> None:
    mini.append(SITE, "languages: [da]\n")
    assert {path.partition("/")[0] for path in printed(mini).files()} == {"print"}


def test_examples_are_spread_over_columns_in_their_order_and_evenly() -> None:
    heights = [9, 3, 3, 3, 9, 1]
    columns = in_columns(heights, lambda height: height, 3)
    assert columns == [[9], [3, 3, 3], [9, 1]]


@pytest.mark.parametrize(("count", "columns"), [(0, 0), (1, 1), (2, 2), (3, 3), (7, 3)])
def test_there_are_no_more_columns_than_examples(count: int, columns: int) -> None:
    assert len(in_columns([1] * count, lambda height: height, 3)) == columns


def test_an_address_on_paper_has_neither_its_scheme_nor_the_slash_at_its_end() -> None:
    assert shown_address("https://www.example.dk/trivsel/") == "example.dk/trivsel"
