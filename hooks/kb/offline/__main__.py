"""python -m kb.offline: packs site/ as dist/trivselsbasen-<version>-offline.zip."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kb.data import read
from kb.export import program_version
from kb.model import Site
from kb.offline.faults import Fault, Refused
from kb.offline.pack import Edition, Packed, pack

TOLD = 20  # faults
NO_TIME = 1735689600  # 2025-01-01, where SOURCE_DATE_EPOCH says nothing


def main(arguments: Sequence[str] | None = None) -> int:
    """Packs the copy and tells of it; the exit status is 1 when it could not be packed."""
    parser = argparse.ArgumentParser(prog="python -m kb.offline", description="Offline-kopi / offline copy")
    parser.add_argument("--root", type=Path, default=Path(), help="projektets mappe / the project's folder")
    parser.add_argument("--site", type=Path, help="det byggede site / the built site (site/)")
    parser.add_argument("--to", type=Path, help="zip-filens mappe / the folder of the zip (dist/)")
    options = parser.parse_args(arguments)
    root: Path = options.root
    try:
        packed = pack(options.site or root / "site", root, options.to or root / "dist", _edition(root))
    except Refused as refused:
        _tell_refusal(refused)
        return 1
    except OSError as error:
        print(f"Kopien kunne ikke skrives: {error}\nThe copy could not be written: {error}", file=sys.stderr)
        return 1
    _tell(packed)
    return 0


def _edition(root: Path) -> Edition:
    base = next((model.base_address for _, _, model in read(root).models if isinstance(model, Site)), "")
    if not base:
        raise Refused(Fault("data/site.yml", "base_address mangler", "base_address is missing"))
    try:
        when = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or NO_TIME), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        told = ("skal være et antal sekunder siden 1970", "must be a number of seconds since 1970")
        raise Refused(Fault("SOURCE_DATE_EPOCH", *told)) from None
    return Edition(program_version(), base.rstrip("/") + "/", when)


def _tell(packed: Packed) -> None:
    size, unpacked, left_out = (f"{n / 1e6:.1f} MB" for n in (packed.size, packed.unpacked, packed.left_out))
    print(
        f"{packed.path.as_posix()}: {packed.files} filer, {size} (udpakket {unpacked}; {left_out} ubrugt er udeladt)\n"
        f"{packed.path.as_posix()}: {packed.files} files, {size} (unpacked {unpacked}; {left_out} unused left out)",
        file=sys.stderr,
    )


def _tell_refusal(refused: Refused) -> None:
    for fault in refused.faults[:TOLD]:
        print(fault.tell(), file=sys.stderr)
    n, more = len(refused.faults), " …" if len(refused.faults) > TOLD else ""
    print(
        f"Kopien er ikke pakket. Antal fejl: {n}{more}\nThe copy was not packed. Number of faults: {n}{more}",
        file=sys.stderr,
    )


if __name__ == "__main__":
    sys.exit(main())
