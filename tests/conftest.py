"""What the tests of the finished site share: one real, strict build of all the material, and a real Chromium."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
DEBIAN = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built once for all tests, where TB_BUILT tells or here; read it only."""
    if built := os.environ.get("TB_BUILT"):
        return Path(built)
    folder = tmp_path_factory.mktemp("built") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    if ran.returncode:
        pytest.fail(f"The site could not be built:\n{ran.stdout}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def offline_zip(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy of the built site, packed once for all tests as `make offline` does it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "kb.offline", "--site", str(built_site), "--to", str(folder)]
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1769860805"}
    ran = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    if ran.returncode:
        pytest.fail(f"The copy could not be packed:\n{ran.stdout}", pytrace=False)
    [packed] = folder.iterdir()
    return packed


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """TB_CHROMIUM, else Debian's Chromium, else the one that Playwright brought."""
    path = os.environ.get("TB_CHROMIUM") or next((str(one) for one in DEBIAN if one.exists()), None)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if is_root else [])
        yield browser
        browser.close()
