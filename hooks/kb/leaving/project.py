"""What stands beside the trees: the settings for MkDocs, and a readme in both languages."""

from __future__ import annotations

from typing import Any

import yaml

from kb.leaving.tree import Tree
from kb.problems import Locale
from kb.prose import plain

NEEDED = '"mkdocs>=1.6,<2" "mkdocs-material>=9,<10" "mkdocs-static-i18n>=1.3,<2"'
_NAMES: dict[Locale, str] = {"da": "Dansk", "en": "English"}


def settings(tree: Tree) -> str:
    """mkdocs.yml: Material and static-i18n as their manuals have it, with no hook and no template of ours."""
    site = tree.kb.site
    languages = [_language(tree, locale) for locale in tree.kb.languages]
    told: dict[str, Any] = {
        "site_name": plain(site.name.da),
        "site_description": plain(site.description.da),
        "site_url": site.base_address.rstrip("/") + "/",
        "use_directory_urls": True,
        "theme": {
            "name": "material",
            "language": "da",
            "font": False,
            "features": ["navigation.indexes", "navigation.prune", "navigation.top"],
        },
        "plugins": [
            {"search": {"lang": list(tree.kb.languages)}},
            {
                "i18n": {
                    "docs_structure": "folder",
                    "fallback_to_default": False,
                    "reconfigure_search": False,
                    "languages": languages,
                }
            },
        ],
        "markdown_extensions": ["attr_list", "md_in_html", "tables"],
        "validation": {
            "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
            "links": {
                "not_found": "warn",
                "anchors": "warn",
                "absolute_links": "warn",
                "unrecognized_links": "warn",
            },
        },
    }
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=10**6)


def _language(tree: Tree, locale: Locale) -> dict[str, Any]:
    site = tree.kb.site
    found: dict[str, Any] = {"locale": locale, "name": _NAMES[locale], "build": True}
    if locale == "da":
        found["default"] = True
    told = {"site_name": plain(site.name.get(locale)), "site_description": plain(site.description.get(locale))}
    return found | told | {"nav": tree.navigation(locale)}


def readme(tree: Tree) -> str:
    """README.md: what this is, and how it becomes a site."""
    name = plain(tree.kb.site.name.da)
    return f"""\
# {name}

Hele vidensbasen som almindelig Markdown, en mappe for hvert sprog: `docs/da/` og `docs/en/`. Siderne har de adresser,
de har på sitet. De kan læses, rettes og bygges uden det program, der skrev dem.

The whole knowledge base as plain Markdown, a folder for each language: `docs/da/` and `docs/en/`. The pages have the
addresses that they have on the site. They can be read, changed and built without the program that wrote them.

```
python -m venv .venv
.venv/bin/pip install {NEEDED}
.venv/bin/mkdocs build --strict
```

PDF-arkene og dialogværktøjet er ikke med. Filen `.kb-export` fortæller, hvad der er skrevet, så en ny eksport ikke
skriver oven i det, I har rettet. Teksterne har licensen CC BY 4.0; nævn kilden.

The PDF sheets and the dialogue tool are left out. The file `.kb-export` tells what was written, so that a new export
does not write over what you have changed. The texts are licensed under CC BY 4.0; name the source.
"""
