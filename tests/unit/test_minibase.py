"""The miniature knowledge base, on which the other tests stand, is whole."""

from __future__ import annotations

from minibase import MiniBase

from kb.model import KINDS


def test_it_has_neither_fault_nor_warning(mini: MiniBase) -> None:
    assert mini.told("en") == []


def test_it_has_an_entry_of_every_kind(mini: MiniBase) -> None:
    # Notes are a host's own alone: see test_own.
    assert {item.kind for item in mini.data().items} == set(KINDS.values()) - {"note"}
