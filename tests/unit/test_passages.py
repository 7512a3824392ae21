"""Files in Markdown as they are read: words without marks, each with its line and its language."""

from __future__ import annotations

import pytest

from kb.problems import Locale
from kb.standing.passages import passages_in


def texts(markdown: str, locale: Locale = "da") -> list[str]:
    return [one.text for one in passages_in(markdown, "x.md", locale)]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Fed** og *kursiv*.", "Fed og kursiv."),
        ("Læs [om det](side.md), og se ![et billede](b.png).", "Læs om det, og se et billede."),
        ("### En overskrift { #anker }", "En overskrift"),
        ("2. Andet punkt", "Andet punkt"),
        ("Skriv `kb status` først.", "Skriv først."),
        ("Se https://example.dk/sti her.", "Se her."),
        ("Ordet <cite>står</cite> her &amp; der.", "Ordet står her & der."),
    ],
)
def test_marks_code_and_addresses_are_left_out(markdown: str, text: str) -> None:
    assert texts(markdown) == [text]


def test_each_cell_of_a_table_is_read_by_itself() -> None:
    assert texts("| Et | To |\n|---|---|\n| Tre | Fire |") == ["Et", "To", "Tre", "Fire"]


@pytest.mark.parametrize("code", ["```yaml\nda: Kode\n```", "<pre><code>Kode\n</code></pre>", "<!-- Kode\n-->"])
def test_code_and_remarks_say_nothing_and_move_no_line(code: str) -> None:
    [found] = passages_in(f"{code}\nTekst.", "x.md", "da")
    assert (found.text, found.where.line) == ("Tekst.", code.count("\n") + 2)


def test_of_front_matter_the_title_and_the_description_are_read() -> None:
    found = passages_in("---\ntitle: Titel\ndescription: Lang.\naddress: om\n---\n\nTekst.", "x.md", "da")
    assert [(one.text, one.where.line) for one in found] == [("Titel", 2), ("Lang.", 3), ("Tekst.", 7)]


def test_words_that_tell_their_language_are_in_it() -> None:
    [found] = passages_in('About <span lang="da">Temaer</span> here.', "x.md", "en")
    assert found.runs == (("en", "About "), ("da", "Temaer"), ("en", " here."))


def test_a_block_that_tells_its_language_is_in_it() -> None:
    found = passages_in('Dansk.\n<div lang="en" markdown="1">\n\nEnglish.\n\n</div>\nDansk igen.', "x.md", "da")
    assert [(one.locale, one.text) for one in found] == [("da", "Dansk."), ("en", "English."), ("da", "Dansk igen.")]
