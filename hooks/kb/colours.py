"""The colours that a host may set, and all that follow from them.

A host gives a colour for the light scheme. Its tint and edge, the links and the dark scheme's colours are mixed from
it, each as far as every pair in use keeps its contrast (WCAG 2.2: 4.5 for text, 3 for what is no text). The grounds
and inks are those of look.css; tests hold the two together.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.model import Site

SECTORS = ("private", "public", "guide")
FIELDS = ("brand", *SECTORS)

TEXT, PART = 4.5, 3.0  # the least contrast of text, and of a part that is not text

WHITE, BLACK = "#ffffff", "#000000"
LIGHT = {
    "paper": "#fbf8f2", "surface": WHITE, "sand": "#f3ecdf", "ink": "#1c2b2d", "ink-2": "#4b5858", "link": "#0b5a62",
    "brand": "#12494e", "brand-2": "#0b3236", "brand-tint": "#e1edea", "on-brand": WHITE,
    "band": "#12494e", "on-band": WHITE, "on-band-2": "#d5e5e2", "band-edge": "#3a6f73",
    "amber": "#f2b84b", "mark": "#ffe6a3", "sun-1": "#f9f0e2", "sun-2": "#f8e9d2",
    "private": "#1d5591", "private-tint": "#e7eff8", "private-edge": "#b7cee6",
    "public": "#3a6526", "public-tint": "#ebf2e2", "public-edge": "#c1d5b1",
    "guide": "#963f1e", "guide-tint": "#faecde", "guide-edge": "#e8c8ad", "on-accent": WHITE,
}  # fmt: skip
DARK = {
    "paper": "#151c1d", "surface": "#1e2728", "sand": "#1a2223", "ink": "#f0ebe2", "ink-2": "#b9c0bb",
    "link": "#8fd1c8", "brand": "#8fd1c8", "brand-2": "#b5e3dc", "brand-tint": "#1d3030", "on-brand": "#0d2123",
    "band": "#12383b", "on-band": "#f4f0e8", "on-band-2": "#c3d6d2", "band-edge": "#2f5c5f",
    "amber": "#f2b84b", "mark": "#5b4512", "sun-1": "#192323", "sun-2": "#1f2a29",
    "private": "#9fc5ee", "private-tint": "#1a2a3a", "private-edge": "#37536f",
    "public": "#b0d192", "public-tint": "#212d1c", "public-edge": "#455c39",
    "guide": "#f1ae8f", "guide-tint": "#35251d", "guide-edge": "#6d4835", "on-accent": "#12191a",
}  # fmt: skip
Scheme = dict[str, str]


def palette(site: Site) -> dict[str, str]:
    """The light colours as #rrggbb, the host's where set: brand, brand-tint, private, private-tint, private-edge …"""
    names = ["brand", "brand-tint", *(f"{sector}{part}" for sector in SECTORS for part in ("", "-tint", "-edge"))]
    light = light_scheme(site.colours.given())
    return {name: light[name] for name in names}


def style_sheet(given: dict[str, str]) -> str:
    """What of look.css's tokens a host's colours change, in both schemes; loaded after look.css."""
    light, dark = light_scheme(given), dark_scheme(given)
    return (
        "/* The host's colours (data/site.yml) and what follows from them. */\n"
        f":root,\n[data-md-color-scheme] {{\n{_tokens(light)}}}\n"
        f'@media screen {{\n[data-md-color-scheme="slate"] {{\n{_tokens(dark)}}}\n}}\n'
        # An accent may be too light for a highlighted ground.
        ":target :is(.tb-items__n, .tb-sector) { color: var(--tb-ink); }\n"
    )


def thin_contrasts(colour: str) -> list[tuple[str, float]]:
    """The grounds on which a light colour can't be read as text, or white on it: ("paper" #rrggbb, ratio)."""
    found = [(ground, contrast(colour, ground)) for ground in (LIGHT["paper"], WHITE)]
    return [(ground, ratio) for ground, ratio in found if ratio < TEXT]


def light_scheme(given: dict[str, str]) -> Scheme:
    """All light tokens with a host's colours among them."""
    scheme = {**LIGHT, **given}
    accents = [scheme[name] for name in FIELDS]
    for sector in SECTORS:
        if sector in given:
            colour = given[sector]
            scheme[f"{sector}-tint"] = _ground(colour, WHITE, 0.1, [colour, scheme["ink-2"]])
            scheme[f"{sector}-edge"] = mix(colour, WHITE, 0.3)
    if given:  # search results of every sector stand on it
        scheme["brand-tint"] = _ground(scheme["brand"], WHITE, 0.12, [*accents, scheme["ink-2"]])
    if "brand" in given:
        brand = given["brand"]
        scheme["brand-2"] = mix(brand, BLACK, 0.75)
        scheme["band"] = _until(brand, BLACK, TEXT, [scheme["amber"], mix(brand, WHITE, 0.12)])
        scheme["on-band-2"] = mix(brand, WHITE, 0.12)
        scheme["band-edge"] = mix(scheme["band"], WHITE, 0.75)
    if given:
        scheme["link"] = _until(given.get("brand", scheme["link"]), BLACK, TEXT, _grounds(scheme))
    return scheme


