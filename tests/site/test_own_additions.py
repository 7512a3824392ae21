"""A site with a host's own additions beside data/: there, marked, and left out of the public build."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from crawl import ROOT, Site, build, copy_project, replace
from nu import complaints
from playwright.sync_api import Browser
from wcag import broken_rules

from serving import served

OWN = "fra Eksempelby Kommune"


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the example folder as local/."""
    folder = copy_project(tmp_path_factory.mktemp("own") / "project")
    shutil.copytree(ROOT / "deploy/local-example", folder / "local")
    return folder


@pytest.fixture(scope="session")
def own(project: Path) -> Site:
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(project / "site")


@pytest.fixture(scope="session")
def public(project: Path) -> Site:
    """The public build of the same project."""
    done = build(project, project / "public", TB_PUBLIC="1")
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(project / "public")


@pytest.mark.parametrize(
    "path",
    [
        "temaer/private/tidspres/", "temaer/", "temaer/egne/", "temaer/egne/hjemmearbejde/", "eksempler/",
        "organisationer/", "organisationer/borgerlinjen/", "henvisninger/", "ordliste/", "forskning/", "spoergsmaal/",
        "handlinger/", "kilder/", "print/",
    ],
)  # fmt: skip
def test_what_is_the_hosts_own_says_so_wherever_it_stands(own: Site, path: str) -> None:
    assert OWN.casefold() in own.pages[path].text.casefold()


def test_an_own_example_stands_in_its_theme_and_among_all_examples(own: Site) -> None:
    assert "local-e1" in own.pages["temaer/private/tidspres/"].ids
    assert "local-e1" in own.pages["eksempler/"].ids


def test_notes_stand_where_they_belong(own: Site) -> None:
    action = own.pages["temaer/private/tidspres/"].by_id("private-04-a1")
    assert action.xpath(".//*[@role='note'][@id='local-n2']")


WITH_OWN = ("temaer/private/tidspres/", "temaer/egne/hjemmearbejde/", "organisationer/borgerlinjen/")


def test_the_checker_of_html_finds_no_fault_in_them(own: Site) -> None:
    assert complaints(*(own.root / page / "index.html" for page in WITH_OWN)) == []


def test_they_break_no_rule_of_accessibility(own: Site, browser: Browser) -> None:
    with served(own.root) as address, browser.new_context(base_url=address, reduced_motion="reduce") as context:
        page = context.new_page()
        broken = {}
        for path in WITH_OWN:
            page.goto("/" + path)
            broken[path] = broken_rules(page)
    assert broken == {path: [] for path in WITH_OWN}


def test_no_link_of_such_a_site_leads_nowhere(own: Site) -> None:
    assert own.dead() == []


def test_a_text_without_english_is_shown_in_danish_and_says_so(own: Site) -> None:
    assert own.pages["en/themes/private/difficult-calls/"].by_id("local-e2").xpath(".//*[@lang='da']")


def test_the_public_build_holds_no_word_of_them(public: Site) -> None:
    holding = [
        path.relative_to(public.root).as_posix()
        for path in public.root.rglob("*")
        if path.is_file() and any(word in path.read_bytes() for word in (b"local-", b"Eksempelby"))
    ]
    # The pages for hosts and editors tell how such ids are written.
    told = ("om/egen-kopi", "en/about/own-copy", "om/redaktoer", "en/about/editors")
    assert [path for path in holding if not path.startswith(told)] == []


def test_they_are_no_news(own: Site, public: Site) -> None:
    assert own.read("CHANGES.json") == public.read("CHANGES.json")


def test_the_hash_of_the_data_is_that_of_data_alone(own: Site, public: Site) -> None:
    assert json.loads(own.read("kb.json"))["generated_from"] == json.loads(public.read("kb.json"))["generated_from"]


def test_an_update_of_the_base_leaves_them_as_they_are(project: Path, tmp_path: Path) -> None:
    updated = copy_project(tmp_path / "updated", "local", of=project)
    theme = updated / "data/themes/private/04-tidspres.yml"
    replace(theme, "da: Mange ansatte i kunde-", "da: Rigtig mange ansatte i kunde-")
    done = build(updated, updated / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "local-e1" in Site(updated / "site").pages["temaer/private/tidspres/"].ids
