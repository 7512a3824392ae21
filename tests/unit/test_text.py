"""Texts as HTML: everything escaped, terms explained once a page, Danish names marked in English, figures as read."""

from __future__ import annotations

import pytest

from kb.phrases import Phrases
from kb.problems import Locale
from kb.text import Meaning, Words, Writer, number, percent

POT = Meaning("term-potte", "potte", "Det en plante står i.")
AHT = Meaning("term-aht", "AHT", "En **tid** & mere.")
GLOSSARY = Words.of([(POT, ["potte", "potten", "potter"]), (AHT, ["AHT", "AHT-tid"])])
NOTHING = Words.of([])
NBSP = "\u00a0"
POT_MARKED = (
    '<span class="tb-term-w"><a class="tb-term" href="/to/term-potte" aria-describedby="t-term-potte">{}</a>'
    '<span role="tooltip" id="t-term-potte"><b>potte</b> Det en plante står i.</span></span>'
)


def writer(glossary: Words = NOTHING, names: tuple[str, ...] = (), locale: Locale = "da") -> Writer:
    return Writer(locale, lambda target: f"/to/{target}", glossary, Phrases(names))


def html(text: str) -> str:
    return str(writer().html(text))


# -- Marks and escaping ---------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ren tekst", "Ren tekst"),
        ("**fed** og *kursiv*", "<strong>fed</strong> og <em>kursiv</em>"),
        ("**fed *og kursiv* her**", "<strong>fed <em>og kursiv</em> her</strong>"),
        ("[et **fedt** link](private-01)", '<a href="/to/private-01">et <strong>fedt</strong> link</a>'),
        ("**[link](private-01)**", '<strong><a href="/to/private-01">link</a></strong>'),
        ("[a](x-1) [b](x-2)", '<a href="/to/x-1">a</a> <a href="/to/x-2">b</a>'),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("en * stjerne", "en * stjerne"),
    ],
)
def test_the_marks_become_html(text: str, shown: str) -> None:
    assert html(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>", "&lt;b&gt;"),
        ("A & B", "A &amp; B"),
        ("&amp;", "&amp;amp;"),
        ("**<i>**", "<strong>&lt;i&gt;</strong>"),
        ("[<b>](x-1)", '<a href="/to/x-1">&lt;b&gt;</a>'),
        ('"citat"', "&#34;citat&#34;"),
        ("{{ 7 * 7 }}", "{{ 7 * 7 }}"),
        ("{0} {x} %s", "{0} {x} %s"),
        ("**{0}** {}", "<strong>{0}</strong> {}"),
    ],
)
def test_everything_else_is_escaped_and_never_interpreted(text: str, shown: str) -> None:
    assert html(text) == shown


def test_an_address_cannot_break_out_of_its_attribute() -> None:
    one = Writer("da", lambda target: f'"><script>{target}', NOTHING)
    assert "<script>" not in one.html("[a](x-1)")


def test_what_is_escaped_once_is_not_escaped_again() -> None:
    assert html("**A & B**") == "<strong>A &amp; B</strong>"


# -- Spaces that don't break ----------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("81 % af dem", f"81{NBSP}% af dem"),
        ("38,5 procent", f"38,5{NBSP}procent"),
        ("20 sekunder", f"20{NBSP}sekunder"),
        ("60 minutes", f"60{NBSP}minutes"),
        ("5 per cent", f"5{NBSP}per cent"),
        ("kl. 10", f"kl.{NBSP}10"),
        ("100 kr. om dagen", f"100{NBSP}kr. om dagen"),
        ("i 2018 %", f"i 2018{NBSP}%"),
        ("3 timers arbejde", "3 timers arbejde"),
        ("tre timer", "tre timer"),
        ("12 planter", "12 planter"),
    ],
)
def test_a_number_stays_with_its_unit(text: str, shown: str) -> None:
    assert html(text) == shown


# -- Glossary -------------------------------------------------------------


def test_a_term_is_explained_where_it_first_stands() -> None:
    found = writer(GLOSSARY).html("En potte og en potte til")
    assert found == f"En {POT_MARKED.format('potte')} og en potte til"


def test_a_term_is_explained_once_a_page_in_whatever_form() -> None:
    page = writer(GLOSSARY)
    assert "tb-term" in page.html("Potter.")
    assert page.html("Potten og en potte.") == "Potten og en potte."


