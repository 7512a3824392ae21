"""kb.json, on which others rely (design.md §3): its shape, and that it agrees with the pages."""

from __future__ import annotations

import re

import pytest
from crawl import ROOT, Site, text_of

from kb.export import data_hash

BILINGUAL = ("title", "url", "text")
WORDS = {
    "series", "theme", "finding", "question", "action", "example", "organisation", "guide", "balance", "voice", "case",
    "statistic", "reference", "source", "term",
}  # fmt: skip


def test_it_has_the_keys_of_the_design(site: Site) -> None:
    assert list(site.kb) == ["version", "generated_from", "languages", "entries"]


def test_it_names_both_languages(site: Site) -> None:
    assert site.kb["languages"] == ["da", "en"]


def test_it_tells_the_version_of_the_program(site: Site) -> None:
    assert f'version = "{site.kb["version"]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_it_tells_the_hash_of_the_data_it_was_made_from(site: Site) -> None:
    assert site.kb["generated_from"] == data_hash(ROOT / "data")


def test_the_hash_is_a_sha_256(site: Site) -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", site.kb["generated_from"])


def test_the_hash_changes_with_the_data(site: Site, hosted: Site) -> None:
    assert site.kb["generated_from"] != hosted.kb["generated_from"]


def test_every_entry_has_the_keys_of_the_design(site: Site) -> None:
    keys = {tuple(entry) for entry in site.kb["entries"]}
    assert keys == {("id", "kind", "title", "url", "text", "links", "source")}


@pytest.mark.parametrize("key", BILINGUAL)
def test_what_is_told_is_told_in_both_languages(key: str, site: Site) -> None:
    assert {tuple(entry[key]) for entry in site.kb["entries"]} == {("da", "en")}


def test_the_entries_are_sorted_by_id(site: Site) -> None:
    ids = [entry["id"] for entry in site.kb["entries"]]
    assert ids == sorted(set(ids))


def test_a_kind_is_a_word_of_the_design(site: Site) -> None:
    assert {entry["kind"] for entry in site.kb["entries"]} == WORDS


def test_no_title_is_empty(site: Site) -> None:
    assert [entry["id"] for entry in site.kb["entries"] if not all(entry["title"].values())] == []


def test_only_references_and_sources_may_lack_a_text(site: Site) -> None:
    silent = {entry["kind"] for entry in site.kb["entries"] if not all(entry["text"].values())}
    assert silent <= {"reference", "source"}


def test_texts_hold_no_marks(site: Site) -> None:
    marks = re.compile(r"\*\*|\]\(|<[a-z/]|&[a-z]+;")
    texts = {entry["id"]: " ".join([*entry["title"].values(), *entry["text"].values()]) for entry in site.kb["entries"]}
    assert [entry for entry, text in texts.items() if marks.search(text)] == []


def test_an_address_is_one_from_the_root_of_the_site(site: Site) -> None:
    addresses = {address for entry in site.kb["entries"] for address in entry["url"].values()}
    assert [address for address in addresses if not re.fullmatch(r"/([a-z0-9-]+/)*(#[a-z0-9-]+)?", address)] == []


@pytest.mark.parametrize("locale", ["da", "en"])
def test_the_page_and_anchor_of_every_entry_exist(locale: str, site: Site) -> None:
    places = {entry["id"]: site.place_of(entry["id"], locale) for entry in site.kb["entries"]}
    lost = {
        entry: (path, anchor)
        for entry, (path, anchor) in places.items()
        if path not in site.pages or (anchor and anchor not in site.pages[path].ids)
    }
    assert lost == {}


@pytest.mark.parametrize("locale", ["da", "en"])
def test_an_address_lies_in_its_language(locale: str, site: Site) -> None:
    astray = [entry["id"] for entry in site.kb["entries"] if site.page_of(entry["id"], locale).locale != locale]
    assert astray == []


@pytest.mark.parametrize("locale", ["da", "en"])
def test_the_whole_text_of_an_entry_stands_on_its_page(locale: str, site: Site) -> None:
    missing = [
        (entry["id"], line)
        for entry in site.kb["entries"]
        for line in entry["text"][locale].split("\n")
        if line not in site.page_of(entry["id"], locale).text
    ]
    assert missing == []


@pytest.mark.parametrize("locale", ["da", "en"])
@pytest.mark.parametrize("kind", ["finding", "question", "action", "example", "voice", "term", "guide"])
def test_a_part_of_a_page_stands_at_its_anchor(kind: str, locale: str, site: Site) -> None:
    elsewhere = []
    for entry in site.of_kind(kind):
        _, anchor = site.place_of(entry["id"], locale)
        page = site.page_of(entry["id"], locale)
        if anchor and entry["text"][locale] not in text_of(page.by_id(anchor)):
            elsewhere.append(entry["id"])
    assert elsewhere == []


def test_links_lead_to_entries(site: Site) -> None:
    links = {link for entry in site.kb["entries"] for link in entry["links"]}
    assert links - site.entries.keys() == set()


def test_links_hold_in_both_directions(site: Site) -> None:
    one_way = [
        (entry["id"], link)
        for entry in site.kb["entries"]
        for link in entry["links"]
        if entry["id"] not in site.entries[link]["links"]
    ]
    assert one_way == []


def test_links_are_sorted_and_lead_away(site: Site) -> None:
    wrong = [e["id"] for e in site.kb["entries"] if e["links"] != sorted(set(e["links"]) - {e["id"]})]
    assert wrong == []


def test_no_entry_stands_alone_but_terms_in_no_document(site: Site) -> None:
    assert [entry["id"] for entry in site.kb["entries"] if not entry["links"] and entry["kind"] != "term"] == []


def test_a_source_is_a_source_with_a_place_in_it(site: Site) -> None:
    named = [source for entry in site.kb["entries"] for source in entry["source"]]
    sources = {entry["id"] for entry in site.of_kind("source")}
    assert [one for one in named if list(one) != ["id", "place"] or one["id"] not in sources or not one["place"]] == []


def test_only_terms_and_sources_name_no_source(site: Site) -> None:
    assert {entry["kind"] for entry in site.kb["entries"] if not entry["source"]} == {"term", "source"}
