"""What nginx sends: the right file, the right headers, the right coding, and the right page when there is none."""

from __future__ import annotations

import gzip
import http.client
import re
from urllib.parse import urlsplit

import brotli
import pytest

from conftest import Server

THEME = "/temaer/private/tidspres/"


class Answer:
    """What a server answers."""

    def __init__(self, server: Server, path: str, **headers: str) -> None:
        url = urlsplit(server.address)
        connection = http.client.HTTPConnection(url.netloc, timeout=10)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", url.path + path, headers=sent)
        answer = connection.getresponse()
        self.status = answer.status
        self.body = answer.read()
        self.headers = {name.lower(): value for name, value in answer.getheaders()}
        self.all = [name.lower() for name, _ in answer.getheaders()]
        connection.close()


def asset(server: Server, name: str) -> str:
    """The address of an asset, by its name without the hash."""
    stem, _, ending = name.rpartition(".")
    [found] = server.www.glob(f"{stem}.????????.{ending}")
    return "/" + found.relative_to(server.www).as_posix()


def pages(server: Server) -> list[str]:
    return ["/", "/en/", THEME, "/en/themes/private/time-pressure/", "/print/", "/om/nyt/"]


# -- Headers


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        (THEME, "text/html; charset=utf-8"),
        ("/kb.json", "application/json; charset=utf-8"),
        ("/om/nyt/feed.atom", "application/atom+xml; charset=utf-8"),
        ("/print/private-04-tidspres.pdf", "application/pdf"),
        ("look.css", "text/css; charset=utf-8"),
        ("page.js", "application/javascript; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
    ],
)
def test_a_file_is_sent_as_what_it_is(server: Server, path: str, kind: str) -> None:
    answer = Answer(server, path if path.startswith("/") else asset(server, f"assets/{path}"))
    assert (answer.status, answer.headers["content-type"]) == (200, kind)


def test_every_page_has_the_policy_and_the_other_headers_once(server: Server) -> None:
    for path in [*pages(server), "/findes-ikke/"]:
        answer = Answer(server, path)
        told = answer.headers
        assert told["x-content-type-options"] == "nosniff" and told["referrer-policy"], path
        assert told["cross-origin-opener-policy"] == told["cross-origin-resource-policy"] == "same-origin", path
        assert "camera=()" in told["permissions-policy"], path
        assert answer.all.count("content-security-policy") == answer.all.count("cache-control") == 1, path


def test_the_policy_lets_no_script_run_but_the_sites_own(at_root: Server) -> None:
    policy = Answer(at_root, "/").headers["content-security-policy"]
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    assert re.fullmatch(r"'self'( 'sha256-[\w+/=]{44}')+", parts["script-src"])
    assert parts["default-src"] == parts["base-uri"] == parts["frame-ancestors"] == "'none'"
    assert "unsafe-inline" not in policy and "unsafe-eval" not in policy


def test_the_editors_form_alone_is_exempt_from_the_policy(under_path: Server) -> None:
    told = Answer(under_path, "/admin/").headers
    assert "content-security-policy" not in told
    assert told["cross-origin-opener-policy"] == "same-origin-allow-popups"  # it signs in with a window of its own


def test_nginx_does_not_tell_its_version(server: Server) -> None:
    assert Answer(server, "/").headers["server"] == "nginx"


# -- Caching


@pytest.mark.parametrize("name", ["assets/look.css", "assets/page.js", "assets/search/engine.js", "search/da.js"])
def test_what_has_a_hash_in_its_name_may_be_kept_for_ever(server: Server, name: str) -> None:
    answer = Answer(server, asset(server, name))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/", THEME, "/kb.json", "/print/private-04-tidspres.pdf", "/om/nyt/feed.atom"])
def test_the_rest_is_asked_for_each_time_and_sent_only_when_it_has_changed(server: Server, path: str) -> None:
    first = Answer(server, path)
    assert first.headers["cache-control"] == "no-cache"
    again = Answer(server, path, If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


# -- Compression


@pytest.mark.parametrize("path", ["/", THEME, "/kb.json", "assets/look.css", "search/da.js"])
def test_the_copy_made_beforehand_is_sent_and_holds_the_same(server: Server, path: str) -> None:
    path = path if path.startswith("/") else asset(server, path)
    plain, packed = Answer(server, path), Answer(server, path, Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip" and packed.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 2


@pytest.mark.parametrize("path", ["/", THEME, "/kb.json", "assets/look.css", "search/da.js"])
def test_brotli_is_sent_where_nginx_has_the_module(server: Server, path: str) -> None:
    if not server.has_brotli:
        pytest.skip("this nginx has no module for brotli")
    path = path if path.startswith("/") else asset(server, path)
    plain, packed = Answer(server, path), Answer(server, path, Accept_Encoding="gzip, br")
    assert packed.headers["content-encoding"] == "br" and packed.headers["vary"] == "Accept-Encoding"
    assert brotli.decompress(packed.body) == plain.body


def test_the_copies_for_brotli_hold_the_same_and_are_smaller_still(at_root: Server) -> None:
    copies = sorted(at_root.www.rglob("*.br"))
    assert copies
    for copy in copies:
        assert brotli.decompress(copy.read_bytes()) == copy.with_suffix("").read_bytes(), copy.name


# -- What is not there


@pytest.mark.parametrize("path", ["/findes-ikke", "/temaer/findes/heller/ikke/", "/assets/nej.css", "/enlig/"])
def test_a_danish_address_that_leads_nowhere_gets_the_danish_page(server: Server, path: str) -> None:
    answer = Answer(server, path)
    assert answer.status == 404 and b'<html lang="da"' in answer.body


@pytest.mark.parametrize("path", ["/en/nowhere", "/en/themes/no/such/thing/"])
def test_an_english_address_that_leads_nowhere_gets_the_english_page(server: Server, path: str) -> None:
    answer = Answer(server, path)
    assert answer.status == 404 and b'<html lang="en"' in answer.body


@pytest.mark.parametrize("path", ["/assets/", "/search/"])
def test_no_folder_is_listed(server: Server, path: str) -> None:
    answer = Answer(server, path)
    assert answer.status in {403, 404} and b"Index of" not in answer.body


@pytest.mark.parametrize("path", ["/../../etc/passwd", "/%2e%2e/nginx/csp.conf", "/assets/../../nginx.conf"])
def test_nothing_beside_the_site_can_be_reached(server: Server, path: str) -> None:
    assert Answer(server, path).status in {400, 403, 404}


def test_a_folder_without_its_slash_leads_to_the_page(server: Server) -> None:
    answer = Answer(server, "/temaer")
    assert answer.status == 301
    assert answer.headers["location"] == urlsplit(server.address).path + "/temaer/"
