"""What a host of the site decides, and the words of the interface."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kb.values import (
    Address,
    CaseRef,
    Mail,
    Part,
    Plain,
    Text,
    ThemeRef,
)


class Site(Part):
    """data/site.yml: what a host of the site decides."""

    name: Text
    tagline: Text
    description: Text
    base_address: Address
    repository: Address | None = None
    repository_link: Annotated[str, Field(pattern=r"^\{repository\}/")] = "{repository}/blob/main/{path}#L{line}"
    mail: Mail | None = None
    require_english: bool
    front_case: CaseRef
    front_themes: list[ThemeRef] = []
    danish_names: list[Plain] = []


Interface = dict[str, Text]
