"""One page visited twice by a real Chromium: what crosses the wire until it is idle, and what must never happen."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page
from sites import Served

VIEWPORT = {"width": 412, "height": 823}  # Lighthouse's phone
_SHIFTS = """window.shifts = []; new PerformanceObserver(
  found => shifts.push(...found.getEntries().map(one => one.value))).observe({type: "layout-shift", buffered: true});"""


@dataclass(frozen=True)
class Wire:
    """What a server sent for one visit: bytes with headers, and answers."""

    bytes: int
    answers: int


@dataclass
class Visits:
    """The first visit with an empty cache, the second with what the first has left there."""

    first: Wire
    second: Wire
    shifts: float = 0.0
    cookies: int = 0
    foreign: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def visits(browser: Browser, served: Served, path: str, coding: str) -> Visits:
    """Both visits to a page with one coding, "gzip" or "br"."""
    with browser.new_context(viewport=VIEWPORT, extra_http_headers={"Accept-Encoding": coding}) as context:
        page = context.new_page()
        page.add_init_script(_SHIFTS)
        foreign: list[str] = []
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        host = urlsplit(served.address).netloc
        page.on("request", lambda asked: urlsplit(asked.url).netloc in {host, ""} or foreign.append(asked.url))
        first = _visit(page, served, path)
        shifts = sum(page.evaluate("shifts"))
        second = _visit(page, served, path)
        return Visits(first, second, shifts, len(context.cookies()), foreign, said)


def _visit(page: Page, served: Served, path: str) -> Wire:
    page.goto("about:blank")
    start = served.log.stat().st_size
    page.goto(served.address + path, wait_until="networkidle")
    time.sleep(0.2)  # nginx writes its log when an answer has been sent
    lines = served.log.read_text(encoding="utf-8")[start:].splitlines()
    return Wire(sum(int(line.split()[0]) for line in lines), len(lines))
