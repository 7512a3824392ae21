"""How light and fast the pages are, ours beside a stock site of Material with the same content: `make bench-page`.

Both stand on a real nginx with deploy/nginx.conf. Bytes are what nginx sends, with headers, until the page is idle:
first with an empty cache, then again. Lighthouse's figures are medians, on its phone. The exit status is 1 where ours
breaks a budget.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / name) for name in ("site", "browser", "deploy")] + [str(TESTS)]

from budgets import broken  # noqa: E402
from kinds import KINDS, LANGUAGES, places  # noqa: E402
from lighthouse import verdict  # noqa: E402
from measured import Measured, rows, table  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from sites import Served, ours, stock  # noqa: E402
from visits import visits  # noqa: E402

CODINGS = ("gzip", "br")


def main() -> int:
    given = _parser().parse_args()
    browser = os.environ.get("TB_CHROMIUM") or "/usr/bin/chromium"
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "ours").mkdir()
        (folder / "stock").mkdir()
        sites = [stack.enter_context(ours(folder / "ours"))]
        if not given.alone:
            sites.append(stack.enter_context(stock(folder / "stock", given.markdown)))
        pages = places(sites[0].site, given.kinds, given.languages)
        playwright = stack.enter_context(sync_playwright())
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        found = {(place, site.name): _wire(chromium, site, place.path) for place in pages for site in sites}
        chromium.close()  # Lighthouse gets the machine for itself
        for place in pages:
            for site in sites:
                one = found[place, site.name]
                if given.runs:
                    one.verdict = verdict(site.address + place.path, given.runs, browser)
                print(*rows({(place, site.name): one})[0], file=sys.stderr, flush=True)
    print(table(rows(found)))
    faults = [
        f"{place.path}: {one}" for (place, name), got in found.items() if name == "ours" for one in broken(place, got)
    ]
    print(*(faults or ["every budget is held"]), sep="\n")
    return 1 if faults else 0


def _wire(chromium: Browser, site: Served, path: str) -> Measured:
    return Measured({coding: visits(chromium, site, path, coding) for coding in CODINGS})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench-page", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="Lighthouse's runs a page; 0 for bytes alone")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=list(LANGUAGES))
    parser.add_argument("--alone", action="store_true", help="ours alone")
    parser.add_argument("--markdown", type=Path, help="what `kb export markdown` wrote; by default it is written anew")
    return parser


if __name__ == "__main__":
    sys.exit(main())
