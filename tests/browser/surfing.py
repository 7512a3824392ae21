"""What the browser tests are about: the addresses of the built site, and a page opened at one."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

NewPage = Callable[..., Page]  # see the fixture new_page

THEME = "/temaer/private/tidspres/"
LISTS = ("/temaer/", "/eksempler/", "/forskning/", "/spoergsmaal/", "/handlinger/")

# One page of every kind, by its Danish address.
KINDS = (
    "/", *LISTS, "/temaer/private/", THEME, "/temaer/offentlige/kundeservice/", "/organisationer/",
    "/organisationer/falck/", "/forskning/tal/", "/maal-med-mening/", "/maal-med-mening/gode-raad/",
    "/maal-med-mening/arbejdsmiljoe/", "/maal-med-mening/balancer/",
    "/maal-med-mening/balancer/incitamenter-eller-laering/",
    "/maal-med-mening/cases/", "/maal-med-mening/cases/dsb/", "/ordliste/", "/henvisninger/", "/kilder/", "/print/",
    "/dialog/", "/om/", "/om/bidrag/", "/om/redaktoer/", "/om/kode/", "/om/nyt/",
)  # fmt: skip

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LINK = "{http://www.w3.org/1999/xhtml}link"


@dataclass(frozen=True)
class Sitemap:
    """`twins` tells the address of each page in both languages, by either address."""

    twins: dict[str, dict[str, str]]

    @classmethod
    def of(cls, site: Path) -> Sitemap:
        """Read from the built site."""
        found = {}
        for url in ET.parse(site / "sitemap.xml").iter(f"{_SITEMAP}url"):
            twins = {link.attrib["hreflang"]: urlsplit(link.attrib["href"]).path for link in url.iter(_LINK)}
            found[urlsplit(url.findtext(f"{_SITEMAP}loc", "")).path] = twins
        return cls(found)

    def address(self, danish: str, language: str) -> str:
        """The address of a page in a language; an anchor or a query stays."""
        path = danish.split("#")[0].split("?")[0]
        return self.twins[path][language] + danish.removeprefix(path)

    def kinds(self) -> list[str]:
        """A page of every kind in both languages, and the page for what is not found."""
        return [self.twins[kind][language] for kind in KINDS for language in ("da", "en")] + ["/404.html"]


def listen(page: Page) -> list[str]:
    """What the page says to its console and what goes wrong in it, from now on."""
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", lambda message: heard.append(message.text))
    return heard
