"""The zip of the offline copy: what it holds, and that it is the same every time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from crawl import ROOT, Site

from kb.export import program_version

TOP = f"trivselsbasen-{program_version()}/"


@pytest.fixture(scope="module")
def files(offline_zip: Path) -> dict[str, bytes]:
    """What the zip holds, by path in its top folder."""
    with zipfile.ZipFile(offline_zip) as archive:
        return {name.removeprefix(TOP): archive.read(name) for name in archive.namelist()}


def test_its_name_tells_the_version(offline_zip: Path) -> None:
    assert offline_zip.name == f"trivselsbasen-{program_version()}-offline.zip"


def test_everything_stands_in_one_folder(offline_zip: Path) -> None:
    assert {name.split("/")[0] + "/" for name in zipfile.ZipFile(offline_zip).namelist()} == {TOP}


def test_it_is_smaller_than_25_mb(offline_zip: Path) -> None:
    assert offline_zip.stat().st_size < 25_000_000


def test_every_page_of_the_site_is_in_it(files: dict[str, bytes], site: Site) -> None:
    assert {f"{page.path}index.html" for page in site.indexed} - files.keys() == set()


@pytest.mark.parametrize(
    "name", ["index.html", "VERSION", "SHA256SUMS", "README-da.txt", "README-en.txt", "LICENSES/README.txt", "kb.json"]
)
def test_it_holds(name: str, files: dict[str, bytes]) -> None:
    assert files[name]


def test_version_tells_the_version(files: dict[str, bytes]) -> None:
    assert files["VERSION"].decode().strip() == program_version()


def test_the_sums_are_those_of_all_other_files(files: dict[str, bytes]) -> None:
    told = dict(reversed(line.split("  ", 1)) for line in files["SHA256SUMS"].decode().splitlines())
    assert told == {name: hashlib.sha256(files[name]).hexdigest() for name in files if name != "SHA256SUMS"}


def test_the_list_of_licences_names_each_of_them(files: dict[str, bytes]) -> None:
    names = [name.removeprefix("LICENSES/") for name in files if name.startswith("LICENSES/")]
    told = files["LICENSES/README.txt"].decode()
    assert [name for name in names if name != "README.txt" and told.count(f"- {name}: ") != 2] == []


@pytest.mark.parametrize("words", ["MIT License", "Attribution 4.0 International", "Apache License", "MOZILLA PUBLIC",
                                   "Snowball project"])  # fmt: skip
def test_the_licence_of_everything_in_it_is_there(words: str, files: dict[str, bytes]) -> None:
    assert any(words.encode() in text for name, text in files.items() if name.startswith("LICENSES/"))


@pytest.mark.parametrize("name", ["README-da.txt", "README-en.txt"])
def test_the_readme_is_filled_in(name: str, files: dict[str, bytes]) -> None:
    text = files[name].decode()
    assert (program_version() in text, "2026-01-31" in text, "@" in text) == (True, True, False)


def test_nothing_goes_along_that_no_page_uses(files: dict[str, bytes]) -> None:
    assert [name for name in files if "lunr" in name or name.endswith(".map")] == []


def test_no_page_tells_where_the_site_stands_on_the_web(files: dict[str, bytes]) -> None:
    links = [
        name for name, text in files.items() if name.endswith(".html") and b'="https://trivselsbasen.example' in text
    ]
    assert links == []


def test_names_are_ascii_and_sorted_and_files_plain(offline_zip: Path) -> None:
    entries = zipfile.ZipFile(offline_zip).infolist()
    names = [entry.filename for entry in entries]
    assert (names, {entry.external_attr >> 16 for entry in entries}) == (sorted(names), {0o100644})


def test_a_second_run_elsewhere_gives_the_same_bytes(offline_zip: Path, built_site: Path, tmp_path: Path) -> None:
    odd = {"SOURCE_DATE_EPOCH": "1769860805", "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    command = [sys.executable, "-m", "kb.offline", "--site", str(built_site), "--to", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **odd}, check=True, capture_output=True)
    assert (tmp_path / offline_zip.name).read_bytes() == offline_zip.read_bytes()


def test_a_copy_that_can_not_be_packed_ends_with_status_1_and_no_zip(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kb.offline", "--site", str(tmp_path / "none"), "--to", str(tmp_path / "dist")]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert (ran.returncode, (tmp_path / "dist").exists(), "Traceback" in ran.stderr) == (1, False, False)
