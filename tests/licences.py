"""The licence of every package in our locks, judged by licences.yml. Run as a program it prints them as a table."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import yaml
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
SITE_LOCK, DEV_LOCK = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
FOLDERS = sorted(  # with packages of npm
    lock.parent.relative_to(ROOT).as_posix()
    for depth in ("*", "*/*")
    for lock in ROOT.glob(f"{depth}/package-lock.json")
    if "node_modules" not in lock.parts
)
RULES: dict[str, Any] = yaml.safe_load((ROOT / "tests/licences.yml").read_text(encoding="utf-8"))
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?:\s*;\s*([^\\\n]+?))?\s*\\?$", re.MULTILINE)


@dataclass(frozen=True)
class Package:
    """A package as a lock names it; `lock` is the file, `marker` where it is needed alone."""

    name: str
    version: str
    licence: str
    lock: str
    marker: str = ""

    @property
    def is_allowed(self) -> bool:
        """Whether one way of using it asks for allowed licences alone."""
        whole = self.licence.removeprefix("(").removesuffix(")") if self.licence.startswith("(") else self.licence
        ways = [[RULES["names"].get(one, one) for one in way.split(" AND ")] for way in whole.split(" OR ")]
        return any(set(way) <= set(RULES["allowed"]) for way in ways)

    @property
    def exception(self) -> str:
        return str(RULES["exceptions"].get(self.name, ""))


def pinned(lock: Path) -> dict[str, tuple[str, str]]:
    """Version and marker of each package in a lock, by its name."""
    found = _PINNED.findall(lock.read_text(encoding="utf-8"))
    return {canonicalize_name(name): (version, marker) for name, version, marker in found}


def packages() -> Iterator[Package]:
    """Every package of Python and npm; some stand more than once, in other folders or locks."""
    site = pinned(SITE_LOCK)
    for name, (version, marker) in pinned(DEV_LOCK).items():
        lock = SITE_LOCK if name in site else DEV_LOCK
        yield Package(name, version, _licence(name), lock.name, marker)
    for folder in FOLDERS:
        file = f"{folder}/package-lock.json"
        for path, one in json.loads((ROOT / file).read_text(encoding="utf-8"))["packages"].items():
            if path:
                name = path.rpartition("node_modules/")[2]
                yield Package(name, one["version"], RULES["told"].get(name) or one.get("license", ""), file)


def _licence(name: str) -> str:
    """What an installed package says of its licence; empty where it says nothing, or is not needed on this system."""
    if told := RULES["told"].get(name):
        return str(told)
    try:
        about = distribution(name).metadata
    except PackageNotFoundError:
        return ""
    kinds = [one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or [] if one.startswith("License ::")]
    stated = (about.get("License") or "").strip()
    short = stated if stated != "UNKNOWN" and "\n" not in stated else ""
    return about.get("License-Expression") or short or " AND ".join(kinds)


def main() -> int:
    print("| Pakke / package | Version | Licens / licence | Lås / lock |\n| --- | --- | --- | --- |")
    for one in sorted(packages(), key=lambda one: (one.lock, one.name)):
        print(f"| {one.name} | {one.version} | {one.exception or one.licence or f'({one.marker})'} | {one.lock} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
