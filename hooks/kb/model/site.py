"""What a host of the site decides, and the words of the interface."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, model_validator

from kb.colours import FIELDS, thin_contrasts
from kb.logo import fault_in_logo
from kb.problems import LOCALES, Locale
from kb.values import (
    Address,
    CaseRef,
    Colour,
    HelpRef,
    Known,
    Mail,
    Part,
    Phone,
    Plain,
    Text,
    ThemeRef,
    fail,
)

EXAMPLE_HOST = "trivselsbasen.example"  # in the address that the public edition stands with; no site is there


def _usable(value: str, info: ValidationInfo) -> str:
    root = info.context.root if isinstance(info.context, Known) else None
    if root is not None and (fault := fault_in_logo(root, value)):
        raise fail("logo", found=value, reason=fault)
    return value


def _has_a_place(value: bool, info: ValidationInfo) -> bool:
    if value and info.data.get("editor_repository", "") is None:
        raise fail("editor-repository")
    return value


def _enough_contrast(value: str, info: ValidationInfo) -> str:
    for ground, ratio in thin_contrasts(value):
        # Rounded down: 4.499 is not enough and must not be told as 4.5.
        raise fail("contrast", found=value, ground=ground, ratio=f"{int(ratio * 100) / 100:.2f}:1")
    return value


def _written(value: Any) -> Any:
    # An unquoted #rrggbb is a comment to YAML and leaves nothing behind.
    if value is None:
        raise fail("colour", found="")
    return value


def _in_order(value: list[Locale]) -> list[Locale]:
    if "da" not in value or len(set(value)) < len(value):
        raise fail("languages", found=", ".join(value))
    return [locale for locale in LOCALES if locale in value]


Languages = Annotated[list[Locale], AfterValidator(_in_order)]
Logo = Annotated[Plain, AfterValidator(_usable)]
ShownColour = Annotated[Colour | None, AfterValidator(_enough_contrast), BeforeValidator(_written)]


class Host(Part):
    """The organisation that provides the site. The logo is read out as its name."""

    name: Plain
    logo: Logo | None = None
    phone: Phone | None = None
    mail: Mail | None = None
    accessibility_statement: Address | None = None


class Colours(Part):
    """Colours of the host's own in the light scheme; all others follow from them (kb.colours)."""

    brand: ShownColour = None
    private: ShownColour = None
    public: ShownColour = None
    guide: ShownColour = None

    def given(self) -> dict[str, str]:
        """Those that are set, by name."""
        return {name: colour for name in FIELDS if (colour := getattr(self, name)) is not None}


class Help(Part):
    """Who to turn to here. `themes` are the themes, balances and cases that show it; without it, every theme does."""

    role: Text
    name: Plain | None = None
    phone: Phone | None = None
    mail: Mail | None = None
    address: Address | None = None
    note: Text | None = None
    themes: Annotated[list[HelpRef], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _can_be_reached(self) -> Help:
        if not (self.phone or self.mail or self.address or self.note):
            raise fail("help-contact")
        return self


class Site(Part):
    """data/site.yml: what a host of the site decides."""

    name: Text
    tagline: Text
    description: Text
    base_address: Address
    languages: Languages = ["da", "en"]
    host: Host | None = None
    colours: Colours = Colours()
    help: list[Help] = []
    repository: Address | None = None
    repository_link: Annotated[str, Field(pattern=r"^\{repository\}/")] = "{repository}/blob/main/{path}#L{line}"
    mail: Mail | None = None
    local: Plain = "local"
    require_english: bool
    status_fails: list[Literal["missing", "stale", "unrecorded", "overdue", "soon", "unreviewed"]] = []
    editor_repository: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$")] | None = None
    editor_branch: Annotated[str, Field(pattern=r"^[A-Za-z0-9._/-]+$")] = "main"
    editor_sign_in: Address | None = None
    editor: Annotated[bool, AfterValidator(_has_a_place)] = False
    front_case: CaseRef
    front_themes: list[ThemeRef] = []
    danish_names: list[Plain] = []

    @property
    def has_own_address(self) -> bool:
        """Whether the base address is a real one, which a code or a line on paper may lead to."""
        return is_own_address(self.base_address)


def is_own_address(address: str) -> bool:
    """Whether an address is another than the example that the public edition stands with."""
    try:
        return urlsplit(address).hostname != EXAMPLE_HOST
    except ValueError:  # no address at all
        return True


Interface = dict[str, Text]
