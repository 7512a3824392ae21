"""A host's own additions: in the same form, checked and linked the same way, and known as theirs; and changed ids."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path

import pytest
from cases import LIBRARY, LIGHT, OFF, PANES, PLANTS, SITE
from minibase import MiniBase

from kb.checks import check
from kb.data import read
from kb.links import KnowledgeBase, link
from kb.model import Example, Organisation, Theme
from kb.pages import LOCALES, site_map
from kb.render import Renderer
from kb.search.documents import documents

ROOT = Path(__file__).parents[2]
EXAMPLES = """- id: local-e1
  theme: private-01
  kind: rule
  organisation: gartneri-nord
  title: {da: Vi vander om tirsdagen}
  text: {da: Hos os vander vi om tirsdagen.}
  source: own
"""
NOTES = """- id: local-n1
  on: private-01-a1
  text: {da: Planen hænger i køkkenet.}
  source: own
"""


@pytest.fixture
def own(mini: MiniBase) -> MiniBase:
    """The miniature base with an example and a note of a host's own."""
    mini.write("local/about.yml", "name: Drivhuset\n")
    mini.write("local/examples.yml", EXAMPLES)
    return mini.write("local/notes.yml", NOTES)


def told(mini: MiniBase) -> list[str]:
    """What is told of the data, in English."""
    return mini.told("en")


# -- The same form, checked the same way


def test_own_additions_are_right_without_english(own: MiniBase) -> None:
    assert told(own) == []


def test_a_fault_in_them_is_told_with_its_file_and_line(own: MiniBase) -> None:
    own.replace("local/examples.yml", "organisation: gartneri-nord", "organisation: gartneri-nrd")
    [one] = told(own)
    assert one.startswith("local/examples.yml:4: fault: local-e1: ") and one.endswith("Did you mean “gartneri-nord”?")


def test_a_file_of_another_kind_is_told_with_what_may_stand_there(own: MiniBase) -> None:
    own.write("local/guide.yml", "id: x\n")
    [one] = told(own)
    assert one.startswith("local/guide.yml:1: fault: ") and "local/examples.yml" in one and "data/" not in one


def test_they_must_say_whose_they_are(own: MiniBase) -> None:
    own.remove("local/about.yml")
    assert [one for one in told(own) if one.startswith("local/about.yml:1: fault: ")]


@pytest.mark.parametrize("found", ["local-e2", "local-e01", "private-01-e9"])
def test_own_examples_are_numbered_from_one(own: MiniBase, found: str) -> None:
    own.replace("local/examples.yml", "id: local-e1", f"id: {found}")
    assert [one for one in told(own) if one.startswith("local/examples.yml:1: fault: ")]


def test_a_note_is_on_something_that_can_be_noted(own: MiniBase) -> None:
    own.replace("local/notes.yml", "on: private-01-a1", "on: gartneri-nord")
    assert [one for one in told(own) if one.startswith("local/notes.yml:2: fault: local-n1: ")]


def test_only_own_additions_have_ids_that_begin_with_local(mini: MiniBase) -> None:
    text = mini.text("data/organisations.yml").replace("gartneri-nord", "local-nord")
    mini.write("data/organisations.yml", text)
    assert "own-id" in mini.rules()


def test_only_own_additions_may_come_from_own_experience(mini: MiniBase) -> None:
    mini.replace(PLANTS, "    source: {sheet-planter: A1}", "    source: own")
    assert [one for one in told(mini) if one.startswith(PLANTS)]


# -- The folder


def test_without_a_folder_nothing_is_said(mini: MiniBase) -> None:
    assert told(mini) == []


