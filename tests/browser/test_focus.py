"""Whoever moves with Tab always sees where: each stop has a ring, and nothing that stands still on the screen lies over
it. Pages of every kind are walked from end to end: forwards on a desktop, backwards on a phone."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from meeting import STEPS, Sit
from playwright.sync_api import Browser, Page
from surfing import KINDS

# Looks at what has the focus each time a key is about to move it on, when all has come to rest.
WATCH = """() => {
  const stops = window.tbStops = [];
  const style = one => getComputedStyle(one);
  const ring = one => style(one).outlineStyle !== "none" && parseFloat(style(one).outlineWidth) >= 2;
  function isSeen(it) {
    return [...it.getClientRects()].some(box => [.02, .25, .5, .75, .98].some(x => [.1, .5, .9].some(y => {
      const hit = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
      return hit && (it.contains(hit) || hit.contains(it) || [...it.labels || []].some(one => one.contains(hit)));
    })));
  }
  let first = null;
  function look(event) {
    if (event.key !== "Tab") return;
    const it = document.activeElement;
    const isNone = it === document.body || it === document.documentElement;
    window.tbDone ||= isNone ? Boolean(first) : it === first;  // it has left the page, or come round
    if (isNone || window.tbDone) return;
    first ||= it;
    // A field that lies invisible in what it fills is ringed with it.
    const isRinged = ring(it) || it.matches("input") && ring(it.parentElement);
    stops.push({ what: it.outerHTML.slice(0, 120), isRinged, isSeen: isSeen(it) });
  }
  addEventListener("keydown", look, true);
}"""
# The first of many alike stand for the rest.
SHORTEN = """document.querySelectorAll(
  "main :is(ul, ol, dl):not(.tb-steps *) > :nth-child(n + 5), main section:nth-of-type(n + 7)"
).forEach(one => one.remove())"""
AT_ONCE = 15  # steps before it is asked whether the end has come


@dataclass
class Walk:
    """What was met on the way; each with its address."""

    stops: int = 0
    without_ring: list[str] = field(default_factory=list)
    covered: list[str] = field(default_factory=list)

    def along(self, page: Page, key: str) -> None:
        """From one end of the page to the other."""
        page.evaluate(WATCH)
        while not page.evaluate("window.tbDone"):
            for _ in range(AT_ONCE):
                page.keyboard.press(key)
        stops = page.evaluate("tbStops")
        self.stops += len(stops)
        self.without_ring += [f"{page.url}: {one['what']}" for one in stops if not one["isRinged"]]
        self.covered += [f"{page.url}: {one['what']}" for one in stops if not one["isSeen"]]


@dataclass(frozen=True)
class Way:
    """How one goes along the pages."""

    key: str
    screen: dict[str, int]
    scheme: str


FORWARDS = Way("Tab", {"width": 1280, "height": 900}, "light")
BACKWARDS = Way("Shift+Tab", {"width": 360, "height": 640}, "dark")


@pytest.fixture(scope="module", params=[FORWARDS, BACKWARDS], ids=["forwards on a desktop", "backwards on a phone"])
def walk(request: pytest.FixtureRequest, browser: Browser, base_url: str) -> Walk:
    way: Way = request.param
    walk = Walk()
    options = {"base_url": base_url, "viewport": way.screen, "color_scheme": way.scheme, "reduced_motion": "reduce"}
    with browser.new_context(**options) as context:
        page = context.new_page()
        for address in [*KINDS, "/404.html", "/?q=pause"]:
            page.goto(address)
            if "?q=" in address:
                page.locator(".tb-hit").first.wait_for()
            page.evaluate(SHORTEN)
            walk.along(page, way.key)
    return walk


def test_there_are_stops_on_the_way(walk: Walk) -> None:
    assert walk.stops > 25 * len(KINDS)


def test_each_stop_has_a_ring(walk: Walk) -> None:
    assert walk.without_ring == []


def test_nothing_lies_over_a_stop(walk: Walk) -> None:
    assert walk.covered == []


@pytest.mark.parametrize("way", [FORWARDS, BACKWARDS], ids=["forwards on a desktop", "backwards on a phone"])
def test_the_same_holds_in_the_dialogue_tool(sit_down: Sit, way: Way) -> None:
    meeting = sit_down(viewport=way.screen, color_scheme=way.scheme).choose("private-04")
    meeting.place_as_group((2, 5), (6, 3)).plan("Prøv det", when="2026-12-01")
    walk = Walk()
    for step in STEPS:
        meeting.go(step).page.evaluate(SHORTEN)
        walk.along(meeting.page, way.key)
    assert (walk.without_ring, walk.covered) == ([], [])
