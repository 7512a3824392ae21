"""`kb export markdown`: what the data says never becomes a mark, and nobody's folder is written over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command import kb
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown
from minibase import MiniBase

from kb.leaving.marks import bullets, destination, escape, heading, inline, item, paragraph, table
from kb.leaving.written import body

# What MkDocs itself and the export's mkdocs.yml switch on.
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html"]
SIGNS = [
    "1. maj er en fridag", "2) og så videre", "- et punkt", "+ et til", "# ikke en overskrift", "C# og F#",
    "snake_case_navn og _andet_", "a | b", "| a |", "{: #id }", "navn {: .klasse }", "{x}", "[tekst]", "![billede]",
    "<b>fed</b>", "< 5 og > 3", "A&B & C &amp; D &copy;", "`kode`", "*kun* **ord**", "~~~", "===", "---", ": ordbog",
    "!!! note", "> citat", "    fire tegn inde", "\\*", "https://example.dk/a_b_c", "<https://example.dk>",
    "*[HTML]: x", "[^1]: note", "--8<-- \"fil\"", "{{ x }}", "{% x %}", "<!-- x -->", "<script>alert(1)</script>",
    "&lt;b&gt;",
]  # fmt: skip


def shown(markdown: str) -> html.HtmlElement:
    return html.fragment_fromstring(Markdown(extensions=EXTENSIONS).convert(markdown), create_parent="div")


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def link(target: str) -> str:
    return target


# -- Texts


@pytest.mark.parametrize("text", SIGNS)
def test_a_paragraph_shows_a_text_as_it_is(text: str) -> None:
    [only] = shown(paragraph(escape(text)))
    assert (only.tag, len(only), dict(only.attrib), text_of(only)) == ("p", 0, {}, " ".join(text.split()))


@pytest.mark.parametrize("text", SIGNS)
def test_a_heading_shows_a_text_as_it_is(text: str) -> None:
    [only] = shown(heading(2, escape(text), "anker"))
    assert (only.tag, len(only), dict(only.attrib), text_of(only)) == ("h2", 0, {"id": "anker"}, " ".join(text.split()))


@pytest.mark.parametrize("text", SIGNS)
def test_a_point_shows_a_text_as_it_is(text: str) -> None:
    [only] = shown(bullets([item(escape(text), anchor="anker"), item(escape("To"))]))
    assert only.xpath("string(*[1])").strip() == " ".join(text.split())
    assert only.xpath("count(.//*[@id='anker'])") == 1


@pytest.mark.parametrize("text", SIGNS)
def test_a_cell_shows_a_text_as_it_is(text: str) -> None:
    cells = shown(table(["A", "B"], [["x", escape(text)]])).xpath(".//td")
    assert [text_of(cell) for cell in cells] == ["x", " ".join(text.split())]


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=("C",)), min_size=1))
def test_any_text_stays_one_paragraph_of_plain_words(text: str) -> None:
    words = " ".join(text.split())
    found = shown(paragraph(escape(text)))
    assert [text_of(found), len(found.xpath(".//*[not(self::p)]"))] == [words, 0]


def test_the_marks_of_the_data_stay_marks() -> None:
    [only] = shown(paragraph(inline("Se **fed**, *kursiv* og [et _link_](https://example.dk/a_b?x=1&y=2).", link)))
    assert [(one.tag, one.text) for one in only] == [("strong", "fed"), ("em", "kursiv"), ("a", "et _link_")]
    assert only[2].get("href") == "https://example.dk/a_b?x=1&y=2"


@pytest.mark.parametrize("address", ["https://example.dk/a_(b)*c*", "https://example.dk/?a=1&copy;=2", "../a.md#b"])
def test_a_link_leads_where_it_shall(address: str) -> None:
    [only] = shown(f"[x]({destination(address)})")
    assert only[0].get("href") == address


def test_a_point_keeps_what_stands_under_it() -> None:
    [only] = shown(bullets([item("Et", "Under", "- ikke en liste", anchor="et"), item("To")]))
    assert [len(point) for point in only] == [3, 1]


# -- Pages by hand


def test_what_a_page_by_hand_includes_is_put_in(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "FILE.md").write_text("x\n<!-- --8<-- [start:del] -->\nMed\n<!-- --8<-- [end:del] -->\ny\n")
    (tmp_path / "docs/side.md").write_text('---\ntitle: T\n---\n\nFør\n\n--8<-- "FILE.md:del"\n')
    assert body(tmp_path, "docs/side.md", link) == "Før\n\nMed"


def test_links_of_a_page_by_hand_are_turned_and_code_is_left(tmp_path: Path) -> None:
    (tmp_path / "docs/om").mkdir(parents=True)
    text = "[A](a.md#b) `[A](a.md)` [B](../generated/x.md) [C](#c) [D](https://example.dk/d.md)"
    (tmp_path / "docs/om/side.md").write_text(f"---\ntitle: T\n---\n\n{text}\n")
    told = body(tmp_path, "docs/om/side.md", lambda path: f"<{path}>")
    assert told == "[A](<om/a.md>#b) `[A](a.md)` [B](<generated/x.md>) [C](#c) [D](https://example.dk/d.md)"


# -- The folder


@pytest.fixture
def exported(mini: MiniBase) -> Path:
    out = mini.root / "ud"
    assert kb(mini.root, "export", "markdown", str(out)).returncode == 0
    return out


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_each_language_has_its_tree(exported: Path) -> None:
    assert (exported / "docs/da/index.md").is_file() and (exported / "docs/en/index.md").is_file()


def test_danish_alone_has_one_tree(mini: MiniBase) -> None:
    mini.append("data/site.yml", "languages: [da]\n")
    assert kb(mini.root, "export", "markdown", str(mini.root / "ud")).returncode == 0
    assert [one.name for one in (mini.root / "ud/docs").iterdir()] == ["da"]


def test_every_page_has_title_and_description(exported: Path) -> None:
    for page in exported.glob("docs/*/**/*.md"):
        assert re.match(r"---\ntitle: .+\ndescription: .+\n---\n\n# .+\n", page.read_text(encoding="utf-8")), page


def test_the_same_base_gives_the_same_bytes(mini: MiniBase, exported: Path) -> None:
    kb(mini.root, "export", "markdown", str(mini.root / "igen"))
    assert files(mini.root / "igen") == files(exported)


def test_an_empty_folder_is_taken(mini: MiniBase) -> None:
    (mini.root / "ud").mkdir()
    assert kb(mini.root, "export", "markdown", str(mini.root / "ud")).returncode == 0


def test_an_unchanged_export_is_replaced(mini: MiniBase, exported: Path) -> None:
    mini.replace("data/site.yml", "da: Plantebasen er opdigtet", "da: Basen er opdigtet")
    assert kb(mini.root, "export", "markdown", str(exported)).returncode == 0
    assert "Basen er opdigtet" in (exported / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("changed", ["README.md", "docs/da/index.md", "docs/da/min-side.md", "x.txt"])
def test_a_folder_with_anything_else_is_left_as_it_is(mini: MiniBase, exported: Path, changed: str) -> None:
    (exported / changed).write_text("mit eget")
    before = files(exported)
    ran = kb(mini.root, "export", "markdown", str(exported))
    assert (ran.returncode, files(exported)) == (1, before)
    assert str(exported / changed) in ran.stderr


def test_what_is_in_the_way_is_told_in_both_languages(mini: MiniBase) -> None:
    (mini.root / "ud").write_text("en fil")
    ran = kb(mini.root, "export", "markdown", str(mini.root / "ud"))
    assert ran.returncode == 1 and "ikke skrevet" in ran.stderr and "Nothing was written" in ran.stderr


def test_nothing_is_left_beside_the_export(mini: MiniBase, exported: Path) -> None:
    kb(mini.root, "export", "markdown", str(exported))
    assert [one.name for one in mini.root.iterdir() if one.name.startswith(".")] == []


def test_a_fault_in_the_data_stops_it(mini: MiniBase) -> None:
    mini.append("data/site.yml", "nonsense: 1\n")
    ran = kb(mini.root, "export", "markdown", str(mini.root / "ud"))
    assert ran.returncode == 1 and "data/site.yml" in ran.stderr and not (mini.root / "ud").exists()
