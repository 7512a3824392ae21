"""What comes into the dialogue tool from outside: files and links, whole, old, broken or hostile."""

from __future__ import annotations

import base64
import json
import random
import string
import zlib
from typing import Any

import pytest
from meeting import Sit
from playwright.sync_api import expect

ITEM = {
    "id": "planplan1", "what": "Prøv det", "problem": "", "cause": "", "who": "", "when": "", "status": "planned",
    "follow_up": "", "sign": "",
}  # fmt: skip
DIALOGUE: dict[str, Any] = {
    "format": "trivselsbasen-dialogue", "version": 1, "id": "fraenfil1", "name": "Fra en fil",
    "chosen": [{"id": "private-04", "text": "Tidspres"}], "people": [], "balances": [],
    "questions": [{"id": "private-04-q1", "text": "Gammel ordlyd?", "state": "talked", "note": "En note"}],
    "plan": [ITEM],
}  # fmt: skip


def with_(**changed: Any) -> str:
    """The dialogue as a file, with some of its values changed."""
    return json.dumps({**DIALOGUE, **changed}, ensure_ascii=False)


def packed(text: str | bytes) -> str:
    """A text as a link carries it."""
    squeezer = zlib.compressobj(9, wbits=-15)
    raw = text if isinstance(text, bytes) else text.encode()
    data = squeezer.compress(raw) + squeezer.flush()
    return "z" + base64.urlsafe_b64encode(data).decode().rstrip("=")


# -- What is right


def test_a_file_is_loaded_with_the_questions_as_the_base_has_them_now(sit_down: Sit) -> None:
    meeting = sit_down().load(with_())
    meeting.hears("tool_loaded", name="Fra en fil")
    [question] = meeting.dialogue()["questions"]
    assert (question["note"], question["text"] != "Gammel ordlyd?") == ("En note", True)


def test_a_file_with_a_byte_order_mark_is_loaded(sit_down: Sit) -> None:
    sit_down().load(b"\xef\xbb\xbf" + with_().encode()).hears("tool_loaded", name="Fra en fil")


def test_a_loaded_file_is_not_kept_before_somebody_asks(sit_down: Sit) -> None:
    meeting = sit_down().load(with_())
    meeting.hears("tool_loaded", name="Fra en fil")
    assert meeting.stored() is None


def test_a_file_of_what_is_kept_here_becomes_a_copy(sit_down: Sit) -> None:
    meeting = sit_down().load(with_(changed=1)).keep().note("Skrevet siden")
    meeting.stored()
    meeting.load(with_(changed=1)).hears("tool_loaded", name="Fra en fil (kopi)")
    meeting.keep()
    kept = {one["name"]: one["questions"][0]["note"] for one in meeting.stored()["dialogues"]}
    assert kept == {"Fra en fil": "Skrevet siden", "Fra en fil (kopi)": "En note"}


def test_ids_that_have_gone_stay_as_plain_text(sit_down: Sit) -> None:
    questions = [{"id": "private-99-q7", "text": "Et spørgsmål fra før", "state": "open", "note": ""}]
    plan = [{**ITEM, "why": {"id": "private-99-f1", "text": "Et fund fra før"}}]
    chosen = [{"id": "private-99", "text": "Et tema fra før"}]
    meeting = sit_down().load(with_(questions=questions, plan=plan, chosen=chosen))
    meeting.hears("tool_loaded", name="Fra en fil")
    expect(meeting.step("choose").locator("[data-topics] .tb-note")).to_contain_text("Et tema fra før")
    expect(meeting.go("talk").page.locator(".tb-dlg__ask")).to_contain_text("Et spørgsmål fra før")
    expect(meeting.go("act").page.locator(".tb-dlg__why")).to_contain_text("Et fund fra før")
    expect(meeting.page.locator(".tb-dlg__why a")).to_have_count(0)


def test_former_ids_become_the_present_ones(sit_down: Sit) -> None:
    meeting = sit_down()
    meeting.page.evaluate("tbDialogue.app.content.former['gammelt-q1'] = 'private-04-q2'")
    question = {"id": "gammelt-q1", "text": "Gammel ordlyd?", "state": "open", "note": ""}
    meeting.load(with_(questions=[question])).hears("tool_loaded", name="Fra en fil")
    assert [one["id"] for one in meeting.dialogue()["questions"]] == ["private-04-q2"]


def test_values_of_a_later_form_that_are_not_known_are_left_out(sit_down: Sit) -> None:
    meeting = sit_down().load(with_(mood="glad"))
    meeting.hears("tool_loaded", name="Fra en fil")
    assert "mood" not in meeting.dialogue()


# -- What is wrong

