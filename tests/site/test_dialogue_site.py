"""The dialogue tool as it is served: small, on its own page alone, with its published form."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from crawl import Site

LIMIT = 40_000  # bytes, compressed: script and style


def test_script_and_style_are_small(built_site: Path) -> None:
    files = [*built_site.glob("assets/dialogue.*.js"), *built_site.glob("assets/dialogue.*.css")]
    assert len(files) == 2
    assert sum(len(gzip.compress(one.read_bytes())) for one in files) < LIMIT


def test_its_parts_are_not_served_beside_it(built_site: Path) -> None:
    assert not (built_site / "assets/dialogue").exists()


def test_only_its_own_pages_load_it(site: Site) -> None:
    loading = {page.path for page in site.pages.values() if any("assets/dialogue." in src for src in page.loaded)}
    assert loading == {"dialog/", "en/dialogue/"}


def test_its_form_stands_at_the_root(built_site: Path) -> None:
    form = json.loads((built_site / "dialogue.schema.json").read_text(encoding="utf-8"))
    assert form["properties"]["format"] == {"const": "trivselsbasen-dialogue"}


def test_themes_balances_and_the_booklet_lead_into_it(site: Site) -> None:
    leading = {href.partition("?use=")[2] for page in site.pages.values() for href in page.hrefs if "?use=" in href}
    kb = json.loads((site.root / "kb.json").read_text(encoding="utf-8"))
    topics = {one["id"] for one in kb["entries"] if one["kind"] in {"theme", "balance"}} | {"maal-med-mening"}
    assert leading == topics
