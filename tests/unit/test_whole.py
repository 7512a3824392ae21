"""Files and folders put in place whole: killed at whatever step, one at a time, and nothing left beside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kb import whole

HOOKS = Path(whole.__file__).parents[1]
# A process that is killed at its nth step on the disk: Python tells of each before it is done.
KILLED = """
import os, signal, sys
sys.path.insert(0, {hooks!r})
from pathlib import Path
from kb import whole
if not {swaps}:
    whole._swapped = lambda *paths: False  # as on Windows
target, left = Path({target!r}), {steps}
def step(event, arguments):
    global left
    if event in {{"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "shutil.rmtree"}}:
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(step)
with whole.beside(target) as place:
    if {folder}:
        place.new.mkdir()
        for name in "ab":
            (place.new / name).write_text("new")
    else:
        place.new.write_text("new")
    whole.replace(place.new, target)
"""
ONLY_POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows frees the lock of a process alone")


def content(path: Path) -> str | dict[str, str]:
    return {one.name: one.read_text() for one in path.iterdir()} if path.is_dir() else path.read_text()


def make(target: Path, text: str, folder: bool) -> None:
    """Puts a file or folder in place as every command does."""
    with whole.beside(target) as place:
        if folder:
            place.new.mkdir()
            for name in "ab":
                (place.new / name).write_text(text)
        else:
            place.new.write_text(text)
        whole.replace(place.new, target)


@pytest.mark.parametrize(("folder", "swaps"), [(True, True), (True, False), (False, True)])
def test_killed_at_any_step_the_old_or_the_new_one_is_whole(tmp_path: Path, folder: bool, swaps: bool) -> None:
    target, kinds = tmp_path / "site", {}
    for text in ("old", "new"):
        kinds[text] = dict.fromkeys("ab", text) if folder else text
    for steps in range(1, 100):
        make(target, "old", folder)
        code = KILLED.format(hooks=str(HOOKS), target=str(target), folder=folder, swaps=swaps, steps=steps)
        ran = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True)
        if not swaps:
            whole.recover(target)  # what any command does first
        assert content(target) in kinds.values(), f"killed at step {steps}"
        make(target, "old", folder)
        assert [one.name for one in tmp_path.iterdir()] == ["site"]
        if ran.returncode == 0:
            break
        assert ran.returncode == -signal.SIGKILL, ran.stderr
    assert 8 < steps < 99


@ONLY_POSIX
def test_killed_while_it_swaps_and_swaps_there_is_always_one(tmp_path: Path) -> None:
    target = tmp_path / "site"
    make(target, "old", folder=True)
    make(tmp_path / "other", "new", folder=True)
    code = f"""
import sys; sys.path.insert(0, {str(HOOKS)!r})
from pathlib import Path
from kb.whole import replace
print("ready", flush=True)
while True: replace(Path({str(tmp_path / "other")!r}), Path({str(target)!r}))
"""
    swapping = subprocess.Popen([sys.executable, "-I", "-S", "-c", code], stdout=subprocess.PIPE)
    assert swapping.stdout and swapping.stdout.readline()
    try:
        seen = {(target / "a").is_file() for _ in range(5000)}
    finally:
        swapping.kill()
        swapping.wait()
        swapping.stdout.close()
    if whole._swapped(target, target):
        assert seen == {True}
    assert content(target) in ({"a": "old", "b": "old"}, {"a": "new", "b": "new"})


def test_a_failure_leaves_the_old_one_and_nothing_beside(tmp_path: Path) -> None:
    make(tmp_path / "site", "old", folder=True)
    with pytest.raises(OSError, match="full"), whole.beside(tmp_path / "site") as place:
        place.new.mkdir()
        raise OSError("full")
    assert (content(tmp_path / "site"), len(list(tmp_path.iterdir()))) == ({"a": "old", "b": "old"}, 1)


# -- One at a time

HOLDER = """
import subprocess, sys, time
sys.path.insert(0, {hooks!r})
from pathlib import Path
from kb.whole import alone
with alone(Path({lock!r})) as held:
    {inside}
    print("held", flush=True)
    time.sleep(60)
"""
CHILD = (
    "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(1)'], pass_fds=held, stdout=subprocess.DEVNULL)"
)


def holder(lock: Path, inside: str = "pass") -> subprocess.Popen[bytes]:
    """Another process that holds a lock, and has it already."""
    code = HOLDER.format(hooks=str(HOOKS), lock=str(lock), inside=inside)
    process = subprocess.Popen([sys.executable, "-I", "-S", "-c", code], stdout=subprocess.PIPE)
    assert process.stdout and process.stdout.readline().strip() == b"held"
    return process


def end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    assert process.stdout
    process.stdout.close()


def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    lock, told = tmp_path / "lock", []
    first = holder(lock)
    with whole.alone(lock, lambda: (told.append("waits"), end(first))[0]):
        assert told == ["waits"]
    assert not lock.exists()


def test_the_lock_of_a_killed_process_is_in_nobodys_way(tmp_path: Path) -> None:
    end(holder(tmp_path / "lock"))
    assert (tmp_path / "lock").exists()
    told: list[str] = []
    with whole.alone(tmp_path / "lock", lambda: told.append("waits")):
        assert told == []


@ONLY_POSIX
def test_what_a_killed_process_started_still_holds_its_lock(tmp_path: Path) -> None:
    began = time.monotonic()
    end(holder(tmp_path / "lock", CHILD))
    with whole.alone(tmp_path / "lock"):
        assert time.monotonic() - began > 0.8
