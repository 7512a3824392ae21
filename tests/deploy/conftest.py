"""A real nginx with the settings of deploy/, before the site as `make deploy` packs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from crawl import ROOT, build, copy_project, replace
from real_nginx import Server, free_port, readable, running, settings

from kb.deploy.pack import pack


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
    with running(tmp, deployed, inside, f"http://127.0.0.1:{port}", port) as server:
        yield server


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
    with running(tmp, to, inside, address, port) as server:
        yield server


@pytest.fixture(params=["at_root", "under_path"])
def server(request: pytest.FixtureRequest) -> Server:
    """Either of the two."""
    found: Server = request.getfixturevalue(request.param)
    return found