def test_the_form_and_the_capitals_of_the_text_are_kept() -> None:
    assert POT_MARKED.format("Potten") in writer(GLOSSARY).html("Potten står der.")


def test_another_page_explains_it_anew() -> None:
    assert writer(GLOSSARY).html("potte") == writer(GLOSSARY).html("potte")


@pytest.mark.parametrize("text", ["blomsterpotte", "potteplante", "potte-plante", "urtepotte-jord"])
def test_a_part_of_a_word_is_no_term(text: str) -> None:
    assert writer(GLOSSARY).html(text) == text


def test_the_longest_form_is_marked() -> None:
    assert ">AHT-tid</a>" in writer(GLOSSARY).html("AHT-tid")


def test_capitals_count_in_abbreviations() -> None:
    assert writer(GLOSSARY).html("aht") == "aht"


def test_the_explanation_is_written_like_any_text_but_explains_no_further() -> None:
    assert "<b>AHT</b> En <strong>tid</strong> &amp; mere." in writer(GLOSSARY).html("AHT")


@pytest.mark.parametrize("text", ["[en potte](private-01)", "[**potte**](private-01)"])
def test_no_term_is_marked_in_a_link(text: str) -> None:
    assert "tb-term" not in writer(GLOSSARY).html(text)


def test_no_term_is_marked_in_a_heading() -> None:
    assert writer(GLOSSARY).name("Valg af potte") == "Valg af potte"


def test_a_heading_leaves_the_term_to_the_text_below() -> None:
    page = writer(GLOSSARY)
    page.name("Valg af potte")
    assert "tb-term" in page.html("En potte.")


def test_a_term_is_marked_in_bold_text() -> None:
    assert writer(GLOSSARY).html("**potte**") == f"<strong>{POT_MARKED.format('potte')}</strong>"


# -- Danish names on English pages ----------------------------------------


NAMES = ("Gartneri Nord", "Nord", "Åse & Søn", "Arbejdsmiljø i Danmark")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("At Gartneri Nord", 'At <span lang="da">Gartneri Nord</span>'),
        ("Nord’s plants", '<span lang="da">Nord</span>’s plants'),
        ("Åse & Søn", '<span lang="da">Åse &amp; Søn</span>'),
        ("**Nord**", '<strong><span lang="da">Nord</span></strong>'),
        ("[Nord](x-1)", '<a href="/to/x-1"><span lang="da">Nord</span></a>'),
        ("nord", "nord"),
        ("Nordic and Nord-ish", "Nordic and Nord-ish"),
    ],
)
def test_a_danish_name_is_marked_as_danish(text: str, shown: str) -> None:
    assert writer(names=NAMES, locale="en").html(text) == shown


def test_a_danish_name_is_marked_in_headings_too() -> None:
    assert writer(names=NAMES, locale="en").name("Nord") == '<span lang="da">Nord</span>'


def test_a_term_inside_a_name_is_not_explained() -> None:
    glossary = Words.of([(POT, ["Arbejdsmiljø"])])
    assert "tb-term" not in writer(glossary, NAMES, "en").html("Arbejdsmiljø i Danmark")


def test_without_names_nothing_is_marked_as_danish() -> None:
    assert writer(locale="en").html("Gartneri Nord") == "Gartneri Nord"


def test_what_is_english_on_a_danish_page_is_marked_as_english() -> None:
    shown = 'AHT (<span lang="en">average handling time</span>)'
    assert writer(names=("average handling time",)).name("AHT (average handling time)") == shown


# -- Figures --------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        (0, "0", "0"),
        (7, "7", "7"),
        (38.5, "38,5", "38.5"),
        (81.0, "81", "81"),
        (5941, "5.941", "5,941"),
        (1234567, "1.234.567", "1,234,567"),
        (1234.5, "1.234,5", "1,234.5"),
        (0.1 + 0.2, "0,3", "0.3"),
    ],
)
def test_numbers_are_written_as_each_language_does(value: float, danish: str, english: str) -> None:
    assert (number(value, "da"), number(value, "en")) == (danish, english)


@pytest.mark.parametrize(("value", "danish", "english"), [(81, f"81{NBSP}%", "81%"), (81.5, f"81,5{NBSP}%", "81.5%")])
def test_percents_have_a_space_in_danish_only(value: float, danish: str, english: str) -> None:
    assert (percent(value, "da"), percent(value, "en")) == (danish, english)
