"""What a program can check of WCAG 2.2 AA, and the good practice beside it: axe-core in a page."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]  # they take longer than all others together

# Without fetching style sheets again, which no browser allows from a folder.
_BEGIN = """([source, runOnly, leftOut]) => {
  if (!window.axe) (0, eval)(source);
  const rules = Object.fromEntries(leftOut.map(name => [name, { enabled: false }]));
  const run = () => axe.run({ resultTypes: ["violations"], preload: false, rules, runOnly });
  window.tbAxe = new Promise(done => setTimeout(() => done(run())));
}"""
_END = """async () => (await tbAxe).violations.map(
  one => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 200)}`)"""


def begin(page: Page, only: list[str] | None = None, without: list[str] | None = None) -> None:
    """Starts checking, all rules or some, and comes back at once: other pages can be checked meanwhile."""
    rules = {"type": "rule", "values": only} if only else {"type": "tag", "values": TAGS}
    page.evaluate(_BEGIN, [AXE_SCRIPT, rules, without or []])


def end(page: Page) -> list[str]:
    """The rules that the page breaks, each with its first place."""
    return [str(one) for one in page.evaluate(_END)]


def broken_rules(page: Page) -> list[str]:
    begin(page)
    return end(page)
