"""The same bytes from every Python at hand, each with a path, a time zone, a locale and a hash seed of its own.

Each builds a copy of the project with packages of its own, as somebody would who has just fetched it. TB_PYTHON names
other Pythons than those on PATH, parted as PATH is.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("python3.11", "python3.12", "python3.13")
NOT_COPIED = (
    ".git",
    ".venv",
    ".cache",
    "site",
    "dist",
    "node_modules",
    "__pycache__",
    "*_cache",
    ".site-*",
    "*.egg-info",
)
ELSEWHERE = [
    {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "da_DK.UTF-8", "LANG": "da_DK.UTF-8", "PYTHONHASHSEED": "2"},
    {"TZ": "UTC", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "3"},
]


def pythons() -> dict[str, str]:
    """The Pythons that start, by their version: a name on PATH may belong to a stub."""
    named = os.environ.get("TB_PYTHON", "").split(os.pathsep)
    found = {}
    for name in [one for one in named if one] or NAMES:
        asked = [name, "-c", "import sys, venv, ensurepip; print('.'.join(map(str, sys.version_info[:3])))"]
        ran = subprocess.run(asked, capture_output=True, text=True) if shutil.which(name) else None
        if ran and ran.returncode == 0:
            found.setdefault(ran.stdout.strip(), name)
    return found


def built(python: str, project: Path, env: dict[str, str]) -> dict[str, str]:
    """The hash of each file of the site that a Python builds of a project, by path."""
    told = {**os.environ, "SOURCE_DATE_EPOCH": "1735689600", **env}
    subprocess.run([python, "tasks.py", "site"], cwd=project, env=told, check=True)
    files = sorted(path for path in (project / "site").rglob("*") if path.is_file())
    return {path.relative_to(project / "site").as_posix(): digest(path) for path in files}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> int:
    found = pythons()
    if len(found) < 2:
        print(f"Der skal mindst to slags Python til; her er: {', '.join(found) or '–'}. Sæt TB_PYTHON.")
        print(f"It takes two Pythons at least; here: {', '.join(found) or '–'}. Set TB_PYTHON.")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        # All copies first: somebody may go on working meanwhile.
        projects = [Path(folder, "sti " * n + "æ" * n + "projekt") for n in range(len(found))]
        for project in projects:
            shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(*NOT_COPIED))
        sites = {}
        for n, (version, python) in enumerate(found.items()):
            env = ELSEWHERE[n % len(ELSEWHERE)]
            print(f"Python {version}: {' '.join(f'{name}={value}' for name, value in env.items())}", flush=True)
            sites[version] = built(python, projects[n], env)
    first, *others = sites
    differ = {
        path
        for other in others
        for path in sites[first].keys() | sites[other].keys()
        if sites[first].get(path) != sites[other].get(path)
    }
    for path in sorted(differ):
        print(f"forskellig / different: {path}")
    print(f"{', '.join(sites)}: {len(sites[first])} filer, {len(differ)} forskellige / files, {len(differ)} different")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
