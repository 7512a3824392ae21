"""What the dialogue tool keeps in the browser, when, and that nothing of it is lost."""

from __future__ import annotations

import json

import pytest
from meeting import KEY, TOOL, Meeting, Sit
from playwright.sync_api import expect

FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
# To the brim: ever smaller pieces, until not a letter fits.
FILL = """for (let size = 4194304, i = 0; size >= 1; i++) {
  try { localStorage.setItem("x" + i, "y".repeat(size)); } catch (e) { size = Math.floor(size / 2); }
}"""


# -- A clear choice


def test_nothing_is_kept_before_somebody_asks_for_it(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").note("Pauser")
    meeting.place_as_group((2, 5), (3, 6))
    assert meeting.stored() is None
    assert meeting.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert meeting.page.context.cookies() == []


def test_what_is_kept_stands_under_one_key(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").keep()
    assert meeting.page.evaluate("Object.keys(localStorage)") == [KEY]
    assert [one["chosen"][0]["id"] for one in meeting.stored()["dialogues"]] == ["private-04"]


def test_once_kept_every_change_is(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").keep().note("Skrevet bagefter")
    assert meeting.stored()["dialogues"][0]["questions"][0]["note"] == "Skrevet bagefter"


def test_a_new_tab_finds_what_was_kept(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").call_it("Tirsdag").keep()
    meeting.stored()
    page = meeting.page.context.new_page()
    meeting.page.close(run_before_unload=True)
    other = Meeting(page, "da").open(f"/{TOOL['da']}")
    page.get_by_role("button", name="Åbn Tirsdag").click()
    assert [one["id"] for one in other.dialogue()["chosen"]] == ["private-04"]


def test_the_last_keystroke_before_the_tab_closes_is_kept(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").keep()
    page = meeting.page.context.new_page()
    meeting.note("sidste ord")
    meeting.page.close(run_before_unload=True)
    other = Meeting(page, "da").open(f"/{TOOL['da']}")
    assert other.stored()["dialogues"][0]["questions"][0]["note"] == "sidste ord"


# -- Nothing is lost


def test_reloading_keeps_unsaved_work_and_the_step(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").note("Pauser").plan("Prøv det")
    before = meeting.dialogue()
    meeting.page.wait_for_timeout(400)
    meeting.page.reload()
    meeting.ready()
    assert meeting.dialogue() == before
    expect(meeting.step("act")).to_be_visible()


def test_the_back_button_goes_a_step_back(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").note("Pauser").go("act")
    meeting.page.go_back()
    expect(meeting.step("talk")).to_be_visible()
    expect(meeting.page.locator("#dlg-note")).to_have_value("Pauser")


def test_coming_back_from_another_page_finds_unsaved_work(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").note("Pauser")
    meeting.page.goto("/temaer/")
    meeting.page.go_back()
    meeting.ready()
    assert meeting.dialogue()["questions"][0]["note"] == "Pauser"


def test_closing_a_tab_with_unsaved_work_asks_first(sit_down: Sit) -> None:
    meeting = sit_down(answer=False).choose("private-04").note("Pauser")
    asked: list[str] = []
    meeting.page.on("dialog", lambda dialog: asked.append(dialog.type))
    meeting.page.close(run_before_unload=True)
    meeting.page.context.pages[0].wait_for_timeout(300)
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("safe", ["kept", "in a file", "empty"])
def test_closing_a_tab_asks_nothing_when_nothing_is_lost(sit_down: Sit, safe: str, tmp_path: object) -> None:
    meeting = sit_down()
    if safe != "empty":
        meeting.choose("private-04")
    if safe == "kept":
        meeting.keep()
    elif safe == "in a file":
        meeting.file("json", tmp_path)  # type: ignore[arg-type]
    assert meeting.page.evaluate("tbDialogue.app.isAtRisk()") is False


def test_starting_a_new_one_asks_before_unsaved_work_goes(sit_down: Sit) -> None:
    meeting = sit_down(answer=False).choose("private-04")
    meeting.key("new").click()
    assert [one["id"] for one in meeting.dialogue()["chosen"]] == ["private-04"]


def test_the_language_switch_opens_what_is_kept(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").call_it("Tirsdag").keep()
    meeting.page.locator("[data-language]").first.click()
    meeting.page.wait_for_url("**/en/dialogue/**")
    meeting.ready()
    assert (meeting.dialogue()["name"], meeting.is_kept()) == ("Tirsdag", True)


def test_taking_a_deletion_back_keeps_what_was_written_since(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").plan("Prøv det", who="Ida")
    meeting.page.locator("[data-item] .tb-dlg__tools button").last.click()
    meeting.page.evaluate("tbDialogue.app.dialogue.notes = 'Skrevet siden'; tbDialogue.app.changed(true)")
    meeting.undo()
    assert (meeting.dialogue()["plan"][0]["who"], meeting.dialogue()["notes"]) == ("Ida", "Skrevet siden")


def test_an_anchor_in_the_page_leaves_the_step(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").go("talk")
    meeting.page.locator(".tb-skip").press("Enter")
    expect(meeting.step("talk")).to_be_visible()


@pytest.mark.parametrize("typed", ["20261-01-01", "0026-01-01"])
def test_a_year_that_is_none_is_not_kept(sit_down: Sit, typed: str) -> None:
    meeting = sit_down().plan("Prøv det")
    field = meeting.page.locator("[data-item] [name=when]")
    field.evaluate("(one, day) => { one.value = day; one.dispatchEvent(new Event('input', {bubbles: true})); }", typed)
    assert meeting.dialogue()["plan"][0]["when"] == ""


def test_a_copy_of_a_dialogue_with_a_long_name_can_be_read_again(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").call_it("x" * 200).keep()
    meeting.page.locator("[data-shelf] summary").click()
    meeting.page.locator("[data-key^='copy:']").click()
    meeting.page.reload()
    meeting.ready()
    assert meeting.page.evaluate("tbDialogue.app.shelf.look().kept.length") == 2


# -- Several


def test_dialogues_are_duplicated_renamed_and_deleted_with_a_way_back(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").call_it("Tirsdag").keep()
    meeting.page.locator("[data-shelf] summary").click()
    meeting.page.get_by_role("button", name="Lav en kopi af Tirsdag").click()
    meeting.hears("tool_duplicated", name="Tirsdag (kopi)")
    meeting.page.get_by_role("button", name="Åbn Tirsdag (kopi)").click()
    meeting.call_it("Onsdag")
    assert sorted(one["name"] for one in meeting.stored()["dialogues"]) == ["Onsdag", "Tirsdag"]
    meeting.page.locator("[data-shelf] details").evaluate("one => { one.open = true; }")
    meeting.page.get_by_role("button", name="Slet Tirsdag").click()
    assert [one["name"] for one in meeting.stored()["dialogues"]] == ["Onsdag"]
    meeting.undo()
    assert sorted(one["name"] for one in meeting.stored()["dialogues"]) == ["Onsdag", "Tirsdag"]


def test_the_open_dialogue_can_be_deleted_and_brought_back(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").call_it("Tirsdag").keep()
    meeting.page.locator("[data-shelf] summary").click()
    meeting.page.get_by_role("button", name="Slet Tirsdag").click()
    assert (meeting.stored(), meeting.dialogue()["chosen"]) == (None, [])
    meeting.undo()
    assert (meeting.dialogue()["name"], meeting.is_kept()) == ("Tirsdag", True)


def test_all_that_is_kept_can_be_deleted(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").keep()
    meeting.key("clear").click()
    meeting.hears("tool_cleared")
    assert meeting.page.evaluate("localStorage.length") == 0


def test_deleting_all_that_is_kept_leaves_unsaved_work(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").keep()
    meeting.key("new").click()
    meeting.choose("private-07").key("clear").click()
    meeting.hears("tool_cleared")
    assert [one["id"] for one in meeting.dialogue()["chosen"]] == ["private-07"]


def test_arriving_with_a_theme_starts_a_new_dialogue_and_offers_the_latest_kept_one(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").call_it("Tirsdag").keep()
    meeting.stored()
    meeting.page.goto("/temaer/private/salg/")
    meeting.page.get_by_role("link", name="Brug i en dialog").first.click()
    meeting.ready()
    assert [one["id"] for one in meeting.dialogue()["chosen"]] == ["private-07"]
    meeting.page.get_by_role("button", name="Tilføj til Tirsdag i stedet").click()
    assert [one["id"] for one in meeting.dialogue()["chosen"]] == ["private-04", "private-07"]


# -- Two tabs


@pytest.fixture
def two_tabs(sit_down: Sit) -> tuple[Meeting, Meeting]:
    """The same kept dialogue in two tabs of one browser."""
    first = sit_down().choose("private-04").call_it("Tirsdag").keep()
    first.stored()
    second = Meeting(first.page.context.new_page(), "da").open(f"/{TOOL['da']}#open={first.dialogue()['id']}")
    return first, second


def test_a_change_in_one_tab_comes_to_the_other(two_tabs: tuple[Meeting, Meeting]) -> None:
    first, second = two_tabs
    first.note("fra den første")
    first.stored()
    second.page.wait_for_function("tbDialogue.app.dialogue.questions[0].note === 'fra den første'")


def test_changes_in_both_at_once_are_both_kept(two_tabs: tuple[Meeting, Meeting]) -> None:
    first, second = two_tabs
    second.page.evaluate("window.addEventListener('storage', e => e.stopImmediatePropagation(), true)")
    second.page.evaluate("tbDialogue.app.heard = () => {}")
    second.go("talk")
    first.note("fra den første")
    first.stored()
    second.note("fra den anden")
    kept = {one["name"]: one["questions"][0]["note"] for one in second.stored()["dialogues"]}
    assert kept == {"Tirsdag": "fra den første", "Tirsdag (kopi)": "fra den anden"}
    second.hears("tool_two_tabs")


# -- A browser that will not


def test_forbidden_storage_is_told_and_the_file_offered(sit_down: Sit, language: str) -> None:
    meeting = sit_down(language, script=FORBIDDEN).choose("private-04")
    meeting.page.locator("[data-save]").click()
    expect(meeting.page.locator("[data-saved]")).to_have_text(meeting.word("tool_fault_forbidden"))
    with meeting.page.expect_download() as waiting:
        meeting.page.locator("[data-file]").click()
    assert waiting.value.suggested_filename.endswith(".json")


def test_with_forbidden_storage_reloading_still_loses_nothing(sit_down: Sit) -> None:
    meeting = sit_down(script=FORBIDDEN).choose("private-04").note("Pauser")
    meeting.page.wait_for_timeout(400)
    meeting.page.reload()
    assert meeting.ready().dialogue()["questions"][0]["note"] == "Pauser"


def test_full_storage_is_told_and_the_work_stays(sit_down: Sit, language: str) -> None:
    meeting = sit_down(language).choose("private-04")
    meeting.page.evaluate(FILL)
    meeting.page.locator("[data-save]").click()
    expect(meeting.page.locator("[data-saved]")).to_have_text(meeting.word("tool_fault_full"))
    expect(meeting.page.locator("[data-file]")).to_be_visible()
    assert [one["id"] for one in meeting.dialogue()["chosen"]] == ["private-04"]


def test_storage_that_fills_up_on_the_way_keeps_what_it_had(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").keep()
    meeting.stored()
    meeting.page.evaluate(FILL)
    meeting.note("x" * 9000)
    assert meeting.stored()["dialogues"][0]["questions"][0]["note"] == ""
    expect(meeting.page.locator("[data-saved]")).to_have_text(meeting.word("tool_fault_full"))
    assert len(meeting.dialogue()["questions"][0]["note"]) == 9000


@pytest.mark.parametrize("stored", ["{broken", "[]", "null", '{"version": 9, "dialogues": []}', '{"version": 1}'])
def test_storage_that_can_not_be_read_is_told_and_left_as_it_is(sit_down: Sit, stored: str) -> None:
    meeting = sit_down(script=f"localStorage.setItem({KEY!r}, {stored!r})")
    expect(meeting.page.locator("[data-shelf] .tb-note--warn")).to_contain_text(meeting.word("tool_odd"))
    meeting.choose("private-04").page.locator("[data-save]").click()
    expect(meeting.page.locator("[data-saved]")).to_have_text(meeting.word("tool_fault_unreadable"))
    assert meeting.page.evaluate(f"localStorage.getItem({KEY!r})") == stored


def test_one_dialogue_that_can_not_be_read_hides_no_other(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").call_it("Tirsdag").keep()
    whole = meeting.stored()
    whole["dialogues"].append({"id": "<script>", "name": 7})
    meeting.page.evaluate(f"text => localStorage.setItem({KEY!r}, text)", json.dumps(whole))
    meeting.page.reload()
    meeting.ready().note("mere")
    assert [one["id"] for one in meeting.stored()["dialogues"]][1] == "<script>"
    assert meeting.stored()["dialogues"][0]["questions"][0]["note"] == "mere"
