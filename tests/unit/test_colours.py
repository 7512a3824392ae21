"""Whatever colours a host may set, every pair of colours in use keeps its contrast, in both schemes."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cases import SITE, hosted
from minibase import MiniBase

from kb.colours import (
    DARK,
    FIELDS,
    LIGHT,
    SECTORS,
    Scheme,
    brief_ground,
    contrast,
    dark_scheme,
    light_scheme,
    palette,
    style_sheet,
    thin_contrasts,
)

LOOK = Path(__file__).parents[2] / "overrides/assets/look.css"


def colour(hue: int, lightness: float, saturation: float) -> str:
    return "#" + "".join(f"{round(255 * c):02x}" for c in colorsys.hls_to_rgb(hue / 360, lightness, saturation))


ALL = {colour(hue, tenth / 10, s) for hue in range(0, 360, 30) for tenth in range(7) for s in (0, 0.5, 1)}
ALLOWED = sorted(one for one in ALL if not thin_contrasts(one))
SETTINGS = [
    *(dict.fromkeys(FIELDS, one) for one in ALLOWED),
    *({name: one} for one in ALLOWED[::5] for name in FIELDS),
]


def texts(scheme: Scheme) -> Iterator[tuple[str, str]]:
    """Every (ink, ground) of text."""
    plain = ("paper", "surface", "sand", "mark", "sun-1", "sun-2", "brand-tint")
    for ink in ("ink", "ink-2", "link"):
        yield from ((ink, ground) for ground in plain if (ink, ground) != ("ink-2", "mark"))
        yield from ((ink, f"{sector}-tint") for sector in SECTORS)
    for sector in SECTORS:
        yield from ((sector, ground) for ground in ("paper", "surface", "brand-tint", f"{sector}-tint"))
        yield "on-accent", sector
    yield from (("brand", ground) for ground in ("paper", "surface"))
    yield from (("on-brand", ground) for ground in ("brand", "brand-2"))
    yield from ((ink, "band") for ink in ("on-band", "on-band-2", "amber"))
    if scheme["paper"] == DARK["paper"]:
        yield from ((ink, f"brief-{sector}") for sector in SECTORS for ink in ("ink", "ink-2", "link", sector))
        yield from (("ink", f"{sector}-edge") for sector in SECTORS)


def parts(scheme: Scheme) -> Iterator[tuple[str, str]]:
    """Every (mark, ground) of what is no text: icons, bars, lines under a chosen word."""
    yield from (("brand", ground) for ground in ("sand", "mark", "sun-1", "sun-2"))
    yield from ((sector, ground) for sector in SECTORS for ground in ("sand", "sun-1"))


def too_thin(scheme: Scheme) -> list[tuple[str, str, float]]:
    shown = scheme | {f"brief-{sector}": brief_ground(scheme[f"{sector}-tint"]) for sector in SECTORS}
    pairs = [*((pair, 4.5) for pair in texts(scheme)), *((pair, 3.0) for pair in parts(scheme))]
    found = [(a, b, contrast(shown[a], shown[b]), least) for (a, b), least in pairs]
    return [(a, b, round(ratio, 2)) for a, b, ratio, least in found if ratio < least]


@pytest.mark.parametrize("scheme", [light_scheme, dark_scheme])
def test_every_pair_keeps_its_contrast(scheme: Callable[[dict[str, str]], Scheme]) -> None:
    thin = {str(given): found for given in SETTINGS if (found := too_thin(scheme(given)))}
    assert thin == {}


def test_the_contrast_is_that_of_wcag() -> None:
    assert (contrast("#000000", "#ffffff"), round(contrast("#767676", "#ffffff"), 2)) == (21, 4.54)


def test_what_no_host_sets_stays_as_it_is() -> None:
    assert (light_scheme({}), dark_scheme({})) == (LIGHT, DARK)


def test_a_light_colour_is_shown_as_the_host_gave_it() -> None:
    given = {"brand": "#7a1f5c", "private": "#8a4b00", "public": "#00627a", "guide": "#5b3fa0"}
    assert {name: light_scheme(given)[name] for name in given} == given


@pytest.mark.parametrize("hue", range(0, 360, 60))
def test_the_dark_scheme_keeps_the_hue(hue: int) -> None:
    red, green, blue = (int(dark_scheme({"public": colour(hue, 0.2, 0.6)})["public"][i : i + 2], 16) for i in (1, 3, 5))
    assert abs((colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)[0] * 360 - hue + 180) % 360 - 180) < 3


# -- The style sheet


def tokens(css: str) -> list[dict[str, str]]:
    """The tokens of each rule of a style sheet that sets some."""
    rules = [re.findall(r"--tb-([\w-]+): (#[0-9a-f]{6});", rule) for rule in css.split("}")]
    return [dict(rule) for rule in rules if rule]


def test_the_usual_colours_are_those_of_the_style_sheet() -> None:
    light, dark = tokens(LOOK.read_text(encoding="utf-8"))[:2]
    assert {name: light.get(name) for name in LIGHT} == LIGHT
    assert {name: dark.get(name) for name in DARK} == DARK


def test_both_schemes_set_the_same_tokens() -> None:
    light, dark = tokens(style_sheet({"brand": "#7a1f5c"}))
    assert light.keys() == dark.keys()


def test_the_dark_scheme_is_for_screens_alone() -> None:
    assert style_sheet({"guide": "#5b3fa0"}).index("@media screen") < style_sheet({"guide": "#5b3fa0"}).index("slate")


# -- For print


def test_the_palette_of_the_public_edition_is_that_of_its_pages(mini: MiniBase) -> None:
    found = palette(mini.linked().site)
    assert found == {name: LIGHT[name] for name in found}


def test_the_palette_holds_what_the_host_has_set(mini: MiniBase) -> None:
    site = hosted(mini, "#12494e", "#7A1F5C").linked().site
    assert (palette(site)["brand"], palette(site)["guide"]) == ("#7a1f5c", LIGHT["guide"])


def test_a_colour_written_without_quotation_marks_is_told(mini: MiniBase) -> None:
    hosted(mini, '{brand: "#12494e"}', "\n  brand: #12494e\n  guide: #963f1e")
    assert [(p.rule, p.where.line) for p in mini.problems()] == [
        ("colour", mini.line_of(SITE, "brand:")),
        ("colour", mini.line_of(SITE, "guide:")),
    ]
