"""The W3C's checker finds no fault in any page, style or picture of ours, nor anything to warn of."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from crawl import ROOT, Site
from nu import complaints


@pytest.fixture(scope="module")
def found(site: Site, offline_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the checker has to say of the pages on a server, the pages in the offline copy, and our own files."""
    folder = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(offline_zip) as archive:
        archive.extractall(folder, [name for name in archive.namelist() if name.endswith(".html")])
    assets = ROOT / "overrides/assets"
    own = [*assets.rglob("*.css"), *assets.rglob("*.svg"), *(ROOT / "editor").glob("*.css"), ROOT / "editor/index.html"]
    told = complaints(*site.root.rglob("*.html"), folder, *own)
    parts = {"site": site.root, "offline": folder, "own": ROOT}
    return {name: [one for one in told if one.startswith(str(part))] for name, part in parts.items()} | {"all": told}


def test_no_page_has_a_fault(found: dict[str, list[str]]) -> None:
    assert found["site"] == []


def test_no_page_of_the_offline_copy_has_a_fault(found: dict[str, list[str]]) -> None:
    assert found["offline"] == []


def test_no_style_or_picture_or_page_of_the_form_has_a_fault(found: dict[str, list[str]]) -> None:
    assert found["own"] == []


def test_a_fault_would_be_found(tmp_path: Path) -> None:
    """The checker runs and reads: a page with a fault is no page without one."""
    (tmp_path / "index.html").write_text('<!doctype html><html lang="da"><title>Fejl</title><p><div></p>')
    assert len(complaints(tmp_path)) >= 1
