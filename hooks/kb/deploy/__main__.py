"""`python -m kb.deploy`: makes dist/deploy/ of a built site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kb.deploy.pack import Sizes, pack
from kb.deploy.policy import Blocked


def main() -> int:
    """The exit status is 1 when a page holds what the policy can't allow."""
    parser = argparse.ArgumentParser(prog="python -m kb.deploy", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path())
    options = parser.parse_args()
    root: Path = options.root
    try:
        sizes = pack(root, root / "site", root / "dist/deploy")
    except Blocked as error:
        where = f"site/{error.page}: {error.found}"
        print(
            f"{where} kan ikke tillades af sikkerhedsreglerne. Flyt det til en fil i overrides/assets/.",
            file=sys.stderr,
        )
        print(f"{where} can’t be allowed by the policy. Move it to a file in overrides/assets/.", file=sys.stderr)
        return 1
    print(_told(sizes), file=sys.stderr)
    return 0


def _told(sizes: Sizes) -> str:
    plain, gzipped, brotlied = (f"{size / 1e6:.1f} MB" for size in (sizes.plain, sizes.gzipped, sizes.brotlied))
    return (
        f"dist/deploy/ er klar: {sizes.files} filer, {plain}; {gzipped} med gzip, {brotlied} med brotli\n"
        f"dist/deploy/ is ready: {sizes.files} files, {plain}; {gzipped} with gzip, {brotlied} with brotli"
    )


if __name__ == "__main__":
    sys.exit(main())
