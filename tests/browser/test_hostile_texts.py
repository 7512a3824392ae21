"""Texts that mean harm: refused; harmless where they may stand; and harmless even if nobody had refused them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from crawl import ROOT, Site, build, copy_project
from odd import in_every_text, make_odd
from playwright.sync_api import Browser, Page

from kb.checks import check
from kb.data import gathered, read
from kb.forms.fields import fields_of
from kb.links import link
from kb.load import Document, read_folder
from kb.model import Organisation
from kb.pages import site_map
from kb.render import Renderer
from kb.values import Part, Slugs, Text, Words
from serving import served

REFUSED = {
    "a script": "<script>window.hurt = 1</script>",
    "an element": "<img src=x onerror='window.hurt = 1'>",
    "an entity": "&lt;b&gt;",
    "Jinja": "{{ 7 * 7 }}",
    "a block of Jinja": "{% set x = 1 %}",
    "a link that runs": "[her](javascript:window.hurt=1)",
    "a link to data": "[her](data:text/html,x)",
    "a picture": "![x](https://example.org/x.png)",
    "right to left": "\u202etxet",
    "no width": "ord\u200bord",
    "a bell": "\x07",
    "a sign that no sheet can show": "\u05dd",
}
SHOWN = (
    "/",
    "/temaer/private/tidspres/",
    "/eksempler/",
    "/ordliste/",
    "/dialog/",
    "/organisationer/falck/",
    "/en/",
    "/en/themes/private/time-pressure/",
    "/en/examples/",
    "/en/organisations/falck/",
)


# -- Refused


@pytest.mark.parametrize("words", REFUSED.values(), ids=list(REFUSED))
def test_it_is_refused_in_every_text_of_the_base(words: str) -> None:
    documents, _ = read_folder(ROOT)
    spoiled = [Document(one.path, in_every_text(one.value, words), one.lines, one.role) for one in documents]
    told = {(problem.where.path, problem.where.line) for problem in check(gathered(ROOT, spoiled, []))}
    wanted = {
        (one.path, one.where(*place).line)
        for one, new in zip(documents, spoiled, strict=True)
        for place in changed(one.value, new.value)
    }
    assert len(wanted) > 1000 and wanted <= told


def changed(old: Any, new: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The places where two documents differ."""
    if isinstance(old, dict):
        for key in old:
            yield from changed(old[key], new[key], (*place, key))
    elif isinstance(old, list):
        for i, one in enumerate(old):
            yield from changed(one, new[i], (*place, i))
    elif old != new:
        yield place


# -- Allowed, all the way to the page


@pytest.fixture(scope="module")
def odd_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a base where every text ends in words that try to be more than words; its PDFs have a test apart."""
    project = copy_project(tmp_path_factory.mktemp("odd") / "project")
    make_odd(project)
    done = build(project, project / "site", TB_NO_PDFS="1")
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(project / "site")


@pytest.fixture(scope="module")
def odd_address(odd_site: Site) -> Iterator[str]:
    with served(odd_site.root) as address:
        yield address


@pytest.fixture
def watched(browser: Browser, odd_address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page on a phone, and what went wrong on it: errors, dialogs, questions to other hosts."""
    wrong: list[str] = []
    with browser.new_context(base_url=odd_address, viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.on("console", lambda one: wrong.append(one.text) if one.type == "error" else None)
        page.on("pageerror", lambda one: wrong.append(str(one)))
        page.on("dialog", lambda one: wrong.append(one.message))
        page.on("request", lambda one: None if one.url.startswith(odd_address) else wrong.append(one.url))
        yield page, wrong


@pytest.mark.parametrize("address", SHOWN)
def test_the_page_shows_it_as_words(address: str, watched: tuple[Page, list[str]]) -> None:
    page, wrong = watched
    page.goto(address)
    assert page.evaluate("window.hurt") is None and wrong == []
    assert "window.hurt=1" in page.locator("main").inner_text()


@pytest.mark.parametrize("address", SHOWN)
def test_the_page_is_no_wider_than_the_screen(address: str, watched: tuple[Page, list[str]]) -> None:
    page, _ = watched
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_search_shows_it_as_words(watched: tuple[Page, list[str]]) -> None:
    page, wrong = watched
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("tidspres onmouseover")
    page.wait_for_timeout(1500)
    assert page.evaluate("window.hurt") is None and wrong == []


# -- Refused by nobody


def unrefused(part: Any, words: str) -> Any:
    """An entry with other words for all of its texts and names, as no check would let it through."""
    if isinstance(part, Text):
        return Text.model_construct(da=words, en=words)
    if isinstance(part, list):
        return [unrefused(one, words) for one in part]
    if not isinstance(part, Part) or isinstance(part, Slugs | Words):
        return part
    forms = {field.name: field.value.form for field in fields_of(type(part))}
    if isinstance(part, Organisation):
        forms["name"] = "kept"  # it becomes the title of a page, which would refuse it again
    new = {
        name: words if forms[name] == "plain" and isinstance(value, str) and name != "id" else unrefused(value, words)
        for name, value in ((name, getattr(part, name)) for name in type(part).model_fields)
    }
    return type(part).model_construct(**new)


def test_even_unrefused_it_does_nothing_on_any_page(browser: Browser) -> None:
    # Without the links: what they name is looked up among the pages, so that no other can come of them.
    words = " ".join(text for text in REFUSED.values() if "](" not in text)
    data = read(ROOT, own=False)
    good = link(data)
    clean = Renderer(good, site_map(good, []))
    data.models = [
        (file, document, model if file.model is None or file.shown == "data/site.yml" else unrefused(model, words))
        for file, document, model in data.models
    ]
    kb = link(data)
    pages = site_map(kb, [])
    renderer = Renderer(kb, pages)
    with browser.new_context() as context:
        page = context.new_page()
        for one in pages.pages.values():
            for locale in kb.languages:
                shown = renderer.render(one, locale)
                page.set_content(f"<title>{one.key}</title>{shown.before}<main>{shown.content}</main>{shown.after}")
                assert page.evaluate("window.hurt") is None, one.key
                harm = page.locator("img[onerror], a[href^='javascript:'], a[href^='data:']")
                assert harm.evaluate_all("all => all.map(one => one.outerHTML.slice(0, 200))") == [], one.key
                usual = clean.render(one, locale)
                scripts = (usual.before + usual.content + usual.after).count("<script")
                assert page.locator("script").count() == scripts, one.key
                assert "49" not in page.locator("h1").first.inner_text(), one.key
