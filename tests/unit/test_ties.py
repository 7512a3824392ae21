"""Who refers to whom: every tie in both directions, and nothing left of what is withdrawn."""

from __future__ import annotations

import pytest
from cases import BALANCE_1, LIBRARY, LIGHT, OFF, ORGANISATIONS, PLANTS, REFERENCES, VOICES
from minibase import MiniBase

from kb.links import KnowledgeBase
from kb.model import Balance, Case, Example, GuidePage, Organisation, Source, Statistic, Term, Theme, Voice


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return MiniBase(tmp_path_factory.mktemp("mini")).linked()


def ids(entries: object) -> list[str]:
    return [entry.id for entry in entries]  # type: ignore[attr-defined]


def reasons(kb: KnowledgeBase, entry_id: str) -> dict[str, str]:
    return {relation.to: relation.reason.en or "" for relation in kb.relations.get(entry_id, [])}


# -- In both directions ---------------------------------------------------


def test_what_an_entry_points_to_points_back(kb: KnowledgeBase) -> None:
    assert "private-01-q1" in kb.see("private-01-f1")
    assert "private-01-f1" in kb.see("private-01-q1")


def test_what_an_entry_points_to_comes_before_what_points_to_it(mini: MiniBase) -> None:
    mini.replace(PLANTS, "source: {sheet-planter: Q1}", "see: [private-02-f1]\n    source: {sheet-planter: Q1}")
    assert mini.linked().see("private-01-q1") == ["private-02-f1", "private-01-f1"]


def test_two_that_point_at_each_other_see_each_other_once(mini: MiniBase) -> None:
    mini.replace(PLANTS, "source: {sheet-planter: Q1}", "see: [private-01-f1]\n    source: {sheet-planter: Q1}")
    assert mini.linked().see("private-01-f1") == ["private-01-q1", "balance-1-q1"]


def test_every_tie_goes_both_ways(kb: KnowledgeBase) -> None:
    one_way = [(a, b) for a, others in kb.ties.items() for b in others if a not in kb.ties.get(b, set())]
    assert one_way == []


def test_no_entry_is_tied_to_itself(kb: KnowledgeBase) -> None:
    assert [entry for entry, others in kb.ties.items() if entry in others] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("private-01", "private-01-f1"),
        ("private-01", "public-01"),
        ("private-01", "private"),
        ("private-01", "ref-vanding"),
        ("private-01", "sheet-planter"),
        ("private-01", "balance-1"),
        ("private-01-e1", "gartneri-nord"),
        ("private-01-e1", "private-02"),
        ("private-01-e2", "ref-vanding"),
        ("balance-1", "guide-as1"),
        ("voice-1", "balance-1"),
        ("case-gartneri-nord", "gartneri-nord"),
        ("case-gartneri-nord", "private-02-a1"),
        ("case-gartneri-nord", "booklet-planter"),
        ("guide-page-hvorfor", "guide-d1"),
        ("guide-page-hvorfor", "stat-vinduer"),
        ("term-potte", "private-01"),
    ],
)
def test_ties_of_every_sort_are_found(kb: KnowledgeBase, one: str, other: str) -> None:
    assert other in kb.ties[one]


def test_a_related_page_has_the_reason_on_both_pages(kb: KnowledgeBase) -> None:
    assert reasons(kb, "case-gartneri-nord") == {"private-02": "The theme is about light."}
    assert reasons(kb, "private-02")["case-gartneri-nord"] == "The theme is about light."


def test_where_both_pages_give_a_reason_each_keeps_its_own(kb: KnowledgeBase) -> None:
    assert reasons(kb, "private-01") == {"balance-1": "The balance is about choosing plants."}
    assert reasons(kb, "balance-1")["private-01"] == "The theme tells who does the watering."


def test_an_examples_organisation_lists_it(kb: KnowledgeBase) -> None:
    assert ids(kb.examples_of("gartneri-nord")) == ["private-01-e1", "private-01-e2"]


def test_a_cases_organisation_lists_it(kb: KnowledgeBase) -> None:
    assert ids(kb.cases_of("gartneri-nord")) == ["case-gartneri-nord"]


def test_an_example_belongs_to_its_own_theme_first_then_to_the_others(kb: KnowledgeBase) -> None:
    assert ids(kb.themes_of(kb.get("private-01-e1", Example))) == ["private-01", "private-02"]


def test_a_theme_has_the_examples_of_others_as_guests(kb: KnowledgeBase) -> None:
    assert (ids(kb.guests_of("private-02")), ids(kb.guests_of("private-01"))) == (["private-01-e1"], [])


def test_a_reference_knows_the_pages_that_use_it(kb: KnowledgeBase) -> None:
    assert [ids(kb.users_of(ref)) for ref in ("ref-vanding", "ref-lysmaaler")] == [["private-01"], ["maal-med-mening"]]


def test_a_source_knows_what_is_built_on_it(kb: KnowledgeBase) -> None:
    assert ids(kb.built_on("sheet-lys")) == ["private", "private-02", "private-02-f1", "private-02-q1", "private-02-a1"]


def test_voices_are_found_by_what_they_are_about(kb: KnowledgeBase) -> None:
    assert (ids(kb.voices_about("balance-1")), ids(kb.voices_about("maal-med-mening"))) == (["voice-1"], ["voice-2"])


