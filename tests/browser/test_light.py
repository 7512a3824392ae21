"""Light and at once: what a first visit costs, and the page that is there before its link is followed."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response
from surfing import THEME, NewPage, Sitemap

FIRST_VISIT = 22_000  # bytes with gzip; the page, its styles and its script take 20,500


@pytest.fixture(scope="module")
def fresh(browser: Browser) -> Iterator[Page]:
    """A browser with an empty cache."""
    with browser.new_context() as context:
        yield context.new_page()


def test_a_first_visit_to_a_theme_is_light(new_page: NewPage, sitemap: Sitemap, language: str) -> None:
    page = new_page("about:blank", locale=language)  # a context of its own, with an empty cache
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(sitemap.address(THEME, language), wait_until="networkidle")
    assert 0 < sum(len(gzip.compress(one.body(), 9)) for one in answers) <= FIRST_VISIT


_SHOWN = "all => all.filter(one => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))"


def test_the_page_that_the_dialogue_tool_is_about_to_replace_is_not_drawn(
    fresh: Page, base_url: str, sitemap: Sitemap, language: str
) -> None:
    slowly = fresh.context.new_cdp_session(fresh)
    slowly.send("Animation.enable")
    slowly.send("Animation.setPlaybackRate", {"playbackRate": 0.01})  # a busy machine must not wait too long
    fresh.route("**/dialogue.*.js", lambda route: None)  # still on its way
    fresh.goto(base_url + sitemap.address("/dialog/", language), wait_until="commit")
    topics = fresh.locator("[data-plain] [data-topic] > :first-child")
    topics.last.wait_for(state="attached")
    assert topics.count() > 10
    assert topics.evaluate_all(_SHOWN) == []
    fresh.unroute_all()
    slowly.detach()


def test_where_the_dialogue_tool_does_not_come_its_page_does(
    fresh: Page, base_url: str, sitemap: Sitemap, language: str
) -> None:
    fresh.route("**/dialogue.*.js", lambda route: route.abort())
    fresh.goto(base_url + sitemap.address("/dialog/", language))
    topics = fresh.locator("[data-plain] [data-topic] > :first-child")
    topics.first.wait_for(state="visible", timeout=5_000)
    shown = len(topics.evaluate_all(_SHOWN))
    fresh.unroute_all()
    assert 0 < shown < topics.count() / 2  # not what lies far down


# -- Fetched ahead


@pytest.fixture
def asked(built_site: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The address of the site, and what is asked of its server: path and purpose."""
    found: list[tuple[str, str]] = []

    class Listening(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            found.append((self.path, self.headers.get("Sec-Purpose", "")))
            super().do_GET()

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Listening, directory=str(built_site))) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", found
        server.shutdown()


@pytest.mark.parametrize("link", [".tb-sib", "header [data-language]", ".tb-brand", "a[href*='?use=']"])
def test_a_page_that_is_pointed_at_is_there_before_the_click(
    fresh: Page, asked: tuple[str, list[tuple[str, str]]], link: str
) -> None:
    address, found = asked
    fresh.goto(address + THEME)
    found.clear()
    fresh.locator(link).first.click()
    fresh.wait_for_url(lambda url: THEME not in url or "/en/" in url)
    assert fresh.evaluate("performance.getEntriesByType('navigation')[0].deliveryType") == "navigational-prefetch"
    assert [purpose for path, purpose in found if path.split("?")[0].endswith("/")] == ["prefetch"]


@pytest.mark.parametrize("link", [".tb-toc a", ".tb-btns--pdf a", ".tb-refs a[href^=http]"])
def test_nothing_else_is_fetched_ahead(fresh: Page, asked: tuple[str, list[tuple[str, str]]], link: str) -> None:
    address, found = asked
    fresh.goto(address + THEME, wait_until="networkidle")
    found.clear()
    fresh.locator(link).first.hover()
    fresh.wait_for_timeout(500)  # a browser waits a fifth of a second
    assert found == []
