"""No rule of WCAG 2.2 AA that axe-core knows is broken, nor one of its good practice: on a page of every kind, in both
languages, light and dark, on a phone, on a desktop and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page
from surfing import KINDS, Sitemap
from wcag import COLOURS, begin, broken_rules, end

SCREENS = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}
SCHEMES = {"light": "default", "dark": "slate"}

# Whole pages keep all rules but those about colours, which are looked at where the first of many alike stand for the
# rest. Every two of language, scheme and screen meet on every page.
WHOLE = {"da": "light desktop", "en": "light phone"}
LOOKS = [
    {"da": "light desktop", "en": "light phone"},
    {"da": "dark phone", "en": "dark desktop"},
    {"da": "paper", "en": "paper"},
]
SHORTEN = """() => document.querySelectorAll(
  "main :is(ul, ol, dl, tbody, select, .tb-letters) > :nth-child(n + 4), main section:nth-of-type(n + 7)"
).forEach(one => one.remove())"""

Broken = dict[str, list[str]]


def wear(page: Page, look: str) -> None:
    """A page as it is seen: "dark phone", "paper"."""
    scheme, _, screen = look.partition(" ")
    page.emulate_media(media="print" if look == "paper" else "screen")
    page.set_viewport_size(SCREENS[screen or "desktop"])  # type: ignore[arg-type]
    page.evaluate("name => document.body.setAttribute('data-md-color-scheme', name)", SCHEMES.get(scheme, "slate"))


@pytest.fixture(scope="module")
def both(browser: Browser, base_url: str) -> Iterator[dict[str, Page]]:
    """A page for each language. Each has a process of its own, so that both are checked at once."""
    with ExitStack() as stack:
        # Colours that are on their way from one to the other are no colours of ours.
        options = {"base_url": base_url, "reduced_motion": "reduce"}
        yield {one: stack.enter_context(browser.new_context(**options)).new_page() for one in ("da", "en")}


@pytest.fixture(scope="module")
def broken(both: dict[str, Page], sitemap: Sitemap) -> Broken:
    """The rules that are broken, with the address: on whole pages, and by how the pages look."""
    found: Broken = {look: [] for look in ("whole", *(look for looks in LOOKS for look in looks.values()))}

    def check(looks: dict[str, str], name: str = "", **rules: list[str]) -> None:
        for language, look in looks.items():
            wear(both[language], look)
            begin(both[language], **rules)
        for language, look in looks.items():
            found[name or look] += [f"{both[language].url}: {rule}" for rule in end(both[language])]

    addresses = [{language: sitemap.address(kind, language) for language in both} for kind in KINDS]
    more = [{"da": "/404.html", "en": "/en/404.html"}, {"da": "/?q=pause", "en": "/en/?q=break"}]
    for pair in addresses + more:
        for language, address in pair.items():
            wear(both[language], WHOLE[language])
            both[language].goto(address)
            if "?q=" in address:
                both[language].locator(".tb-hit").first.wait_for()
        check(WHOLE, "whole", without=COLOURS)
        for page in both.values():
            page.evaluate(SHORTEN)
        for looks in LOOKS:
            check(looks, only=COLOURS)
    return found


@pytest.mark.parametrize("look", ["whole", "light desktop", "light phone", "dark desktop", "dark phone", "paper"])
def test_no_page_breaks_a_rule(broken: Broken, look: str) -> None:
    assert broken[look] == []


def test_a_broken_rule_would_be_found(both: dict[str, Page]) -> None:
    both["da"].set_content('<html lang="da"><title>Fejl</title><main><h1>Fejl</h1><img src="x.png">')
    assert [rule.split()[0] for rule in broken_rules(both["da"])] == ["image-alt"]
