"""A group at the dialogue tool: what they press, and what the page then says."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, expect
from wcag import broken_rules

ROOT = Path(__file__).parents[2]
WORDS: dict[str, dict[str, str]] = yaml.safe_load((ROOT / "data/interface.yml").read_text(encoding="utf-8"))
TOOL = {"da": "dialog/", "en": "en/dialogue/"}
KEY = "tb-dialogues"
STEPS = ("choose", "place", "talk", "act", "take")

Sit = Callable[..., "Meeting"]  # see the fixture sit_down


@dataclass
class Meeting:
    """One page with the tool in a language."""

    page: Page
    language: str

    # -- Getting about

    def open(self, address: str) -> Meeting:
        self.page.goto(address)
        return self.ready()

    def ready(self) -> Meeting:
        self.page.locator("[data-tool]:not([hidden])").wait_for()
        return self

    def go(self, step: str) -> Meeting:
        self.page.locator(f"[data-go={step}]").click()
        expect(self.step(step)).to_be_visible()
        return self

    def step(self, name: str) -> Any:
        return self.page.locator(f"[data-step={name}]")

    def word(self, key: str, **facts: object) -> str:
        """A word of the interface, its gaps filled."""
        text = WORDS[key][self.language]
        for name, value in facts.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def key(self, name: str) -> Any:
        """What keeps its focus under a name."""
        return self.page.locator(f'[data-key="{name}"]')

    @property
    def said(self) -> str:
        """The message at the foot of the screen."""
        return str(self.page.locator("[data-message]").inner_text()).strip()

    def hears(self, word: str, **facts: object) -> None:
        """Waits until the message is a word of the interface."""
        expect(self.page.locator("[data-message] .tb-note > span")).to_have_text(self.word(word, **facts))

    def undo(self) -> None:
        self.page.locator("[data-message]").get_by_role("button", name=self.word("tool_undo")).click()

    # -- The steps

    def choose(self, *topics: str) -> Meeting:
        self.go("choose")
        for topic in topics:
            self.page.locator(f"input[value={topic}]").check()
        return self

    def call_it(self, name: str) -> Meeting:
        self.go("choose")
        self.page.locator("[name=name]").fill(name)
        return self

    def mark(self, balance: int, today: int | None = None, wanted: int | None = None) -> Meeting:
        for when, place in (("today", today), ("wanted", wanted)):
            if place:
                self.page.locator(f"#dlg-balance-{balance}-{when}").fill(str(place))
        return self

    def place_as_group(self, *people: tuple[int, int], balance: int = 1) -> Meeting:
        """Each person marks a balance (today, wanted); then the spread is shown."""
        self.go("place")
        self.page.locator('[name=group][value="1"]').check()
        for i, (today, wanted) in enumerate(people):
            self.mark(balance, today, wanted)
            self.key("pass" if i < len(people) - 1 else "reveal").click()
        return self

    def note(self, text: str) -> Meeting:
        self.go("talk").page.locator("#dlg-note").fill(text)
        return self

    def plan(self, what: str, **fields: str) -> Meeting:
        """An action of the group's own, with some of its fields."""
        self.go("act")
        own = self.step("act").locator("[data-own]")
        own.locator("input").fill(what)
        own.locator("button").click()
        item = self.page.locator("[data-item]").last
        for name, value in fields.items():
            if name in {"problem", "cause", "sign"} and item.locator("details:not([open])").count():
                item.locator("summary").click()
            field = item.locator(f"[name={name}]")
            field.select_option(value) if name == "status" else field.fill(value)
        return self

    # -- What has become of it

    def dialogue(self) -> Any:
        """The dialogue that is open, as the page holds it."""
        return self.page.evaluate("JSON.parse(JSON.stringify(tbDialogue.app.dialogue))")

    def is_kept(self) -> bool:
        return bool(self.page.evaluate("tbDialogue.app.isKept"))

    def keep(self) -> Meeting:
        self.page.locator("[data-save]").click()
        self.hears("tool_kept_now")
        return self

    def stored(self) -> Any:
        """What stands in the browser's storage; None while there is nothing."""
        self.page.evaluate("tbDialogue.app.flush()")
        raw = self.page.evaluate(f"localStorage.getItem({KEY!r})")
        return None if raw is None else json.loads(raw)

    def file(self, kind: str, folder: Path) -> Path:
        """Downloads one of the files of the last step."""
        self.go("take")
        with self.page.expect_download() as waiting:
            self.page.locator(f"[data-do={kind}]").click()
        path = folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path

    def load(self, content: str | bytes, name: str = "dialog.json") -> Meeting:
        """Loads a file with some content."""
        self.go("choose")
        data = content if isinstance(content, bytes) else content.encode()
        self.page.set_input_files("[data-key=file]", {"name": name, "mimeType": "application/json", "buffer": data})
        return self

    def link(self) -> str:
        """Makes the link that carries all."""
        self.go("take").page.locator("[data-do=link]").click()
        return str(self.page.locator("[data-shared]").input_value())

    def broken_rules(self) -> list[str]:
        """The rules of accessibility that the page breaks, each with the first place."""
        return broken_rules(self.page)
