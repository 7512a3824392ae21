"""From a saved file to a changed page: how long until an editor sees the change, at the real size.

python tests/browser/seen.py [--times 7]: the median, the least and the most, in seconds.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

from surfing import THEME  # noqa: E402
from test_preview import preview, reader  # noqa: E402


def main() -> int:
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--browser", default="/usr/bin/chromium")
    given = parser.parse_args()
    seconds = []
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        preview(Path(folder)) as served,
        reader(playwright.chromium.launch(executable_path=given.browser, args=["--no-sandbox"]), served, THEME) as page,
    ):
        page.wait_for_timeout(3000)
        for number in range(given.times):
            title = f"Tidspres {number}"
            began = time.monotonic()
            served.retitle(title)
            page.get_by_role("heading", level=1, name=title, exact=True).wait_for(timeout=60_000)
            seconds.append(time.monotonic() - began)
            page.wait_for_timeout(4000)  # the search and the PDFs follow in the background
    print(
        f"from save to seen: median {statistics.median(seconds):.2f} s, "
        f"{min(seconds):.2f}–{max(seconds):.2f} s of {given.times}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
