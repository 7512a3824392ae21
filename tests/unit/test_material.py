"""Material 9.8.1 puts switches without a name into every page. Ours have a frame of their own, overrides/main.html.

When one of these tests fails, Material has mended it: that reason for a frame of our own is gone."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest
from lxml import html

TEMPLATES = Path(material.__file__).parent / "templates"
_JINJA = re.compile(r"{%.*?%}|{#.*?#}", re.DOTALL)


def nameless(template: str) -> set[str]:
    """The switches and labels of a template that have neither text nor a name: "input __drawer", "label __search"."""
    text = _JINJA.sub("", (TEMPLATES / template).read_text(encoding="utf-8"))
    controls = html.fromstring(f"<div>{text}</div>").xpath("//input[@type='checkbox'] | //label")
    return {
        f"{one.tag} {one.get('id') or one.get('for')}"
        for one in controls
        if not one.get("aria-label") and not one.get("title") and not one.text_content().strip()
    }


@pytest.mark.parametrize(
    ("template", "lacking"),
    [
        ("base.html", {"input __drawer", "input __search", "label __drawer"}),  # the overlay is a label without text
        ("partials/header.html", {"label __drawer", "label __search"}),  # icons alone
        ("partials/search.html", {"label __search"}),
    ],
)
def test_materials_controls_are_still_without_names(template: str, lacking: set[str]) -> None:
    assert nameless(template) >= lacking
