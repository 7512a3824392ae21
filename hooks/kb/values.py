"""The values that entries are made of: texts, addresses, dates, references to other entries.

Validation takes a context (`Known`): the ids that exist and what site.yml demands. A value that breaks a rule
raises a PydanticCustomError whose type is a rule of kb.messages and whose context holds the facts to tell.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from kb import prose
from kb.problems import Locale, near

OWN = "own"  # the source of what a host adds from its own experience
GENERAL = "general"  # the source of a glossary term that stands in none of the documents


@dataclass(frozen=True)
class Known:
    """What a value is checked against.

    Every id with its kind, today's date, whether English is required, the project's folder (for files it names),
    present ids by those they had before, and whether it is a host's own addition.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    today: datetime.date = datetime.date.max
    require_english: bool = True
    root: Path | None = None
    renamed: dict[str, str] = field(default_factory=dict)
    own: bool = False


def _known(info: ValidationInfo) -> Known:
    return info.context if isinstance(info.context, Known) else Known()


def fail(rule: str, **facts: object) -> PydanticCustomError:
    return PydanticCustomError(rule, "{rule}", {"rule": rule, **{k: str(v) for k, v in facts.items()}})


# -- Values ---------------------------------------------------------------


def _prose(value: str, info: ValidationInfo) -> str:
    value = _plain(value)
    if known := _known(info).kinds:
        for target in prose.ids_linked_in(value):
            if present := _known(info).renamed.get(target):
                value = value.replace(f"]({target})", f"]({present})")
            elif target not in known:
                raise fail("unknown-reference", found=target, expected="@any-entry", suggestion=near(target, known))
    return value


def _plain(value: str) -> str:
    if not value.strip():
        raise fail("empty-text")
    if found := prose.fault_in(value):
        raise fail(found[0], found=found[1])
    return " ".join(value.split())


def _english(value: str | None, info: ValidationInfo) -> str | None:
    if value is None and _known(info).require_english:
        raise fail("missing-english")
    return None if value is None else _prose(value, info)


def _english_slug(value: str | None, info: ValidationInfo) -> str | None:
    if value is None and _known(info).require_english:
        raise fail("missing-english")
    return None if value is None else _slug(value)


def _address(value: str) -> str:
    if not prose.ADDRESS.fullmatch(value):
        raise fail("address", found=value)
    return value


def _mail(value: str) -> str:
    if not prose.MAIL.fullmatch(value):
        raise fail("mail", found=value)
    return value


def _phone(value: str) -> str:
    value = " ".join(value.split())
    if not prose.PHONE.fullmatch(value) or not 3 <= sum(sign.isdigit() for sign in value) <= 15:
        raise fail("phone", found=value)
    return value


def _colour(value: str) -> str:
    if not prose.COLOUR.fullmatch(value):
        raise fail("colour", found=value)
    return value.lower()


def _slug(value: str) -> str:
    if not prose.SLUG.fullmatch(value) or len(value) > 60:
        raise fail("slug-form", found=value)
    return value


def _past(value: datetime.date, info: ValidationInfo) -> datetime.date:
    if value > _known(info).today:
        raise fail("future-date", found=value.isoformat())
    return value


def _refers_to(*kinds: str) -> Callable[[str, ValidationInfo], str]:
    def check(value: str, info: ValidationInfo) -> str:
        known = _known(info).kinds
        value = _known(info).renamed.get(value, value)
        expected = ", ".join(f"@{kind}" for kind in kinds) or "@any-entry"
        if not known:
            return value
        if value not in known:
            fitting = [i for i, kind in known.items() if not kinds or kind in kinds]
            raise fail("unknown-reference", found=value, expected=expected, suggestion=near(value, fitting))
        if kinds and known[value] not in kinds:
            raise fail("wrong-kind", found=value, kind="@" + known[value], expected=expected)
        return value

    return check


@dataclass(frozen=True)
class Form:
    """What a value looks like to who writes it: its form, and the kinds of entry that it may name (none: any)."""

    name: str
    kinds: tuple[str, ...] = ()


