"""Pages in a real Chromium, from a real web server with the built site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from meeting import TOOL, Meeting, Sit
from playwright.sync_api import Browser, BrowserContext, Page
from surfing import NewPage, Sitemap

from serving import served


@pytest.fixture(scope="session")
def base_url(built_site: Path) -> Iterator[str]:
    """Where the built site is served, without a slash at the end."""
    with served(built_site) as address:
        yield address


@pytest.fixture
def under_a_path(built_site: Path) -> Iterator[str]:
    """Where the built site is served under a path of its own, without a slash at the end."""
    with served(built_site.parent) as address:
        yield f"{address}/{built_site.name}"


@pytest.fixture(scope="session")
def sitemap(built_site: Path) -> Sitemap:
    return Sitemap.of(built_site)


VIEWPORT = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def plain_context(browser: Browser, base_url: str) -> Iterator[BrowserContext]:
    """Shared by all tests that ask for nothing special and leave nothing behind: a new one each costs time."""
    with browser.new_context(base_url=base_url) as context:
        yield context


@pytest.fixture
def new_page(browser: Browser, base_url: str, plain_context: BrowserContext) -> Iterator[NewPage]:
    """new_page(address, script="", viewport=…, …): a page; with a script or other options, in a context of its own."""
    opened: list[BrowserContext | Page] = []

    def open_one(address: str, script: str = "", viewport: Any = VIEWPORT, **options: Any) -> Page:
        context = plain_context
        if script or options:
            context = browser.new_context(base_url=base_url, **options)
            opened.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        opened.append(page)
        page.set_viewport_size(viewport)
        page.goto(address)
        return page

    yield open_one
    for one in reversed(opened):
        one.close()


@pytest.fixture(params=["da", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Every test that asks for it runs in both languages."""
    return str(request.param)


@pytest.fixture
def sit_down(browser: Browser, base_url: str) -> Iterator[Sit]:
    """sit_down(language="da", at="", script="", …): the dialogue tool in a browser of its own; `at` is what follows
    its address. Whatever the browser asks (shall unsaved work go?) is answered with yes, unless `answer` is False."""
    opened: list[BrowserContext] = []

    def sit(language: str = "da", at: str = "", script: str = "", answer: bool = True, **options: Any) -> Meeting:
        context = browser.new_context(base_url=base_url, **{"viewport": VIEWPORT, **options})
        opened.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept() if answer else dialog.dismiss())
        return Meeting(page, language).open(f"/{TOOL[language]}{at}")

    yield sit
    for one in opened:
        one.close()
