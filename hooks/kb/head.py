"""What stands in a page's <head>: title, description, addresses in both languages, structured data, Open Graph."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup, escape

from kb.changes.news import FEED, PAGE
from kb.pages import Page
from kb.prose import plain
from kb.view import View

_OPEN_GRAPH = {"da": "da_DK", "en": "en_GB"}


def head_of(view: View) -> str:
    """The tags of one page, without styles and scripts."""
    page, site = view.page, view.kb.site
    name = site.name.get(view.locale)
    if page is None:
        title = view.kb.interface["not_found_title"].get(view.locale)
        return _tag("<title>{} – {}</title>", title, name) + _tag('<meta name="robots" content="noindex">')
    title = plain(page.title.get(view.locale))
    whole = f"{name} – {site.tagline.get(view.locale)}" if page.is_front else f"{_long_title(view, page)} – {name}"
    description = plain(page.description.get(view.locale))
    address = view.absolute(page.key)
    tags = [
        _tag("<title>{}</title>", whole),
        _tag('<meta name="description" content="{}">', description),
        _tag('<link rel="canonical" href="{}">', address),
        *_alternates(view, page),
        _tag(
            '<link rel="alternate" type="application/atom+xml" title="{}" href="{}">',
            plain(view.kb.interface[f"{PAGE}_title"].get(view.locale)),
            view.absolute(PAGE) + FEED,
        ),
        _tag('<meta property="og:type" content="{}">', "website" if page.is_front else "article"),
        _tag('<meta property="og:site_name" content="{}">', name),
        _tag('<meta property="og:title" content="{}">', title),
        _tag('<meta property="og:description" content="{}">', description),
        _tag('<meta property="og:url" content="{}">', address),
        _tag('<meta property="og:locale" content="{}">', _OPEN_GRAPH[view.locale]),
        *(
            _tag('<meta property="og:locale:alternate" content="{}">', _OPEN_GRAPH[locale])
            for locale in view.kb.languages
            if locale != view.locale
        ),
        _structured(view, page, title, description, address),
    ]
    return "\n".join(tags)


def _alternates(view: View, page: Page) -> list[Markup]:
    """The page in each language; nothing while there is only one."""
    if len(view.kb.languages) == 1:
        return []
    addresses = [(locale, view.absolute(page.key, locale)) for locale in view.kb.languages]
    told = [*addresses, ("x-default", view.absolute(page.key, "da"))]
    return [_tag('<link rel="alternate" hreflang="{}" href="{}">', *one) for one in told]


def _long_title(view: View, page: Page) -> str:
    """The title with what tells twins apart: both sectors have a theme on time pressure."""
    title = plain(page.title.get(view.locale))
    if page.key.startswith("theme-") and page.sector:
        return f"{title} ({view.kb.interface['sector_' + page.sector].get(view.locale).lower()})"
    return title


def _structured(view: View, page: Page, title: str, description: str, address: str) -> Markup:
    name = view.kb.site.name.get(view.locale)
    trail = [*view.map.trail(page), page]
    crumbs = [
        {"@type": "ListItem", "position": i, "name": plain(p.title.get(view.locale)), "item": view.absolute(p.key)}
        for i, p in enumerate(trail, 1)
    ]
    article: dict[str, Any] = {
        "@type": "WebSite" if page.is_front else "Article",
        "@id": address,
        "url": address,
        "name": title,
        "description": description,
        "inLanguage": view.locale,
        "isAccessibleForFree": True,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "publisher": {"@type": "Organization", "name": name},
    }
    if not page.is_front:
        article["headline"] = title
        article["isPartOf"] = {"@type": "WebSite", "url": view.absolute("front"), "name": name}
    graph: list[dict[str, Any]] = [article]
    if len(trail) > 1:
        graph.append({"@type": "BreadcrumbList", "itemListElement": crumbs})
    data = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    # "<" can't end the script element when it is written as an escape.
    return Markup('<script type="application/ld+json">') + Markup(data.replace("<", "\\u003c")) + Markup("</script>")


def _tag(template: str, *values: object) -> Markup:
    return Markup(template.format(*map(escape, values)))
