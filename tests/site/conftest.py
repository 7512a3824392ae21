"""What the tests of the site share: one real build, and a few builds of changed copies."""

from __future__ import annotations

from pathlib import Path

import pytest
from crawl import ROOT, Site, build, copy_project, replace

from kb.data import read
from kb.links import KnowledgeBase, link


@pytest.fixture(scope="session")
def site(built_site: Path) -> Site:
    """The site as it is built from this project."""
    return Site(built_site)


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    """The data behind the site, linked."""
    return link(read(ROOT))


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a host with a path of its own, a mail address and a repository."""
    project = copy_project(tmp_path_factory.mktemp("hosted") / "project")
    settings = project / "data/site.yml"
    told = "base_address: https://example.dk/sti/\nmail: fejl@example.dk\nrepository: https://git.example.dk/bfa/basen"
    replace(settings, "base_address: https://trivselsbasen.example/", told)
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(project / "site", under="/sti/")


@pytest.fixture(scope="session")
def half_english(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a host who does not require English, where one finding and one question have none."""
    project = copy_project(tmp_path_factory.mktemp("half") / "project")
    replace(project / "data/site.yml", "require_english: true", "require_english: false")
    for entry in ("private-01-f1", "private-01-q1"):
        _remove_english(project / "data/themes/private/01-instruktion-og-oplaering.yml", entry)
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(project / "site")


def _remove_english(file: Path, entry: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    start = lines.index(f"  - id: {entry}\n")
    english = next(i for i in range(start, len(lines)) if lines[i].startswith("      en: "))
    del lines[english]
    file.write_text("".join(lines), encoding="utf-8", newline="\n")
