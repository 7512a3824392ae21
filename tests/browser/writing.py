"""The editors' form as an editor uses it: a file opened, fields found and filled, entries picked and added, saved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Locator, Page

# The form's own trial store is a folder that the browser keeps for the site.
_FILL = """async (files) => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const folders = path.split("/"), name = folders.pop();
    let folder = root;
    for (const one of folders) folder = await folder.getDirectoryHandle(one, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""
_READ = """async (path) => {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test");
  const folders = path.split("/"), name = folders.pop();
  for (const one of folders) folder = await folder.getDirectoryHandle(one);
  const handle = await folder.getFileHandle(name);
  // A file that is written at this very moment can't be read.
  for (;;) try { return await (await handle.getFile()).text(); } catch (error) {
    if (error.name !== "NotReadableError") throw error;
  }
}"""


class Form:
    """The form at /admin/ with some files in its trial store."""

    def __init__(self, page: Page, files: Mapping[str, str]) -> None:
        self.page = page
        page.goto("/admin/settings.json")
        page.evaluate(_FILL, dict(files))
        page.goto("/admin/?test")
        page.get_by_text("Arbejd med testrepository").click()

    def open(self, collection: str, entry: str) -> None:
        """Opens an entry of a collection (by its name in the settings) by what the list calls it."""
        self.page.get_by_text("Temaer, private").first.wait_for()
        self.page.evaluate("name => { location.hash = `/collections/${name}`; }", collection)
        self.page.get_by_text(entry, exact=True).first.click()
        self.page.wait_for_selector("section.field")

    def field(self, path: str) -> Locator:
        """The field at a path (title.da, examples.3.kind). They are made as one scrolls: we do until it is there."""
        found = self.page.locator(f'section.field[data-key-path="{path}"]')
        self.page.mouse.move(400, 600)
        for _ in range(200):
            if found.count():
                found.scroll_into_view_if_needed()
                return found
            self.page.mouse.wheel(0, 600)
            self.page.wait_for_timeout(50)
        raise AssertionError(f"there is no field {path}")

    def fill(self, path: str, text: str) -> None:
        self.field(path).locator("input, textarea").first.fill(text)

    def pick(self, path: str, label: str) -> None:
        """Chooses from a list, short (all shown) or long (opened first)."""
        field = self.field(path)
        if field.get_by_role("radio").count():
            field.get_by_role("radio", name=label).first.click()
        else:
            field.get_by_role("combobox").click()
            self.page.get_by_role("option", name=label).first.click()

    def add(self, path: str) -> None:
        """One more in a list."""
        self.field(path).get_by_role("button", name=re.compile("^Tilføj|add")).last.click()

    def save(self, path: str) -> str:
        """Saves, and gives what the file holds then."""
        before = self.read(path)
        self.page.get_by_role("button", name="Gem", exact=True).click()
        for _ in range(100):
            if self.read(path) != before:
                break
            self.page.wait_for_timeout(100)
        return self.read(path)

    def read(self, path: str) -> str:
        found: str = self.page.evaluate(_READ, path)
        return found


def files_of(root: Path) -> dict[str, str]:
    """What stands in data/, by path."""
    return {
        file.relative_to(root).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted((root / "data").rglob("*.yml"))
    }
