"""The MkDocs hook: a thin shell over kb. Every event comes once a language; the data is read once."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from kb.base import Base, write, write_all
from kb.build import read_base
from kb.pages import Page as KbPage
from kb.preview import ASKING, Frame, Preview


class _State:  # what lasts from event to event, and while serving from build to build
    preview: Preview | None = None
    base: Base | None = None
    env: Any = None


state = _State()


def on_startup(command: str, dirty: bool) -> None:
    state.preview = Preview() if command == "serve" else None
    (gc.disable if command == "build" else gc.enable)()  # a build is over soon, and has little to throw away


def on_config(config: MkDocsConfig) -> None:
    """Reads the data once a build. A fault stops it before anything is written; a preview goes on and tells it."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    base = state.preview.read(root, docs) if state.preview else read_base(root, docs)
    base.tell_problems(get_plugin_logger("trivselsbasen"))
    if base.faults and not state.preview:
        raise Abort(f"{len(base.faults)} fejl i data / faults in the data: nothing was written")
    state.base, config.site_url = base, base.address
    config.watch.extend([*base.watched, *([str(base.root / ASKING)] if state.preview else [])])
    i18n.config.languages = [one for one in i18n.config.languages if one.locale in base.languages]


def _add_placeholders(files: Files, *, config: MkDocsConfig) -> Files:
    """Before static-i18n: one empty file a page and language, for it to sort into its languages."""
    for file in [one for one in files.documentation_pages() if _page_of(one) is None]:  # no base, no such language
        files.remove(file)
    for uri in _base().placeholders():
        files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def _set_addresses(files: Files, *, config: MkDocsConfig) -> Files:
    """After static-i18n: what it made of the placeholders gets its content and its address; assets get their names."""
    for file in list(files):
        if _base().leaves_out(file.dest_uri):
            files.remove(file)
        elif (name := _base().assets.name(file.dest_uri)) != file.dest_uri:
            _place(file, name, name, config)
    for file in files.documentation_pages():
        if (page := _page_of(file)) is None:
            continue
        if page.written is None:
            file.content_string, file.generated_by = "", "trivselsbasen"
        for language, one in file.alternates.items():  # type: ignore[attr-defined]
            _place(one, page.address[language] or "./", page.address[language] + "index.html", config)
            if state.preview:  # asked of each page with --dirty, as `make serve` does it
                one.is_modified = state.preview.asks(page, language, one.is_modified)
    return files


def _place(file: File, url: str, dest_uri: str, config: MkDocsConfig) -> None:
    file.url, file.dest_uri, file.abs_dest_path = url, dest_uri, str(Path(config.site_dir, dest_uri))


on_files = CombinedEvent(event_priority(0)(_add_placeholders), event_priority(-101)(_set_addresses))
on_shutdown = gc.freeze  # what is left is given back as a whole: Python need not look through it for rubbish first


@event_priority(-101)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """The pages bring their own navigation, and the generated ones no Markdown to set up a reader for."""
    nav.items = []
    for file in files.documentation_pages():
        if file.page and file.generated_by:
            file.page.content, file.page.render = "", lambda config, files: None  # type: ignore[method-assign]


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page's own HTML in place of what Markdown made of an empty text."""
    if (known := _page_of(page.file)) is None:
        return html
    rendered = (state.preview or _base()).render(known, page.file.locale, html)  # type: ignore[attr-defined]
    page.title, page.toc, page.meta = rendered.title, TableOfContents([]), {"kb": rendered}
    page.present_anchor_ids = set(rendered.anchors) | (page.present_anchor_ids or set())
    return rendered.content


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    if state.preview and (known := _page_of(page.file)):
        frame = Frame(page, context, state.env, config.site_dir)
        state.preview.frames[known.key, page.file.locale] = frame  # type: ignore[attr-defined]


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Every run writes 404.html, each over the last: the English one goes to en/. The sitemap is written by kb."""
    i18n: Any = config.plugins["i18n"]
    if template_name == "404.html" and i18n.building:
        write(config.site_dir, f"{i18n.current_language}/404.html", output_content)
    return "" if i18n.building or template_name == "sitemap.xml" else output_content


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """After static-i18n's last language: the files that hold the whole base."""
    if not config.plugins["i18n"].building:  # type: ignore[attr-defined]
        write_all(config.site_dir, _base().files())
        if state.preview:
            state.preview.finish(config.site_dir)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> None:
    if state.preview:
        state.preview.take_over(server, builder)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    state.env, language = env, config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    env.globals.update(styles_of=_base().styles_of, asset=_base().asset, not_found=partial(_base().not_found, language))


def _base() -> Base:
    assert state.base is not None, "on_config comes first"
    return state.base


def _page_of(file: File) -> KbPage | None:
    return _base().page_of_file(file.src_uri)
