"""What a host may set in data/site.yml: an address below a path, mail, repository, and English as it comes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from crawl import Page, Site

from kb.links import KnowledgeBase
from kb.model import Entry

REPOSITORY = "https://git.example.dk/bfa/basen"
EDIT = re.compile(re.escape(REPOSITORY) + r"/blob/main/(?P<path>data/[\w./-]+\.yml)#L(?P<line>\d+)")

# -- An address below a path


def test_canonical_addresses_follow_the_base_address(hosted: Site) -> None:
    given = {page.path: page.one("//link[@rel='canonical']/@href") for page in hosted.indexed}
    assert given == {page.path: f"https://example.dk/sti/{page.path}" for page in hosted.indexed}


def test_alternates_follow_the_base_address(hosted: Site) -> None:
    others = {href for page in hosted.indexed for href in page.all("//link[@rel='alternate']/@href")}
    assert [href for href in others if not href.startswith("https://example.dk/sti/")] == []


def test_structured_data_follows_the_base_address(hosted: Site) -> None:
    data = [json.loads(page.one("//script[@type='application/ld+json']/text()")) for page in hosted.indexed]
    addresses = {thing["@id"] for one in data for thing in one["@graph"] if "@id" in thing}
    assert [address for address in addresses if not address.startswith("https://example.dk/sti/")] == []


def test_the_sitemap_follows_the_base_address(hosted: Site) -> None:
    addresses = re.findall(r"<loc>(.*?)</loc>", hosted.read("sitemap.xml"))
    assert addresses and [one for one in addresses if not one.startswith("https://example.dk/sti/")] == []


def test_the_lost_page_links_below_the_path(hosted: Site) -> None:
    lost = hosted.pages["404.html"]
    assert [
        one for one in [*lost.hrefs, *lost.loaded] if not one.startswith(("/sti/", "#", "https://", "mailto:"))
    ] == []


def test_every_link_leads_somewhere_below_the_path(hosted: Site) -> None:
    assert hosted.dead() == []


def test_no_page_but_the_lost_one_knows_where_the_site_stands(hosted: Site) -> None:
    links = {href for page in hosted.indexed for href in [*page.hrefs, *page.loaded]}
    assert [href for href in links if href.startswith("/")] == []


def test_addresses_in_kb_json_are_from_the_root_of_the_site(site: Site, hosted: Site) -> None:
    assert [entry["url"] for entry in hosted.kb["entries"]] == [entry["url"] for entry in site.kb["entries"]]


# -- Mail and repository


def report_links(page: Page) -> list[str]:
    return [href for href in page.hrefs if href.startswith("mailto:")]


def test_with_a_mail_address_every_page_offers_to_report_an_error(hosted: Site) -> None:
    assert [page.path for page in hosted.indexed if not report_links(page)] == []


def test_a_report_names_the_page_in_its_subject(hosted: Site) -> None:
    page = hosted.pages["en/themes/private/time-pressure/"]
    assert set(report_links(page)) == {"mailto:fejl@example.dk?subject=Trivselsbasen%3A%20Time%20pressure"}


def test_without_a_mail_address_no_page_offers_to_report_an_error(site: Site) -> None:
    assert [page.path for page in site.pages.values() if report_links(page)] == []


def test_without_a_mail_address_a_page_tells_how_to_contribute_instead(site: Site) -> None:
    assert ("om/bidrag/", "") in site.links(site.pages["temaer/private/tidspres/"])


def edit_links(page: Page, what: str = "//a") -> list[str]:
    return [str(href) for href in page.all(f"{what}/@href") if str(href).startswith(REPOSITORY)]


@pytest.mark.parametrize("locale", ["da", "en"])
def test_edit_this_page_leads_to_the_line_of_the_entry_that_made_it(
    locale: str, hosted: Site, base: KnowledgeBase
) -> None:
    footer = "//footer[contains(@class, 'tb-prov')]//a"
    with_page = [one.id for one in base.all(Entry) if not hosted.place_of(one.id)[1]]
    pages = {one: hosted.page_of(one, locale) for one in with_page}
    lines = {i: f"{REPOSITORY}/blob/main/{base.where[i].path}#L{base.where[i].line}" for i in pages}
    assert {i: edit_links(page, footer) for i, page in pages.items()} == {i: [line] for i, line in lines.items()}


def test_every_edit_link_leads_to_a_line_that_holds_an_entry(hosted: Site) -> None:
    data = hosted.root.parent
    links = {href for page in hosted.pages.values() for href in edit_links(page) if "/data/" in href}
    assert [href for href in links if not re.match(r"\s*(- )?id: ", line_of(data, href))] == []


@pytest.mark.parametrize(("address", "file"), [("om/bidrag/", "bidrag.md"), ("en/about/contribute/", "bidrag.en.md")])
def test_a_page_by_hand_is_edited_in_docs(address: str, file: str, hosted: Site) -> None:
    assert edit_links(hosted.pages[address]) == [f"{REPOSITORY}/blob/main/docs/om/{file}#L1"]


def test_the_edit_link_of_a_part_leads_to_the_line_of_that_part(hosted: Site) -> None:
    data = hosted.root.parent
    wrong = []
    for page in hosted.pages.values():
        for tools in page.all("//*[contains(concat(' ', @class, ' '), ' tb-tools ')]"):
            [copy, edit] = tools.xpath(".//a/@href")
            if line_of(data, edit).rpartition("id: ")[2] != copy.removeprefix("#"):
                wrong.append((page.path, copy, edit))
    assert wrong == []


def line_of(project: Path, href: str) -> str:
    """The line of the data that an edit link leads to."""
    found = EDIT.fullmatch(href)
    assert found, href
    return (project / found["path"]).read_text(encoding="utf-8").splitlines()[int(found["line"]) - 1].rstrip()


def test_without_a_repository_no_page_offers_to_edit_it(site: Site) -> None:
    offers = "//a[contains(@class, 'tb-edit') or contains(@href, '#L')]"
    assert [page.path for page in site.pages.values() if page.all(offers)] == []


# -- English as it comes


@pytest.mark.parametrize("entry", ["private-01-f1", "private-01-q1"])
@pytest.mark.parametrize("path", ["en/themes/private/instruction-and-training/", ""])
def test_where_the_english_is_missing_the_danish_stands_marked_as_danish(
    entry: str, path: str, half_english: Site
) -> None:
    lists = {"private-01-f1": "en/research/", "private-01-q1": "en/questions/"}
    item = half_english.pages[path or lists[entry]].by_id(entry)
    marked = [" ".join(one.text_content().split()) for one in item.xpath(".//*[@lang='da']")]
    assert half_english.entries[entry]["text"]["da"] in marked


def notices(page: Page) -> int:
    return len(page.all("//*[contains(@class, 'tb-fallback')]"))


def test_a_page_with_danish_in_it_says_so_once(half_english: Site) -> None:
    assert notices(half_english.pages["en/themes/private/instruction-and-training/"]) == 1


def test_a_page_that_is_english_throughout_says_nothing_of_it(half_english: Site) -> None:
    assert notices(half_english.pages["en/themes/private/leadership/"]) == 0


def test_danish_pages_say_nothing_of_missing_english(half_english: Site) -> None:
    assert [page.path for page in half_english.indexed if page.locale == "da" and notices(page)] == []


def test_no_page_says_that_english_is_missing_while_none_is(site: Site) -> None:
    assert [page.path for page in site.pages.values() if notices(page)] == []


def test_every_page_that_marks_a_missing_text_has_the_notice(half_english: Site) -> None:
    texts = {half_english.entries[entry]["text"]["da"][:40] for entry in ("private-01-f1", "private-01-q1")}
    shown = [page for page in half_english.english if any(text in page.text for text in texts)]
    assert [page.path for page in shown if not notices(page)] == []


def test_a_fault_in_the_english_of_one_text_leaves_the_others_english(half_english: Site) -> None:
    page = half_english.pages["en/themes/private/instruction-and-training/"]
    assert half_english.entries["private-01-f2"]["text"]["en"] in page.text
