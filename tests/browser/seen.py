"""From a saved file to a changed page: how long until an editor sees the change, at the real size.

python tests/browser/seen.py [--times 7] [--size 1]: the median, the least and the most, in seconds; of a base that is
so many times as large as the real one (without PDFs where it is larger).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "site")]

from surfing import THEME  # noqa: E402
from test_preview import ROOT, preview, reader  # noqa: E402


def main() -> int:
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--size", type=int, default=1)
    parser.add_argument("--browser", default=os.environ.get("TB_CHROMIUM") or "/usr/bin/chromium")
    given = parser.parse_args()
    seconds = []
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        preview(Path(folder) / "project", data=_data(given.size, Path(folder))) as served,
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
        f"from save to seen, {given.size} times: median {statistics.median(seconds):.2f} s, "
        f"{min(seconds):.2f}–{max(seconds):.2f} s of {given.times}"
    )
    return 0


def _data(size: int, folder: Path) -> Path:
    if size == 1:
        return ROOT / "data"
    os.environ["TB_NO_PDFS"] = "1"
    kb = [sys.executable, "-m", "kb.cli", "--root", str(ROOT)]
    subprocess.run([*kb, "sample", "--times", str(size), str(folder / "base")], check=True, stderr=subprocess.DEVNULL)
    settings = folder / "base/data/site.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("\neditor: true\n", "\n"), encoding="utf-8")
    return folder / "base/data"


if __name__ == "__main__":
    sys.exit(main())
