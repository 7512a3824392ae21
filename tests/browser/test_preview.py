"""`mkdocs serve`, as an editor uses it: faults are told on the page and in the terminal, and go away when mended."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from crawl import ROOT, copy_project
from nu import complaints
from playwright.sync_api import Browser, Error, Page, expect
from surfing import THEME
from wcag import broken_rules

FILE = "data/themes/private/04-tidspres.yml"
PATIENCE = 60_000  # ms for a build on a busy machine

# What an editor may write in the place of the line "number: 4".
FAULTS = {"a wrong word": "number: four", "broken YAML": "number: 4: 5"}


@dataclass
class Preview:
    """A running preview of a copy of the project."""

    folder: Path
    url: str
    pid: int = 0

    @property
    def terminal(self) -> str:
        return (self.folder / "terminal").read_text(encoding="utf-8")

    def write(self, line: str) -> int:
        """Puts a line into the file for its line "number: 4"; tells which line it is."""
        text = (ROOT / FILE).read_text(encoding="utf-8")
        (self.folder / FILE).write_text(text.replace("\nnumber: 4\n", f"\n{line}\n"), encoding="utf-8")
        return text[: text.index("\nnumber: 4\n")].count("\n") + 2

    def retitle(self, title: str) -> None:
        """Mends the file, and gives the theme another title."""
        text = (ROOT / FILE).read_text(encoding="utf-8")
        text = text.replace("\ntitle: {da: Tidspres,", f"\ntitle: {{da: {title},")
        (self.folder / FILE).write_text(text, encoding="utf-8")


@contextmanager
def preview(folder: Path, line: str = "number: 4", data: Path = ROOT / "data") -> Iterator[Preview]:
    """Serves a copy of the project, with a line of its own from the start, and perhaps with other data."""
    copy_project(folder)
    if data != ROOT / "data":
        shutil.rmtree(folder / "data")
        shutil.copytree(data, folder / "data")
    (folder / "tmp").mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
    found = Preview(folder, f"http://{host}")
    found.write(line)
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dirty", "-a", host]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "TMPDIR": str(folder / "tmp")}
    with (
        (folder / "terminal").open("w") as terminal,
        subprocess.Popen(command, cwd=folder, env=env, stdout=terminal, stderr=subprocess.STDOUT) as process,
    ):
        found.pid = process.pid
        try:
            yield found
        finally:
            process.terminate()


@contextmanager
def reader(browser: Browser, served: Preview, address: str) -> Iterator[Page]:
    """A page of the preview, opened as soon as it answers."""
    with browser.new_context(base_url=served.url) as context:
        page = context.new_page()
        for _ in range(PATIENCE // 200):
            try:
                page.goto(address)
                break
            except Error as error:
                if "ERR_CONNECTION_REFUSED" not in str(error):
                    raise
                page.wait_for_timeout(200)
        yield page


@dataclass
class Story:
    """What an editor sees: a fault is written, then mended with another title."""

    line: int
    told_on_page: str
    terminal: str
    heading_below_fault: str
    broken: list[str]
    html_faults: list[str]
    status_elsewhere: int
    heading_when_mended: str


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with preview(tmp_path_factory.mktemp("preview") / "project") as running:
        yield running


@pytest.fixture(scope="module", params=FAULTS)
def story(request: pytest.FixtureRequest, served: Preview, browser: Browser) -> Iterator[Story]:
    """The page stays open all the while and is never reloaded by hand."""
    title = f"Mere {request.param}"
    with reader(browser, served, THEME) as page:
        faults = page.locator(".tb-faults")
        line = served.write(FAULTS[request.param])
        faults.wait_for(timeout=PATIENCE)
        told, below = faults.inner_text(), page.locator("h1").inner_text()
        broken = broken_rules(page)
        saved = served.folder / "tmp/fault.html"
        saved.write_text(page.request.get(THEME).text(), encoding="utf-8")
        elsewhere = page.request.get("/en/glossary/").status
        served.retitle(title)
        expect(faults).to_have_count(0, timeout=PATIENCE)
        yield Story(
            line, told, served.terminal, below, broken, complaints(saved), elsewhere, page.locator("h1").inner_text()
        )


def test_a_fault_is_told_on_the_page_with_its_place(story: Story) -> None:
    assert f"{FILE}:{story.line}: fejl:" in story.told_on_page


def test_a_fault_is_told_in_the_terminal_with_its_place(story: Story) -> None:
    assert f"{FILE}:{story.line}: fejl:" in story.terminal and f"{FILE}:{story.line}: fault:" in story.terminal


def test_the_page_with_the_fault_breaks_no_rule_of_accessibility(story: Story) -> None:
    assert story.broken == []


def test_the_page_with_the_fault_is_right_html(story: Story) -> None:
    assert story.html_faults == []


def test_below_the_fault_the_last_good_page_stays(story: Story) -> None:
    assert story.heading_below_fault


def test_with_a_fault_the_other_pages_answer(story: Story) -> None:
    assert story.status_elsewhere == 200


def test_mended_the_page_shows_the_change_by_itself(story: Story) -> None:
    assert story.heading_when_mended.startswith("Mere ")


def test_no_fault_makes_a_traceback(story: Story) -> None:
    assert "Traceback" not in story.terminal


def test_a_change_shows_by_itself_on_another_page_too(served: Preview, browser: Browser) -> None:
    with reader(browser, served, "/eksempler/") as page:
        served.retitle("Travle dage")
        expect(page.locator("main")).to_contain_text("Travle dage", timeout=PATIENCE)


def test_a_changed_text_is_shown_before_the_whole_base_is_built(served: Preview, browser: Browser) -> None:
    with reader(browser, served, THEME) as page:
        served.retitle("Straks tidspres")
        expect(page.get_by_role("heading", level=1, name="Straks tidspres", exact=True)).to_be_visible(timeout=PATIENCE)
    assert re.search(r"Detected file changes\n.*Reloading browsers", served.terminal)


def test_a_change_is_found_by_the_search(served: Preview, browser: Browser) -> None:
    served.retitle("Hurlumhejdage")
    with reader(browser, served, THEME) as page:
        expect(page.get_by_role("heading", level=1)).to_have_text("Hurlumhejdage", timeout=PATIENCE)
        for _ in range(20):
            page.goto("/")
            page.keyboard.press("/")
            page.keyboard.type("hurlumhejdage")
            page.wait_for_timeout(1000)
            if page.locator(".tb-hits a").count():
                break
        assert "Hurlumhejdage" in page.locator(".tb-hits").inner_text()


def test_a_change_leaves_the_pdfs_in_their_places(served: Preview, browser: Browser) -> None:
    served.retitle("Travle timer")
    with reader(browser, served, THEME) as page:
        expect(page.get_by_role("heading", level=1)).to_have_text("Travle timer", timeout=PATIENCE)
        assert page.request.get("/print/private-04-tidspres.pdf").status == 200


@pytest.fixture(scope="module")
def begun_with_fault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with preview(tmp_path_factory.mktemp("faulty") / "project", FAULTS["broken YAML"]) as running:
        yield running


@pytest.mark.parametrize(
    ("address", "word"), [("/", "fejl"), ("/en/", "fault"), (THEME, "fejl"), ("/no/such/", "fejl")]
)
def test_begun_with_a_fault_every_address_tells_it(
    begun_with_fault: Preview, browser: Browser, address: str, word: str
) -> None:
    with reader(browser, begun_with_fault, address) as page:
        expect(page.locator(".tb-faults")).to_contain_text(re.compile(rf"{FILE}:\d+: {word}:"))


def test_begun_with_a_fault_the_terminal_tells_it(begun_with_fault: Preview, browser: Browser) -> None:
    with reader(browser, begun_with_fault, "/"):
        assert re.search(rf"{FILE}:\d+: fejl:", begun_with_fault.terminal)


def test_begun_with_a_fault_and_mended_the_site_appears(begun_with_fault: Preview, browser: Browser) -> None:
    with reader(browser, begun_with_fault, "/") as page:
        begun_with_fault.write("number: 4")
        expect(page.locator(".tb-brand").first).to_be_visible(timeout=PATIENCE)
