"""What stands in .github/: nothing there can be turned against us by a pull request from a stranger."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
NAMES = [file.name for file in WORKFLOWS]


def read(file: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("file", WORKFLOWS, ids=NAMES)
def test_an_action_is_named_by_its_commit_with_the_version_beside(file: Path) -> None:
    used = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    assert used and all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used)


@pytest.mark.parametrize("file", WORKFLOWS, ids=NAMES)
def test_a_workflow_may_do_nothing_but_what_a_job_asks_for(file: Path) -> None:
    workflow = read(file)
    assert workflow["permissions"] == {}
    writing = {name for job in workflow["jobs"].values() for name, what in job["permissions"].items() if what != "read"}
    assert writing <= {"issues"}


@pytest.mark.parametrize("file", WORKFLOWS, ids=NAMES)
def test_a_stranger_s_pull_request_runs_without_secrets(file: Path) -> None:
    on = read(file)[True]  # "on" is a yes to YAML
    assert "pull_request_target" not in on and "workflow_run" not in on
    assert "secrets." not in file.read_text(encoding="utf-8")
    if "pull_request" in on:
        assert all(set(job["permissions"].values()) == {"read"} for job in read(file)["jobs"].values())


@pytest.mark.parametrize("file", WORKFLOWS, ids=NAMES)
def test_nothing_from_outside_is_put_into_a_command(file: Path) -> None:
    assert all("${{" not in step.get("run", "") for step in steps(read(file)))


@pytest.mark.parametrize("file", WORKFLOWS, ids=NAMES)
def test_a_checkout_keeps_no_key(file: Path) -> None:
    checkouts = [step for step in steps(read(file)) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts and all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("file", WORKFLOWS, ids=NAMES)
def test_a_job_ends_in_time(file: Path) -> None:
    assert all(job["timeout-minutes"] <= 45 for job in read(file)["jobs"].values())


@pytest.mark.parametrize("file", WORKFLOWS, ids=NAMES)
def test_every_command_of_ours_is_one(file: Path) -> None:
    known = set(re.findall(r'"([a-z-]+)": [a-z_]+[,}]', (ROOT / "tasks.py").read_text(encoding="utf-8")))
    used = set(re.findall(r"python tasks\.py ([a-z-]+)", file.read_text(encoding="utf-8")))
    assert used <= known


def test_a_package_that_could_not_be_looked_up_is_a_failure() -> None:
    text = (ROOT / ".github/workflows/audit.yml").read_text(encoding="utf-8")
    assert "pip-audit --strict" in text and "requirements-dev.lock" in text


@pytest.mark.parametrize("file", FORMS, ids=[file.name for file in FORMS])
def test_an_issue_form_asks_for_consent(file: Path) -> None:
    [consent] = [field for field in read(file)["body"] if field.get("id") == "consent"]
    assert all(option["required"] is True for option in consent["attributes"]["options"])


@pytest.mark.parametrize("file", FORMS, ids=[file.name for file in FORMS])
def test_an_issue_form_speaks_danish_and_english(file: Path) -> None:
    fields = [field for field in read(file)["body"] if field["type"] != "markdown"]
    assert all(" · " in field["attributes"]["label"] for field in fields)


def test_every_owned_folder_is_there() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    paths = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert [path for path in paths if path != "*" and not (ROOT / path.strip("/")).exists()] == []
