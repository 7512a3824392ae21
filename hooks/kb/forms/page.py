"""The files of /admin/: the editor from editor/node_modules/, our reader and writer of files, and the settings."""

from __future__ import annotations

import json
import re
from pathlib import Path

from kb.forms.cms import settings
from kb.layout import EDITOR
from kb.links import KnowledgeBase
from kb.problems import Problem, Where, problem

_OURS = ("index.html", "writer.js", "start.js", "editor.css")
_CMS = "node_modules/@sveltia/cms"
_YAML = "node_modules/js-yaml"
_THEIRS = {
    "sveltia-cms.LICENSE.txt": f"{_CMS}/LICENSE.txt",
    "js-yaml.min.js": f"{_YAML}/dist/js-yaml.min.js",
    "js-yaml.LICENSE.txt": f"{_YAML}/LICENSE",
    "chunks/react-dom.js": f"{_CMS}/dist/chunks/react-dom.js",
    "cms/package.json": f"{_CMS}/package.json",
}
_FONTS = ("source-sans-3", "noto-mono", "material-symbols-outlined")
_SCRIPT = f"{_CMS}/dist/sveltia-cms.js"
_LOCALES = ("da", "en-GB", "en-US")


def missing(root: Path, settings_at: Where) -> list[Problem]:
    """A problem when the editor's parts are not installed."""
    lacking = next((path for path in [_SCRIPT, *_THEIRS.values()] if not (root / "editor" / path).is_file()), None)
    return [problem(settings_at, "editor-missing", found=f"editor/{lacking}")] if lacking else []


def editor_files(kb: KnowledgeBase, root: Path) -> dict[str, str | bytes]:
    """The files by path from the site's root."""
    folder = root / "editor"
    version = json.loads((folder / _CMS / "package.json").read_text(encoding="utf-8"))["version"]
    found: dict[str, str | bytes] = {EDITOR + name: (folder / name).read_bytes() for name in _OURS}
    found |= {EDITOR + name: (folder / path).read_bytes() for name, path in _THEIRS.items()}
    found[EDITOR + "icon.svg"] = (root / "overrides/assets/icon.svg").read_bytes()
    for locale in _LOCALES:
        found[f"{EDITOR}cms@{version}/locales/{locale}.json"] = (folder / _CMS / f"locales/{locale}.json").read_bytes()
    for font in _FONTS:
        file = next((folder / _CMS / "npm/assets").glob(f"{font}-latin-*.woff2"))
        found[f"{EDITOR}fonts/{font}.woff2"] = file.read_bytes()
    script = (folder / _SCRIPT).read_text(encoding="utf-8")
    return found | {EDITOR + "sveltia-cms.js": at_home(script), EDITOR + "settings.json": settings(kb)}


def at_home(script: str) -> str:
    """The editor's script with the addresses of its own translations and fonts turned to our site."""
    script = script.replace("https://unpkg.com/@sveltia/cms", "cms")
    return re.sub(
        r"https://[\w./-]+/fontsource/fonts/([a-z0-9-]+)(?::vf)?@[\d.]+/[\w-]+\.woff2", r"fonts/\1.woff2", script
    )
