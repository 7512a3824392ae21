"""A page of the offline copy: every address that led to a folder names its file, and nothing else changes."""

from __future__ import annotations

import pytest

from kb.offline import rewrite
from kb.offline.tree import Tree

FILES = {
    "index.html",
    "temaer/index.html",
    "temaer/tidspres/index.html",
    "en/index.html",
    "print/ark.pdf",
    "a/look.css",
}
TREE = Tree(FILES, "https://host.example/sti/")
THEME = "temaer/tidspres/index.html"


def rewritten(text: str, path: str = THEME) -> str:
    return rewrite.page(text, path, TREE)


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("../", "../index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("../../", "../../index.html"),
        ("../../en/", "../../en/index.html"),
        ("../../en", "../../en/index.html"),
        ("../#f1", "../index.html#f1"),
        ("../?tema=a&amp;tema=b#f1", "../index.html?tema=a&amp;tema=b#f1"),
        ("../index.html#f1", "../index.html#f1"),
        ("../../print/ark.pdf#page=2", "../../print/ark.pdf#page=2"),
        ("#f1", "#f1"),
        ("?q=pauser", "?q=pauser"),
        ("", ""),
        ("https://other.example/en/", "https://other.example/en/"),
        ("mailto:a@b.example?subject=x/", "mailto:a@b.example?subject=x/"),
        ("http://[half", "http://[half"),
    ],
)
def test_a_link_names_the_file_it_leads_to(address: str, named: str) -> None:
    assert rewritten(f'<a href="{address}">x</a>') == f'<a href="{named}">x</a>'


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("/sti/", "../../index.html"),
        ("/sti", "../../index.html"),
        ("/sti/temaer/#f1", "../index.html#f1"),
        ("/sti/print/ark.pdf", "../../print/ark.pdf"),
        ("https://host.example/sti/en/?q=x", "../../en/index.html?q=x"),
        ("//host.example/sti/en", "../../en/index.html"),
        ("/elsewhere/", "/elsewhere/"),
        ("https://host.example/elsewhere/", "https://host.example/elsewhere/"),
    ],
)
def test_a_full_address_of_the_site_itself_becomes_a_relative_one(address: str, named: str) -> None:
    assert rewritten(f'<a href="{address}">x</a>') == f'<a href="{named}">x</a>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<form action="../">', '<form action="../index.html">'),
        ('<button formaction="../">', '<button formaction="../index.html">'),
        ('<iframe src="../">', '<iframe src="../index.html">'),
        ("<a href=../>x</a>", '<a href="../index.html">x</a>'),
        ("<A HREF = '../'>x</A>", '<A HREF = "../index.html">x</A>'),
        ('<meta http-equiv=refresh content="0; url=../">', '<meta http-equiv=refresh content="0; url=../index.html">'),
        ('<a data-dialog="../../en/">', '<a data-dialog="../../en/index.html">'),
        ('<p data-near="../ ../../en/#x">', '<p data-near="../index.html ../../en/index.html#x">'),
    ],
)  # fmt: skip
def test_every_way_to_lead_somewhere_names_its_file(before: str, after: str) -> None:
    assert rewritten(before) == after


@pytest.mark.parametrize(
    "text",
    [
        '<dialog data-root="../../">',  # scripts put a path behind it
        '<p data-unit="km/ t/" data-kind="en">',
        '<p>Se ../ og href="../" – 3 < 4 &amp; &aelig; æ</p>',
        '<!-- <a href="../">x</a> -->',
        "<script>var a = \"<a href='../'>\";</script>",
        "<style>a::before { content: '<a href=\"../\">' }</style>",
        '<p>\r\n<img src="../../a/x.svg" alt="a > b">\r\n</p>',
        '<svg><use href="#i-menu"/></svg>',
    ],
)
def test_what_leads_nowhere_stays_to_the_letter(text: str) -> None:
    assert rewritten(text) == text


def test_what_stands_around_a_changed_link_stays_to_the_letter() -> None:
    text = '<p >æ&nbsp;<a  class=x href="{}" hidden title=\'"\'>y</a>\n<br/></P>'
    assert rewritten(text.format("../")) == text.format("../index.html")


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="canonical" href="https://host.example/sti/temaer/">',
        '<link rel="alternate" hreflang="en" href="https://host.example/sti/en/">',
        '<meta property="og:url" content="https://host.example/sti/">',
        '<script type="application/ld+json">{"@id": "https://host.example/sti/"}</script>',
    ],
)
def test_what_tells_machines_of_the_sites_host_is_gone(tag: str) -> None:
    assert rewritten(f"<head>{tag}<title>x</title></head>") == "<head><title>x</title></head>"


# -- Addresses in data


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('["temaer/tidspres/"]', '["temaer/tidspres/index.html"]'),
        ('["temaer/tidspres/#f1","x"]', '["temaer/tidspres/index.html#f1","x"]'),
        ('load("[\\"temaer/tidspres/#f1\\",\\"x\\"]")', 'load("[\\"temaer/tidspres/index.html#f1\\",\\"x\\"]")'),
        ('["og/eller/"]', '["og/eller/"]'),
        ('["Se temaer/tidspres/"]', '["Se temaer/tidspres/"]'),
        ('["https://other.example/temaer/"]', '["https://other.example/temaer/"]'),
    ],
)
def test_a_string_of_data_that_is_a_pages_address_names_its_file(before: str, after: str) -> None:
    assert rewrite.data(before, "search/da.js", TREE) == after


def test_data_in_a_page_may_say_its_addresses_from_there() -> None:
    text = '<script type="application/json">{{"url": "../{}", "root": "../../"}}</script>'
    assert rewritten(text.format("tidspres/")) == text.format("tidspres/index.html")
