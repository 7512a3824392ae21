"""make fuzz: thousands of broken files at the real size, each told or taken; no traceback, no hang, no wrong page.

python tests/fuzz/fuzz.py [--cases 20000] [--seed 1] [--workers N]
"""

from __future__ import annotations

import argparse
import collections
import multiprocessing
import os
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from types import FrameType
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from slips import spoiled
from trial import Base, tried

try:
    import resource
except ImportError:  # not on Windows, where memory is not bounded by us
    resource = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 5  # seconds of work for one file; not by the clock, for the machine may be busy with other things
MOST = 2_000_000_000  # bytes of address space for one worker


class Hung(Exception):
    """A file that took too long."""


def _ring(number: int, frame: FrameType | None) -> None:
    raise Hung


def work(cases: int, number: int) -> dict[str, Any]:
    """One worker: so many cases from a seed of its own."""
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))
        signal.signal(signal.SIGPROF, _ring)
    base = Base.of(ROOT)
    texts = {path: (ROOT / path).read_text(encoding="utf-8") for path in base.paths}
    files = st.sampled_from(base.paths)
    count: collections.Counter[str] = collections.Counter()
    slowest = [0.0]
    failures: list[str] = []

    def fail(path: str, content: bytes, why: str) -> None:
        kept = ROOT / f".cache/fuzz/{number}-{len(failures) + 1}.yml"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(content)
        failures.append(f"{path} ({kept}):\n{why}")
        print(failures[-1], file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory() as folder:

        @seed(number)
        @settings(
            max_examples=cases,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(files.flatmap(lambda path: st.tuples(st.just(path), spoiled(texts[path]))))
        def one(case: tuple[str, bytes]) -> None:
            path, content = case
            began = time.process_time()
            if resource:
                signal.setitimer(signal.ITIMER_PROF, LONGEST)
            try:
                count[tried(base, path, content, Path(folder))] += 1
            except Exception:
                count["failed"] += 1
                fail(path, content, traceback.format_exc())
            finally:
                if resource:
                    signal.setitimer(signal.ITIMER_PROF, 0)
            slowest[0] = max(slowest[0], time.process_time() - began)
            if time.process_time() - began > LONGEST:
                fail(path, content, "it took too long")

        one()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss if resource else 0
    return {"count": count, "slowest": slowest[0], "failures": failures, "peak": peak}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given_ = parser.parse_args()
    began = time.monotonic()
    each = -(-given_.cases // given_.workers)
    context = multiprocessing.get_context("spawn")
    with context.Pool(given_.workers) as pool:
        found = pool.starmap(work, [(each, given_.seed + number) for number in range(given_.workers)])
    count = sum((one["count"] for one in found), collections.Counter())
    failures = [failure for one in found for failure in one["failures"]]
    for failure in failures[:20]:
        print(failure, file=sys.stderr)
    print(
        f"{count.total()} cases in {time.monotonic() - began:.0f} s: {count['told']} told with file and line, "
        f"{count['taken']} taken with right pages, {len(failures)} failed. "
        f"Slowest {max(one['slowest'] for one in found):.2f} s; most memory of a worker "
        f"{max(one['peak'] for one in found) / 1024:.0f} MB."
    )
    return 1 if failures or count.total() < given_.cases else 0


if __name__ == "__main__":
    sys.exit(main())
