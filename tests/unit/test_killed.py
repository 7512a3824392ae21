"""`make site` killed, starved and run twice at once: the old site or the new one, whole, and the next build works."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawl import ROOT, bytes_of
from minibase import MiniBase

from kb.whole import remove

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills groups of processes as POSIX knows them")
KILLS = 4  # the first of them while files are being written
OWN = ("tasks.py", "mkdocs.yml", "pyproject.toml", "requirements.lock", "requirements-dev.lock")


class Project:
    """A small project in Danish alone, in which tasks.py builds with the packages of the tests."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.started = 0

    @classmethod
    def made(cls, root: Path) -> Project:
        MiniBase(root).append("data/site.yml", "languages: [da]\n")
        for name in OWN:
            shutil.copy2(ROOT / name, root)
        for name in ("hooks", "overrides"):
            (root / name).symlink_to(ROOT / name)
        (root / "docs").mkdir()
        return cls(root).ready()

    def ready(self) -> Project:
        """Its own .venv counts as ready; this one's programs run."""
        locks = (self.root / "requirements.lock").read_bytes() + (self.root / "pyproject.toml").read_bytes()
        state = f"{sys.version} {sys.base_prefix} {self.root}".encode() + locks
        (self.root / ".venv").mkdir()
        (self.root / ".venv/bin").symlink_to(Path(sys.executable).parent)
        (self.root / ".venv/trivselsbasen.stamp").write_text(hashlib.sha256(state).hexdigest())
        return self

    def start(self) -> subprocess.Popen[bytes]:
        """`make site`, in a group of processes of its own."""
        self.started += 1
        with self.said().open("wb") as said:
            command = [sys.executable, "tasks.py", "site"]
            return subprocess.Popen(command, cwd=self.root, start_new_session=True, stdout=said, stderr=said)

    def said(self) -> Path:
        """What the build that was started last has said."""
        return self.root / f"said-{self.started}.txt"

    def build(self) -> None:
        assert self.start().wait() == 0, self.said().read_text()

    def site(self) -> dict[str, bytes]:
        return bytes_of(self.root / "site")

    def litter(self) -> list[str]:
        return sorted(one.name for one in self.root.glob(".*") if one.name not in {".venv", ".cache"})


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small project with its site."""
    found = Project.made(tmp_path_factory.mktemp("killed"))
    found.build()
    return found


def test_killed_at_random_moments_the_old_site_is_whole_and_the_next_builds_work(project: Project) -> None:
    seed = int(os.environ.get("TB_SEED") or random.randrange(10**6))
    print(f"TB_SEED={seed}")  # with which it can be done again
    moments = random.Random(seed)
    old = project.site()
    settings = project.root / "data/site.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("opdigtet", "fundet på"), encoding="utf-8")
    seen, lasts = [], 0.0
    for n in range(KILLS):
        process, began = project.start(), time.monotonic()
        if n == 0:  # a whole one would tell how long it takes; the next ones are killed within that
            while process.poll() is None and not any(project.root.glob(".site-new/**/index.html")):
                time.sleep(0.02)
            lasts = 2 * (time.monotonic() - began)
        else:
            time.sleep(moments.uniform(0, lasts))
        # The last time what it has started lives on.
        (os.killpg if n < KILLS - 1 else os.kill)(process.pid, signal.SIGKILL)
        process.wait()
        seen.append(project.site())
    both = [(project.start(), project.said()) for _ in range(2)]
    ended = [(one.wait(), said.read_text()) for one, said in both]
    new = project.site()
    assert [code for code, _ in ended] == [0, 0], ended
    assert any("waiting" in said for _, said in ended)
    assert [site in (old, new) for site in seen] == [True] * KILLS
    assert (new.keys(), new != old, project.litter()) == (old.keys(), True, [])


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder], capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.skipif(not shutil.which("mount"), reason="there is no mount")
def test_on_a_full_disk_the_old_site_stays_and_the_next_build_works(project: Project, small_disk: Path) -> None:
    root = small_disk / "project"
    shutil.copytree(project.root, root, symlinks=True)
    remove(root / ".venv")
    here = Project(root).ready()
    old = here.site()
    free = shutil.disk_usage(small_disk).free
    (small_disk / "filler").write_bytes(bytes(free - sum(map(len, old.values())) // 2))
    assert here.start().wait() == 1 and "No space left" in here.said().read_text()
    assert (here.site(), here.litter()) == (old, [])
    (small_disk / "filler").unlink()
    here.build()
    assert (here.site().keys(), here.litter()) == (old.keys(), [])
