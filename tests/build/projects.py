"""What is built: our project around a base many times the real one, and the same pages as a stock project."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("docs", "hooks", "overrides", "mkdocs.yml", "CONTRIBUTING.md", "HACKING.md", "pyproject.toml")


def ours(times: int, folder: Path) -> Path:
    """Our project, without the editors' form, around a base `times` as large."""
    folder.mkdir(parents=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    _kb("--root", ROOT, "sample", "--times", str(times), folder / "sample")
    shutil.move(folder / "sample" / "data", folder / "data")
    settings = folder / "data/site.yml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    settings.write_text("".join(line for line in lines if not line.startswith("editor:")), encoding="utf-8")
    return folder


def stock(project: Path, folder: Path) -> Path:
    """The pages of a project of ours as Markdown that a stock MkDocs builds; writing them is no part of the race."""
    _kb("--root", project, "export", "markdown", folder)
    return folder


def _kb(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "kb.cli", *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
