"""The files of a site as the copy holds them: every address that led to a folder names its file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.offline.addresses import changed
from kb.offline.markup import Edit, Tag, edited, tags
from kb.offline.tree import INDEX, Tree

# A string in JSON, also in JSON that is a string itself, as far as its path goes. One of dots and slashes alone is left
# out: it is the beginning that a script puts paths behind.
_STRING = re.compile(r"""(\\?")([^"\\\s?#]*\w/)(?=(?:[?#][^"\\\s]*)?\1)""")


def page(text: str, path: str, tree: Tree) -> str:
    """A page of the copy. Tags that tell machines of the site's own host go; all that is not an address stays."""
    return edited(text, (edit for tag in tags(text) for edit in _edits(tag, path, tree)))


def data(text: str, path: str, tree: Tree) -> str:
    """JSON, or a script with it: each string that is a page's address, from the root or from `path`, names its file."""

    def named(found: re.Match[str]) -> str:
        is_page = tree.is_page(found[2], INDEX) or tree.is_page(found[2], path)
        return found[1] + found[2] + (INDEX if is_page else "")

    return _STRING.sub(named, text)


def _edits(tag: Tag, path: str, tree: Tree) -> Iterator[Edit]:
    if _tells_of_the_host(tag, tree):
        yield Edit(tag.start, tag.closed, "")
        return
    if tag.name == "script" and tag.get("type").lower() == "application/json":
        yield Edit(tag.end, tag.end + len(tag.content), data(tag.content, path, tree))

    def to_file(address: str, is_sure: bool) -> str:
        return tree.to_file(address, path) if is_sure or tree.is_page(address, path) else address

    for attribute in tag.attributes:
        value = changed(tag, attribute, to_file)
        if value != attribute.value:
            yield Edit.of_value(attribute, value)


def _tells_of_the_host(tag: Tag, tree: Tree) -> bool:
    """Whether a tag says where the page stands on the web: true of the site, not of a copy in a folder."""
    if tag.name == "link":
        return bool(tag.tokens("rel") & {"canonical", "alternate"})
    if tag.name == "meta":
        return tree.leads_to_own_host(tag.get("content"))
    return tag.name == "script" and tag.get("type").lower() == "application/ld+json"
