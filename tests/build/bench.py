"""How long a build takes and how much memory, at 1, 10, 30 and 100 times the real base, beside a stock build.

python tests/build/bench.py [--sizes 1 10 30 100] [--runs 3] [--stock-up-to 30] [--serve 1 30]

Ours: this project around `kb sample --times N`. Stock: MkDocs, Material and static-i18n with navigation.prune on the
same pages as ready Markdown (`kb export markdown`). All are built from nothing, strictly, by turns in one run; the
table has medians. PDFs are timed apart. Then: from a saved file to a changed page in the browser.
"""

from __future__ import annotations

import argparse
import math
import shutil
import statistics
import subprocess
import sys
import tempfile
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

from measured import Measured, measure  # noqa: E402
from projects import ROOT, ours, stock  # noqa: E402

BUILD = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir")
QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "1735689600"}
MOST_RUNS_FROM = 100  # from this size on one run must do


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 30, 100])
    parser.add_argument("--runs", type=int, default=3, help="of each; those of 100 times and more are built once")
    parser.add_argument("--stock-up-to", type=int, default=30)
    parser.add_argument("--serve", type=int, nargs="*", default=[1, 30])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        projects = {size: ours(size, base / f"ours-{size}") for size in given.sizes}
        raced = [size for size in given.sizes if size <= given.stock_up_to]
        others = {size: stock(projects[size], base / f"stock-{size}") for size in raced}
        found: dict[tuple[str, int], list[Measured]] = {}
        for run in range(given.runs):
            for size in given.sizes:
                if run and size >= MOST_RUNS_FROM:
                    continue
                found.setdefault(("ours", size), []).append(_build(projects[size]))
                if size in others:
                    found.setdefault(("stock", size), []).append(_build(others[size]))
        _tell(found, {size: _pages(projects[size]) for size in given.sizes})
        _tell_pdfs(projects[min(projects)])
    for size in given.serve:
        subprocess.run([sys.executable, ROOT / "tests/browser/seen.py", "--size", str(size)], check=True)
    return 0


def _build(project: Path) -> Measured:
    for kept in ("site", ".cache"):
        shutil.rmtree(project / kept, ignore_errors=True)
    return measure((*BUILD, project / "site"), project, **QUIET, TB_NO_PDFS="1")


def _pages(project: Path) -> int:
    return sum(1 for _ in (project / "site").rglob("*.html"))


def _tell(found: dict[tuple[str, int], list[Measured]], pages: dict[int, int]) -> None:
    print(f"{'':8}{'size':>6}{'pages':>8}{'seconds':>9}{'pages/s':>9}{'work s':>9}{'MB':>8}{'of stock':>10}")
    middle = {key: _median(some) for key, some in found.items()}
    for (who, size), one in sorted(middle.items(), key=lambda item: (item[0][1], item[0][0])):
        other = middle.get(("stock", size))
        share = f"{one.seconds / other.seconds:.2f}" if who == "ours" and other else ""
        numbers = f"{one.seconds:>9.1f}{pages[size] / one.seconds:>9.1f}{one.work:>9.1f}{one.peak:>8.0f}"
        print(f"{who:8}{size:>6}{pages[size]:>8}{numbers}{share:>10}")
    for who in ("ours", "stock"):
        sizes = [size for name, size in middle if name == who and size > 1]
        for small, large in combinations(sizes, 2):
            a, b = middle[(who, small)], middle[(who, large)]
            time_, memory = (_exponent(*pair, large / small) for pair in ((a.seconds, b.seconds), (a.peak, b.peak)))
            print(f"{who}: from {small} to {large} times: time grows with exponent {time_:.2f}, memory {memory:.2f}")


def _tell_pdfs(project: Path) -> None:
    command = (sys.executable, "-m", "kb.cli", "check", "--sheets")
    shutil.rmtree(project / ".cache", ignore_errors=True)
    first, again, without = (measure(command, project, **QUIET, **more) for more in ({}, {}, {"TB_NO_PDFS": "1"}))
    print(
        f"PDFs: from nothing {first.seconds - without.seconds:.1f} s, unchanged {again.seconds - without.seconds:.1f} s"
    )


def _median(some: list[Measured]) -> Measured:
    return Measured(*(statistics.median(getattr(one, name) for one in some) for name in ("seconds", "work", "peak")))


def _exponent(small: float, large: float, times: float) -> float:
    """How something grows with the size: 1 in proportion, 2 with its square."""
    return math.log(large / small) / math.log(times) if small and large else math.nan


if __name__ == "__main__":
    sys.exit(main())
