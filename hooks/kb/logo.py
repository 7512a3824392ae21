"""A host's logo: whether its file may be shown, and how large it is. Known are PNG and SVG that is only a picture."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

LARGEST = 200_000  # bytes; it is fetched with every page
SHOWN = 40  # pixels; the height that a page keeps free for it

_SVG = "{http://www.w3.org/2000/svg}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
# What can run, load, move or lead somewhere. Shown as <img> an SVG can do little; opened on its own it can do all.
_FORBIDDEN = {
    "script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler", "listener", "a",
    "animate", "animateMotion", "animateTransform", "animateColor", "set", "discard",
}  # fmt: skip
_REFERENCES = {"href", "src", "data", "action", "formaction", "poster"}
_INSIDE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE)
_URL = re.compile(r"url\(\s*[\"']?\s*([^)]*)", re.IGNORECASE)
_PNG = b"\x89PNG\r\n\x1a\n"
_NUMBER = r"(\d+(?:\.\d+)?|\.\d+)"
_VIEW_BOX = re.compile(r"\s*-?[\d.]+[\s,]+-?[\d.]+[\s,]+" + _NUMBER + r"[\s,]+" + _NUMBER + r"\s*")


@dataclass(frozen=True)
class Logo:
    """A logo that may be shown. `width` and `height` are in pixels, for a logo `SHOWN` pixels high."""

    name: str
    content: bytes
    width: int
    height: int


def read_logo(root: Path, path: str) -> Logo:
    """The logo at a path under root, which `fault_in_logo` has found no fault in."""
    content = (root / path).read_bytes()
    width, height = size_of(content) or (SHOWN, SHOWN)
    return Logo("host-logo" + PurePosixPath(path).suffix.lower(), content, max(1, round(SHOWN * width / height)), SHOWN)


def fault_in_logo(root: Path, path: str) -> str:
    """Why the file at a path under root can't be the logo, as a word of kb.messages; empty when it can."""
    if PurePosixPath(path).suffix.lower() not in {".svg", ".png"}:
        return "@logo-kind"
    file = root / path
    if "\\" in path or not file.resolve().is_relative_to(root.resolve()) or not file.is_file():
        return "@logo-missing"
    if file.stat().st_size > LARGEST:
        return "@logo-large"
    content = file.read_bytes()
    if path.lower().endswith(".png"):
        return "" if content.startswith(_PNG) and size_of(content) else "@logo-broken"
    return _fault_in_svg(content)


def size_of(content: bytes) -> tuple[float, float] | None:
    """Width and height of a logo in its own units; None where it tells none."""
    if content.startswith(_PNG):
        width, height = struct.unpack(">II", content[16:24]) if content[12:16] == b"IHDR" and content[23:] else (0, 0)
        return (width, height) if width and height else None
    top = ET.fromstring(content).attrib
    box = _VIEW_BOX.fullmatch(top.get("viewBox", ""))
    sides = box.groups() if box else [_length(top.get(side, "")) for side in ("width", "height")]
    width, height = (float(side or 0) for side in sides)
    return (width, height) if width and height else None


def _length(text: str) -> str:
    match = re.fullmatch(_NUMBER + r"(?:px|pt|mm|cm|in)?", text.strip())
    return match[1] if match else ""


def _fault_in_svg(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
        # Before it is parsed: entities can explode, and a style sheet can be named before the picture begins.
        if re.search(r"<!DOCTYPE|<!ENTITY|<\?(?!xml\s)", text, re.IGNORECASE):
            return "@logo-active"
        top = ET.fromstring(text.encode())
    except (UnicodeDecodeError, ValueError, ET.ParseError):
        return "@logo-broken"
    if top.tag != f"{_SVG}svg":
        return "@logo-broken"
    if any(_is_active(element) for element in top.iter()):
        return "@logo-active"
    return "" if size_of(content) else "@logo-size"


def _is_active(element: ET.Element) -> bool:
    """Whether an element does more than draw."""
    tag = str(element.tag)
    if tag.startswith(_XHTML) or _local(tag) in _FORBIDDEN:
        return True
    if _local(tag) == "style" and _loads("".join(element.itertext())):
        return True
    return any(_is_active_attribute(_local(name), value) for name, value in element.attrib.items())


def _is_active_attribute(name: str, value: str) -> bool:
    if name.lower().startswith("on") or name == "base":
        return True
    if name.lower() in _REFERENCES and not _INSIDE.match(value.strip()):
        return True
    return _loads(value) if name == "style" else any(not _INSIDE.match(found) for found in _URL.findall(value))


def _loads(css: str) -> bool:
    """Whether CSS may load something; a backslash could hide what."""
    return bool(re.search(r"\\|@import|image-set|javascript:|expression\(", css, re.IGNORECASE)) or any(
        not _INSIDE.match(found) for found in _URL.findall(css)
    )


def _local(name: str) -> str:
    return name.rpartition("}")[2]
