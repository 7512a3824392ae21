"""Pages by hand in docs/ come in pairs, with what a page needs at their top."""

from __future__ import annotations

from pathlib import Path

from minibase import MiniBase

from kb.pages import clashes, site_map
from kb.written import written_pages

TOP = "---\ntitle: {}\ndescription: {}\naddress: {}\n---\n\nTekst.\n"


def docs_with(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / (name.replace("_", ".") + ".md")).write_text(text, encoding="utf-8")
    return folder


def test_a_pair_is_a_page_in_both_languages(tmp_path: Path) -> None:
    docs = docs_with(tmp_path, om=TOP.format("Om", "Om os", "om"), om_en=TOP.format("About", "About us", "about"))
    (page,), problems = written_pages(docs)
    assert (page.key, page.title.en, page.address) == ("written-om", "About", {"da": "om", "en": "about"})
    assert problems == []


def test_a_page_knows_its_file_in_each_language(tmp_path: Path) -> None:
    docs = docs_with(tmp_path, om=TOP.format("Om", "Om os", "om"), om_en=TOP.format("About", "About us", "about"))
    (page,), _ = written_pages(docs)
    assert (page.file("da"), page.file("en")) == ("docs/om.md", "docs/om.en.md")


def test_a_missing_translation_is_told(tmp_path: Path) -> None:
    pages, problems = written_pages(docs_with(tmp_path, om=TOP.format("Om", "Om os", "om")))
    assert pages == []
    assert [p.tell("en") for p in problems] == [
        "docs/om.en.md:1: fault: the page lacks title, description, address at its top. "
        "Expected: a block between two lines of ---. Hint: look at the other pages in docs/."
    ]


def test_what_is_missing_at_the_top_is_told(tmp_path: Path) -> None:
    docs = docs_with(tmp_path, om="---\ntitle: Om\n---\n", om_en=TOP.format("About", "About us", "about"))
    _, (problem,) = written_pages(docs)
    assert problem.tell("da").startswith("docs/om.md:1: fejl: siden mangler description, address øverst i filen.")


def test_a_top_that_is_no_yaml_is_told(tmp_path: Path) -> None:
    docs = docs_with(tmp_path, om="---\ntitle: [\n---\n", om_en=TOP.format("About", "About us", "about"))
    _, problems = written_pages(docs)
    assert [(p.where.path, p.rule) for p in problems] == [("docs/om.md", "written-page")]


def test_an_address_that_another_page_has_is_told(tmp_path: Path) -> None:
    mini = MiniBase(tmp_path / "mini")
    (tmp_path / "docs").mkdir()
    docs = docs_with(
        tmp_path / "docs", om=TOP.format("Om", "Om os", "temaer"), om_en=TOP.format("About", "About us", "about")
    )
    pages, _ = written_pages(docs)
    (problem,) = clashes(site_map(mini.linked(), pages))
    assert problem.tell("en").startswith("docs/om.md:1: fault: the address “temaer/” is already in use.")
