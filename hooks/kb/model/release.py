"""A release of the base: when it came, and what it brings."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kb.values import Part, PastDate, Text


class Release(Part):
    """One item of data/releases.yml; the entries it held stand in releases/<version>.json."""

    version: Annotated[str, Field(pattern=r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$")]
    date: PastDate
    text: Annotated[list[Text], Field(min_length=1)]
