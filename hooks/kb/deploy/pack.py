"""site/ → dist/deploy/: the site with compressed copies beside the files, and nginx's settings for it."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from kb.deploy.policy import policy_of
from kb.layout import EDITOR
from kb.whole import beside, replace

# What is worth compressing; of others only what gets a twentieth smaller (PDFs are compressed inside).
TEXTS = {".atom", ".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".xml"}
WORTH_IT = 0.95
SMALLEST = 256  # bytes; below, headers outweigh what is saved

CSP = """# Made from the pages of this very edition; see kb.deploy.policy. For pages alone: other files run nothing.
map "$sent_http_content_type $uri" $tb_csp {{
    default "";{no_policy}
    "~^text/html" "{policy}";
}}

# Who may keep hold of a window that a page opens.
map $uri $tb_opener {{
    default same-origin;{opener}
}}
"""
# The editors' form talks to GitHub, which signs in with a window of its own.
NO_POLICY = '\n    "~^text/html.*/admin/(index\\.html)?$" "";'
OPENER = '\n    "~/admin/(index\\.html)?$" same-origin-allow-popups;'


@dataclass(frozen=True)
class Sizes:
    """Bytes of the whole site as it is, and as it is sent with each coding."""

    plain: int
    gzipped: int
    brotlied: int
    files: int


def pack(root: Path, site: Path, to: Path) -> Sizes:
    """Writes `to` anew from a built site. The old one stays until the new one is whole. Raises policy.Blocked."""
    with beside(to) as place:
        aside = place.new
        shutil.copytree(site, aside / "www")
        shutil.copytree(root / "deploy/nginx", aside / "nginx")
        shutil.copy2(root / "deploy/nginx.conf", aside / "nginx.conf")
        pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
        has_form = pages.pop(f"{EDITOR}index.html", None) is not None
        (aside / "nginx/csp.conf").write_text(_csp(policy_of(pages), has_form), encoding="utf-8", newline="\n")
        if not (site / "en/404.html").exists():
            _without_english(aside / "nginx/maps.conf")
        sizes = _compress(aside / "www")
        replace(aside, to)
    return sizes


def _csp(policy: str, has_form: bool) -> str:
    """The settings with the policy; the editors' form, where there is one, is exempt."""
    return CSP.format(policy=policy, no_policy=NO_POLICY if has_form else "", opener=OPENER if has_form else "")


def _without_english(maps: Path) -> None:
    """Leaves the Danish page for what is not found to every address: there is no other."""
    lines = maps.read_text(encoding="utf-8").splitlines(keepends=True)
    maps.write_text("".join(line for line in lines if '"/en"' not in line), encoding="utf-8", newline="\n")


def _compress(www: Path) -> Sizes:
    files = sorted(path for path in www.rglob("*") if path.is_file())
    with ThreadPoolExecutor() as pool:
        rows = list(pool.map(_copies, files))
    plain, gzipped, brotlied = (sum(column) for column in zip(*rows, strict=True))
    return Sizes(plain, gzipped, brotlied, len(files))


def _copies(file: Path) -> tuple[int, int, int]:
    """Writes the compressed copies of a file that are worth it; the bytes of each way to send it."""
    content = file.read_bytes()
    gzipped = _copy(file, content, ".gz", lambda data: gzip.compress(data, 9, mtime=0))
    brotlied = _copy(file, content, ".br", lambda data: bytes(brotli.compress(data, quality=11)))
    return len(content), gzipped, brotlied


def _copy(file: Path, content: bytes, ending: str, compress: Callable[[bytes], bytes]) -> int:
    if len(content) < SMALLEST:
        return len(content)
    if file.suffix not in TEXTS and file.suffix != ".pdf":
        return len(content)
    packed = compress(content)
    if len(packed) >= len(content) * WORTH_IT:
        return len(content)
    copy = file.with_name(file.name + ending)
    copy.write_bytes(packed)
    shutil.copystat(file, copy)
    return len(packed)
