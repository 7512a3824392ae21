"""Pages of every kind as they are for those who set their browser to suit their eyes: more space in the text, no
movement, colours of their own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from surfing import Sitemap

# WCAG 2.2, 1.4.12.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""

# Text that reaches outside what cuts it off. What is there for screen readers alone is cut off on purpose.
CUT_OFF = """() => {
  const found = [], range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const cuts = new Map();
  function cutter(one) {
    if (!one || one === document.body) return null;
    if (!cuts.has(one)) {
      const style = getComputedStyle(one);
      cuts.set(one, style.clipPath !== "none" || style.display === "none" ? "hidden"
        : /hidden|clip/.test(style.overflowX + style.overflowY) ? one : cutter(one.parentElement));
    }
    return cuts.get(one);
  }
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data.trim()) continue;
    const cut = cutter(text.parentElement);
    if (!cut || cut === "hidden" || text.parentElement.closest(".tb-vh, [hidden], dialog:not([open])")) continue;
    range.selectNodeContents(text);
    const inside = range.getBoundingClientRect(), box = cut.getBoundingClientRect();
    if (inside.width && (inside.right > box.right + 1 || inside.bottom > box.bottom + 1 || inside.left < box.left - 1))
      found.push(`${cut.className || cut.tagName}: ${text.data.trim().slice(0, 60)}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push("scrolls sideways");
  return found;
}"""

# What moves by itself or glides when the reader has asked for stillness.
MOVING = """() => [...document.querySelectorAll("*")].flatMap(one => ["", "::before", "::after"].map(part => {
  const style = getComputedStyle(one, part);
  const glides = style.transitionDuration.split(",").some(time => parseFloat(time) > 0);
  const moves = glides || style.animationName !== "none" || style.scrollBehavior === "smooth";
  return moves ? `${one.tagName}.${one.className}${part}` : "";
})).filter(Boolean)"""

# Buttons and fields whose edge is gone, where no icon or line below tells that they are there.
WITHOUT_EDGE = """() => [...document.querySelectorAll("button, .tb-btn, input, select, textarea, .tb-num")]
  .filter(one => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects()[0].width > 2)
  .filter(one => [one, one.parentElement].every(it => {
    const style = getComputedStyle(it);
    return !["Top", "Right", "Bottom", "Left"].some(side => style[`border${side}Style`] !== "none"
      && parseFloat(style[`border${side}Width`]) >= 1);
  }))
  .filter(one => getComputedStyle(one).textDecorationLine !== "underline")
  .filter(one => !one.querySelector("svg") && !/checkbox|radio|range|file/.test(one.type))
  .map(one => one.outerHTML.slice(0, 120))"""


# What is chosen or where one is, where its ground does not tell so.
NOT_CHOSEN = """() => {
  const mark = document.body.appendChild(document.createElement("div"));
  mark.style = "forced-color-adjust: none; background: Highlight";
  const ground = one => getComputedStyle(one).backgroundColor;
  const lost = [...document.querySelectorAll(":is(a, button)[aria-current], [aria-pressed='true']")]
    .filter(one => one.checkVisibility() && ground(one) !== ground(mark));
  mark.remove();
  return lost.map(one => one.outerHTML.slice(0, 120));
}"""


Found = dict[str, list[str]]


@pytest.fixture(scope="module")
def found(browser: Browser, base_url: str, sitemap: Sitemap) -> Found:
    """What is wrong on pages of every kind in both languages, with the address, by how the reader looks at them."""
    found: Found = {"edges": [], "chosen": [], "stillness": [], "spaced 320": [], "spaced 1280": []}
    with browser.new_context(base_url=base_url) as context:
        page = context.new_page()

        def look(name: str, script: str) -> None:
            found[name] += [f"{page.url}: {one}" for one in page.evaluate(script)]

        for address in sitemap.kinds():
            page.goto(address)
            page.emulate_media(forced_colors="active", reduced_motion="reduce")
            look("edges", WITHOUT_EDGE)
            look("chosen", NOT_CHOSEN)
            look("stillness", MOVING)
            page.emulate_media(forced_colors="none", reduced_motion="no-preference")
            page.add_style_tag(content=SPACED)
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                look(f"spaced {width}", CUT_OFF)
    return found


@pytest.mark.parametrize("width", [320, 1280])
def test_text_with_more_space_is_neither_cut_off_nor_too_wide(found: Found, width: int) -> None:
    assert found[f"spaced {width}"] == []


def test_nothing_moves_for_those_who_ask_for_stillness(found: Found) -> None:
    assert found["stillness"] == []


def test_buttons_and_fields_have_an_edge_in_the_readers_own_colours(found: Found) -> None:
    assert found["edges"] == []


def test_what_is_chosen_stands_out_in_the_readers_own_colours(found: Found) -> None:
    assert found["chosen"] == []
