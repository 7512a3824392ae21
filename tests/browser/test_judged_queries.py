"""What people type leads to what they would be glad to find: the judged queries, asked of the engine in the browser.

`make bench-search` types them into the search box one by one and tells more; here only the goals are held.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest
from surfing import NewPage, Sitemap

SEARCH = Path(__file__).parents[1] / "search"
sys.path.insert(0, str(SEARCH))

from judged import SETS, Score, judged, place_of  # noqa: E402  # beside the benchmark, which needs them too

LEAST = {"queries": {"da": 60, "en": 40}, "held out": {"da": 30, "en": 20}}
_ASK = """queries => queries.map(query =>
  tbSearch.find(query).hits.slice(0, 50).map(hit => "/" + tbSearch.index.entries[hit.entry][3]))"""


def test_what_is_found_first_is_an_answer(new_page: NewPage, sitemap: Sitemap, built_site: Path, language: str) -> None:
    page = new_page(sitemap.address("/?q=falck", language))
    page.locator(".tb-hit").first.wait_for()
    entries = json.loads((built_site / "kb.json").read_text(encoding="utf-8"))["entries"]
    ids = {entry["url"][language]: entry["id"] for entry in entries}
    queries = [one for name in SETS for one in judged(name) if one.language == language]
    found = [[ids[url] for url in urls] for urls in page.evaluate(_ASK, [one.query for one in queries])]
    places = [place_of(one.answers, some) for one, some in zip(queries, found, strict=True)]
    score = Score.of(places, sum(not some for some in found))
    assert score.success_3 >= 0.95 and score.mrr >= 0.85 and score.empty <= 0.01, score


@pytest.mark.parametrize("name", SETS)
def test_every_answer_is_an_entry(name: str, built_site: Path) -> None:
    entries = json.loads((built_site / "kb.json").read_text(encoding="utf-8"))["entries"]
    assert {answer for one in judged(name) for answer in one.answers} <= {entry["id"] for entry in entries}


@pytest.mark.parametrize("name", SETS)
def test_there_are_queries_enough_of_every_kind(name: str) -> None:
    counts = Counter(one.language for one in judged(name))
    kinds = Counter((one.language, one.kind) for one in judged(name))
    assert all(counts[language] >= least for language, least in LEAST[name].items())
    assert min(kinds.values()) >= 3
