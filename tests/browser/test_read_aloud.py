"""Pages of every kind as a screen reader is given them: the browser's own tree of roles and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from meeting import STEPS, Sit
from playwright.sync_api import Browser, Page
from surfing import KINDS

Node = dict[str, Any]

# What is no use without a name.
NAMED = {
    "link", "button", "checkbox", "radio", "combobox", "searchbox", "textbox", "slider", "DisclosureTriangle",
    "navigation", "dialog", "image", "complementary", "heading",
}  # fmt: skip
SIGNS = {"›", "×", "→", "←", "↓", "↑", "•", "·", "|"}


def said(node: Node, what: str = "name") -> str:
    return " ".join(str(node.get(what, {}).get("value", "")).split())


def address_of(node: Node) -> str:
    return next((str(one["value"]["value"]) for one in node["properties"] if one["name"] == "url"), "")


def in_order(nodes: list[Node]) -> Iterator[Node]:
    """The tree from its top to its end, without what is passed over."""
    by_id = {node["nodeId"]: node for node in nodes}
    waiting = [nodes[0]]
    while waiting:
        node = waiting.pop()
        if not node["ignored"]:
            yield node
        waiting += [by_id[child] for child in reversed(node.get("childIds", [])) if child in by_id]


@dataclass
class Heard:
    """What sounds wrong; each with its address."""

    nameless: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)

    def read(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        nodes: list[Node] = session.send("Accessibility.getFullAXTree")["nodes"]
        session.detach()
        before = ("", "")
        for node in in_order(nodes):
            role, name, more = said(node, "role"), said(node), said(node, "description")
            if role in NAMED and not name:
                self.nameless.append(f"{page.url}: {role}")
            if name and more and more in name:
                self.twice.append(f"{page.url}: {role} {name!r} – {more!r}")
            if role == "link":
                link = (name, address_of(node))
                if link == before:
                    self.twice.append(f"{page.url}: link {name!r} after another")
                before = link
            elif role in {"listitem", "paragraph", "heading"}:
                before = ("", "")
            if role == "StaticText" and name in SIGNS:
                self.signs.append(f"{page.url}: {name}")


@pytest.fixture(scope="module")
def heard(browser: Browser, base_url: str) -> Iterator[Heard]:
    heard = Heard()
    with browser.new_context(base_url=base_url, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        for address in [*KINDS, "/404.html", "/?q=pause"]:
            page.goto(address)
            if "?q=" in address:
                page.locator(".tb-hit").first.wait_for()
            heard.read(page)
    yield heard


def test_all_that_can_be_used_has_a_name(heard: Heard) -> None:
    assert heard.nameless == []


def test_nothing_is_said_twice(heard: Heard) -> None:
    assert heard.twice == []


def test_signs_are_not_read_out(heard: Heard) -> None:
    assert heard.signs == []


def test_the_same_holds_in_the_dialogue_tool(sit_down: Sit) -> None:
    meeting = sit_down().choose("private-04").call_it("Tirsdag").keep()
    meeting.place_as_group((2, 5), (6, 3)).plan("Prøv det", when="2026-12-01")
    heard = Heard()
    for step in STEPS:
        heard.read(meeting.go(step).page)
    assert (heard.nameless, heard.twice, heard.signs) == ([], [], [])