WRONG = {
    "no JSON": ("{", "tool_file_not_json", {}),
    "a picture": ("\x89PNG\r\n\x1a\n", "tool_file_not_json", {}),
    "another JSON": ('{"a": 1}', "tool_file_other", {}),
    "null": ("null", "tool_file_other", {}),
    "a later version": (with_(version=2), "tool_file_newer", {}),
    "no plan": (json.dumps({k: v for k, v in DIALOGUE.items() if k != "plan"}), "tool_file_form", {"place": "plan"}),
    "a date that is none": (with_(plan=[{**ITEM, "when": "i morgen"}]), "tool_file_form", {"place": "plan[0].when"}),
    "a mark off the scale": (
        with_(people=[[{"balance": "balance-1", "today": 8}]]), "tool_file_form", {"place": "people[0][0].today"}
    ),
    "an id that is code": (with_(id='"><img src=x onerror=alert(1)>'), "tool_file_form", {"place": "id"}),
    "a text of a megabyte": (with_(notes="x" * 1_000_001), "tool_file_large", {}),
    "a thousand people": (with_(people=[[]] * 1000), "tool_file_form", {"place": "people"}),
    "a long name": (with_(name="x" * 201), "tool_file_form", {"place": "name"}),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_file_is_told_in_plain_words_and_changes_nothing(sit_down: Sit, wrong: str, language: str) -> None:
    content, word, facts = WRONG[wrong]
    meeting = sit_down(language).choose("private-04").keep()
    before = meeting.stored()
    meeting.load(content).hears(word, **facts)
    assert meeting.stored() == before


HOSTILE = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"


def test_nothing_in_a_file_is_executed(sit_down: Sit) -> None:
    questions = [{"id": "own-abc", "text": HOSTILE, "state": "talked", "note": HOSTILE}]
    balances = [{"id": "balance-9", "text": HOSTILE, "left": HOSTILE, "right": HOSTILE}]
    item = {**ITEM, "what": HOSTILE, "who": HOSTILE, "why": {"id": "own-abc", "text": HOSTILE}, "sign": HOSTILE}
    people = [[{"balance": "balance-9", "today": 2, "wanted": 3}]]
    chosen = [{"id": "constructor", "text": HOSTILE}, {"id": "private-04", "text": HOSTILE}]
    hostile = with_(name=HOSTILE, present=HOSTILE, notes=HOSTILE, chosen=chosen, questions=questions,
                    balances=balances, people=people, plan=[item])  # fmt: skip
    meeting = sit_down().load(hostile)
    meeting.hears("tool_loaded", name=HOSTILE)
    for step in ("place", "talk", "act", "take"):
        meeting.go(step)
        assert meeting.page.locator("[data-dialogue] :is(img, script)").count() == 0
    assert "taken" not in meeting.page.title()


@pytest.mark.parametrize("name", ["__proto__", "constructor", "toString", "hasOwnProperty"])
def test_names_that_scripts_know_are_nothing_special(sit_down: Sit, name: str) -> None:
    raw = with_().replace('"name"', f'"{name}": {{"polluted": true}}, "name"')
    raw = raw.replace("private-04-q1", name.lower().replace("_", ""))
    meeting = sit_down().load(raw)
    meeting.hears("tool_loaded", name="Fra en fil")
    assert meeting.page.evaluate("({}).polluted === undefined")
    expect(meeting.go("talk").page.locator(".tb-dlg__ask")).to_contain_text("Gammel ordlyd?")


# -- Links


@pytest.mark.parametrize("part", ["", "z", "zAAAA", "z%%%", "jAAAA", "q123", packed(b"\xff\xfe")])
def test_a_broken_link_is_told(sit_down: Sit, part: str) -> None:
    meeting = sit_down(at=f"#share={part}")
    expect(meeting.page.locator("[data-message] .tb-note > span")).not_to_be_empty()
    assert meeting.dialogue()["chosen"] == []


def test_a_link_that_unpacks_to_a_mountain_is_refused(sit_down: Sit) -> None:
    sit_down(at=f"#share={packed('0' * 30_000_000)}").hears("tool_file_large")


def test_a_link_that_others_have_packed_is_read(sit_down: Sit) -> None:
    sit_down(at=f"#share={packed(with_())}").hears("tool_shared", name="Fra en fil")


def test_a_link_takes_no_place_of_unsaved_work_without_asking(sit_down: Sit) -> None:
    meeting = sit_down(answer=False).choose("private-07")
    meeting.page.evaluate(f"location.hash = 'share={packed(with_())}'")
    meeting.page.wait_for_timeout(300)
    assert [one["id"] for one in meeting.dialogue()["chosen"]] == ["private-07"]


def test_a_link_pasted_into_the_open_tool_is_read(sit_down: Sit) -> None:
    meeting = sit_down().go("talk")
    meeting.page.evaluate(f"location.hash = 'share={packed(with_())}'")
    meeting.hears("tool_shared", name="Fra en fil")


def test_a_dialogue_too_long_for_a_link_is_told_and_the_file_offered(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04")
    # Letters that can hardly be packed.
    meeting.note("".join(random.Random(7).choices(string.ascii_letters + string.digits, k=9900)))
    meeting.go("take").page.locator("[data-do=link]").click()
    note = meeting.page.locator("[data-link] .tb-note--warn")
    expect(note).to_be_visible()
    with meeting.page.expect_download() as waiting:
        note.get_by_role("button").click()
    assert waiting.value.suggested_filename.endswith(".json")


def test_a_browser_that_can_not_compress_makes_a_longer_link(sit_down: Sit) -> None:
    meeting = sit_down(script="delete window.CompressionStream").choose("private-04")
    link = meeting.link()
    assert "#share=j" in link
    fresh = sit_down(at="#share=" + link.split("#share=")[1])
    assert fresh.page.wait_for_function("tbDialogue.app.dialogue.chosen.length === 1")


def test_a_page_leads_to_the_tool_with_its_subject_chosen(sit_down: Sit, language: str) -> None:
    meeting = sit_down(language)
    pages = {
        "da": ("/maal-med-mening/balancer/incitamenter-eller-laering/", "/maal-med-mening/"),
        "en": ("/en/goals-with-meaning/balances/incentives-or-learning/", "/en/goals-with-meaning/"),
    }[language]
    for page, topic in zip(pages, ("balance-4", "maal-med-mening"), strict=True):
        meeting.page.goto(page)
        meeting.page.get_by_role("link", name=meeting.word("use_in_dialogue")).first.click()
        meeting.ready()
        assert [one["id"] for one in meeting.dialogue()["chosen"]] == [topic]


def test_an_address_of_a_topic_that_is_not_there_opens_an_empty_dialogue(sit_down: Sit) -> None:
    assert sit_down(at="?use=private-99").dialogue()["chosen"] == []
