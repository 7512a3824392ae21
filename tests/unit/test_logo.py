"""A host's logo is a picture and nothing else."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from kb.logo import LARGEST, fault_in_logo, read_logo

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 300 100">{}</svg>'
)
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 240, 120) + b"\x08\x06\0\0\0"


def fault(root: Path, content: str | bytes, name: str = "logo.svg") -> str:
    (root / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return fault_in_logo(root, name)


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h9v9z" fill="#a00"/>',
        '<defs><linearGradient id="g"/></defs><rect fill="url(#g)" width="9" height="9"/>',
        '<defs><path id="p" d="M0 0h9"/></defs><use xlink:href="#p"/><use href="#p"/>',
        "<style>.a{fill:#a00}</style><g class='a'/>",
        '<image href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/>',
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
        '<text font-family="Arial">Nord &amp; Syd</text>',
    ],
)
def test_what_draws_may_stand_in_it(inside: str, tmp_path: Path) -> None:
    assert fault(tmp_path, SVG.format(inside)) == ""


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<script href="#a"/>',
        '<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>',
        "<foreignObject/>",
        '<body xmlns="http://www.w3.org/1999/xhtml"/>',
        '<g onload="alert(1)"/>',
        '<g ONCLICK="alert(1)"/>',
        '<a href="#x"><g/></a>',
        '<set attributeName="href" to="x"/>',
        '<animate attributeName="x"/>',
        '<image href="https://x.example/a.png"/>',
        '<image href="//x.example/a.png"/>',
        '<image href="other.png"/>',
        '<use xlink:href="data:image/svg+xml;base64,PHN2Zy8+"/>',
        '<use xlink:href=" javascript:alert(1)"/>',
        '<rect fill="url(https://x.example/#a)"/>',
        "<rect style=\"fill:url( 'https://x.example/#a')\"/>",
        "<style>@import 'https://x.example/a.css';</style>",
        r"<style>a{fill:u\72l(https://x.example)}</style>",
        '<g xml:base="https://x.example/"/>',
    ],
)
def test_what_runs_moves_or_leads_elsewhere_may_not(inside: str, tmp_path: Path) -> None:
    assert fault(tmp_path, SVG.format(inside)) == "@logo-active"


@pytest.mark.parametrize(
    "before",
    [
        "<!DOCTYPE svg>",
        '<!DOCTYPE x [<!ENTITY a "b">]>',
        '<?xml-stylesheet href="https://x.example/a.css"?>',
    ],
)
def test_nothing_may_come_before_the_picture_but_the_xml_line(before: str, tmp_path: Path) -> None:
    assert fault(tmp_path, before + SVG.format("")) == "@logo-active"


def test_the_xml_line_may_stand_there(tmp_path: Path) -> None:
    assert fault(tmp_path, '<?xml version="1.0" encoding="UTF-8"?>\n' + SVG.format("")) == ""


@pytest.mark.parametrize("content", ["", "<svg", "<html/>", "<svg/>", b"\xff\xfe<\0s\0v\0g\0", PNG])
def test_what_is_no_svg_is_told(content: str | bytes, tmp_path: Path) -> None:
    assert fault(tmp_path, content) == "@logo-broken"


@pytest.mark.parametrize("content", [b"", b"GIF89a", PNG[:20], PNG[:8] + b"\0" * 30, SVG.format("").encode()])
def test_what_is_no_png_is_told(content: bytes, tmp_path: Path) -> None:
    assert fault(tmp_path, content, "logo.png") == "@logo-broken"


def test_an_svg_without_a_size_is_told(tmp_path: Path) -> None:
    assert fault(tmp_path, '<svg xmlns="http://www.w3.org/2000/svg"/>') == "@logo-size"


def test_a_file_that_every_page_would_be_slow_with_is_told(tmp_path: Path) -> None:
    assert fault(tmp_path, PNG + b"\0" * LARGEST, "logo.png") == "@logo-large"


@pytest.mark.parametrize("path", ["data/none.svg", "../outside.svg", "folder.svg", "data\\logo.svg", "/etc/logo.svg"])
def test_a_logo_is_a_file_in_the_project(path: str, tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "folder.svg").mkdir(parents=True)
    (tmp_path / "outside.svg").write_text(SVG.format(""), encoding="utf-8")
    assert fault_in_logo(root, path) == "@logo-missing"


@pytest.mark.parametrize("path", ["logo.gif", "logo.svgz", "logo", "site.yml"])
def test_a_logo_is_svg_or_png(path: str, tmp_path: Path) -> None:
    assert fault(tmp_path, PNG, path) == "@logo-kind"


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("logo.svg", SVG.format(""), (120, 40)),
        ("logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="25mm"/>', (80, 40)),
        ("logo.png", PNG, (80, 40)),
    ],
)
def test_a_page_knows_how_much_room_a_logo_takes(
    name: str, content: str | bytes, size: tuple[int, int], tmp_path: Path
) -> None:
    assert fault(tmp_path, content, name) == ""
    logo = read_logo(tmp_path, name)
    assert (logo.width, logo.height) == size
