"""The Markdown that a text may hold: bold, italics and links to an id or a web address, and nothing else."""

from __future__ import annotations

import random
import re

import pytest

from kb import prose
from kb.prose import ADDRESS, MAIL, SLUG, fault_in, ids_linked_in, plain


@pytest.mark.parametrize(
    "text",
    [
        "Almindelig tekst med æ, ø og å – og “anførselstegn”.",
        "**fed**, *kursiv* og **fed med *kursiv* i**",
        "[et tema](private-04) og [en side](https://x.example/a?b=c&d=e#f)",
        "**[et fedt link](private-04)**",
        "3 * 4 = 12".replace(" * ", " gange "),
        "81 % i 2018, kl. 10:30, 1. april, 20-30 sekunder",
        "A/S & Co. (2021) [sic]",
        "snake_case_ord og a_b",
        "{n} ud af {total}",
        "Hvad er #1? Skriv til a@b.dk",
        "C++ og 100 $",
    ],
)
def test_plain_text_bold_italics_and_links_pass(text: str) -> None:
    assert fault_in(text) is None


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("<b>fed</b>", "html", "<b>"),
        ("<script>alert(1)</script>", "html", "<script>"),
        ("< img src=x>", "html", "< img src=x>"),
        ("<!-- skjult -->", "html", "<!-- skjult -->"),
        ("</p", "html", "</p"),
        ("færre end <5", "html", "<"),
        ("a > b", "html", ">"),
        ("fast&nbsp;mellemrum", "html", "&nbsp;"),
        ("&#60;b&#x3e;", "html", "&#60;"),
        ("{{ 7 * 7 }}", "template", "{{"),
        ("{% include 'x' %}", "template", "{%"),
        ("{# skjult #}", "template", "{#"),
        ("${HOME}", "template", "${"),
        ("[her](javascript:void)", "address", "javascript:void"),
        ("[her](JavaScript:void)", "address", "JavaScript:void"),
        ("[her](data:text/html;base64,x)", "address", "data:text/html;base64,x"),
        ("[her](//x.example)", "address", "//x.example"),
        ("[her](/temaer/)", "address", "/temaer/"),
        ("[her](../x.md)", "address", "../x.md"),
        ("[her](mailto:a@b.dk)", "address", "mailto:a@b.dk"),
        ("[her](#top)", "address", "#top"),
        ("[her]()", "address", ""),
        ("[her](Private-01)", "address", "Private-01"),
        ("[her](https://x.example/`)", "address", "https://x.example/`"),
        ("[her](javascript:alert(1))", "markdown", "](javascript:alert(1))"),
        ("[her](https://x.example/a_(b))", "markdown", "](https://x.example/a_(b))"),
        ('[her](https://x.example "titel")', "markdown", "](https://x.example"),
        ("[a [b](private-01) c](javascript:x)", "markdown", "](javascript:x)"),
        ("![billede](https://x.example/a.png)", "markdown", "!["),
        ("[her][1]", "markdown", "]["),
        ("`kode`", "markdown", "`"),
        ("# Overskrift", "markdown", "#"),
        ("Tekst.\n## Overskrift", "markdown", "##"),
        ("- punkt", "markdown", "-"),
        ("Tekst:\n* punkt", "markdown", "*"),
        ("1. et\n2. to", "markdown", "1. et\n2."),
        ("| a | b |", "markdown", "| a | b |"),
        ("~~streget~~", "markdown", "~~"),
        ("==mærket==", "markdown", "=="),
        ("__fed__", "markdown", "__fed_"),
        ("en _kursiv_ tekst", "markdown", "_kursiv_"),
        ("en enlig * stjerne", "markdown", "*"),
        ("**halv fed", "markdown", "*"),
        ("nul\u200bbredde", "control-character", "U+200B"),
        ("bagvendt \u202e tekst", "control-character", "U+202E"),
        ("blød\u00adbinde\u00adstreg", "control-character", "U+00AD"),
        ("klokke \x07", "control-character", "U+0007"),
        ("halvt \ud83d tegn", "control-character", "U+D83D"),
    ],
)
def test_everything_else_is_told(text: str, rule: str, found: str) -> None:
    assert fault_in(text) == (rule, found)


def test_no_fault_is_overlooked_in_a_text_that_looks_ordinary(monkeypatch: pytest.MonkeyPatch) -> None:
    signs = [*"ab1 \n\t<>&;{}%$#[]()*`~=_|!+-.:/\\\u200b\x0b", "https://x.example", "- ", "1. ", "](", "amp;"]
    chance = random.Random(7)
    texts = ["".join(chance.choices(signs, k=chance.randint(1, 6))) for _ in range(30_000)]
    found = [fault_in(text) for text in texts]
    monkeypatch.setattr(prose, "_ORDINARY", re.compile(r"(?!)"))
    assert found == [fault_in(text) for text in texts]


@pytest.mark.parametrize("address", ["https://x.example", "http://x.example/a_b/?c=d#e", "HTTPS://X.EXAMPLE/æ"])
def test_web_addresses_pass(address: str) -> None:
    assert ADDRESS.fullmatch(address)


@pytest.mark.parametrize(
    "address",
    [
        "", "x.example", "//x.example", "ftp://x.example", "javascript:alert(1)", "https://", "https:///x", "https://.x",
        "https://x.example/ y", 'https://x.example/"', "https://x.example/<b>", "https://x.example/\u202e",
        "https://x.example/\x00", "https://x.example\n", " https://x.example",
    ],
)  # fmt: skip
def test_other_addresses_do_not(address: str) -> None:
    assert not ADDRESS.fullmatch(address)


@pytest.mark.parametrize(
    ("mail", "passes"),
    [("a.b+c@x-y.example.dk", True), ("a@b", False), ("a b@c.dk", False), ("a@b.dk?bcc=c@d.dk", False)],
)
def test_a_mail_address_is_a_plain_one(mail: str, passes: bool) -> None:
    assert bool(MAIL.fullmatch(mail)) is passes


@pytest.mark.parametrize("slug", ["", "Planter", "på-vej", "a--b", "-a", "a-", "a b", "a/b", "a_b", "a\n"])
def test_a_slug_has_small_letters_figures_and_single_hyphens_only(slug: str) -> None:
    assert not SLUG.fullmatch(slug)


def test_ids_in_links_are_found_and_addresses_are_not() -> None:
    assert ids_linked_in("[a](private-01), **[b](term-potte)** og [c](https://x.example)") == [
        "private-01",
        "term-potte",
    ]


def test_a_text_without_its_marks_is_one_line() -> None:
    assert plain("**Fed** og\n *kursiv*  med [et link](private-01)") == "Fed og kursiv med et link"
