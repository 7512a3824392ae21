"""Every link leads somewhere, and nothing is fetched from another host."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawl import Site, in_css


def test_every_link_and_anchor_leads_somewhere(site: Site) -> None:
    dead = [(page.path, href) for page in site.pages.values() for href in page.hrefs if site.leads_nowhere(page, href)]
    assert dead == []


def test_every_style_script_and_icon_is_there(site: Site) -> None:
    missing = [(page.path, src) for page in site.pages.values() for src in page.loaded if site.leads_nowhere(page, src)]
    assert missing == []


def test_every_file_that_a_style_sheet_loads_is_there(site: Site) -> None:
    loaded = [(css, url) for css in site.root.rglob("*.css") for url in in_css(css.read_text(encoding="utf-8"))]
    assert [(css, url) for css, url in loaded if not url.startswith("data:") and not (css.parent / url).is_file()] == []


def test_no_page_loads_anything_from_another_host(site: Site) -> None:
    loaded = {url for page in site.pages.values() for url in page.loaded}
    assert [url for url in loaded if urlsplit(url).scheme or urlsplit(url).netloc] == []


def test_no_style_sheet_loads_anything_from_another_host(site: Site) -> None:
    loaded = {url for css in site.root.rglob("*.css") for url in in_css(css.read_text(encoding="utf-8"))}
    assert [url for url in loaded if urlsplit(url).scheme not in {"", "data"} or urlsplit(url).netloc] == []


def test_no_page_opens_a_connection_in_advance(site: Site) -> None:
    hints = ("preconnect", "dns-prefetch", "prefetch", "prerender")
    rels = {rel for page in site.pages.values() for rels in page.all("//link/@rel") for rel in str(rels).split()}
    assert rels.isdisjoint(hints)


def test_no_script_of_ours_names_another_host(site: Site) -> None:
    scripts = [one for one in (site.root / "assets").rglob("*.js") if "javascripts" not in one.parts]
    name_of_svg = "http://www.w3.org/2000/svg"  # a name, which nobody fetches
    remote = re.compile(r"""["'`]\s*(https?:)?//""")
    said = {one.name: one.read_text(encoding="utf-8").replace(name_of_svg, "") for one in scripts}
    assert len(said) > 10 and [name for name, text in said.items() if remote.search(text)] == []


def test_links_to_other_hosts_are_https(site: Site) -> None:
    links = {href for page in site.pages.values() for href in page.hrefs if "://" in href}
    assert [href for href in links if not href.startswith("https://")] == []


def test_no_link_opens_a_window(site: Site) -> None:
    assert [page.path for page in site.pages.values() if page.all("//a[@target]")] == []


def test_no_link_is_empty_to_a_screen_reader(site: Site) -> None:
    silent = [
        (page.path, link.get("href"))
        for page in site.pages.values()
        for link in page.all("//a[@href]")
        if not (link.text_content().strip() or link.get("aria-label") or link.get("title"))
    ]
    assert silent == []