def dark_scheme(given: dict[str, str]) -> Scheme:
    """All dark tokens with what follows from a host's light colours among them."""
    scheme = dict(DARK)
    paper = scheme["paper"]
    for name, colour in given.items():
        scheme[name] = _lightened(colour, 7.5, scheme["surface"])
    if "brand" in given:
        scheme["link"] = scheme["brand"]
        scheme["brand-2"] = mix(scheme["brand"], WHITE, 0.65)
        band = mix(given["brand"], paper, 0.6)
        scheme["on-band-2"] = mix(given["brand"], WHITE, 0.15)
        scheme["band"] = _until(band, BLACK, TEXT, [scheme["amber"], scheme["on-band-2"]])
        scheme["band-edge"] = mix(scheme["band"], WHITE, 0.8)
    on_tint = [scheme["ink-2"], scheme["link"]]
    for sector in SECTORS:
        if given:
            colour = given.get(sector, LIGHT[sector])
            if sector in given:
                scheme[f"{sector}-edge"] = _ground(scheme[sector], paper, 0.35, [scheme["ink"]])
            tint = mix(colour, paper, 0.28) if sector in given else scheme[f"{sector}-tint"]
            scheme[f"{sector}-tint"] = _deepened(tint, paper, [*on_tint, scheme[sector]])
    if given:
        on_brand_tint = [*on_tint, *(scheme[name] for name in FIELDS)]
        tint = mix(given["brand"], paper, 0.28) if "brand" in given else scheme["brand-tint"]
        scheme["brand-tint"] = _deepened(tint, paper, on_brand_tint)
        scheme["link"] = _until(scheme["link"], WHITE, TEXT, _grounds(scheme))
    return scheme


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2): 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """A share of a colour, the rest of another."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02x}" for a, b in pairs)


def brief_ground(tint: str) -> str:
    """The card on a dark tint, as look.css mixes it."""
    return mix(tint, WHITE, 0.92)


def _grounds(scheme: Scheme) -> list[str]:
    """Everything that a link may stand on."""
    names = ["paper", "surface", "sand", "mark", "sun-1", "sun-2", "brand-tint", *(f"{s}-tint" for s in SECTORS)]
    return [scheme[name] for name in names]


def _until(colour: str, towards: str, ratio: float, others: Iterable[str]) -> str:
    """A colour mixed towards black or white just as far as it has the contrast with all others."""
    others = list(others)
    for step in range(100):
        found = mix(colour, towards, 1 - step / 100)
        if all(contrast(found, other) >= ratio for other in others):
            return found
    return towards


def _lightened(colour: str, ratio: float, ground: str) -> str:
    """A colour of the same hue, light enough to have the contrast with a dark ground; never glaring."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(c / 255 for c in _channels(colour)))
    for step in range(101):
        parts = colorsys.hls_to_rgb(hue, lightness + (1 - lightness) * step / 100, min(saturation, 0.72))
        found = "#" + "".join(f"{round(255 * part):02x}" for part in parts)
        if contrast(found, ground) >= ratio:
            return found
    return WHITE


def _ground(colour: str, paper: str, most: float, inks: list[str]) -> str:
    """As much of a colour on a paper as lets all inks be read on it."""
    for step in range(100):
        found = mix(colour, paper, most * (1 - step / 100))
        if all(contrast(found, ink) >= TEXT for ink in inks):
            return found
    return paper


def _deepened(tint: str, paper: str, inks: list[str]) -> str:
    """A dark tint, nearer to the paper where that is needed to read all inks on it and on the card on it."""
    for step in range(100):
        found = mix(tint, paper, 1 - step / 100)
        if all(contrast(ground, ink) >= TEXT for ink in inks for ground in (found, brief_ground(found))):
            return found
    return paper


def _tokens(scheme: Scheme) -> str:
    return "".join(f"  --tb-{name}: {colour};\n" for name, colour in scheme.items() if name in _CHANGING)


# All of them in both schemes: what is not set in the second rule would come from the first, which weighs the same.
_CHANGING = {
    "link", "brand", "brand-2", "brand-tint", "band", "on-band-2", "band-edge",
    *(f"{sector}{part}" for sector in SECTORS for part in ("", "-tint", "-edge")),
}  # fmt: skip


def _luminance(colour: str) -> float:
    parts = [c / 255 for c in _channels(colour)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
