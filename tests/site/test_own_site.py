"""The site of a host who has told who they are: in both languages and in Danish alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from crawl import Page, Site, build, copy_project, replace, text_of
from nu import complaints
from paper import Paper, letters

NAME = "Nordby Kommune"
STATEMENT = "https://www.was.digst.dk/nordby"
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><circle cx="15" cy="15" r="14" fill="#a01c3c"/></svg>'
)
SETTINGS = f"""
host:
  name: {NAME}
  logo: data/logo.svg
  phone: "+45 12 34 56 78"
  mail: trivsel@nordby.example
  accessibility_statement: {STATEMENT}
colours: {{brand: "#7a1f5c", guide: "#5b3fa0"}}
help:
  - role: {{da: Arbejdsmiljørepræsentant, en: Health and safety representative}}
    name: Kim Hansen
    phone: "87 65 43 21"
    mail: kim@nordby.example
  - role: {{da: Psykologisk førstehjælp, en: Psychological first aid}}
    note: {{da: Ring døgnet rundt., en: Call day and night.}}
    phone: "70 20 30 40"
    themes: [private-04, balance-1, case-odense]
"""


def built(project: Path, languages: str) -> Site:
    copy_project(project)
    settings = project / "data/site.yml"
    replace(settings, "languages: [da, en]", f"languages: {languages}")
    replace(settings, "https://trivselsbasen.example/", "https://trivsel.nordby.example/")
    settings.write_text(settings.read_text(encoding="utf-8") + SETTINGS, encoding="utf-8")
    (project / "data/logo.svg").write_text(LOGO, encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    return Site(project / "site")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tmp_path_factory.mktemp("own") / "project", "[da, en]")


@pytest.fixture(scope="module")
def danish(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tmp_path_factory.mktemp("danish") / "project", "[da]")


def pages(site: Site) -> list[Page]:
    """The pages with a header and a footer: all but the one that leads away."""
    return [page for page in site.pages.values() if page.path != "was/"]


# -- Who provides the site


def test_every_page_shows_the_logo_at_its_top_and_reads_it_out_as_the_name(own: Site) -> None:
    logos = "//header[contains(@class, 'tb-head')]//img/@alt"
    assert [page.path for page in pages(own) if page.all(logos) != [NAME]] == []


@pytest.mark.parametrize("link", ["tel:+4512345678", "mailto:trivsel@nordby.example", STATEMENT])
def test_every_footer_tells_how_to_reach_the_host(link: str, own: Site) -> None:
    footer = "//footer[contains(@class, 'tb-foot')]//a/@href"
    assert [page.path for page in pages(own) if link not in page.all(footer)] == []


@pytest.mark.parametrize(
    ("path", "words"),
    [("", "Tilgængelighedserklæring"), ("en/", "Accessibility statement")],
)
def test_the_statement_is_named_in_the_readers_language(path: str, words: str, own: Site) -> None:
    assert [text_of(link) for link in own.pages[path].all(f"//a[@href='{STATEMENT}']")] == [words]


def test_the_logo_is_among_the_sites_own_files(own: Site) -> None:
    sources = {(page.path, src) for page in pages(own) for src in page.all("//img/@src")}
    assert sources and [one for one in sources if own.leads_nowhere(own.pages[one[0]], one[1])] == []


def test_the_statement_is_reached_at_was_at_once(own: Site) -> None:
    assert own.pages["was/"].one("//meta[@http-equiv='refresh']/@content") == f"0; url={STATEMENT}"


def test_the_page_at_was_is_not_for_search_engines(own: Site) -> None:
    page = own.pages["was/"]
    assert (page.one("//meta[@name='robots']/@content"), page.one("//link[@rel='canonical']/@href")) == (
        "noindex",
        STATEMENT,
    )
    assert "/was/" not in own.read("sitemap.xml")


def test_the_checker_of_html_finds_no_fault_in_what_a_host_adds(own: Site) -> None:
    pages = ("was/", "", "temaer/private/tidspres/", "en/themes/private/time-pressure/")
    assert complaints(*(own.root / page / "index.html" for page in pages)) == []


def test_without_a_statement_there_is_no_page_at_was(site: Site) -> None:
    assert "was/" not in site.pages


def test_without_a_host_no_page_tells_of_one(site: Site) -> None:
    marks = "//*[contains(@class, 'tb-strip') or contains(@class, 'tb-foot__host') or @id='help'] | //img"
    assert [page.path for page in site.pages.values() if page.all(marks)] == []


# -- Colours


def test_the_hosts_colours_come_last_of_all_styles(own: Site) -> None:
    styles = {
        page.path: [href.rpartition("/")[2] for href in page.all("//link/@href") if ".css" in href]
        for page in pages(own)
    }
    assert [path for path, names in styles.items() if not names[-1].startswith("host.")] == []


def test_the_hosts_colours_are_a_file_of_the_site(own: Site) -> None:
    [href] = [href for href in own.pages[""].all("//link/@href") if "host." in href and ".css" in href]
    assert "--tb-brand: #7a1f5c;" in own.read(href)


def test_the_usual_colours_need_no_file(site: Site) -> None:
    assert [file.name for file in (site.root / "assets").rglob("host*")] == []


def test_no_page_sets_colours_by_itself(own: Site) -> None:
    assert [
        page.path
        for page in pages(own)
        if page.all("//style")
        or "#7a1f5c" in own.read(page.path + "index.html" if page.path.endswith("/") or not page.path else page.path)
    ] == []


# -- Who to turn to


def help_on(page: Page) -> list[str]:
    return [text_of(one) for one in page.all("//section[@id='help']//h3")]


def test_a_theme_shows_whom_to_turn_to(own: Site) -> None:
    page = own.pages["en/themes/private/time-pressure/"]
    assert help_on(page) == ["Health and safety representative", "Psychological first aid"]


def test_another_theme_shows_those_who_are_for_all_themes(own: Site) -> None:
    assert help_on(own.pages["temaer/private/ledelse/"]) == ["Arbejdsmiljørepræsentant"]


@pytest.mark.parametrize("entry", ["balance-1", "case-odense"])
def test_a_balance_or_case_shows_those_who_name_it(entry: str, own: Site) -> None:
    assert help_on(own.page_of(entry)) == ["Psykologisk førstehjælp"]


def test_whom_to_turn_to_is_in_the_list_of_contents(own: Site) -> None:
    shown = [page for page in pages(own) if help_on(page)]
    assert shown and [page.path for page in shown if "#help" not in page.hrefs] == []


def test_whom_to_turn_to_can_be_called_and_written_to(own: Site) -> None:
    links = own.pages["temaer/private/tidspres/"].all("//section[@id='help']//a/@href")
    assert links == ["tel:87654321", "mailto:kim@nordby.example", "tel:70203040"]


# -- Danish alone


def test_danish_alone_has_the_danish_pages_of_both(own: Site, danish: Site) -> None:
    assert sorted(danish.pages) == sorted(path for path in own.pages if not path.startswith("en/"))


def test_danish_alone_leaves_no_english_file(danish: Site) -> None:
    names = [file.relative_to(danish.root).as_posix() for file in danish.root.rglob("*")]
    assert [
        name for name in names if name.startswith("en/") or re.search(r"(^|[/.])en(\.\w+)?\.(js|md|html)$", name)
    ] == []


def test_danish_alone_leads_to_no_english_page(danish: Site) -> None:
    english = [
        (page.path, to) for page in danish.pages.values() for to, _ in danish.links(page) if to.startswith("en/")
    ]
    assert english == []


def test_every_link_of_danish_alone_leads_somewhere(danish: Site) -> None:
    assert danish.dead() == []


def test_danish_alone_offers_no_other_language(danish: Site) -> None:
    offers = "//*[@hreflang] | //meta[@property='og:locale:alternate'] | //a[@data-language]"
    assert [page.path for page in danish.pages.values() if page.all(offers)] == []


def test_danish_alone_tells_machines_of_danish_alone(danish: Site) -> None:
    assert danish.kb["languages"] == ["da"]
    assert {tuple(entry[part]) for entry in danish.kb["entries"] for part in ("title", "url", "text")} == {("da",)}
    assert [sign for sign in ("hreflang", "/en/") if sign in danish.read("sitemap.xml")] == []


# -- On paper


def test_the_sheets_tell_who_provides_the_site_and_who_to_turn_to(own: Site) -> None:
    paper = Paper(own.root / "print/private-04-tidspres.pdf")
    for told in (NAME, "Arbejdsmiljørepræsentant", "Kim Hansen", "87 65 43 21", "Ring døgnet rundt."):
        assert letters(told) in paper.text, told
    assert {"tel:87654321", "mailto:kim@nordby.example", "tel:+4512345678"} <= set(paper.links)


def test_a_sheet_that_nobody_is_named_for_tells_nobody(own: Site) -> None:
    assert letters("Psykologisk førstehjælp") not in Paper(own.root / "print/private-06-svaere-kald.pdf").text


def test_a_site_in_danish_alone_has_no_english_sheets(danish: Site) -> None:
    assert not (danish.root / "en").exists() and list((danish.root / "print").glob("*.pdf"))
