"""The offline copy as a whole: what belongs in it, and what keeps it from being packed."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import pytest

from kb.offline import archive, names
from kb.offline.faults import Refused
from kb.offline.licences import licences
from kb.offline.pack import Edition, copy_of, pack

ROOT = Path(__file__).parents[2]
WHEN = datetime.datetime(2026, 1, 31, 12, 0, 5, tzinfo=datetime.UTC)
EDITION = Edition("1.2.3", "https://host.example/", WHEN)


def copied(**files: str) -> dict[str, bytes]:
    """The copy of a site with a front page and some files; __ in a name stands for a slash, _ for a dot."""
    site = {name.replace("__", "/").replace("_", "."): text.encode() for name, text in files.items()}
    return copy_of({"index.html": b"<p>x</p>"} | site, EDITION)


def told(body: str) -> str:
    """What is told of a front page with this in it, beside a page at om/."""
    with pytest.raises(Refused) as refused:
        copied(index_html=f"<!doctype html>\n{body}", om__index_html="<p>x</p>")
    return str(refused.value)


# -- What belongs in it


def test_a_style_sheet_that_a_page_uses_comes_with_what_it_loads() -> None:
    site = {
        "index_html": '<link rel="stylesheet" href="assets/x/a.css">',
        "assets__x__a_css": "@import 'b.css'; a { background: url(../i.svg) }",
        "assets__x__b_css": '@font-face { src: url("../f.woff2") }',
        "assets__i_svg": "<svg/>",
        "assets__f_woff2": "f",
        "assets__x__c_css": "",
    }
    assert sorted(copied(**site)) == [
        "assets/f.woff2",
        "assets/i.svg",
        "assets/x/a.css",
        "assets/x/b.css",
        "index.html",
    ]


def test_a_script_comes_with_those_that_it_or_its_page_names() -> None:
    site = {
        "index_html": '<script src="assets/a.js"></script><p data-search="assets/b.js assets/c.js">',
        "assets__a_js": 'load(root + "/d.js")\n//# sourceMappingURL=a.js.map',
        "assets__b_js": "",
        "assets__c_js": "",
        "assets__d_js": "",
        "assets__e_js": "",
        "assets__a_js_map": "",
    }
    assert sorted(copied(**site)) == ["assets/a.js", "assets/b.js", "assets/c.js", "assets/d.js", "index.html"]


@pytest.mark.parametrize("name", ["kb_json", "search__da_js", "print__ark_pdf", "om__index_html", "feed_xml"])
def test_what_is_no_part_of_the_program_comes_although_nothing_leads_to_it(name: str) -> None:
    assert len(copied(**{name: "x"})) == 2


@pytest.mark.parametrize("name", ["404_html", "sitemap_xml", "robots_txt", "_htaccess"])
def test_what_only_a_web_server_needs_stays_out(name: str) -> None:
    assert sorted(copied(**{name: "x"})) == ["index.html"]


# -- Links that would lead a reader astray


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<a href="temaer/">', "“temaer/” leads to no file of the copy"),
        ('<a href="om/ark.pdf">', "“om/ark.pdf” leads to no file of the copy"),
        ('<img src="x.png">', "“x.png” leads to no file of the copy"),
        ('<p style="background: url(x.png)">', "“x.png” leads to no file of the copy"),
        ("<style>a { background: url('x.png') }</style>", "“x.png” leads to no file of the copy"),
        ('<p data-search="./x.js">', "“./x.js” leads to no file of the copy"),
        ('<meta http-equiv="refresh" content="0; url=x/">', "“x/index.html” leads to no file"),
        ('<a href="../om/">', "“../om/index.html” leads out of the copy"),
        ('<a href="file:///c:/x.html">', "“file:///c:/x.html” can't be followed from a folder"),
        ('<a href="javascript:x()">', "“javascript:x()” can't be followed from a folder"),
        ('<script src="https://other.example/x">', "“https://other.example/x” is fetched from the network"),
        ('<img srcset="https://other.example/x.png 2x">', "“https://other.example/x.png” is fetched from the network"),
        ('<base href="om/">', "<base> moves every link of the page"),
        ('<a href="http://[half">', "“http://[half” is no address"),
    ],
)  # fmt: skip
def test_a_link_that_leads_astray_is_told(body: str, said: str) -> None:
    said = said.replace("“temaer/”", "“temaer/index.html”")
    assert f"index.html:2: fault: {said}" in told(body)


def test_a_link_to_the_servers_root_is_told() -> None:
    with pytest.raises(Refused, match="“/elsewhere/” begins at the server's root"):
        copy_of({"index.html": b'<a href="/elsewhere/">'}, Edition("1", "https://host.example/sti/", WHEN))


def test_a_style_sheet_that_loads_from_the_network_is_told() -> None:
    with pytest.raises(Refused, match=r"assets/a\.css:1: fault: “https://other\.example/f\.woff2” is fetched"):
        copied(
            index_html='<link rel="stylesheet" href="assets/a.css">',
            assets__a_css="@import 'https://other.example/f.woff2';",
        )


def test_a_fault_is_told_in_danish_too() -> None:
    assert "index.html:2: fejl: ”x.html” fører ikke til nogen fil i kopien\n" in told('<a href="x.html">')


def test_links_that_a_reader_follows_may_lead_outwards() -> None:
    text = '<a href="https://other.example/x/">x</a><a href="mailto:a@b.example">x</a><a href="tel:112">x</a>'
    assert copied(index_html=text)["index.html"].decode() == text


def test_a_site_without_a_front_page_is_no_site() -> None:
    with pytest.raises(Refused, match="the front page is missing"):
        copy_of({}, EDITION)


# -- File names


@pytest.mark.parametrize(
    "path",
    [
        "a:b.html", "a?.html", 'a".html', "a\\b.html", "a|b.html", "a*.html", "<a>.html", "a\n.html", "mål.html",
        "con", "CON.html", "x/nul/index.html", "aux.tar.gz", "com1.txt", "Lpt9", "a./index.html", "a /index.html",
        "a.html ", " a.html", "a#b.html", "a%20b.html",
    ],
)  # fmt: skip
def test_a_name_that_not_every_system_can_keep_is_told(path: str) -> None:
    assert len(list(names.check([path], "top"))) == 1


@pytest.mark.parametrize("path", ["index.html", "console/index.html", "com/1.html", "a b.html", "a-b_c.min.css", ".x"])
def test_an_ordinary_name_will_do(path: str) -> None:
    assert list(names.check([path], "top")) == []


@pytest.mark.parametrize("paths", [["a/x", "A/y"], ["a.html", "A.HTML"], ["a", "A/x"]])
def test_names_that_only_capitals_tell_apart_are_told(paths: list[str]) -> None:
    assert len(list(names.check(paths, "top"))) == 1


@pytest.mark.parametrize(("length", "faults"), [(179, 0), (180, 1)])
def test_a_path_is_under_180_characters_with_its_top_folder(length: int, faults: int) -> None:
    assert len(list(names.check(["x" * (length - len("top/"))], "top"))) == faults


# -- Writing


def site_at(folder: Path, **files: str) -> Path:
    for name, text in {"index.html": "<p>x</p>", **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.mark.parametrize("broken", [{"om/index.html": '<a href="x">'}, {"om/CON.html": "x"}])
def test_a_copy_with_a_fault_leaves_the_last_one_as_it_was(broken: dict[str, str], tmp_path: Path) -> None:
    pack(site_at(tmp_path / "site"), ROOT, tmp_path / "dist", EDITION)
    before = {path.name: path.read_bytes() for path in (tmp_path / "dist").iterdir()}
    with pytest.raises(Refused):
        pack(site_at(tmp_path / "site", **broken), ROOT, tmp_path / "dist", EDITION)
    assert {path.name: path.read_bytes() for path in (tmp_path / "dist").iterdir()} == before


def test_a_copy_that_grows_too_large_is_not_left_half_written(tmp_path: Path) -> None:
    with pytest.raises(archive.TooLarge):
        archive.write(tmp_path / "a.zip", {"a": b"x" * 1000}, WHEN, most=100)
    assert list(tmp_path.iterdir()) == []


def test_a_date_before_zips_could_tell_one_is_the_first_they_can(tmp_path: Path) -> None:
    archive.write(tmp_path / "a.zip", {"a": b"x"}, datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC), most=1000)
    assert zipfile.ZipFile(tmp_path / "a.zip").getinfo("a").date_time[:3] == (1980, 1, 1)


def test_a_copy_in_danish_alone_does_not_speak_of_an_english_front_page(tmp_path: Path) -> None:
    packed = pack(site_at(tmp_path / "site"), ROOT, tmp_path / "dist", EDITION)
    with zipfile.ZipFile(packed.path) as archive_:
        assert b"en/index.html" not in archive_.read("trivselsbasen-1.2.3/README-da.txt")


# -- Licences


def test_every_licence_that_stands_beside_what_is_not_ours_comes_along() -> None:
    beside = [path.read_bytes() for path in (ROOT / "overrides").rglob("LICENSE*")]
    assert [text for text in beside if text not in licences(ROOT).values()] == []


def test_the_licences_of_fonts_come_along(tmp_path: Path) -> None:
    for name in ("LICENSE", "deploy/offline/licenses", "overrides/assets/search/vendor/LICENSE.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).symlink_to(ROOT / name)
    fonts = tmp_path / "hooks/kb/sheets/fonts"
    fonts.mkdir(parents=True)
    for name in ("OFL.txt", "LICENSE-Serif", "Serif.ttf"):
        (fonts / name).write_text(name)
    assert {name for name in licences(tmp_path) if name.startswith("fonts/")} == {
        "fonts/OFL.txt",
        "fonts/LICENSE-Serif",
    }


def test_a_missing_licence_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"fejl: licensen .*LICENSE mangler"):
        licences(tmp_path)