def test_the_folder_may_be_called_otherwise_and_lie_elsewhere(own: MiniBase, tmp_path: Path) -> None:
    elsewhere = tmp_path / "projekt"
    elsewhere.mkdir()
    shutil.move(own.root / "data", elsewhere / "data")
    shutil.move(own.root / "local", tmp_path / "vores")
    moved = MiniBase.__new__(MiniBase)
    moved.root = elsewhere
    moved.append(SITE, "local: ../vores\n")
    assert moved.told("en") == []
    shutil.copy(tmp_path / "vores/examples.yml", tmp_path / "vores/mere.yml")
    [one] = moved.told("en")
    assert one.startswith("../vores/mere.yml:1: fault: ")


def test_a_folder_that_is_named_must_be_there(mini: MiniBase) -> None:
    mini.append(SITE, "local: vores\n")
    line = mini.line_of(SITE, "local: vores")
    [one] = told(mini)
    assert one.startswith(f"{SITE}:{line}: fault: the folder “vores” with own additions is not there")


def test_they_can_be_left_out(own: MiniBase) -> None:
    kb = link(read(own.root, own=False))
    assert kb.own is None and not [i for i in kb.entries if i.startswith("local")]


# -- Linked the same way


@pytest.fixture
def kb(own: MiniBase) -> KnowledgeBase:
    return own.linked()


def test_an_own_example_stands_among_those_of_its_theme_and_its_organisation(kb: KnowledgeBase) -> None:
    assert kb.get("private-01", Theme).examples[-1].id == "local-e1"
    assert "local-e1" in [one.id for one in kb.examples_of("gartneri-nord")]
    assert kb.kind("local-e1") == "example" and kb.home("local-e1") == "private-01"


def test_they_are_tied_in_both_directions(kb: KnowledgeBase) -> None:
    assert "local-e1" in kb.ties["gartneri-nord"] and "private-01-a1" in kb.ties["local-n1"]


def test_an_own_example_goes_when_its_theme_is_withdrawn(own: MiniBase) -> None:
    own.append(PLANTS, "withdrawn: {date: 2026-01-01, reason: {da: Forkert., en: Wrong.}}\n")
    assert not {"local-e1", "local-n1"} & own.linked().entries.keys()


def test_search_tells_whose_they_are(kb: KnowledgeBase) -> None:
    [one] = [one for one in documents(kb, site_map(kb, []), "da") if one.id == "local-e1"]
    assert "from_own på dansk" in one.where


def test_a_note_stands_on_the_page_of_what_it_is_about_and_an_own_example_says_whose_it_is(own: MiniBase) -> None:
    words = own.text("data/interface.yml").replace("from_own på dansk", "fra {name}")
    kb = own.write("data/interface.yml", words).linked()
    pages = site_map(kb, [])
    page = Renderer(kb, pages).render(pages.pages["theme-private-01"], "da")
    assert "Planen hænger i køkkenet." in page.content and {"local-n1", "local-e1"} <= set(page.anchors)
    assert page.content.count("fra Drivhuset") >= 1 and "Fra Drivhuset" in page.content


# -- Ids that have changed


@pytest.fixture
def renamed(mini: MiniBase) -> MiniBase:
    """An organisation whose id was another, which the themes still name."""
    text = mini.text("data/organisations.yml")
    text = text.replace("- id: gartneri-nord\n", "- id: gartneriet\n  formerly: [gartneri-nord]\n", 1)
    return mini.write("data/organisations.yml", text)


def test_what_names_a_former_id_means_the_present_entry(renamed: MiniBase) -> None:
    kb = renamed.linked()
    assert {one.organisation for one in kb.all(Example) if one.id.startswith("private-01")} == {"gartneriet"}
    assert kb.get("gartneriet", Organisation) and "gartneri-nord" not in kb.entries


def test_a_former_id_in_use_is_a_warning_that_tells_the_present_one(renamed: MiniBase) -> None:
    found = [one for one in told(renamed) if "is now called “gartneriet”" in one]
    assert found and all(": warning: " in one for one in found)


def test_an_own_addition_that_names_a_former_id_still_works_and_is_told(renamed: MiniBase) -> None:
    renamed.write("local/about.yml", "name: Drivhuset\n").write("local/examples.yml", EXAMPLES)
    assert renamed.linked().examples_of("gartneriet")[-1].id == "local-e1"
    [one] = [one for one in told(renamed) if one.startswith("local/")]
    assert one.startswith("local/examples.yml:4: warning: local-e1: “gartneri-nord” is now called “gartneriet”")


