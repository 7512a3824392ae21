"""Texts that try to be more than words, put into a whole base."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kb.editing.canonical import canonical
from kb.layout import file_kind
from kb.load import Document, read_folder

ALLOWED = "\" onmouseover=\"window.hurt=1\" ' onfocus='window.hurt=1' javascript:window.hurt=1 %3Cscript%3E &"
LONG = "Uendeligtlangtord" * 3


def in_every_text(value: Any, words: str, texts: tuple[str, ...] = ("da", "en")) -> Any:
    """A document with words at the end of every text that stands in two languages."""
    if isinstance(value, list):
        return [in_every_text(one, words) for one in value]
    if not isinstance(value, dict):
        return value
    if value and set(value) <= set(texts) and all(isinstance(one, str) for one in value.values()):
        return {locale: f"{text} {words}" for locale, text in value.items()}
    # An address is no text; and figures must stay as they are to stand in the text.
    return {key: one if key in {"slug", "figures"} else in_every_text(one, words) for key, one in value.items()}


def make_odd(root: Path) -> None:
    """Lets every text under data/ end in words that are allowed and odd."""
    documents, _ = read_folder(root)
    for document in documents:
        file = file_kind(document.role)
        assert file is not None
        if document.path not in {"data/interface.yml", "data/releases.yml"}:
            value = in_every_text(document.value, f"{ALLOWED} {LONG}")
            if document.path == "data/site.yml":  # its name stands beside the buttons at the top of a phone
                value["name"] = document.value["name"]
            text = canonical(Document(document.path, value, role=document.role), file)
            (root / document.path).write_text(text, encoding="utf-8")
