"""Two sites with the same content at an address of their own: ours, and a stock one of Material."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from crawl import QUIET, ROOT, build, copy_project
from real_nginx import free_port, readable, running, settings

from kb.deploy.pack import pack

# Stock Material has no policy, and ours would forbid its search.
_NO_POLICY = 'map $uri $tb_csp { default ""; }\nmap $uri $tb_opener { default ""; }\n'
_LOG = "log_format bytes '$bytes_sent $status $request_uri';\n"


@dataclass(frozen=True)
class Served:
    """A site on a real nginx. `log` has a line for each answer: bytes with headers, status, path."""

    name: str
    address: str
    site: Path
    log: Path


def _done(ran: subprocess.CompletedProcess[str]) -> None:
    if ran.returncode:
        raise RuntimeError(ran.stdout + ran.stderr)


def _ours(folder: Path, address: str) -> Path:
    project = copy_project(folder / "project")
    data = project / "data/site.yml"
    _put(data, r"^base_address: .*$", f"base_address: {address}/")
    _done(build(project, folder / "site"))
    return folder / "site"


def _stock(folder: Path, address: str, markdown: Path | None) -> Path:
    if markdown:
        shutil.copytree(markdown, folder / "markdown")
    else:
        command = [sys.executable, "-m", "kb.cli", "export", "markdown", str(folder / "markdown")]
        _done(subprocess.run(command, cwd=ROOT, env={**os.environ, **QUIET}, capture_output=True, encoding="utf-8"))
    _put(folder / "markdown/mkdocs.yml", r"^site_url: .*$", f"site_url: {address}/")
    _done(build(folder / "markdown", folder / "site"))
    return folder / "site"


def _put(file: Path, line: str, new: str) -> None:
    text, times = re.subn(line, new, file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if times != 1:
        raise RuntimeError(f"{line!r} stands {times} times in {file}")
    file.write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def ours(folder: Path) -> Iterator[Served]:
    """Our site as it stands, built for the address at which it is served."""
    port = free_port()
    with _served("ours", folder, _ours(folder, _address(port)), port) as served:
        yield served


@contextmanager
def stock(folder: Path, markdown: Path | None) -> Iterator[Served]:
    """The same pages as `kb export markdown` writes them, or as they lie in `markdown`, built by Material alone."""
    port = free_port()
    with _served("stock", folder, _stock(folder, _address(port), markdown), port, policy=_NO_POLICY) as served:
        yield served


def _address(port: int) -> str:
    return f"http://localhost:{port}"


@contextmanager
def _served(name: str, folder: Path, site: Path, port: int, policy: str = "") -> Iterator[Served]:
    """A built site packed as `make deploy` does it, on nginx with deploy/nginx.conf."""
    deployed = readable(folder) / "deploy"
    pack(ROOT, site, deployed)
    if policy:
        (deployed / "nginx/csp.conf").write_text(policy, encoding="utf-8")
    log = folder / "access.log"
    inside = _LOG + settings("nginx.conf", deployed / "www", port)
    inside = inside.replace("    server_name ", f"    access_log {log} bytes;\n    server_name ")
    (folder / "nginx").mkdir()
    with running(readable(folder / "nginx"), readable(deployed), inside, _address(port), port):
        yield Served(name, _address(port), site, log)
