"""A real nginx with the settings of deploy/, before the site as `make deploy` packs it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from crawl import ROOT, build, copy_project, replace
from playwright.sync_api import Browser, sync_playwright

from kb.deploy.pack import pack

MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")  # Debian's libnginx-mod-http-brotli-static
MAIN = """
{module}
daemon off;
pid {tmp}/nginx.pid;
error_log {tmp}/error.log warn;
events {{}}
http {{
    include {mime};
    access_log off;
    client_body_temp_path {tmp}/body; proxy_temp_path {tmp}/proxy; fastcgi_temp_path {tmp}/fastcgi;
    uwsgi_temp_path {tmp}/uwsgi; scgi_temp_path {tmp}/scgi;
    {inside}
}}
"""


@dataclass(frozen=True)
class Server:
    """A running nginx: the address of the site's root, without a slash at the end, and the files that it serves."""

    address: str
    www: Path
    has_brotli: bool


def nginx() -> str:
    found = os.environ.get("TB_NGINX") or shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not found:
        pytest.fail("nginx is missing: run make test-deploy", pytrace=False)
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run_nginx(tmp: Path, deployed: Path, inside: str, address: str, port: int) -> Iterator[Server]:
    """nginx with a minimal outer configuration, as Debian's own includes conf.d/*.conf."""
    mime = next(path for path in ("/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types") if Path(path).exists())
    shutil.copytree(deployed / "nginx", tmp / "trivselsbasen")
    if MODULE.exists():
        (tmp / "trivselsbasen/brotli.conf.off").rename(tmp / "trivselsbasen/brotli.conf")
    module = f"load_module {MODULE};" if MODULE.exists() else ""
    (tmp / "main.conf").write_text(MAIN.format(module=module, tmp=tmp, mime=mime, inside=inside), encoding="utf-8")
    command = [nginx(), "-c", str(tmp / "main.conf"), "-p", str(tmp), "-e", str(tmp / "error.log")]
    tried = subprocess.run([*command, "-t"], capture_output=True, encoding="utf-8")
    assert tried.returncode == 0 and "[warn]" not in tried.stderr, tried.stderr
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield Server(address, deployed / "www", MODULE.exists())
    finally:
        running.terminate()
        running.wait(10)


def settings(name: str, www: Path, port: int) -> str:
    """A file of deploy/ with the place and the port that this machine gives it."""
    text = (ROOT / "deploy" / name).read_text(encoding="utf-8")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("    listen [::]:80;\n", "")
    assert "/var/www/trivselsbasen" in text
    return text.replace("/var/www/trivselsbasen", str(www))


def readable(folder: Path) -> Path:
    """nginx's workers are another user: let them in."""
    for above in (folder, *folder.parents):
        if above == Path("/tmp"):
            break
        above.chmod(above.stat().st_mode | 0o755)
    return folder


@pytest.fixture(scope="session")
def deployed(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """dist/deploy/ of the site."""
    to = tmp_path_factory.mktemp("deployed") / "deploy"
    pack(ROOT, built_site, to)
    return readable(to)


@pytest.fixture(scope="session")
def at_root(deployed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site at the root of a domain, with deploy/nginx.conf as it stands."""
    port = free_port()
    inside = settings("nginx.conf", deployed / "www", port)
    tmp = readable(tmp_path_factory.mktemp("nginx"))
    yield from run_nginx(tmp, deployed, inside, f"http://127.0.0.1:{port}", port)


@pytest.fixture(scope="session")
def under_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site under /trivsel/ of a server that was there before, with the editors' form."""
    port = free_port()
    project = copy_project(tmp_path_factory.mktemp("under") / "project", "deploy")
    (project / "editor").symlink_to(ROOT / "editor", target_is_directory=True)
    with (project / "data/site.yml").open("a", encoding="utf-8") as file:
        file.write("editor_repository: trivselsbasen/trivselsbasen\neditor: true\n")
    address = f"http://127.0.0.1:{port}/trivsel"
    replace(project / "data/site.yml", "https://trivselsbasen.example/", f"{address}/")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    to = tmp_path_factory.mktemp("deployed-under") / "deploy"
    pack(project, project / "site", to)
    tmp = readable(tmp_path_factory.mktemp("nginx-under"))
    location = settings("nginx/sub-path.conf", readable(to) / "www", port)
    inside = (
        "include trivselsbasen/maps.conf; include trivselsbasen/csp.conf;\n"
        f"server {{ listen 127.0.0.1:{port}; root /nonexistent;\n{location}\n}}"
    )
    yield from run_nginx(tmp, to, inside, address, port)


@pytest.fixture(params=["at_root", "under_path"])
def server(request: pytest.FixtureRequest) -> Server:
    """Either of the two."""
    found: Server = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("TB_CHROMIUM") or ("/usr/bin/chromium" if Path("/usr/bin/chromium").exists() else None)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if is_root else [])
        yield browser
        browser.close()
