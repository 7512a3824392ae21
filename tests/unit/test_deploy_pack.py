"""What is made ready for a web server, from a site of a few files."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from kb.deploy.pack import pack
from kb.deploy.policy import Blocked

ROOT = Path(__file__).parents[2]
PAGE = "<html><body>" + "<p>Mange ord om det samme.</p>" * 50 + "</body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "en").mkdir(parents=True)
    for name in ("index.html", "404.html", "en/404.html"):
        (folder / name).write_text(PAGE, encoding="utf-8")
    (folder / "small.html").write_text("<p>a</p>", encoding="utf-8")
    (folder / "picture.png").write_bytes(bytes(1000))
    return folder


@pytest.fixture
def packed(site: Path, tmp_path: Path) -> Path:
    pack(ROOT, site, tmp_path / "deploy")
    return tmp_path / "deploy"


def test_a_text_has_compressed_copies_that_hold_the_same(packed: Path) -> None:
    assert gzip.decompress((packed / "www/index.html.gz").read_bytes()).decode() == PAGE
    assert brotli.decompress((packed / "www/index.html.br").read_bytes()).decode() == PAGE


@pytest.mark.parametrize("name", ["small.html", "picture.png"])
def test_what_is_small_or_no_text_has_none(packed: Path, name: str) -> None:
    assert [path.name for path in (packed / "www").glob(f"{name}*")] == [name]


def test_the_site_itself_is_left_as_it_was(packed: Path, site: Path) -> None:
    assert [path for path in site.rglob("*") if path.suffix in {".gz", ".br"}] == []


def test_making_it_again_gives_the_same_bytes(packed: Path, site: Path, tmp_path: Path) -> None:
    pack(ROOT, site, tmp_path / "again")
    files = [path.relative_to(packed) for path in packed.rglob("*") if path.is_file()]
    assert [one for one in files if (packed / one).read_bytes() != (tmp_path / "again" / one).read_bytes()] == []


def test_a_page_that_the_policy_would_block_leaves_the_old_one_as_it_was(packed: Path, site: Path) -> None:
    (site / "index.html").write_text('<a onclick="x()">a</a>', encoding="utf-8")
    with pytest.raises(Blocked):
        pack(ROOT, site, packed)
    assert (packed / "www/index.html").read_text(encoding="utf-8") == PAGE
    assert [path.name for path in packed.parent.iterdir() if path.name.endswith(".new")] == []


@pytest.mark.parametrize("english", [True, False])
def test_addresses_under_en_get_the_english_page_where_there_is_one(site: Path, tmp_path: Path, english: bool) -> None:
    if not english:
        (site / "en/404.html").unlink()
    pack(ROOT, site, tmp_path / "deploy")
    assert ('"/en"' in (tmp_path / "deploy/nginx/maps.conf").read_text(encoding="utf-8")) is english
