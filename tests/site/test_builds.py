"""Building: the same bytes from the same data, and a fault that leaves the old site as it was."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from crawl import QUIET, SHEETS, Site, build, bytes_of, copy_project, replace

THEME = "data/themes/private/04-tidspres.yml"
FOR_TASKS = ("tasks.py", "requirements.lock", "requirements-dev.lock", "pyproject.toml")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which `tasks.py site` has built site/."""
    folder = copy_project(tmp_path_factory.mktemp("tasks") / "project", *FOR_TASKS)
    shutil.rmtree(folder / SHEETS, ignore_errors=True)  # the bytes of the PDFs are compared too
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {**QUIET, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}.items():
            patch.setenv(name, value)
        assert tasks_in(folder).site()
    return folder


def tasks_in(project: Path) -> ModuleType:
    """tasks.py of a copy, with the packages of the tests: its own .venv counts as ready, this one's programs run."""
    spec = importlib.util.spec_from_file_location("copied_tasks", project / "tasks.py")
    assert spec and spec.loader
    tasks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tasks)
    state = f"{sys.version} {sys.base_prefix} {tasks.ROOT}".encode()
    state += tasks.LOCK.read_bytes() + tasks.PROJECT.read_bytes()
    tasks.STAMP.parent.mkdir(exist_ok=True)
    tasks.STAMP.write_text(hashlib.sha256(state).hexdigest())
    tasks.BIN = Path(sys.executable).parent
    return tasks


def test_two_builds_of_the_same_data_hold_the_same_files(site: Site, project: Path) -> None:
    assert sorted(bytes_of(site.root)) == sorted(bytes_of(project / "site"))


def test_two_builds_of_the_same_data_give_the_same_bytes(site: Site, project: Path) -> None:
    first, second = bytes_of(site.root), bytes_of(project / "site")
    assert [path for path in first if first[path] != second.get(path)] == []


def test_no_file_tells_where_or_when_it_was_built(site: Site, project: Path) -> None:
    told = [str(site.root).encode(), str(project).encode(), b"2025-01-01"]
    files = [*bytes_of(site.root).items(), *bytes_of(project / "site").items()]
    assert [path for path, content in files if any(one in content for one in told)] == []


def test_a_whole_site_leaves_nothing_beside_itself(project: Path) -> None:
    assert sorted(path.name for path in project.glob(".site*")) == []


# -- A fault in the data


@pytest.fixture(scope="session")
def spoiled(project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A copy of that project, site/ and all, with a key that no theme has; and where: `path:line:`."""
    folder = tmp_path_factory.mktemp("spoiled") / "project"
    copy_project(folder, *FOR_TASKS, "site", of=project)
    replace(folder / THEME, "number: 4\n", "number: 4\nnumer: 4\n")
    lines = (folder / THEME).read_text(encoding="utf-8").splitlines()
    return folder, f"{THEME}:{lines.index('numer: 4') + 1}:"


@pytest.fixture(scope="session")
def refused(spoiled: tuple[Path, str]) -> subprocess.CompletedProcess[str]:
    """`mkdocs build` into the existing site/ of that project."""
    return build(spoiled[0], spoiled[0] / "site")


def test_a_fault_stops_the_build(refused: subprocess.CompletedProcess[str]) -> None:
    assert refused.returncode == 1


def test_a_fault_is_told_with_file_and_line(
    refused: subprocess.CompletedProcess[str], spoiled: tuple[Path, str]
) -> None:
    assert spoiled[1] in refused.stderr


@pytest.mark.parametrize("word", ["fejl:", "fault:"])
def test_a_fault_is_told_in_both_languages(
    word: str, refused: subprocess.CompletedProcess[str], spoiled: tuple[Path, str]
) -> None:
    assert f"{spoiled[1]} {word}" in refused.stderr


def test_a_fault_is_told_without_a_traceback(refused: subprocess.CompletedProcess[str]) -> None:
    assert "Traceback" not in refused.stdout + refused.stderr


def test_a_refused_build_leaves_the_old_site_byte_for_byte(
    refused: subprocess.CompletedProcess[str], spoiled: tuple[Path, str], project: Path
) -> None:
    assert bytes_of(spoiled[0] / "site") == bytes_of(project / "site")


def test_make_site_fails_on_a_fault(spoiled: tuple[Path, str]) -> None:
    assert tasks_in(spoiled[0]).site() is False


def test_make_site_tells_the_fault_with_file_and_line(
    spoiled: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    tasks_in(spoiled[0]).site()
    assert spoiled[1] in capsys.readouterr().err


def test_make_site_leaves_the_old_site_byte_for_byte_on_a_fault(spoiled: tuple[Path, str], project: Path) -> None:
    tasks_in(spoiled[0]).site()
    assert bytes_of(spoiled[0] / "site") == bytes_of(project / "site")


def test_make_site_leaves_nothing_half_built_on_a_fault(spoiled: tuple[Path, str]) -> None:
    tasks_in(spoiled[0]).site()
    assert sorted(path.name for path in spoiled[0].glob(".site*")) == []


def test_make_site_brings_back_the_old_site_when_the_last_swap_was_cut_short(
    spoiled: tuple[Path, str], project: Path
) -> None:
    (spoiled[0] / "site").rename(spoiled[0] / ".site-old")
    tasks_in(spoiled[0]).site()
    assert bytes_of(spoiled[0] / "site") == bytes_of(project / "site")
