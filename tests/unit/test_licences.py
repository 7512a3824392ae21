"""What we build and test with: its licences go with MIT and CC BY 4.0, and the locks hold what the project asks for."""

from __future__ import annotations

import importlib.util
import json
import sys
import tomllib
from importlib.metadata import distribution, version
from pathlib import Path
from types import ModuleType

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def _licences() -> ModuleType:
    """tests/licences.py, which is a program too."""
    spec = importlib.util.spec_from_file_location("licences", ROOT / "tests/licences.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


licences = _licences()
PACKAGES = list({(one.name, one.version): one for one in licences.packages()}.values())
LOCKS = {path: licences.pinned(path) for path in (licences.SITE_LOCK, licences.DEV_LOCK)}


def is_needed_here(marker: str) -> bool:
    return not marker or Marker(marker).evaluate()


# -- Licences


@pytest.mark.parametrize("package", PACKAGES, ids=lambda one: f"{one.name}-{one.version}")
def test_a_package_has_an_allowed_licence_or_a_reason(package: licences.Package) -> None:  # type: ignore[name-defined]
    if not package.licence and not is_needed_here(package.marker):
        pytest.skip(f"not installed on this system: {package.marker}")
    assert package.is_allowed or package.exception, package.licence or "no licence is told"


def test_an_exception_concerns_the_tests_alone() -> None:
    assert [one.name for one in PACKAGES if one.exception and one.lock == "requirements.lock"] == []


@pytest.mark.parametrize("part", ["told", "exceptions"])
def test_no_rule_is_there_for_a_package_that_is_not(part: str) -> None:
    assert set(licences.RULES[part]) - {one.name for one in PACKAGES} == set()


def test_no_exception_is_there_for_what_is_allowed() -> None:
    assert [one.name for one in PACKAGES if one.exception and one.is_allowed] == []


def test_the_list_tells_of_every_package(capsys: pytest.CaptureFixture[str]) -> None:
    licences.main()
    rows = capsys.readouterr().out.splitlines()[2:]
    assert len(rows) == len(list(licences.packages())) > 100


# -- Locks


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        (licences.SITE_LOCK, [*PROJECT["dependencies"], *EXTRAS["build"]]),
        (licences.DEV_LOCK, [*PROJECT["dependencies"], *EXTRAS["build"], *EXTRAS["dev"]]),
    ],
    ids=["site", "dev"],
)
def test_a_lock_holds_what_the_project_asks_for(lock: Path, asked: list[str]) -> None:
    unmet = []
    for one in map(Requirement, asked):
        found = LOCKS[lock].get(canonicalize_name(one.name))
        if found is None or found[0] not in one.specifier:
            unmet.append(f"{one}: {found}")
    assert unmet == []


@pytest.mark.parametrize("lock", LOCKS, ids=["site", "dev"])
def test_a_lock_holds_what_its_packages_ask_for(lock: Path) -> None:
    unmet = []
    for name, (_, marker) in LOCKS[lock].items():
        for one in map(Requirement, (distribution(name).requires or []) if is_needed_here(marker) else []):
            if one.marker and not one.marker.evaluate({"extra": ""}):
                continue
            found = LOCKS[lock].get(canonicalize_name(one.name))
            if found is None or found[0] not in one.specifier:
                unmet.append(f"{name} asks for {one}: {found}")
    assert unmet == []


def test_both_locks_name_the_same_versions() -> None:
    site, dev = LOCKS[licences.SITE_LOCK], LOCKS[licences.DEV_LOCK]
    assert {name: dev.get(name, ("",))[0] for name in site} == {name: found[0] for name, found in site.items()}


def test_what_is_installed_is_what_the_lock_names() -> None:
    here = {name: found[0] for name, found in LOCKS[licences.DEV_LOCK].items() if is_needed_here(found[1])}
    assert {name: version(name) for name in here} == here


@pytest.mark.parametrize("folder", licences.FOLDERS)
def test_the_lock_of_npm_is_that_of_its_package_file(folder: str) -> None:
    asked = json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {key: locked[""].get(key) for key in ("dependencies", "devDependencies")} == {
        key: asked.get(key) for key in ("dependencies", "devDependencies")
    }
