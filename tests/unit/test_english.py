"""Danish is required; English only where site.yml says so, and then the Danish text stands in for it."""

from __future__ import annotations

import pytest
from cases import CLEAN, LIGHT, SITE
from minibase import MiniBase

from kb.model import Action

DANISH_ALONE = "{da: Puds vinduerne}"


@pytest.fixture
def lenient(mini: MiniBase) -> MiniBase:
    """A base whose host does not require English."""
    return mini.replace(SITE, "require_english: true", "require_english: false")


def test_a_missing_english_text_is_a_fault_where_english_is_required(mini: MiniBase) -> None:
    assert mini.replace(LIGHT, CLEAN, DANISH_ALONE).rules() == ["missing-english"]


def test_it_is_none_where_english_is_not_required(lenient: MiniBase) -> None:
    assert lenient.replace(LIGHT, CLEAN, DANISH_ALONE).rules() == []


def test_an_english_text_without_content_counts_as_missing(lenient: MiniBase) -> None:
    assert lenient.replace(LIGHT, CLEAN, "{da: Puds vinduerne, en: }").rules() == []


def test_a_missing_danish_text_is_a_fault_all_the_same(lenient: MiniBase) -> None:
    assert lenient.replace(LIGHT, CLEAN, "{en: Clean the windows}").rules() == ["missing-danish"]


def test_words_of_the_interface_may_lack_english_too(lenient: MiniBase) -> None:
    lenient.replace("data/interface.yml", "  en: actions_title in English\n", "")
    assert lenient.rules() == []


@pytest.mark.parametrize("change", ["", "require_english: 'false'", "require_english: null"])
def test_english_is_required_unless_site_yml_plainly_says_no(mini: MiniBase, change: str) -> None:
    mini.replace(SITE, "require_english: true", change).replace(LIGHT, CLEAN, DANISH_ALONE)
    assert "missing-english" in mini.rules()


def test_english_is_required_while_site_yml_cannot_be_read(mini: MiniBase) -> None:
    mini.replace(SITE, "name:", "\tname:").replace(LIGHT, CLEAN, DANISH_ALONE)
    assert mini.rules() == ["tab", "missing-english"]


def test_the_danish_text_stands_in_for_the_english(lenient: MiniBase) -> None:
    title = lenient.replace(LIGHT, CLEAN, DANISH_ALONE).linked().get("private-02-a1", Action).title
    assert (title.get("en"), title.shown_in("en")) == ("Puds vinduerne", "da")


def test_each_language_has_its_own_text_where_both_are_there(mini: MiniBase) -> None:
    title = mini.linked().get("private-02-a1", Action).title
    assert (title.get("da"), title.get("en"), title.shown_in("en")) == ("Puds vinduerne", "Clean the windows", "en")
