"""From choosing to a plan in the hand: the whole way through the dialogue tool, in both languages, with and without a
web server."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import icalendar
import pytest
from jsonschema import Draft202012Validator
from meeting import TOOL, Meeting
from playwright.sync_api import Browser, expect
from surfing import listen


@pytest.fixture(scope="module")
def unpacked(offline_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the offline copy in which index.html stands."""
    folder = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(offline_zip) as archive:
        archive.extractall(folder)
    [top] = folder.iterdir()
    return top


@dataclass
class Taken:
    """What a group has done and taken away."""

    meeting: Meeting
    files: dict[str, Path]
    link: str
    dialogue: Any
    broken: dict[str, list[str]]
    asked: list[str]
    heard: list[str]
    address: str


@pytest.fixture(scope="module", params=["da", "en"])
def tongue(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=["http", "file"])
def address(request: pytest.FixtureRequest, base_url: str, unpacked: Path, tongue: str) -> str:
    """Where the tool stands, on a server or in a folder."""
    if request.param == "http":
        return f"{base_url}/{TOOL[tongue]}"
    return (unpacked / TOOL[tongue] / "index.html").as_uri()


@pytest.fixture(scope="module")
def taken(browser: Browser, address: str, tongue: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taken]:
    """A group of three walks the whole way; what they took away is looked at below."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        heard = listen(page)
        meeting = Meeting(page, tongue).open(address + "?use=private-04")
        broken = {"choose": meeting.choose("balance-2").call_it('Tirsdag: æøå; "pauser"').broken_rules()}
        meeting.go("place").mark(1, 3, 5)
        broken["place"] = meeting.broken_rules()
        meeting.place_as_group((2, 5), (2, 6), (6, 5))
        broken["spread"] = meeting.broken_rules()
        meeting.note('Vi holder for få pauser;\n"især" fredag <b>').key("state-talked").click()
        meeting.key("plan").click()
        meeting.key("turn:on").click()
        meeting.key("state-later").click()
        broken["talk"] = meeting.broken_rules()
        meeting.go("act").page.locator("[data-actions] button").first.click()
        fields = {"who": "=Mette", "when": "2026-12-01", "follow_up": "2027-01-15", "status": "started"}
        more = {"problem": "Pauserne ryger", "cause": "Køen er lang", "sign": "Pauser fire dage af fem"}
        meeting.plan("Læg to pauser ind i vagtplanen, hver dag", **fields, **more)
        broken["act"] = meeting.broken_rules()
        meeting.go("take")
        broken["take"] = meeting.broken_rules()
        folder = tmp_path_factory.mktemp("taken")
        files = {kind: meeting.file(kind, folder) for kind in ("json", "markdown", "csv", "ics")}
        link = meeting.link()
        yield Taken(meeting, files, link, meeting.dialogue(), broken, asked, heard, address)


# -- On the way


@pytest.mark.parametrize("step", ["choose", "place", "spread", "talk", "act", "take"])
def test_no_step_breaks_a_rule_of_accessibility(taken: Taken, step: str) -> None:
    assert taken.broken[step] == []


def test_arriving_from_a_page_the_theme_is_chosen(taken: Taken) -> None:
    assert [one["id"] for one in taken.dialogue["chosen"]] == ["private-04", "balance-2"]


def test_the_marks_of_three_are_kept_without_names(taken: Taken) -> None:
    marks = [[(one["today"], one["wanted"]) for one in person] for person in taken.dialogue["people"]]
    assert marks == [[(2, 5)], [(2, 6)], [(6, 5)]]


def test_the_browser_asks_no_other_host(taken: Taken) -> None:
    own = taken.address.split("/")[2]
    assert [url for url in taken.asked if not url.startswith(("blob:", "data:")) and url.split("/")[2] != own] == []


def test_the_console_is_silent(taken: Taken) -> None:
    assert taken.heard == []


# -- Taken away


def test_the_file_keeps_the_published_form(taken: Taken, built_site: Path) -> None:
    schema = json.loads((built_site / "dialogue.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    saved = json.loads(taken.files["json"].read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(saved)] == []


def test_the_table_opens_in_a_danish_excel(taken: Taken) -> None:
    raw = taken.files["csv"].read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))
    assert [len(row) for row in rows] == [9, 9, 9, 9]
    assert rows[3][0] == "Læg to pauser ind i vagtplanen, hver dag"
    assert (rows[3][5], rows[3][7]) == ("2026-12-01", "2027-01-15")


def test_a_formula_in_the_table_stays_text(taken: Taken) -> None:
    rows = list(csv.reader(taken.files["csv"].read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert rows[3][4] == "'=Mette"


def test_the_calendar_has_the_follow_ups(taken: Taken) -> None:
    calendar = icalendar.Calendar.from_ical(taken.files["ics"].read_bytes())
    [event] = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == taken.meeting.word(
        "tool_follow_up_on", what="Læg to pauser ind i vagtplanen, hver dag"
    )
    assert (event.decoded("DTSTART").isoformat(), event.decoded("DTEND").isoformat()) == ("2027-01-15", "2027-01-16")
    assert calendar.errors == [] and event.errors == []


def test_no_line_of_the_calendar_is_longer_than_75_bytes(taken: Taken) -> None:
    lines = taken.files["ics"].read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75 and lines[-1] == b""


def test_the_minutes_tell_what_was_said_as_text(taken: Taken) -> None:
    text = taken.files["markdown"].read_text(encoding="utf-8")
    assert 'Vi holder for få pauser;  \n"især" fredag \\<b\\>' in text


def test_the_plan_has_what_an_apv_asks_for(taken: Taken) -> None:
    page = taken.meeting.go("take").page
    page.locator("[name=paper][value=apv]").check()
    cells = page.locator("[data-paper] tbody tr").last.locator("th, td").all_inner_texts()
    day, after = ("1. december 2026", "15. januar 2027") if taken.meeting.language == "da" else (
        "1 December 2026", "15 January 2027"
    )  # fmt: skip
    expected = ["Pauserne ryger", "Køen er lang", "Læg to pauser ind i vagtplanen, hver dag", "=Mette", day, after]
    assert cells == expected


def test_the_picture_is_read_out_with_every_mark(taken: Taken) -> None:
    page = taken.meeting.go("take").page
    page.locator("[name=paper][value=minutes]").check()
    named = page.locator("[data-paper] svg[role=img]").first.get_attribute("aria-label")
    assert "2, 2, 6" in named and "5, 5, 6" in named


# -- And back


def test_a_fresh_browser_reads_the_link(taken: Taken, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        fresh = Meeting(page, taken.meeting.language).open(taken.link)
        fresh.hears("tool_shared", name=taken.dialogue["name"])
        assert fresh.dialogue()["plan"] == taken.dialogue["plan"]
        assert page.evaluate("location.hash") == ""


def test_a_fresh_browser_reads_the_file(taken: Taken, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        fresh = Meeting(page, taken.meeting.language).open(taken.address)
        fresh.load(taken.files["json"].read_bytes()).hears("tool_loaded", name=taken.dialogue["name"])
        assert fresh.dialogue()["questions"] == taken.dialogue["questions"]


def test_reloading_loses_nothing(taken: Taken) -> None:
    meeting = taken.meeting.go("act")
    before = meeting.dialogue()
    meeting.page.reload()
    meeting.ready()
    assert meeting.dialogue() == before
    expect(meeting.step("act")).to_be_visible()


def test_the_language_switch_takes_the_work_along(taken: Taken) -> None:
    meeting = taken.meeting
    before = meeting.dialogue()
    meeting.page.locator("[data-language]").first.click()
    meeting.page.wait_for_url(lambda url: ("/en/" in url) == (meeting.language == "da"))
    meeting.ready()
    expect(meeting.page.locator("html")).to_have_attribute("lang", "en" if meeting.language == "da" else "da")
    meeting.page.wait_for_function("tbDialogue.app.dialogue.plan.length > 0")
    after = meeting.dialogue()
    assert [one["note"] for one in after["questions"]] == [one["note"] for one in before["questions"]]
    assert after["questions"][0]["text"] != before["questions"][0]["text"]
    assert (after["plan"][1]["what"] != before["plan"][1]["what"]) and after["plan"][2] == before["plan"][2]
    meeting.page.locator("[data-language]").first.click()
    meeting.page.wait_for_url(lambda url: ("/en/" in url) != (meeting.language == "da"))
    meeting.ready()
    meeting.page.wait_for_function("tbDialogue.app.dialogue.plan.length > 0")
    assert meeting.dialogue()["questions"] == before["questions"]
