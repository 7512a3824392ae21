"""The booklet Mål med mening: every numbered piece an entry, all its running text retold."""

from __future__ import annotations

import pytest
from inventory import BOOKLET, BOOKLET_ENTRIES, PEOPLE, POLES, RUNNING_TEXT, VOICES, Place

from kb.links import KnowledgeBase
from kb.model import Balance, Case, Guide, GuidePage, Pole, Question, Reference, Voice


@pytest.mark.parametrize("place", BOOKLET_ENTRIES)
def test_each_numbered_place_has_exactly_one_entry(place: str, retold: dict[Place, list[str]]) -> None:
    assert retold[BOOKLET, place] == [BOOKLET_ENTRIES[place]]


@pytest.mark.parametrize("place", RUNNING_TEXT)
def test_each_place_in_the_running_text_is_named_by_a_paragraph(place: str, named: set[Place]) -> None:
    assert (BOOKLET, place) in named


def test_no_entry_names_a_place_that_the_booklet_does_not_have(named: set[Place]) -> None:
    known = {*BOOKLET_ENTRIES, *RUNNING_TEXT, "FW8", "head"}
    assert {place for source, place in named if source == BOOKLET} <= known


def test_twenty_five_questions_are_for_dialogue(kb: KnowledgeBase) -> None:
    assert len([one for one in kb.all(Question) if BOOKLET in one.source]) == 25


@pytest.mark.parametrize("balance", POLES)
def test_a_balance_has_every_advantage_and_drawback_of_its_poles(balance: str, kb: KnowledgeBase) -> None:
    one = kb.get(balance, Balance)
    assert tuple((len(pole.advantages), len(pole.drawbacks)) for pole in (one.left, one.right)) == POLES[balance]


@pytest.mark.parametrize("balance", POLES)
def test_a_balance_has_five_questions(balance: str, kb: KnowledgeBase) -> None:
    assert len(kb.get(balance, Balance).questions) == 5


@pytest.mark.parametrize("balance", POLES)
def test_a_balance_has_its_row_in_the_overview(balance: str, kb: KnowledgeBase) -> None:
    one = kb.get(balance, Balance)
    row = f"T{one.number}"
    assert [row in pole.source[BOOKLET] for pole in (one.left, one.right)] == [True, True]


def _right_pole_of_learning(kb: KnowledgeBase) -> Pole:
    return kb.get("balance-4", Balance).right


def test_learning_makes_two_demands_where_others_have_drawbacks(kb: KnowledgeBase) -> None:
    assert len(_right_pole_of_learning(kb).demands) == 2


def test_learning_says_that_it_has_no_decided_drawbacks(kb: KnowledgeBase) -> None:
    assert _right_pole_of_learning(kb).drawbacks_note is not None


def test_only_learning_makes_demands(kb: KnowledgeBase) -> None:
    poles = [pole for one in kb.all(Balance) for pole in (one.left, one.right)]
    assert [pole for pole in poles if pole.demands or pole.drawbacks_note] == [_right_pole_of_learning(kb)]


def test_the_four_dimensions_are_those_of_the_booklet(kb: KnowledgeBase) -> None:
    assert [one.dimension.en for one in kb.all(Balance)] == ["Focus", "Level", "Process", "Use"]


def test_nine_voices_speak(kb: KnowledgeBase) -> None:
    assert [one.id for one in kb.all(Voice)] == list(VOICES)


@pytest.mark.parametrize("voice", VOICES)
def test_a_voice_has_the_role_and_workplace_of_the_booklet(voice: str, kb: KnowledgeBase) -> None:
    one = kb.get(voice, Voice)
    assert (one.role.get("en"), one.workplace.get("en"), one.about) == VOICES[voice]


@pytest.mark.parametrize("case", PEOPLE)
def test_a_case_names_the_people_of_the_booklet(case: str, kb: KnowledgeBase) -> None:
    assert [person.name for person in kb.get(case, Case).people] == PEOPLE[case]


@pytest.mark.parametrize("case", PEOPLE)
def test_a_case_goes_from_problem_through_deed_to_effect(case: str, kb: KnowledgeBase) -> None:
    steps = [section.step for section in kb.get(case, Case).sections]
    assert list(dict.fromkeys(steps)) == ["problem", "did", "effect"]


def test_the_six_pieces_of_advice_name_their_author(kb: KnowledgeBase) -> None:
    author = kb.get("guide-page-advice", GuidePage).author
    assert author and (author.name, author.role.en) == ("Anders Raastrup Kristensen", "researcher and consultant")


def test_the_booklet_can_be_used_on_two_levels(kb: KnowledgeBase) -> None:
    assert [level.source[BOOKLET] for level in kb.get("maal-med-mening", Guide).levels] == [["FW5a"], ["FW5b"]]


def test_the_booklet_adds_a_book_and_a_tool_to_the_references(kb: KnowledgeBase) -> None:
    added = {one.id for one in kb.all(Reference) if BOOKLET in one.source}
    assert added == {"ref-resultatmaalinger-og-stress", "ref-maal-med-mening-vaerktoej"}
