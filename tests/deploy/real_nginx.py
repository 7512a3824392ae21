"""A real nginx with the settings of deploy/, for the tests on it and for the benchmark of the pages."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
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
        raise RuntimeError("nginx is missing: run make test-deploy")
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(tmp: Path, deployed: Path, inside: str, address: str, port: int) -> Iterator[Server]:
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
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield Server(address, deployed / "www", MODULE.exists())
    finally:
        process.terminate()
        process.wait(10)


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
