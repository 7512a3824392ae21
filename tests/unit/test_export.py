"""JSON for machines, written the quick way."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kb.export import as_json

LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(LEAVES, lambda some: st.lists(some) | st.dictionaries(st.text(), some))


@given(VALUES)
def test_it_is_what_json_writes_with_a_line_a_value(value: Any) -> None:
    assert as_json(value) == json.dumps(value, ensure_ascii=False, indent=1) + "\n"
