"""What a host has not told yet: warnings, for a site works without it."""

from __future__ import annotations

from collections.abc import Iterator

from kb.data import Data
from kb.load import Document
from kb.model import is_own_address
from kb.problems import Problem, problem

# What a host should tell of itself, and what it is for (words of kb.messages).
_EXPECTED = {
    "phone": "@host-phone",
    "mail": "@host-mail",
    "logo": "@host-logo",
    "accessibility_statement": "@host-statement",
}


def address_is_real(data: Data) -> Iterator[Problem]:
    """Warns of a base address that is still the example."""
    for document in _settings(data):
        address = document.value.get("base_address")
        if isinstance(address, str) and not is_own_address(address):
            yield problem(document.where("base_address"), "example-address", "", "warning", found=address)


def host_tells_of_itself(data: Data) -> Iterator[Problem]:
    """Warns where a host is named without phone, mail, logo, accessibility statement or anyone to turn to."""
    for document in _settings(data):
        host = document.value.get("host")
        if not isinstance(host, dict):
            continue
        for name, purpose in _EXPECTED.items():
            if host.get(name) is None:
                facts: dict[str, object] = {"found": name, "purpose": purpose}
                yield problem(document.where("host"), "host-lacks", "", "warning", **facts)
        if not document.value.get("help"):
            at = "help" if "help" in document.value else "host"
            yield problem(document.where(at), "no-help", "", "warning")


def _settings(data: Data) -> Iterator[Document]:
    for document in data.documents:
        if document.path == "data/site.yml" and isinstance(document.value, dict):
            yield document
