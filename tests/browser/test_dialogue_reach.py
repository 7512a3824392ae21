"""The dialogue tool for everyone: by keyboard, read aloud, on a phone, on a projector, without script."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pdfplumber
import pytest
from meeting import STEPS, TOOL, Sit
from playwright.sync_api import Browser, Page, expect


def text_of(pdf: bytes) -> list[str]:
    """What stands on each page of a PDF."""
    with pdfplumber.open(io.BytesIO(pdf)) as pages:
        return [page.extract_text() for page in pages.pages]


PHONE = {"width": 360, "height": 740}
PROJECTOR = {"width": 1920, "height": 1080}


def focus_in(page: Page) -> str:
    """The name under which what has the focus keeps it."""
    return str(page.evaluate("document.activeElement.getAttribute('data-key') || document.activeElement.tagName"))


# -- By keyboard


def test_the_whole_way_goes_without_a_mouse(sit_down: Sit) -> None:
    meeting = sit_down()
    page = meeting.page
    page.locator("input[value=private-04]").focus()
    page.keyboard.press("Space")
    page.locator("[data-next]").focus()
    page.keyboard.press("Enter")
    page.locator("#dlg-balance-1-today").focus()
    page.keyboard.press("ArrowLeft")
    page.locator("[data-next]").focus()
    page.keyboard.press("Enter")
    meeting.key("state-talked").focus()
    page.keyboard.press("Enter")
    page.locator("[data-next]").focus()
    page.keyboard.press("Enter")
    page.locator("[data-actions] button").first.focus()
    page.keyboard.press("Enter")
    page.locator("[data-next]").focus()
    page.keyboard.press("Enter")
    expect(meeting.step("take")).to_be_visible()
    dialogue = meeting.dialogue()
    marks = [[(one["balance"], one["today"]) for one in person] for person in dialogue["people"]]
    assert (marks, dialogue["questions"][0]["state"], len(dialogue["plan"])) == ([[("balance-1", 3)]], "talked", 1)


def test_a_new_step_is_read_from_its_heading(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").go("talk")
    assert meeting.page.evaluate("document.activeElement === document.querySelector('h1')")


def test_ticking_keeps_the_focus(sit_down: Sit) -> None:
    meeting = sit_down()
    meeting.key("topic-private-04").focus()
    meeting.page.keyboard.press("Space")
    assert focus_in(meeting.page) == "topic-private-04"


def test_questions_change_places_without_dragging_and_the_focus_follows(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").go("talk")
    first, second = [one["id"] for one in meeting.dialogue()["questions"]][:2]
    meeting.key(f"down:{first}").press("Enter")
    assert [one["id"] for one in meeting.dialogue()["questions"]][:2] == [second, first]
    assert focus_in(meeting.page) == f"down:{first}"


def test_actions_change_places_without_dragging(sit_down: Sit) -> None:
    meeting = sit_down().plan("Først").plan("Dernæst")
    last = meeting.dialogue()["plan"][1]["id"]
    meeting.key(f"up:{last}").press("Enter")
    assert [one["what"] for one in meeting.dialogue()["plan"]] == ["Dernæst", "Først"]


def test_arrow_keys_turn_the_questions(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").go("talk")
    label = meeting.page.locator("[data-stage] .tb-label")
    meeting.page.keyboard.press("ArrowRight")
    expect(label).to_contain_text("Spørgsmål 2 af 5")
    meeting.page.keyboard.press("ArrowLeft")
    expect(label).to_contain_text("Spørgsmål 1 af 5")


def test_at_the_last_question_the_focus_stays_beside_the_button(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").go("talk")
    for _ in range(4):
        meeting.key("turn:on").press("Enter")
    assert focus_in(meeting.page) == "turn:back"


def test_arrow_keys_in_a_note_move_in_the_note(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").note("Pauser")
    meeting.page.keyboard.press("ArrowLeft")
    expect(meeting.page.locator("[data-stage] .tb-label")).to_contain_text("Spørgsmål 1 af 5")


# -- Read aloud


def test_sliders_say_their_place_in_words(sit_down: Sit, language: str) -> None:
    meeting = sit_down(language).go("place")
    slider = meeting.page.locator("#dlg-balance-1-today")
    expect(slider).to_have_attribute("aria-valuetext", meeting.word("tool_not_placed"))
    meeting.mark(1, 3)
    said = {"da": "3 af 7, tættere på Aktivitet", "en": "3 of 7, closer to Activity"}[language]
    expect(slider).to_have_attribute("aria-valuetext", said)


def test_the_middle_can_be_chosen_where_the_slider_stands(sit_down: Sit) -> None:
    meeting = sit_down().go("place")
    meeting.page.locator("#dlg-balance-1-today").press("Enter")
    assert meeting.dialogue()["people"] == [[{"balance": "balance-1", "today": 4}]]


def test_what_is_known_about_the_pole_stands_beside_the_slider(sit_down: Sit) -> None:
    meeting = sit_down().go("place").mark(4, 2, 6)
    hints = meeting.page.locator("[data-hints=balance-4]")
    expect(hints).to_contain_text("Tættere på: Incitamenter")
    expect(hints).to_contain_text("Tættere på: Læring")
    assert hints.locator("a").count() == 4


def test_marks_are_hidden_until_the_spread_is_shown(sit_down: Sit) -> None:
    meeting = sit_down().go("place")
    meeting.page.locator('[name=group][value="1"]').check()
    meeting.mark(1, 2, 5).key("pass").click()
    expect(meeting.page.locator("#dlg-balance-1-today")).to_have_attribute("aria-valuetext", "Ikke sat endnu")
    assert meeting.page.locator("[data-step=place] svg[role=img]").count() == 0


def test_a_participant_s_marks_can_be_mended_and_taken_out(sit_down: Sit) -> None:
    meeting = sit_down().place_as_group((2, 5), (6, 5))
    meeting.key("person:0").click()
    assert meeting.key("pass").count() == 0  # the one being mended is not the last one: nobody comes next
    meeting.key("reveal").click()
    meeting.key("person:1").click()
    meeting.mark(1, 7).key("reveal").click()
    assert meeting.dialogue()["people"][1][0]["today"] == 7
    meeting.key("person-bin:0").click()
    assert len(meeting.dialogue()["people"]) == 1
    meeting.undo()
    assert len(meeting.dialogue()["people"]) == 2


# -- The plan


def test_an_action_of_the_base_brings_the_finding_it_answers(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").go("act")
    meeting.key("take:private-04-a1").click()
    [item] = meeting.dialogue()["plan"]
    assert (item["action"]["id"], item["why"]["id"]) == ("private-04-a1", "private-04-f3")
    assert meeting.page.locator(".tb-dlg__why a").get_attribute("href").endswith("/tidspres/#private-04-f3")  # type: ignore[union-attr]


def test_the_plan_is_sorted_and_filtered(sit_down: Sit) -> None:
    meeting = sit_down().plan("Sent", when="2099-01-01", who="Bo").plan("For sent", when="2020-01-01", who="Ida")
    shown = meeting.page.locator("[data-plan] [name=what]")
    meeting.key("view-sort").select_option("when")
    assert [one.input_value() for one in shown.all()] == ["For sent", "Sent"]
    meeting.key("view-show").select_option("late")
    assert [one.input_value() for one in shown.all()] == ["For sent"]
    meeting.key("view-show").select_option("who:Bo")
    assert [one.input_value() for one in shown.all()] == ["Sent"]


def test_what_is_overdue_is_told_in_words(sit_down: Sit) -> None:
    meeting = sit_down().plan("For sent", when="2020-01-01")
    meeting.page.keyboard.press("Tab")
    expect(meeting.page.locator("[data-item] small.is-late")).to_contain_text("dage over tiden")


def test_a_deleted_action_comes_back(sit_down: Sit) -> None:
    meeting = sit_down().plan("Prøv det", who="Ida")
    meeting.page.locator("[data-item] .tb-dlg__tools button").last.click()
    assert meeting.dialogue()["plan"] == []
    meeting.undo()
    assert meeting.dialogue()["plan"][0]["who"] == "Ida"


def test_the_agenda_of_a_meeting_adds_up(sit_down: Sit, language: str) -> None:
    meeting = sit_down(language)
    for kind in ("team", "amo", "committee", "management", "yearly"):
        meeting.page.locator("[name=meeting]").select_option(kind)
        for minutes in (15, 30, 60):
            meeting.key(f"length-{minutes}").check()
            points = meeting.page.locator("[data-step=choose] .tb-dlg__agenda li b").all_inner_texts()
            assert sum(int(one.split()[0]) for one in points) == minutes


# -- Every screen


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_scrolls_sideways_on_a_phone(sit_down: Sit, language: str, width: int) -> None:
    meeting = sit_down(language, viewport={**PHONE, "width": width}).choose("private-04")
    meeting.place_as_group((2, 5), (6, 3))
    meeting.plan("Prøv det", when="2026-12-01")
    for step in STEPS:
        meeting.go(step)
        assert meeting.page.evaluate("document.documentElement.scrollWidth") <= width, step


def test_the_question_fills_a_projector(sit_down: Sit) -> None:
    meeting = sit_down(viewport=PROJECTOR).choose("private-04").go("talk")
    meeting.key("screen").click()
    meeting.page.wait_for_function("document.fullscreenElement !== null")
    size = meeting.page.locator(".tb-dlg__ask").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert size >= 70
    meeting.page.keyboard.press("PageDown")
    expect(meeting.page.locator("[data-stage] .tb-label")).to_contain_text("Spørgsmål 2 af 5")


def test_messages_are_seen_on_the_full_screen(sit_down: Sit) -> None:
    meeting = sit_down(viewport=PROJECTOR).choose("private-04").go("talk")
    meeting.key("screen").click()
    meeting.page.wait_for_function("document.fullscreenElement !== null")
    meeting.key("plan").click()
    meeting.hears("tool_planned_from")
    assert meeting.page.evaluate("document.fullscreenElement.contains(document.querySelector('[data-message]'))")
    meeting.undo()
    assert meeting.dialogue()["plan"] == []


def test_a_question_is_read_out_once_when_it_comes(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").go("talk")
    asked = meeting.page.locator("[data-ask]")
    asked.evaluate("one => { window.heard = 0; new MutationObserver(() => heard++).observe(one, {childList: true}); }")
    meeting.key("state-talked").click()
    meeting.page.evaluate("Promise.resolve()")
    assert meeting.page.evaluate("heard") == 0
    meeting.key("turn:on").click()
    expect(asked).to_have_attribute("aria-live", "polite")
    assert meeting.page.evaluate("heard") == 1


def test_the_timer_runs_and_tells_when_time_is_up(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").go("talk")
    meeting.page.clock.install()
    meeting.key("clock-minutes").select_option("2")
    meeting.key("clock").click()
    meeting.page.clock.run_for(61_000)
    expect(meeting.page.locator("[data-clock]")).to_have_text("0:59")
    meeting.page.clock.run_for(60_000)
    meeting.hears("tool_time_up")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_schemes_have_contrast_enough(sit_down: Sit, scheme: str) -> None:
    meeting = sit_down(color_scheme=scheme, viewport=PHONE).choose("private-04")
    meeting.place_as_group((2, 5), (6, 3)).plan("For sent", when="2020-01-01", follow_up="2020-02-01")
    for step in STEPS:
        assert meeting.go(step).broken_rules() == [], step


# -- On paper


def test_only_the_chosen_paper_is_printed(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").plan("Prøv det").go("take")
    meeting.page.emulate_media(media="print")
    assert meeting.page.locator("[data-paper]").is_visible()
    for other in ("h1", ".tb-steps", ".tb-dlg__bar", ".tb-dlg__out", "header.tb-head", ".tb-foot"):
        assert not meeting.page.locator(other).first.is_visible(), other


def test_printing_from_any_step_gives_the_minutes(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").note("Pauser").go("place")
    assert "Pauser" in "".join(text_of(meeting.page.pdf()))


# -- Without script


@pytest.fixture(params=["da", "en"])
def plain(request: pytest.FixtureRequest, browser: Browser, base_url: str) -> Page:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    request.addfinalizer(context.close)
    page = context.new_page()
    page.goto("/" + TOOL[request.param])
    return page


def test_without_script_the_questions_balances_and_a_form_are_there(plain: Page) -> None:
    expect(plain.locator("[data-entry][data-kind=question]").first).to_be_visible()
    assert plain.locator("[data-balance]:visible").count() == 4
    assert plain.locator(".tb-dlg__marks:visible").count() == 8
    expect(plain.locator(".tb-dlg__sheet table")).to_be_visible()
    assert plain.locator("[data-tool]:visible").count() == 0


def test_without_script_every_question_of_the_base_is_there(plain: Page, built_site: Path) -> None:
    entries = json.loads((built_site / "kb.json").read_text(encoding="utf-8"))["entries"]
    questions = {one["id"] for one in entries if one["kind"] == "question"}
    shown = plain.locator("[data-kind=question]:visible").evaluate_all("all => all.map(one => one.dataset.entry)")
    assert set(shown) == questions
