"""How well and how fast the search finds, ours beside Material's own: `make bench-search`.

Every judged query goes through the real search box in Chromium: all but its last letter are put in, the last one is
pressed, and the clock runs from that key to the first frame with the results.
"""

from __future__ import annotations

import gzip
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from judged import SETS, Judged, Score, judged, place_of
from playwright.sync_api import Browser, Page, sync_playwright
from stock import build_stock
from tenfold import original, tenfold

from kb.build import read_base
from kb.pages import LOCALES
from kb.problems import Locale
from kb.search.documents import Document, documents
from kb.search.script import script_of
from serving import served

ROOT = Path(__file__).resolve().parents[2]
RESULTS = 50  # so many results are looked at
QUIET = 400  # ms without a change after which the results are taken to be all
PATIENCE = 3000  # ms for the first change
_KEYS = "abcdefghijklmnopqrstuvwxyz0123456789?"  # those that a key press of Playwright's knows; others are put in

# Notes when a key goes down, when the results change after it, and the next frame.
_WATCH = """([list, field]) => {
  const watched = document.querySelector(list);
  window.fresh = key => { window.seen = {key, change: 0, frame: 0, last: performance.now()}; };
  document.querySelector(field).addEventListener("keydown", () => fresh(performance.now()), true);
  fresh(0);
  new MutationObserver(() => {
    const own = seen;
    const first = !own.change;
    own.last = performance.now();
    if (first) { own.change = own.last; requestAnimationFrame(() => { own.frame = performance.now(); }); }
  }).observe(watched, {childList: true, subtree: true, characterData: true, attributes: true});
}"""
_READ = """([links, most]) => Array.from(document.querySelectorAll(links)).slice(0, most).map(a => a.href)"""
# Tasks of the page that keep it from answering a key for over 50 ms.
_LONG = """() => { window.long = []; new PerformanceObserver(
  found => found.getEntries().forEach(one => long.push(one.duration))).observe({type: "longtask"}); }"""


@dataclass(frozen=True)
class Engine:
    """A site with a search: where it is opened, its box, the list of results and their links."""

    name: str
    site: Path
    ids: dict[str, str]
    open: Callable[[Page], None]
    field: str
    list: str
    links: str
    more: str = ""


def _open_ours(page: Page) -> None:
    page.keyboard.press("/")
    page.locator(".tb-search [type=search]").fill("a")
    page.wait_for_function("document.querySelector('.tb-search [role=status]').textContent")


def _open_stock(page: Page) -> None:
    page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").fill("a")
    page.wait_for_timeout(3000)


def ours(site: Path, ids: dict[str, str], name: str) -> Engine:
    return Engine(
        name, site, ids, _open_ours, ".tb-search [type=search]", ".tb-search__r", ".tb-search .tb-hit", "[data-more]"
    )


def stock(site: Path, ids: dict[str, str], name: str) -> Engine:
    field, found = "[data-md-component=search-query]", "[data-md-component=search-result]"
    return Engine(name, site, ids, _open_stock, field, found, f"{found} a.md-search-result__link")


@dataclass
class Measured:
    """What the queries came to: places of the first answers, how many were empty, and times in milliseconds."""

    places: list[int | None]
    times: list[float]
    empty: int = 0

    def row(self) -> str:
        score = Score.of(self.places, self.empty)
        times = sorted(self.times)
        slow = times[min(len(times) - 1, int(len(times) * 0.95))]
        return (
            f"{score.queries:>4} {score.success_1:>6.3f} {score.success_3:>6.3f} {score.mrr:>6.3f} {score.empty:>7.1%} "
            f"{statistics.median(times):>7.1f} {slow:>7.1f}"
        )


def measure(browser: Browser, engine: Engine, language: str, queries: list[Judged]) -> tuple[Measured, list[str]]:
    """Each query typed into the search box of the front page in a language; also tells what was not found first."""
    measured, missed = Measured([], []), []
    with served(engine.site) as base, browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{base}/{'en/' if language == 'en' else ''}")
        engine.open(page)
        page.evaluate(_WATCH, [engine.list, engine.field])
        for one in queries:
            found = _ask(page, engine, one.query, measured)
            place = place_of(one.answers, found)
            measured.places.append(place)
            measured.empty += not found
            if place != 1:
                missed.append(f"{language} {one.kind:<11} {one.query!r}: {place or '–'}, first {' '.join(found[:3])}")
    return measured, missed


