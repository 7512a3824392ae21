"""What the unit tests share: the miniature knowledge base."""

from __future__ import annotations

from pathlib import Path

import pytest
from minibase import MiniBase


@pytest.fixture
def mini(tmp_path: Path) -> MiniBase:
    """A small knowledge base without any fault, free to be changed."""
    return MiniBase(tmp_path)
