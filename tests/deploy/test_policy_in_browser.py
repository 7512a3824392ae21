"""The site in a real browser before that nginx: the policy blocks nothing, and nothing is needed from elsewhere."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect
from real_nginx import Server

_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
_TELL = """document.addEventListener("securitypolicyviolation", e =>
  console.error("BLOCKED " + e.violatedDirective + " " + e.blockedURI + " " + e.sample));"""


class Heard:
    """What a page complains of, and what it asks of other hosts."""

    def __init__(self, page: Page, host: str) -> None:
        self.faults: list[str] = []
        self.page = page
        page.add_init_script(_TELL)
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", lambda request: self._elsewhere(request, host))

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the next page came before it was done
            self.faults.append(f"failed: {request.failure} {request.url}")

    def _elsewhere(self, request: Request, host: str) -> None:
        if urlsplit(request.url.removeprefix("blob:")).netloc != host:  # a file that the page itself has made
            self.faults.append(f"elsewhere: {request.url}")


@pytest.fixture
def heard(browser: Browser, server: Server) -> Iterator[Heard]:
    with browser.new_context() as context:
        yield Heard(context.new_page(), urlsplit(server.address).netloc)


def addresses(server: Server) -> list[str]:
    """Every page of the site, from its sitemap."""
    base = min((url.text or "" for url in ET.parse(server.www / "sitemap.xml").iter(_LOC)), key=len)
    return [(url.text or "").removeprefix(base) for url in ET.parse(server.www / "sitemap.xml").iter(_LOC)]


def test_nothing_is_blocked_on_any_page(heard: Heard, server: Server) -> None:
    for path in addresses(server):
        answer = heard.page.goto(f"{server.address}/{path}")
        assert answer and answer.status == 200, path
        assert heard.faults == [], path


def test_the_page_for_what_is_not_there_works_as_the_others(heard: Heard, server: Server) -> None:
    heard.page.goto(f"{server.address}/en/no/such/page/")
    heard.faults.clear()  # the browser itself tells of a 404
    expect(heard.page.locator("h1")).to_be_visible()
    heard.page.get_by_role("button", name="Search").first.click()
    expect(heard.page.get_by_role("dialog")).to_be_visible()
    assert heard.faults == []


def test_search_finds(heard: Heard, server: Server) -> None:
    heard.page.goto(f"{server.address}/")
    heard.page.keyboard.press("/")
    heard.page.get_by_role("dialog").get_by_role("searchbox").fill("tidspres")
    hit = heard.page.locator("[data-hits] a").first
    expect(hit).to_be_visible()
    hit.click()
    expect(heard.page.locator("h1")).to_have_text("Tidspres")
    assert heard.faults == []


def test_the_dialogue_tool_works_from_a_theme_to_a_file_and_a_link(heard: Heard, server: Server) -> None:
    page = heard.page
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{server.address}/temaer/private/tidspres/")
    page.get_by_role("link", name="Brug i en dialog").first.click()
    page.locator("[data-go=place]").click()
    page.locator("#dlg-balance-1-today").fill("2")
    page.locator("[data-go=talk]").click()
    page.locator("[data-key=screen]").click()
    page.wait_for_function("document.fullscreenElement !== null")
    page.evaluate("document.exitFullscreen()")
    page.locator("[data-go=take]").click()
    with page.expect_download() as waiting:
        page.locator("[data-do=json]").click()
    assert waiting.value.suggested_filename.endswith(".json")
    page.locator("[data-do=link]").click()
    expect(page.locator("[data-shared]")).to_be_visible()
    assert heard.faults == []


def test_filters_glossary_scheme_and_language_work(heard: Heard, server: Server) -> None:
    page = heard.page
    page.goto(f"{server.address}/eksempler/?sector=public")
    expect(page.locator(".tb-exs > li").filter(visible=True).first).to_be_visible()
    page.goto(f"{server.address}/temaer/private/tidspres/")
    page.locator(".tb-term").first.hover()
    expect(page.get_by_role("tooltip").first).to_be_visible()
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("[data-scheme]").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", before or "")
    page.locator("header [data-language]").click()
    expect(page.locator("h1")).to_have_text("Time pressure")
    assert heard.faults == []


def test_a_pdf_is_sent_to_be_shown(heard: Heard, server: Server) -> None:
    answer = heard.page.context.request.get(f"{server.address}/print/private-04-tidspres.pdf")
    assert answer.ok and answer.body()[:5] == b"%PDF-"
    assert "content-disposition" not in answer.headers


def test_a_page_is_fetched_when_its_link_is_pointed_at(heard: Heard, server: Server) -> None:
    page = heard.page
    page.goto(f"{server.address}/temaer/private/tidspres/")
    page.locator(".tb-sib").click()
    page.wait_for_url("**/temaer/offentlige/tidspres/")
    assert page.evaluate("performance.getEntriesByType('navigation')[0].deliveryType") == "navigational-prefetch"
    assert heard.faults == []
