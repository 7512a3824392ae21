"""The pages that are measured: six kinds, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from surfing import Sitemap

# By their Danish address; the first kind is held to the tightest budget.
KINDS = {
    "theme": "/temaer/private/tidspres/",
    "front": "/",
    "examples": "/eksempler/",
    "balance": "/maal-med-mening/balancer/incitamenter-eller-laering/",
    "dialogue": "/dialog/",
    "about": "/om/",
}
LANGUAGES = ("da", "en")


@dataclass(frozen=True)
class Place:
    """A page to measure; `path` begins with a slash. Ours and stock have the same addresses."""

    kind: str
    language: str
    path: str


def places(site: Path, kinds: list[str], languages: list[str]) -> list[Place]:
    """The pages asked for, as our built site has them."""
    sitemap = Sitemap.of(site)
    return [Place(kind, one, sitemap.address(KINDS[kind], one)) for kind in kinds for one in languages]
