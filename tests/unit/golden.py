"""Outputs that are stored beside the tests. `BLESS=1 pytest tests/unit` accepts what is now."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def same_as(stored: str, found: str) -> bool:
    """Whether a text is that of a stored file. The assertion below shows the difference."""
    file = FOLDER / stored
    if os.environ.get("BLESS"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(found, encoding="utf-8", newline="\n")
    expected = file.read_text(encoding="utf-8") if file.is_file() else ""
    assert found.splitlines() == expected.splitlines(), f"{stored} differs; if that is meant: BLESS=1 pytest tests/unit"
    return True
