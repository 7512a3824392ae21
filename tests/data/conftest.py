"""What the tests of the real data share: data/ as it stands, read, checked and linked."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from inventory import Place

from kb.checks import check
from kb.data import Data, read
from kb.links import KnowledgeBase, link
from kb.model import Entry, Organisation, Part, Source, Term

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def data() -> Data:
    return read(ROOT)


@pytest.fixture(scope="session")
def kb(data: Data) -> KnowledgeBase:
    faults = [problem.tell("en") for problem in check(data) if problem.level == "fault"]
    assert faults == [], "the other tests need data without faults"
    return link(data)


@pytest.fixture(scope="session")
def retold(kb: KnowledgeBase) -> dict[Place, list[str]]:
    """The entries that retell each place. Organisations and terms only draw on places that others retell."""
    found: dict[Place, list[str]] = defaultdict(list)
    for entry in kb.all(Entry):
        if not isinstance(entry, Organisation | Term):
            for source, places in entry.source.items():
                for place in places:
                    found[source, place].append(entry.id)
    return found


@pytest.fixture(scope="session")
def named(kb: KnowledgeBase) -> set[Place]:
    """Every place that an entry, or a paragraph, pole, person or figure inside it, names as its source."""
    found: set[Place] = set()
    for entry in kb.entries.values():
        if not isinstance(entry, Organisation | Term | Source):
            found |= _named_in(entry)
    return found


def _named_in(part: Part) -> set[Place]:
    found: set[Place] = set()
    for name in type(part).model_fields:
        value = getattr(part, name)
        if name == "source":
            found |= {(source, place) for source, places in (value or {}).items() for place in places}
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Part):
                found |= _named_in(inner)
    return found
