"""The same pages as a stock site: MkDocs, Material and static-i18n as their manuals have it, with no hook of ours.

Every entry is a heading with its id, so that Material's search, which answers by heading, can lead to it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tenfold import original

from kb.problems import Locale
from kb.search.documents import Document

_SETTINGS = """\
site_name: Stock
site_url: http://127.0.0.1/
theme: {name: material, language: da, font: false}
plugins:
  - search:
      lang: [da, en]
  - i18n:
      docs_structure: suffix
      reconfigure_search: false
      languages:
        - {locale: da, name: Dansk, default: true, build: true}
        - {locale: en, name: English, build: true}
markdown_extensions: [attr_list]
"""
_ENDING: dict[Locale, str] = {"da": ".md", "en": ".en.md"}


def build_stock(documents: dict[Locale, list[Document]], folder: Path) -> dict[str, str]:
    """Builds the site in folder/site. Returns which entry each address leads to, by path with its anchor."""
    found = {}
    ids = {one.id: one.address for one in documents["da"]}
    for locale, some in documents.items():
        pages: dict[str, list[Document]] = {}
        for one in some:
            page, _, anchor = ids[one.id].partition("#")
            pages.setdefault(page, []).append(one)
            found[f"/{'en/' if locale == 'en' else ''}{page}{'#' + anchor if anchor else ''}"] = original(one.id)
        for page, entries in pages.items():
            _write(folder / "docs" / f"{page.strip('/') or 'index'}{_ENDING[locale]}", entries, ids)
        _write(folder / "docs" / f"index{_ENDING[locale]}", [], ids)
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, env=env, capture_output=True)
    if ran.returncode:
        raise RuntimeError(ran.stderr.decode())
    return found


def _write(file: Path, entries: list[Document], ids: dict[str, str]) -> None:
    own = [one for one in entries if "#" not in ids[one.id]]
    title = own[0].title if own else file.stem.removesuffix(".en")
    lines = ["---", f"title: {json.dumps(title, ensure_ascii=False)}", "---", ""]
    lines += [] if own else [f"# {title}", ""]
    for one in [*own, *(other for other in entries if other not in own)]:
        lines += [f"{'##' if '#' in ids[one.id] else '#'} {_markdown(one.title)} {{ #{one.id} }}", ""]
        lines += [_markdown(" ".join([one.text, *one.where, *one.keys])), ""]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines), encoding="utf-8")


def _markdown(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#+!|~])", r"\\\1", text)