Prose = Annotated[str, Form("prose"), AfterValidator(_prose)]
Plain = Annotated[str, Form("plain"), AfterValidator(_plain)]
Address = Annotated[str, Form("address"), AfterValidator(_address)]
Mail = Annotated[str, Form("mail"), AfterValidator(_mail)]
Phone = Annotated[str, Form("phone"), AfterValidator(_phone)]
Colour = Annotated[str, Form("colour"), AfterValidator(_colour)]
Slug = Annotated[str, Form("slug"), AfterValidator(_slug)]
PastDate = Annotated[datetime.date, AfterValidator(_past)]
AnyRef = Annotated[str, Form("ref"), AfterValidator(_refers_to())]
ThemeRef = Annotated[str, Form("ref", ("theme",)), AfterValidator(_refers_to("theme"))]
SeriesRef = Annotated[str, Form("ref", ("series",)), AfterValidator(_refers_to("series"))]
OrganisationRef = Annotated[str, Form("ref", ("organisation",)), AfterValidator(_refers_to("organisation"))]
ReferenceRef = Annotated[str, Form("ref", ("reference",)), AfterValidator(_refers_to("reference"))]
SourceRef = Annotated[str, Form("ref", ("source",)), AfterValidator(_refers_to("source"))]
GuideRef = Annotated[str, Form("ref", ("guide",)), AfterValidator(_refers_to("guide"))]
_RELATEDREF = ("theme", "balance", "case", "guide")
RelatedRef = Annotated[str, Form("ref", _RELATEDREF), AfterValidator(_refers_to(*_RELATEDREF))]
_NOTEREF = ("theme", "balance", "case", "finding", "question", "action", "example")
NoteRef = Annotated[str, Form("ref", _NOTEREF), AfterValidator(_refers_to(*_NOTEREF))]
_VOICEREF = ("balance", "guide")
VoiceRef = Annotated[str, Form("ref", _VOICEREF), AfterValidator(_refers_to(*_VOICEREF))]
_PARTREF = ("guide", "statistic", "voice", "question")
PartRef = Annotated[str, Form("ref", _PARTREF), AfterValidator(_refers_to(*_PARTREF))]
_RESEARCHREF = ("finding", "statistic")
ResearchRef = Annotated[str, Form("ref", _RESEARCHREF), AfterValidator(_refers_to(*_RESEARCHREF))]
_HELPREF = ("theme", "balance", "case")
HelpRef = Annotated[str, Form("ref", _HELPREF), AfterValidator(_refers_to(*_HELPREF))]
CaseRef = Annotated[str, Form("ref", ("case",)), AfterValidator(_refers_to("case"))]


class Part(BaseModel):
    """Anything in the data. Frozen, strict types, no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Text(Part):
    """A text in both languages; English may be missing only where site.yml does not require it."""

    da: Prose
    en: Annotated[str | None, Field(validate_default=True), AfterValidator(_english)] = None

    def get(self, locale: Locale) -> str:
        """The text in a language, Danish where the English is missing."""
        return self.en if locale == "en" and self.en is not None else self.da

    def shown_in(self, locale: Locale) -> Locale:
        """The language that `get` answers in."""
        return "en" if locale == "en" and self.en is not None else "da"


def _one_to_three(value: list[Text]) -> list[Text]:
    # Not as bounds of the field: those would leave the texts themselves unread.
    if not 1 <= len(value) <= 3:
        raise fail("how-many", found=len(value), expected="1 @to 3")
    return value


# What can be read in 20 seconds.
Summary = Annotated[list[Text], AfterValidator(_one_to_three)]


class Slugs(Part):
    """The last part of an address in both languages; English may be missing where English texts may."""

    da: Slug
    en: Annotated[str | None, Field(validate_default=True), AfterValidator(_english_slug)] = None

    def get(self, locale: Locale) -> str:
        """The slug in a language, the Danish one where the English is missing."""
        return self.en if locale == "en" and self.en is not None else self.da


class Words(Part):
    """Lists of single words or names per language."""

    da: list[Plain] = []
    en: list[Plain] = []

    def get(self, locale: Locale) -> list[str]:
        return self.en if locale == "en" else self.da


def _places(value: Any, info: ValidationInfo) -> Any:
    if value == GENERAL or (value == OWN and _known(info).own):
        return {}
    if value == {} or (isinstance(value, dict) and [] in value.values()):
        raise fail("empty-text")
    if isinstance(value, dict):
        return {source: place if isinstance(place, list) else [place] for source, place in value.items()}
    return value


def _checked(value: Any) -> Any:
    return None if value == "never" else value


# Source id → places in it, in the order of the file; empty for common knowledge (`source: general`) and for what a
# host adds from its own experience (`source: own`).
Places = Annotated[dict[SourceRef, list[Plain]], Form("places"), BeforeValidator(_places)]
# The day an address was last tried; None for "never".
Checked = Annotated[PastDate | None, Form("checked"), BeforeValidator(_checked)]