def test_what_stands_inside_an_entry_is_at_home_there(kb: KnowledgeBase) -> None:
    homes = {
        one: kb.home(one) for one in ("private-01-f1", "balance-1-q1", "guide-q1", "guide-d1", "voice-1", "voice-2")
    }
    assert homes == {
        "private-01-f1": "private-01",
        "balance-1-q1": "balance-1",
        "guide-q1": "maal-med-mening",
        "guide-d1": "guide-page-hvorfor",
        "voice-1": "balance-1",
        "voice-2": "guide-page-hvorfor",
    }


def test_every_entry_knows_its_file_and_line(mini: MiniBase) -> None:
    where = mini.linked().where
    assert where["private-02-a1"].line == mini.line_of(LIGHT, "- id: private-02-a1")
    assert where["voice-2"].line == mini.line_of(VOICES, "- id: voice-2")


def test_an_entry_of_another_kind_is_not_given(kb: KnowledgeBase) -> None:
    with pytest.raises(KeyError):
        kb.get("private-01", Balance)


# -- Withdrawn ------------------------------------------------------------


def withdraw(mini: MiniBase, path: str, at: str, indent: str = "") -> KnowledgeBase:
    """Withdraws the entry in which a line stands."""
    return mini.replace(path, at, f"{at}\n{indent}{OFF}").linked()


def everything_named(kb: KnowledgeBase) -> set[str]:
    """Every id that a live entry is tied to, seen from, related to or at home in."""
    named = {target for targets in kb.ties.values() for target in targets} | set(kb.owner.values())
    named |= {relation.to for relations in kb.relations.values() for relation in relations} | kb.relations.keys()
    return named | kb.seen_from.keys() | {one for ones in kb.seen_from.values() for one in ones}


@pytest.mark.parametrize(
    ("path", "at", "indent", "gone"),
    [
        pytest.param(LIGHT, "evidence: practice", "    ", {"private-02-f1"}, id="a finding"),
        pytest.param(PLANTS, "kind: measure", "    ", {"private-01-e2"}, id="an example"),
        pytest.param(LIBRARY, "number: 1", "",
                     {"public-01", "public-01-f1", "public-01-q1", "public-01-a1", "public-01-e1"}, id="a theme"),
        pytest.param(ORGANISATIONS, "slug: byens-bibliotek", "  ",
                     {"byens-bibliotek", "public-01-e1"}, id="an organisation"),
        pytest.param(BALANCE_1, "number: 1", "", {"balance-1", "balance-1-q1", "voice-1"}, id="a balance"),
        pytest.param(REFERENCES, "file: lysmaaler.pdf", "  ", {"ref-lysmaaler"}, id="a reference"),
        pytest.param(VOICES, "about: balance-1", "  ", {"voice-1"}, id="a voice"),
    ],
)  # fmt: skip
def test_what_is_withdrawn_goes_with_all_that_hangs_on_it(
    mini: MiniBase, path: str, at: str, indent: str, gone: set[str]
) -> None:
    before = mini.linked().entries.keys()
    kb = withdraw(mini, path, at, indent)
    assert before - kb.entries.keys() == gone
    assert everything_named(kb) & gone == set()


def test_a_withdrawn_series_takes_its_themes_along(mini: MiniBase) -> None:
    mini.append("data/themes/public/series.yml", OFF + "\n")
    kb = mini.linked()
    assert ids(kb.all(Theme)) == ["private-01", "private-02"]
    assert "sheet-bibliotek" not in ids(kb.all(Source))


def test_a_theme_whose_sibling_is_withdrawn_has_none(mini: MiniBase) -> None:
    assert withdraw(mini, LIBRARY, "number: 1").get("private-01", Theme).sibling is None


def test_a_withdrawn_finding_is_no_longer_in_its_theme(mini: MiniBase) -> None:
    assert ids(withdraw(mini, PLANTS, "evidence: research", "    ").get("private-01", Theme).findings) == [
        "private-01-f1"
    ]


def test_a_withdrawn_entry_is_no_longer_in_a_section_of_the_booklet(mini: MiniBase) -> None:
    page = withdraw(mini, VOICES, "about: maal-med-mening", "  ").get("guide-page-hvorfor", GuidePage)
    assert page.sections[1].entries == ["stat-vinduer", "guide-q1"]


def test_the_reason_for_a_withdrawn_page_is_gone_from_the_other(mini: MiniBase) -> None:
    kb = withdraw(mini, BALANCE_1, "number: 1")
    assert (reasons(kb, "private-01"), reasons(kb, "balance-2")) == ({}, {})


def test_everything_else_stays(mini: MiniBase) -> None:
    kb = withdraw(mini, BALANCE_1, "number: 1")
    kinds = (Theme, Organisation, Case, Statistic, Term, Voice)
    assert [len(kb.all(kind)) for kind in kinds] == [3, 2, 1, 2, 2, 1]


# -- Research about the ends of a balance ---------------------------------


def test_research_about_an_end_of_a_balance_ties_the_two(mini: MiniBase) -> None:
    mini.replace(
        BALANCE_1, "  source: {booklet-planter: B1-L}", "  research: [private-01-f1]\n  source: {booklet-planter: B1-L}"
    )
    kb = mini.linked()
    assert "balance-1" in kb.ties["private-01-f1"]
    assert kb.get("balance-1", Balance).left.research == ["private-01-f1"]


def test_withdrawn_research_is_left_out_of_a_balance(mini: MiniBase) -> None:
    mini.replace(
        BALANCE_1, "  source: {booklet-planter: B1-L}", "  research: [private-01-f1]\n  source: {booklet-planter: B1-L}"
    )
    mini.replace(PLANTS, "source: {sheet-planter: F1}", OFF + "\n    source: {sheet-planter: F1}")
    assert mini.linked().get("balance-1", Balance).left.research == []
