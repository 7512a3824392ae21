"""Work done aside gives what it would give here, and a build with every short cut the bytes of the slow way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="nothing is done aside where forking is not safe")


def said(program: str) -> str:
    """What a program says; in a process of its own, which has one thread as a build has."""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    return ran.stdout.strip()


@needs_fork
def test_work_is_done_in_another_process() -> None:
    assert said("import os; from kb.aside import aside; print(aside(os.getpid)() != os.getpid())") == "True"


def test_what_goes_wrong_aside_is_raised_where_it_is_asked_for() -> None:
    program = """
from kb.aside import aside
result = aside(lambda: 1 / 0)
try:
    result()
except ZeroDivisionError as error:
    print("raised", error)
"""
    assert said(program) == "raised division by zero"


@needs_fork
def test_work_whose_process_is_killed_is_done_here() -> None:
    program = """
import os, signal
from kb.aside import aside
here = os.getpid()
result = aside(lambda: "done" if os.getpid() == here else os.kill(os.getpid(), signal.SIGKILL))
print(result())
"""
    assert said(program) == "done"


@needs_fork
def test_nothing_is_forked_beside_another_thread() -> None:
    program = """
import os, threading
from kb.aside import aside
waits = threading.Event()
threading.Thread(target=waits.wait).start()
print(aside(os.getpid)() == os.getpid())
waits.set()
"""
    assert said(program) == "True"


# Every page and file of the base as one hash. The slow way: YAML read by Python, stems by Python, every text looked
# through for all that may not stand in it, templates as Jinja compiles them, nothing aside, and a renderer for each
# page, so that no page finds what another one has kept.
PAGES = """
import hashlib, os, sys
from pathlib import Path
os.environ["TB_NO_PDFS"] = "1"
slow = {slow}
if slow:
    import yaml
    yaml.__with_libyaml__ = False
    sys.modules["Stemmer"] = None
    import kb.aside
    kb.aside._may_fork = lambda: False
    import re
    import kb.prose
    kb.prose._ORDINARY = re.compile(r"(?!)")
    from jinja2.compiler import CodeGenerator
    import kb.templating
    kb.templating._Environment.code_generator_class = CodeGenerator
    kb.templating._compiled = lambda folder: None
else:
    import kb.load
    kb.load.LARGE = 0
from kb.build import read_base
from kb.render import Renderer
root = Path({root!r})
base = read_base(root, root / "docs")
assert not base.faults, base.faults
digest = hashlib.sha256()
for page in base.generated():
    for locale in base.languages:
        if slow:
            one = base.renderer
            shown = Renderer(one.kb, one.map, one.logo, one.assets, one.shelf, one.news).render(page, locale)
        else:
            shown = base.render(page, locale)
        digest.update(repr(shown).encode())
for name, content in sorted(base.files().items()):
    digest.update(name.encode() + (content if isinstance(content, bytes) else content.encode()))
print(digest.hexdigest())
"""


def test_a_build_with_every_short_cut_gives_the_same_bytes_as_the_slow_way(tmp_path: Path) -> None:
    sample = [sys.executable, "-m", "kb.cli", "--root", str(ROOT), "sample", "--times", "1", str(tmp_path)]
    subprocess.run(sample, check=True, capture_output=True)
    (tmp_path / "docs").mkdir()
    settings = tmp_path / "data/site.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("\neditor: true\n", "\n"), encoding="utf-8")
    fast, slow = (said(PAGES.format(root=str(tmp_path), slow=one)) for one in (False, True))
    assert fast == slow
