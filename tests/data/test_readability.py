"""The texts can be read by those they are for."""

from __future__ import annotations

from pathlib import Path

from kb.links import KnowledgeBase
from kb.pages import site_map
from kb.standing.reading import MOST_LIX, median_of, readings
from kb.written import written_pages

ROOT = Path(__file__).parents[2]


def test_the_median_lix_of_the_site_is_at_most_45(kb: KnowledgeBase) -> None:
    written, _ = written_pages(ROOT / "docs", kb.languages)
    middle = median_of(readings(kb, site_map(kb, written), ROOT), "da")
    assert MOST_LIX == 45 and middle is not None and middle <= MOST_LIX
