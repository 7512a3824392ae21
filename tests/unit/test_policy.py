"""The content security policy: made from the pages, and strict."""

from __future__ import annotations

import base64
import hashlib

import pytest

from kb.deploy.policy import Blocked, policy_of


def parts(html: str) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in policy_of({"index.html": html}).split("; "))


def hash_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_an_inline_script_is_allowed_by_its_hash() -> None:
    assert (
        parts("<script>let a = 1 < 2 && 'æ'</script>")["script-src"]
        == f"'self' {hash_of('let a = 1 < 2 && ' + chr(39) + 'æ' + chr(39))}"
    )


def test_the_same_script_on_many_pages_is_allowed_once() -> None:
    assert policy_of({"a": "<script>x</script>", "b": "<script>x</script>"}).count("sha256-") == 1


@pytest.mark.parametrize(
    "html", ['<script src="a.js"></script>', '<script type="application/ld+json">{"a": 1}</script>']
)
def test_what_is_a_file_or_data_needs_no_hash(html: str) -> None:
    assert parts(html)["script-src"] == "'self'"


def test_a_style_attribute_is_allowed_by_its_hash_and_no_other() -> None:
    assert parts('<i style="--v:81%"></i>')["style-src-attr"] == f"'unsafe-hashes' {hash_of('--v:81%')}"


def test_pages_without_style_attributes_allow_none() -> None:
    assert "style-src-attr" not in parts("<p>a</p>")


@pytest.mark.parametrize("html", ['<a onclick="x()">a</a>', "<style>p { color: red }</style>", "<body onload=x()>"])
def test_what_no_hash_can_allow_is_told_with_its_page(html: str) -> None:
    with pytest.raises(Blocked, match=r"index\.html"):
        policy_of({"index.html": html})
