"""The W3C's checker finds no fault in any page, style or picture of ours, nor anything to warn of."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from crawl import ROOT, Site
from nu import complaints

# It is in CSS Basic User Interface 4, which the checker does not know yet.
NOT_YET_KNOWN = "“field-sizing”"
FAULT = '<!doctype html><html lang="da"><title>Fejl</title><p><div></p></html>'


@pytest.fixture(scope="module")
def found(site: Site, offline_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the checker has to say of the pages on a server, of those in the offline copy, of our own files and of a
    page with a fault."""
    folder, faulty = tmp_path_factory.mktemp("stick"), tmp_path_factory.mktemp("faulty")
    with zipfile.ZipFile(offline_zip) as archive:
        archive.extractall(folder, [name for name in archive.namelist() if name.endswith(".html")])
    (faulty / "index.html").write_text(FAULT)
    assets = ROOT / "overrides/assets"
    own = [*assets.rglob("*.css"), *assets.rglob("*.svg"), *(ROOT / "editor").glob("*.css"), ROOT / "editor/index.html"]
    told = complaints(*site.root.rglob("*.html"), folder, faulty, *own)
    places = {"site": site.root, "offline": folder, "faulty": faulty, "own": ROOT}
    known = [one for one in told if NOT_YET_KNOWN not in one]
    return {name: [one for one in known if one.startswith(f"{place}/")] for name, place in places.items()}


def test_no_page_has_a_fault(found: dict[str, list[str]]) -> None:
    assert found["site"] == []


def test_no_page_of_the_offline_copy_has_a_fault(found: dict[str, list[str]]) -> None:
    assert found["offline"] == []


def test_no_style_or_picture_or_page_of_the_form_has_a_fault(found: dict[str, list[str]]) -> None:
    assert found["own"] == []


def test_a_fault_would_be_found(found: dict[str, list[str]]) -> None:
    assert found["faulty"] != []
