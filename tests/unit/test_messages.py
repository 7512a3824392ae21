"""How a fault is told: in both languages alike, on one line, and with what was found told as it stands."""

from __future__ import annotations

import re

import pytest

from kb.messages import LABELS, MESSAGES, WORDS
from kb.problems import OWN_WORDS, Locale, Problem, Where, faults, near, problem

HERE = Where("data/x.yml", 7)
LOCALES: tuple[Locale, ...] = ("da", "en")
LITERALS = ("{", "}", "{}", "{0}", "{key}", "{found}", "{expected}", "%s %(x)d", "@theme", "$x", r"\1 \g<0>")


def gaps(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("rule", MESSAGES)
def test_a_message_stands_in_both_languages(rule: str) -> None:
    assert MESSAGES[rule].keys() == set(LOCALES)


@pytest.mark.parametrize("rule", MESSAGES)
def test_a_message_says_what_was_found_what_was_expected_and_how_to_mend_it(rule: str) -> None:
    assert all(text for locale in LOCALES for text in MESSAGES[rule][locale])


@pytest.mark.parametrize("rule", MESSAGES)
def test_both_languages_have_the_same_gaps(rule: str) -> None:
    danish, english = ([gaps(text) for text in MESSAGES[rule][locale]] for locale in LOCALES)
    assert danish == english


@pytest.mark.parametrize("rule", MESSAGES)
def test_english_has_english_quotation_marks(rule: str) -> None:
    told = " ".join(MESSAGES[rule]["en"])
    assert re.findall("[“”]", told) == ["“", "”"] * (len(re.findall("[“”]", told)) // 2)


@pytest.mark.parametrize("table", [LABELS, WORDS], ids=["labels", "words"])
def test_labels_and_words_are_the_same_in_both_languages(table: dict[str, dict[str, str]]) -> None:
    assert table["da"].keys() == table["en"].keys()


def test_a_fault_is_told_with_place_and_entry_and_hint() -> None:
    one = problem(HERE, "mail", "site", found="x")
    assert one.tell("en") == (
        "data/x.yml:7: fault: site: the mail address “x”. Expected: name@domain.dk. Hint: correct the address."
    )


def test_a_near_miss_takes_the_place_of_the_hint() -> None:
    one = problem(HERE, "unknown-reference", key="see", found="a-1", expected="@theme", suggestion="a-2, a-3")
    assert one.tell("da") == (
        "data/x.yml:7: fejl: ”see” henviser til ”a-1”, som ikke findes. "
        "Forventet: id’et på et tema. Mente du ”a-2”, ”a-3”?"
    )


def test_a_warning_is_told_as_one() -> None:
    one = problem(HERE, "unused-reference", "ref-x", "warning")
    assert one.tell("da").startswith("data/x.yml:7: advarsel: ref-x: ingen bruger henvisningen.")


def test_only_faults_stop_a_build() -> None:
    fault, warning = problem(HERE, "mail", found="x"), problem(HERE, "unused-reference", "ref-x", "warning")
    assert faults([fault, warning]) == [fault]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("found", LITERALS)
def test_what_was_found_is_told_as_it_stands(found: str, locale: Locale) -> None:
    quoted = {"da": f"”{found}”", "en": f"“{found}”"}[locale]
    told = problem(HERE, "not-allowed", found, key=found, found=found, expected="x").tell(locale)
    assert told.partition(". ")[0].endswith(
        {"da": f"{found}: {quoted} er {quoted}", "en": f"{found}: {quoted} is {quoted}"}[locale]
    )


@pytest.mark.parametrize("found", LITERALS)
def test_a_suggestion_is_told_as_it_stands(found: str) -> None:
    told = problem(HERE, "unknown-key", found="x", expected="y", suggestion=found).tell("en")
    assert told.endswith(f"Did you mean “{found}”?")


@pytest.mark.parametrize("name", sorted(OWN_WORDS))
def test_our_own_words_are_told_in_the_readers_language(name: str) -> None:
    facts: dict[str, object] = {"key": "x", "type": "@list", "expected": "@text @or @list", name: "@yes-no"}
    one = problem(HERE, "wrong-type", **facts)  # type: ignore[arg-type]
    assert "@" not in one.tell("da") + one.tell("en")


def test_a_long_value_is_cut() -> None:
    told = problem(HERE, "mail", found="x" * 1000).tell("en")
    assert f"“{'x' * 159}…”" in told


def test_what_we_expect_is_never_cut() -> None:
    told = problem(HERE, "unknown-key", found="x", expected="word " * 100 + "end").tell("en")
    assert "word end." in told


def test_a_value_over_several_lines_is_told_on_one() -> None:
    assert "“a b c”" in problem(HERE, "mail", "an\nid", found="a\n  b\r\nc").tell("en")


def test_a_terminal_gets_nothing_to_obey() -> None:
    assert problem(HERE, "mail", "x\x1b[2J", found="\x1b[31m\u202e\ud800").tell("en").isprintable()


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("private-04-q9", "private-04-q1"),
        ("gartneri-nrod", "gartneri-nord"),
        ("ref_vanding", "ref-vanding"),
        ("Private-01", "private-01"),
    ],
)
def test_a_near_miss_suggests_the_right_id(found: str, meant: str) -> None:
    known = ["private-01", "private-04-q1", "gartneri-nord", "ref-vanding", "term-potte"]
    assert near(found, known).split(", ")[0] == meant


def test_what_is_far_off_suggests_nothing() -> None:
    assert near("xyzzy", ["private-01", "gartneri-nord"]) == ""


def test_problems_sort_by_file_then_line() -> None:
    places = [Where("b", 1), Where("a", 10), Where("a", 9)]
    assert [p.where for p in sorted(Problem(where, "mail") for where in places)] == sorted(places)