def test_a_link_in_a_text_to_a_former_id_leads_to_the_present_entry(renamed: MiniBase) -> None:
    renamed.replace(PLANTS, "da: Skriv ned hvem der vander hvornår.", "da: 'Spørg [gartneriet](gartneri-nord).'")
    assert "gartneriet" in renamed.linked().ties["private-01-a1"]


def test_the_anchor_of_a_former_id_still_leads_to_the_entry(mini: MiniBase) -> None:
    mini.replace(PLANTS, "  - id: private-01-a1\n", "  - id: private-01-a1\n    formerly: [private-01-a9]\n")
    kb = mini.linked()
    pages = site_map(kb, [])
    assert "private-01-a9" in Renderer(kb, pages).render(pages.pages["theme-private-01"], "da").anchors


def test_a_word_or_an_address_that_equals_a_former_id_is_not_told(mini: MiniBase) -> None:
    mini.replace(PLANTS, "  - id: private-01-a1\n", "  - id: private-01-a1\n    formerly: [planter-paa-kontoret]\n")
    assert "renamed-id" not in mini.rules()


def test_what_names_the_former_id_of_a_withdrawn_entry_is_told_as_what_names_its_present_one(mini: MiniBase) -> None:
    mini.replace(PLANTS, "  - id: private-01-a1\n", f"  - id: private-01-a1\n    formerly: [gammel]\n    {OFF}\n")
    mini.replace(LIGHT, PANES, '{da: "Rene [ruder](gammel) giver lys.", en: Clean panes let in more light.}')
    [fault] = [one for one in mini.problems() if one.rule == "withdrawn-reference" and one.entry == "private-02-a1"]
    assert fault.level == "fault"


def test_an_organisation_that_is_told_about_under_its_former_id_is_not_lonely(renamed: MiniBase) -> None:
    assert "lonely-organisation" not in renamed.rules()


def test_siblings_may_name_each_other_by_former_ids(mini: MiniBase) -> None:
    mini.replace(LIBRARY, "id: public-01\n", "id: public-01\nformerly: [public-09]\n")
    mini.replace(PLANTS, "sibling: public-01", "sibling: public-09")
    assert "sibling" not in mini.rules()


@pytest.mark.parametrize("former", ["private-02", "private-01-f1"])
def test_a_former_id_is_no_other_entrys(mini: MiniBase, former: str) -> None:
    mini.replace(PLANTS, "  - id: private-01-a1\n", f"  - id: private-01-a1\n    formerly: [{former}]\n")
    assert "duplicate-id" in mini.rules()


def test_a_former_id_belongs_to_one_entry(mini: MiniBase) -> None:
    mini.replace(PLANTS, "  - id: private-01-a1\n", "  - id: private-01-a1\n    formerly: [gammel]\n")
    mini.append(LIGHT, "formerly: [gammel]\n")
    assert "duplicate-id" in mini.rules()


# -- The example to copy


def test_the_example_folder_is_right_beside_the_real_data(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "deploy/local-example", tmp_path / "local")
    problems = check(read(tmp_path))
    assert [one.tell("en") for one in problems if one.where.path.startswith("local")] == []


def test_the_example_folder_shows_every_kind_of_file(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "deploy/local-example", tmp_path / "local")
    kb = link(read(tmp_path))
    pages = site_map(kb, [])
    renderer = Renderer(kb, pages)
    for page, locale in product(pages.pages.values(), LOCALES):
        renderer.render(page, locale)
    kinds = {kb.kind(i) for i in kb.entries if i.startswith("local")}
    assert {
        "theme",
        "finding",
        "question",
        "action",
        "example",
        "organisation",
        "reference",
        "term",
        "source",
        "note",
    } <= kinds
