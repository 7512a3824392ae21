"""`kb status` and `kb confirm`: what is not translated, what has changed since it was, what is due for review."""

from __future__ import annotations

import pytest
from cases import LIBRARY, LIGHT, SITE
from command import Ran, kb
from minibase import MiniBase

from kb.model import Theme
from kb.pages import site_map
from kb.render import Renderer
from kb.standing.ledger import FILE, fingerprint

CLEAR = "Rene ruder giver mere lys."
CHANGED = "Rene ruder giver dobbelt så meget lys."


@pytest.fixture
def recorded(mini: MiniBase) -> MiniBase:
    """The miniature base in form, every translation recorded."""
    assert kb(mini.root, "format").returncode == 0
    return mini


@pytest.fixture
def stale(recorded: MiniBase) -> MiniBase:
    """… and then one Danish text changed."""
    return recorded.replace(LIGHT, CLEAR, CHANGED)


def status(mini: MiniBase, *arguments: str) -> Ran:
    return kb(mini.root, "status", "--lang", "en", *arguments)


def number(mini: MiniBase, what: str) -> int:
    return next(int(line.split()[0]) for line in status(mini).stdout.splitlines() if line.endswith(what))


STALE = "has changed in Danish since it was translated"


def test_nothing_is_stale_while_nothing_has_changed(recorded: MiniBase) -> None:
    assert number(recorded, STALE) == 0


def test_an_english_text_is_stale_once_its_danish_has_changed(stale: MiniBase) -> None:
    line = stale.line_of(LIGHT, CHANGED)
    assert f"{LIGHT}:{line}: private-02-a1 actions.text {STALE}. {CHANGED}" in status(stale).stdout


def test_a_new_english_text_is_not_stale(stale: MiniBase) -> None:
    stale.replace(LIGHT, "Clean panes let in more light.", "Clean panes let in twice the light.")
    assert number(stale, STALE) == 0


def test_it_stays_stale_when_files_are_put_in_form(stale: MiniBase) -> None:
    assert kb(stale.root, "format").returncode == 0
    assert number(stale, STALE) == 1


def test_it_is_fresh_again_once_somebody_confirms_it(stale: MiniBase) -> None:
    assert kb(stale.root, "confirm", "private-02-a1").returncode == 0
    assert number(stale, STALE) == 0


def test_a_confirmed_text_grows_stale_again_with_the_next_change(stale: MiniBase) -> None:
    assert kb(stale.root, "confirm", "--all").returncode == 0
    stale.replace(LIGHT, CHANGED, "Rene ruder giver tre gange så meget lys.")
    assert number(stale, STALE) == 1


@pytest.mark.parametrize("name", ["private-02-a1.actions.text", "line"])
def test_one_text_alone_can_be_confirmed(name: str, stale: MiniBase) -> None:
    stale.replace(LIGHT, "da: Puds vinduerne", "da: Puds alle ruder")
    wanted = f"{LIGHT}:{stale.line_of(LIGHT, CHANGED)}" if name == "line" else name
    assert kb(stale.root, "confirm", wanted).returncode == 0
    assert number(stale, STALE) == 1


def test_confirming_nothing_in_particular_asks_what(stale: MiniBase) -> None:
    ran = kb(stale.root, "confirm", "--lang", "en")
    assert ran.returncode == 1 and "Say what to confirm" in ran.stderr and number(stale, STALE) == 1


def test_confirming_what_does_not_exist_is_told(stale: MiniBase) -> None:
    before = stale.text(FILE)
    ran = kb(stale.root, "confirm", "private-99", "--lang", "en")
    assert ran.returncode == 1 and "“private-99” does not exist." in ran.stderr and stale.text(FILE) == before


@pytest.mark.parametrize(
    "typography",
    [
        "Rene ruder – giver mere lys!",
        "RENE ruder giver mere lys",
        "**Rene** ruder giver *mere* lys.",
        "Rene ruder, giver mere lys.",
    ],
)
def test_typography_alone_makes_nothing_stale(typography: str, recorded: MiniBase) -> None:
    recorded.replace(LIGHT, CLEAR, f"'{typography}'")
    assert number(recorded, STALE) == 0


@pytest.mark.parametrize(("one", "other"), [("1,5", "15"), ("5 %", "5"), ("tror", "troer"), ("2-3", "23")])
def test_words_and_numbers_are_no_typography(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_entries_may_be_moved_about(recorded: MiniBase) -> None:
    path = "data/terms.yml"
    head, first, second = recorded.text(path).split("- id: ")
    recorded.write(path, f"{head}- id: {second}\n- id: {first}")
    assert number(recorded, STALE) == 0


def test_a_missing_translation_is_told_where_it_may_be_missing(recorded: MiniBase) -> None:
    recorded.replace(SITE, "require_english: true", "require_english: false")
    recorded.replace(LIGHT, ", en: Clean the windows}", "}")
    assert f"{LIGHT}:" in status(recorded).stdout and number(recorded, "has no English") == 1


def test_what_is_due_for_review_is_told_with_its_day(recorded: MiniBase) -> None:
    recorded.replace(LIBRARY, "review_due: 2027-05-01", "review_due: 2025-12-01")
    recorded.replace(LIBRARY, "reviewed: 2025-05-01", "reviewed: 2025-05-01\nreviewed_by: {da: Gartner, en: Gardener}")
    told = status(recorded).stdout
    assert f"{LIBRARY}:2: public-01 is overdue for review. 2025-05-01 → 2025-12-01 Gartner" in told


def test_the_page_says_who_has_reviewed_it_by_role(recorded: MiniBase) -> None:
    recorded.replace(LIBRARY, "reviewed: 2025-05-01", "reviewed: 2025-05-01\nreviewed_by: {da: Gartner, en: Gardener}")
    assert "reviewed_by på dansk" in page(recorded, "public-01", "da")


def test_the_policy_of_the_site_decides_the_exit_status(stale: MiniBase) -> None:
    assert status(stale).returncode == 0
    stale.append(SITE, "status_fails: [stale]\n")
    ran = status(stale)
    assert ran.returncode == 1 and f"To be put right first: 1 {STALE}" in ran.stderr


def test_for_a_pull_request_it_is_told_as_tables_in_both_languages(stale: MiniBase) -> None:
    told = status(stale, "--format", "markdown").stdout
    assert "| 1 | er ændret på dansk siden oversættelsen | has changed in Danish since it was translated |" in told


def test_a_line_that_a_merge_has_left_is_a_fault(recorded: MiniBase) -> None:
    recorded.write(FILE, "<<<<<<< HEAD\n" + recorded.text(FILE))
    assert [(p.rule, p.where.line) for p in recorded.problems()] == [("ledger-line", 1)]


def page(mini: MiniBase, entry: str, locale: str) -> str:
    kb_ = mini.linked()
    assert isinstance(kb_.entries[entry], Theme)
    pages = site_map(kb_, [])
    return Renderer(kb_, pages).render(pages.pages[pages.homes[entry][0]], "en" if locale == "en" else "da").content


def test_readers_see_it_after_the_stale_passage_alone(stale: MiniBase) -> None:
    english = page(stale, "private-02", "en")
    assert english.count("tb-stale") == 1
    assert 'let in more light. <small class="tb-stale">' in english


def test_danish_readers_see_nothing_of_it(stale: MiniBase) -> None:
    assert "tb-stale" not in page(stale, "private-02", "da")
