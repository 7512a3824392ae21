"""Every page of the site: silent, whole, still, from one host, and never wider than the screen."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser
from surfing import Sitemap, listen

TOURS = (("light", 1280), ("dark", 360))  # colour scheme and width
WIDTHS = (320, 360, 768, 1280)

# How far a page moves while it loads, as browsers count it, and when it has been drawn.
_WATCH = """window.moved = []; new PerformanceObserver(found => found.getEntries().forEach(one => moved.push(
  one.value + " " + one.sources.map(it => it.node && it.node.className))))
  .observe({type: "layout-shift", buffered: true})"""
_MOVED = "new Promise(then => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => then(moved)))))"


@dataclass
class Visit:
    """What happened on a tour through all pages; each with its address."""

    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=TOURS, ids=lambda tour: f"{tour[0]}-{tour[1]}")
def visit(request: pytest.FixtureRequest, browser: Browser, base_url: str, sitemap: Sitemap) -> Visit:
    """All pages, opened one after the other on each tour."""
    found = Visit()
    scheme, width = request.param
    kinds = {*sitemap.kinds()}
    with browser.new_context(base_url=base_url, color_scheme=scheme) as context:
        context.add_init_script(_WATCH)
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        # A request is broken off when the tour goes on before an icon has come.
        page.on("requestfailed", lambda it: "ABORTED" in it.failure or found.failed.append(f"{it.failure} {it.url}"))
        page.on("response", lambda got: got.status >= 400 and found.failed.append(f"{got.status} {got.url}"))
        page.on("request", lambda asked: asked.url.startswith(base_url + "/") or found.foreign.append(asked.url))
        heard = listen(page)
        for address in [*sitemap.twins, "/404.html"]:
            page.goto(address)
            found.said += [f"{address}: {words}" for words in heard]
            heard.clear()
            if address in kinds:
                found.moved += [f"{address}: {much}" for much in page.evaluate(_MOVED)]
        found.cookies = [str(cookie) for cookie in context.cookies()]
    return found


def test_no_page_says_anything_to_the_console(visit: Visit) -> None:
    assert not visit.said


def test_no_request_fails(visit: Visit) -> None:
    assert not visit.failed


def test_no_other_host_is_asked(visit: Visit) -> None:
    assert not visit.foreign


def test_nothing_moves_while_a_page_loads(visit: Visit) -> None:
    assert not visit.moved


def test_no_cookie_is_set(visit: Visit) -> None:
    assert not visit.cookies


@pytest.fixture(scope="module")
def too_wide(browser: Browser, base_url: str, sitemap: Sitemap) -> dict[int, list[str]]:
    """For each width of the screen the pages, one of every kind, that scroll sideways on it."""
    found: dict[int, list[str]] = {width: [] for width in WIDTHS}
    with browser.new_context(base_url=base_url) as context:
        page = context.new_page()
        for address in sitemap.kinds():
            page.goto(address)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    found[width].append(address)
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways(too_wide: dict[int, list[str]], width: int) -> None:
    assert not too_wide[width]


def test_there_is_a_page_of_every_kind(sitemap: Sitemap) -> None:
    """The list of kinds, kept by hand, still leads somewhere, and has every folder of the site."""
    folders = {address.split("/")[1] for address in sitemap.twins}
    assert {kind.split("/")[1] for kind in sitemap.kinds()} >= folders
