"""The offline copy as its readers use it: unpacked on a shared drive, opened from the folder, without a network."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from surfing import LISTS, THEME, Sitemap, listen

DRIVE = "Fælles drev (æøå) kopi"
_LINKS = "[...document.querySelectorAll('a[href], area[href], form[action]')].map(e => e.href || e.action)"


@dataclass
class Reader:
    """A browser without a network before the unpacked copy, with all that it asked for and heard."""

    folder: Path
    page: Page
    asked: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Opens the page that has an address (a path, with ? or # if any) at the site."""
        path, rest = re.fullmatch(r"/([^?#]*)(.*)", address).groups()  # type: ignore[union-attr]
        self.page.goto((self.folder / path / "index.html").as_uri() + rest)
        return self.page


@pytest.fixture(scope="module")
def folder(offline_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which index.html stands."""
    drive = tmp_path_factory.mktemp("drive") / DRIVE
    with zipfile.ZipFile(offline_zip) as archive:
        archive.extractall(drive)
    [top] = drive.iterdir()
    return top


@pytest.fixture(scope="module")
def someone(browser: Browser, folder: Path) -> Iterator[Reader]:
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        one = Reader(folder, page)
        page.on("request", lambda request: one.asked.append(request.url))
        page.on("request", lambda r: one.fetched.append(r.url) if r.resource_type in {"fetch", "xhr"} else None)
        page.on("websocket", lambda socket: one.asked.append(socket.url))
        one.heard = listen(page)
        yield one


@pytest.fixture
def reader(someone: Reader) -> Iterator[Reader]:
    """Whatever a test does: the browser asks for files alone, fetches none by script and has nothing to say."""
    yield someone
    outwards = [url for url in someone.asked if urlsplit(url).scheme not in {"file", "data"}]
    assert (outwards, someone.fetched, someone.heard) == ([], [], [])


def file_of(url: str) -> Path:
    return Path(unquote(urlsplit(url).path))


def ask(page: Page, words: str) -> None:
    page.locator("button[data-find]").click()
    page.locator(".tb-search [type=search]").fill(words)


# -- Every page


@dataclass
class Seen:
    """What was seen when every page of the copy was opened."""

    pages: int = 0
    outwards: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    dead: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def seen(someone: Reader) -> Seen:
    found, links = Seen(), set()
    for file in sorted(someone.folder.rglob("*.html")):
        someone.page.goto(file.as_uri(), wait_until="load")
        links |= {link.partition("#")[0] for link in someone.page.evaluate(_LINKS)}
        found.pages += 1
    found.outwards = [url for url in someone.asked if urlsplit(url).scheme not in {"file", "data"}]
    found.fetched, found.heard = list(someone.fetched), list(someone.heard)
    found.dead = {link for link in links if link.startswith("file:") and not file_of(link).is_file()}
    return found


def test_every_page_of_the_site_opens(seen: Seen, sitemap: Sitemap) -> None:
    assert seen.pages == len(sitemap.twins)


def test_no_page_asks_the_network_for_anything(seen: Seen) -> None:
    assert seen.outwards == []


def test_no_page_fetches_a_file_by_script(seen: Seen) -> None:
    assert seen.fetched == []


def test_no_page_has_anything_to_say_to_the_console(seen: Seen) -> None:
    assert seen.heard == []


def test_every_link_of_every_page_leads_to_a_file(seen: Seen) -> None:
    assert sorted(seen.dead) == []


def test_every_link_into_the_copy_stays_in_its_folder(reader: Reader, sitemap: Sitemap) -> None:
    page = reader.open(THEME)
    inside = [link for link in page.evaluate(_LINKS) if link.startswith("file:")]
    assert [link for link in inside if reader.folder not in file_of(link).parents] == []


# -- Moving about


def test_the_menu_leads_to_its_pages(reader: Reader, sitemap: Sitemap, language: str) -> None:
    page = reader.open(sitemap.address("/", language))
    for address in ("/temaer/", "/eksempler/", "/forskning/", "/maal-med-mening/", "/dialog/", "/print/"):
        target = reader.folder / sitemap.address(address, language).strip("/") / "index.html"
        page.locator(f'.tb-nav a[href$="{target.parent.name}/index.html"]').click()
        expect(page).to_have_url(target.as_uri())
        expect(page.locator("h1")).to_be_visible()


def test_a_card_leads_to_a_theme_and_the_name_of_the_site_back(reader: Reader) -> None:
    page = reader.open("/temaer/")
    page.locator('main a[href*="tidspres/index.html"], article a[href*="tidspres/index.html"]').first.click()
    expect(page.locator("h1")).to_contain_text("Tidspres")
    page.locator(".tb-brand").first.click()
    expect(page).to_have_url((reader.folder / "index.html").as_uri())


def test_the_language_switch_leads_to_the_same_page_and_back(reader: Reader, sitemap: Sitemap) -> None:
    page = reader.open(THEME + "#private-04-f3")
    for language in ("en", "da"):
        page.locator(".tb-tool--lang").click()
        there = (reader.folder / sitemap.address(THEME, language).strip("/") / "index.html").as_uri()
        expect(page).to_have_url(there + "#private-04-f3")


def test_a_term_leads_to_its_place_in_the_glossary(reader: Reader, sitemap: Sitemap, language: str) -> None:
    page = reader.open(sitemap.address(THEME, language))
    page.locator(".tb-term").first.click()
    expect(page).to_have_url(re.compile(r"/(ordliste|glossary)/index\.html#term-"))
    expect(page.locator(":target")).to_be_visible()


def test_a_chosen_colour_scheme_lasts_to_the_next_page(reader: Reader) -> None:
    page = reader.open("/")
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("[data-scheme]").click()
    page.locator(".tb-nav a").first.click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", str(before))
    page.locator("[data-scheme]").click()


# -- Search


@pytest.mark.parametrize(("words", "entry"), [("Tre ugers introduktion", "da"), ("Three weeks", "en")])
def test_a_result_leads_to_its_entry(reader: Reader, sitemap: Sitemap, words: str, entry: str) -> None:
    page = reader.open(sitemap.address("/forskning/", entry))
    ask(page, words)
    page.locator(".tb-hit").first.click()
    expect(page).to_have_url(re.compile(r"/index\.html#private-01-"))
    expect(page.locator("li:target h3")).to_be_visible()


@pytest.mark.parametrize("words", ["e", "trivsel", "falck", "balance", "xyzzy"])
def test_every_result_and_every_other_way_leads_to_a_file(reader: Reader, words: str) -> None:
    page = reader.open("/temaer/private/")
    ask(page, words)
    expect(page.locator(".tb-search [role=status]")).not_to_be_empty()
    links = page.locator(".tb-search a").evaluate_all("all => all.map(e => e.href)")
    assert (len(links) > 0, [link for link in links if not file_of(link).is_file()]) == (True, [])


def test_an_address_with_a_question_opens_the_search(reader: Reader) -> None:
    page = reader.open("/?q=medlyt")
    expect(page.locator(".tb-hit").first).to_be_visible()


def test_the_box_on_the_front_page_searches(reader: Reader) -> None:
    page = reader.open("/en/")
    page.locator("#q").fill("breaks")
    page.locator("#q").press("Enter")
    expect(page.locator(".tb-hit").first).to_be_visible()


# -- Filters


@pytest.mark.parametrize("address", LISTS)
def test_a_filter_leaves_fewer_and_can_be_taken_back(
    reader: Reader, sitemap: Sitemap, language: str, address: str
) -> None:
    page = reader.open(sitemap.address(address, language))
    items = page.locator("[data-filter] li[data-sector]:visible")
    n = items.count()
    page.locator('[data-filter] input[type="checkbox"]').first.check()
    assert 0 < items.count() < n
    page.locator("[data-chips] button").click()
    expect(items).to_have_count(n)


def test_a_filter_in_the_address_counts_and_goes_with_the_language(reader: Reader, sitemap: Sitemap) -> None:
    page = reader.open("/handlinger/?sector=private")
    n = page.locator("[data-filter] li[data-sector]:visible").count()
    page.locator(".tb-tool--lang").click()
    expect(page).to_have_url(re.compile(r"/en/actions/index\.html\?sector=private$"))
    expect(page.locator("[data-filter] li[data-sector]:visible")).to_have_count(n)
