"""From a saved file to a changed page: how long until an editor sees the change, at the real size.

python tests/browser/seen.py [--times 7] [--size 1]: the median, the least and the most, in seconds; of a base that is
so many times as large as the real one (without PDFs where it is larger). Linux only.
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
        for number in range(given.times):
            _rest(served.pid)  # the search and the PDFs of the change before follow in the background
            title = f"Tidspres {number}"
            began = time.monotonic()
            served.retitle(title)
            page.get_by_role("heading", level=1, name=title, exact=True).wait_for(timeout=60_000)
            seconds.append(time.monotonic() - began)
    print(
        f"from save to seen, {given.size} times: median {statistics.median(seconds):.2f} s, "
        f"{min(seconds):.2f}–{max(seconds):.2f} s of {given.times}"
    )
    return 0


def _rest(pid: int) -> None:
    """Waits until a process has worked less than a third of the last three seconds."""
    while True:
        before = _worked(pid)
        time.sleep(3)
        if _worked(pid) - before < 1:
            return


def _worked(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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
