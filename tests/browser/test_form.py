"""The editors' form: what is filled in there becomes a small change in a file that the check accepts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
from crawl import ROOT, build, copy_project
from jsonschema import Draft7Validator
from playwright.sync_api import Browser, Page
from writing import Form, files_of

from kb.data import read
from kb.editing.canonical import schema_name
from kb.layout import file_kind
from serving import served

FILE = "data/themes/private/04-tidspres.yml"
REFERENCES = "data/references.yml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the form turned on."""
    folder = copy_project(tmp_path_factory.mktemp("form") / "project", "pyproject.toml")
    (folder / "editor").symlink_to(ROOT / "editor", target_is_directory=True)
    with (folder / "data/site.yml").open("a", encoding="utf-8") as file:
        file.write("editor_repository: trivselsbasen/trivselsbasen\neditor: true\n")
    ran = subprocess.run([sys.executable, "-m", "kb.cli", "format"], cwd=folder, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """Its site."""
    ran = build(project, project / "site")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return project / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A Danish editor's browser."""
    with browser.new_context(base_url=address, locale="da-DK", viewport={"width": 1500, "height": 1000}) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def story(browser: Browser, address: str, project: Path) -> Iterator[tuple[str, str, set[str]]]:
    """A theme before and after an editor has changed a text and added an example, and the hosts that were asked."""
    asked: set[str] = set()
    before = files_of(project)
    with browser.new_context(base_url=address, locale="da-DK", viewport={"width": 1500, "height": 1000}) as context:
        page = context.new_page()
        page.on("request", lambda one: asked.add(one.url))
        form = Form(page, before)
        form.open("temaer-private", "4 Tidspres")
        form.fill("title.da", "Travlhed")
        form.add("examples")
        form.fill("examples.3.id", "private-04-e4")
        form.pick("examples.3.kind", "Værktøj")
        form.pick("examples.3.organisation", "YouSee (yousee)")
        form.fill("examples.3.title.da", "Køtallet er væk")
        form.fill("examples.3.title.en", "The queue figure is gone")
        form.fill("examples.3.text.da", "Sådan gør de: Tallet vises ikke.")
        form.fill("examples.3.text.en", "The figure is not shown.")
        form.add("examples.3.source")
        form.pick("examples.3.source.0.id", "Tidspres (private-04-tidspres)")
        form.fill("examples.3.source.0.place", "E1")
        after = form.save(FILE)
    yield before[FILE], after, asked


def changed(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    lines = unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in {"+++", "---"}]


def test_only_the_lines_of_the_change_differ(story: tuple[str, str, set[str]]) -> None:
    assert changed(*story[:2]) == [
        "-title: {da: Tidspres, en: Time pressure}",
        "+title: {da: Travlhed, en: Time pressure}",
        "+  - id: private-04-e4",
        "+    kind: tool",
        "+    organisation: yousee",
        "+    title: {da: Køtallet er væk, en: The queue figure is gone}",
        "+    text: {da: 'Sådan gør de: Tallet vises ikke.', en: The figure is not shown.}",
        "+    source: {private-04-tidspres: E1}",
    ]


def test_the_check_accepts_the_file_and_its_form(story: tuple[str, str, set[str]], tmp_path: Path) -> None:
    folder = copy_project(tmp_path / "accepted")
    (folder / FILE).write_text(story[1], encoding="utf-8")
    for command in (["check"], ["format", "--check"]):
        ran = subprocess.run([sys.executable, "-m", "kb.cli", *command], cwd=folder, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stdout + ran.stderr


def test_on_trial_no_other_host_is_asked(story: tuple[str, str, set[str]], address: str) -> None:
    assert {url for url in story[2] if not url.startswith((address, f"blob:{address}", "data:"))} == set()


def test_every_file_is_written_as_kb_format_writes_it(page: Page, project: Path) -> None:
    page.goto("/admin/?test")
    wrong = page.evaluate(
        """async (files) => {
          const { formats, rules } = await (await fetch("settings.json")).json();
          const core = { schema: window.jsyaml.CORE_SCHEMA };
          const again = (text, format) => {
            const content = window.tbForm.toForm(window.jsyaml.load(text, core), format);
            return window.tbWriter(rules).file(window.tbForm.toFile(content, format), format);
          };
          return files.filter(([, text, name]) => again(text, formats[name]) !== text).map(([path]) => path);
        }""",
        [[path, text, name] for path, text, name in written(project)],
    )
    assert wrong == []


def written(project: Path) -> Iterator[tuple[str, str, str]]:
    """(path, text, format) of every file that the form edits."""
    for document in read(project, own=False).documents:
        file = file_kind(document.role)
        if file is not None and file.model is not None:
            yield document.path, (project / document.path).read_text(encoding="utf-8"), schema_name(file)


def test_a_required_field_left_empty_is_not_saved(page: Page, project: Path) -> None:
    before = files_of(project)
    form = Form(page, before)
    form.open("temaer-private", "4 Tidspres")
    form.fill("title.da", "")
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_text("Dette felt skal udfyldes.").first.wait_for()
    assert form.read(FILE) == before[FILE]


def test_a_file_with_many_entries_is_edited_as_a_list(page: Page, project: Path) -> None:
    before = files_of(project)
    form = Form(page, before)
    form.open("opslag", "Henvisninger")
    form.field("items").get_by_role("button", name="Fold ud").first.click()
    form.fill("items.0.title", "Indflydelse på arbejdet, ny udgave")
    lines = changed(before[REFERENCES], form.save(REFERENCES))
    assert len(lines) == 2 and lines[1] == "+  title: Indflydelse på arbejdet, ny udgave"


def test_without_it_in_the_settings_there_is_no_form(built_site: Path) -> None:
    assert not (built_site / "admin").exists()


def test_it_stays_out_of_the_offline_copy(site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kb.offline", "--site", str(site), "--to", str(tmp_path)]
    ran = subprocess.run(command, cwd=ROOT, env={**os.environ}, capture_output=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    [packed] = tmp_path.iterdir()
    assert b"admin/" not in packed.read_bytes()


def test_its_settings_are_what_the_form_itself_calls_right(site: Path) -> None:
    settings = json.loads((site / "admin/settings.json").read_text(encoding="utf-8"))
    form = json.loads((ROOT / "editor/node_modules/@sveltia/cms/schema/sveltia-cms.json").read_text(encoding="utf-8"))
    filled = with_picks(settings["cms"], settings["picks"])
    assert [error.message[:300] for error in Draft7Validator(form).iter_errors(filled)] == []


def with_picks(value: object, picks: dict[str, list[dict[str, str]]]) -> object:
    """The settings as start.js hands them over: with the entries to pick from in their places."""
    if isinstance(value, list):
        return [with_picks(one, picks) for one in value]
    if not isinstance(value, dict):
        return value
    found = {key: with_picks(one, picks) for key, one in value.items()}
    if isinstance(found.get("options"), str):
        found["options"] = [pick for kind in str(found["options"]).split(",") for pick in picks.get(kind, [])]
    return found