def _ask(page: Page, engine: Engine, query: str, measured: Measured) -> list[str]:
    field = page.locator(engine.field)
    field.fill("")
    page.wait_for_timeout(50)
    page.keyboard.insert_text(query[:-1])
    page.wait_for_timeout(QUIET / 2)
    page.evaluate("fresh(0)")
    if query[-1] in _KEYS:
        page.keyboard.press(query[-1])
    else:
        page.keyboard.insert_text(query[-1])
    page.wait_for_function(f"performance.now() - seen.last > (seen.frame ? {QUIET} : {PATIENCE})", polling=50)
    seen: dict[str, float] = page.evaluate("seen")
    if seen["key"] and seen["frame"]:
        measured.times.append(seen["frame"] - seen["key"])
    while engine.more and page.locator(engine.more).is_visible() and page.locator(engine.links).count() < RESULTS:
        page.locator(engine.more).click()
    links: list[str] = page.evaluate(_READ, [engine.links, RESULTS])
    addresses = (urlsplit(link) for link in links)
    return [engine.ids.get(a.path + (f"#{a.fragment}" if a.fragment else ""), a.path) for a in addresses]


def loading(browser: Browser, engine: Engine, language: str) -> str:
    """How long the first results take, and the longest time that a key waits meanwhile: medians of five visits."""
    visits = [_visit(browser, engine, language) for _ in range(5)]
    first, longest = (statistics.median(some) for some in zip(*visits, strict=True))
    return f"{first:.0f} ms until the first results, longest task {longest:.0f} ms (0: under 50)"


def _visit(browser: Browser, engine: Engine, language: str) -> tuple[float, float]:
    with served(engine.site) as base, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{base}/{'en/' if language == 'en' else ''}")
        page.evaluate(_LONG)
        before = page.evaluate("performance.now()")
        engine.open(page)
        after = page.evaluate("performance.now()")
        long: list[float] = page.evaluate("long")
    return after - before, max(long, default=0)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        engines = build(Path(folder))
        browser = playwright.chromium.launch(executable_path=os.environ.get("TB_CHROMIUM") or None, args=_flags())
        report(browser, engines)
        for engine in engines[::2]:
            for locale in LOCALES:
                index = index_of(engine.site, locale).read_bytes()
                print(f"{engine.name}, index {locale}: {len(gzip.compress(index, 9)) / 1000:.0f} kB gzip", end="; ")
                print(f"loading {loading(browser, engine, locale)}", flush=True)
        browser.close()


def build(folder: Path) -> list[Engine]:
    """Our site and the stock one, each at its real size and at ten times the content."""
    base = read_base(ROOT, ROOT / "docs")
    assert base.kb is not None
    real: dict[Locale, list[Document]] = {locale: documents(base.kb, base.map, locale) for locale in LOCALES}
    large = {locale: tenfold(some, locale) for locale, some in real.items()}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(folder / "ours")]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    shutil.copytree(folder / "ours", folder / "ours-x10")
    for locale, some in large.items():
        file = index_of(folder / "ours-x10", locale)
        file.write_text(script_of(base.kb, some, locale), encoding="utf-8")
    return [
        ours(folder / "ours", _ids(real), "ours"),
        stock(folder / "stock/site", build_stock(real, folder / "stock"), "stock"),
        ours(folder / "ours-x10", _ids(large), "ours, tenfold"),
        stock(folder / "stock-x10/site", build_stock(large, folder / "stock-x10"), "stock, tenfold"),
    ]


def index_of(site: Path, locale: Locale) -> Path:
    """The search index of a language; its name holds a hash."""
    [file] = (site / "search").glob(f"{locale}.*.js")
    return file


def report(browser: Browser, engines: list[Engine]) -> None:
    missed: list[str] = []
    print(f"{'':16} {'':9} {'':3} {'n':>4} {'s@1':>6} {'s@3':>6} {'MRR':>6} {'empty':>7} {'median':>7} {'p95':>7} ms")
    for engine in engines:
        for name in SETS:
            for language in LOCALES:
                queries = [one for one in judged(name) if one.language == language]
                measured, late = measure(browser, engine, language, queries)
                print(f"{engine.name:16} {name:9} {language:3} {measured.row()}", flush=True)
                if engine.name == "ours" and name == "queries":
                    missed += late
    if "--missed" in sys.argv:
        print("\n".join(["", "Ours, queries whose first result is no answer:", *missed]))


def _ids(documents: dict[Locale, list[Document]]) -> dict[str, str]:
    """Which entry each address leads to; a copy of an answer is an answer."""
    return {f"/{one.address}": original(one.id) for some in documents.values() for one in some}


def _flags() -> list[str]:
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


if __name__ == "__main__":
    main()
