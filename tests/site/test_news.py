"""What's new: the page, CHANGES.json and the feeds tell the same, from the releases."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from crawl import ROOT, Site, build, copy_project, replace
from lxml import etree

from kb.changes.edition import number_of, read_releases
from kb.links import KnowledgeBase

ATOM = {"a": "http://www.w3.org/2005/Atom"}
FEEDS = {"da": "om/nyt/feed.atom", "en": "en/about/whats-new/feed.atom"}
PAGES = {"da": "om/nyt/", "en": "en/about/whats-new/"}
THEME = "data/themes/private/04-tidspres.yml"


@pytest.fixture(scope="session")
def later(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site after the newest release: one statement has changed."""
    project = copy_project(tmp_path_factory.mktemp("later") / "project")
    replace(project / THEME, "da: Mange ansatte i kunde-", "da: Rigtig mange ansatte i kunde-")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(project / "site")


def feed(site: Site, locale: str) -> etree._Element:
    return etree.fromstring((site.root / FEEDS[locale]).read_bytes())


def test_each_release_is_a_file_and_has_its_date_and_words(base: KnowledgeBase) -> None:
    releases, problems = read_releases(ROOT)
    assert problems == []
    assert {one.version for one in releases} <= {one.version for one in base.releases}


def test_the_releases_are_told_newest_first(base: KnowledgeBase) -> None:
    numbers = [number_of(one.version) for one in base.releases]
    assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize("locale", ["da", "en"])
def test_the_page_tells_every_release(site: Site, base: KnowledgeBase, locale: str) -> None:
    page = site.pages[PAGES[locale]]
    assert [one for one in base.releases if f"v{one.version.replace('.', '-')}" not in page.ids] == []


def test_changes_json_tells_what_has_changed_since_the_version_before(site: Site) -> None:
    told = json.loads(site.read("CHANGES.json"))
    assert told.keys() == {"version", "since", "added", "changed", "removed"}
    assert told["version"] == json.loads(site.read("kb.json"))["version"]


@pytest.mark.parametrize("locale", ["da", "en"])
def test_an_entry_that_changes_is_told_with_a_link_to_it(later: Site, locale: str) -> None:
    hrefs = later.pages[PAGES[locale]].hrefs
    assert [href for href in hrefs if href.endswith("#private-04-f2")] != []


def test_an_entry_that_changes_stands_in_changes_json(later: Site) -> None:
    told = json.loads(later.read("CHANGES.json"))
    assert "private-04-f2" in {one["id"] for one in told["changed"]}


# -- The feeds (RFC 4287)


@pytest.mark.parametrize("locale", ["da", "en"])
def test_a_feed_has_what_a_feed_must_have(site: Site, locale: str) -> None:
    root = feed(site, locale)
    assert root.tag == f"{{{ATOM['a']}}}feed"
    for one in (root, *root.findall("a:entry", ATOM)):
        assert [len(one.findall(f"a:{name}", ATOM)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", one.findtext("a:updated", "", ATOM))
    assert root.findtext("a:author/a:name", "", ATOM)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == locale


@pytest.mark.parametrize("locale", ["da", "en"])
def test_the_links_of_a_feed_lead_to_the_page(site: Site, locale: str) -> None:
    root = feed(site, locale)
    for link in root.findall(".//a:link", ATOM):
        path, _, anchor = link.get("href", "").removeprefix("https://trivselsbasen.example/").partition("#")
        assert path in {PAGES[locale], FEEDS[locale]}
        assert not anchor or anchor in site.pages[PAGES[locale]].ids


def test_the_entries_of_a_feed_have_ids_of_their_own(site: Site) -> None:
    ids = [one.text for one in feed(site, "da").findall("a:entry/a:id", ATOM)]
    assert ids and len(ids) == len(set(ids))


def test_every_page_names_the_feed_of_its_language(site: Site) -> None:
    given = {(page.locale, page.one("//link[@type='application/atom+xml']/@href")) for page in site.indexed}
    assert given == {(locale, f"https://trivselsbasen.example/{path}") for locale, path in FEEDS.items()}


def test_the_page_leads_to_the_feed(site: Site) -> None:
    assert (site.root / "om/nyt" / "feed.atom").is_file() and "feed.atom" in site.pages["om/nyt/"].hrefs
    assert Path(site.root / "en/about/whats-new/feed.atom").is_file()
