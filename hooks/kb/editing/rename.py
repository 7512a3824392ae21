"""`kb rename`: another id for an entry, in every place that names it; what it was called leads to it still."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from kb.data import Data
from kb.editing.canonical import canonical
from kb.forms.fields import Value, fields_of
from kb.layout import Item, file_kind, id_pattern
from kb.load import Document
from kb.model import KINDS
from kb.problems import Problem, problem
from kb.values import Part

Names = Mapping[str, str]  # ids as they are → as they shall be


class CannotRename(Exception):
    """Why an id can't be given another; carries the problem."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.rule)
        self.problem = found


def renamed(data: Data, old: str, new: str) -> dict[str, str | None]:
    """The files that change, by path; the old path of a file that gets another name holds None.

    The data must be without faults, and the entry must be there. Raises CannotRename where the new id is taken or has
    not the form of its kind, and for what is numbered where it stands (findings, questions, actions, examples).
    """
    item = _item(data, old)
    path = _path(data, item, new)
    names = dict(_names(item, new))
    files: dict[str, str | None] = {}
    for document in data.documents:
        file = file_kind(document.role)
        if file is None or file.model is None:
            continue
        moved = path if document is item.document else document.path
        value = _in_document(document, file.model, file.many, names)
        if moved != document.path and "number" in value:
            value["number"] = int(re.match(r"\d+", PurePosixPath(moved).name)[0])  # type: ignore[index]
        if value != document.value or moved != document.path:
            role = moved if document.path == document.role else document.role
            files |= {document.path: None, moved: canonical(Document(moved, value, role=role), file)}
    return files


def _item(data: Data, old: str) -> Item:
    item = next(item for item in data.items if item.id == old)
    if len(item.place) > 1:
        raise CannotRename(problem(item.where("id"), "numbered-id", old, found=old))
    return item


def _path(data: Data, item: Item, new: str) -> str:
    """The path of the entry's file afterwards. Raises CannotRename."""
    where = item.where("id")
    taken = {one.id: one.where("id") for one in data.items}
    if data.present(new) in taken:
        at = taken[data.present(new)]
        raise CannotRename(problem(where, "duplicate-id", item.id, found=new, first=f"{at.path}:{at.line}"))
    if re.fullmatch(id_pattern(item.file, item.document.role), new):
        return item.document.path
    # The id of what stands alone in its file is that of the file: it moves.
    for path in _paths(item, new):
        if re.fullmatch(id_pattern(item.file, path), new):
            return item.document.path.removesuffix(item.document.role) + path if item.document.is_own else path
    expected = re.sub(r"\{[a-z]+\}", "…", item.file.ids).replace("[a-z0-9-]+", "…")
    raise CannotRename(problem(where, "id-form", item.id, found=new, expected=expected))


def _paths(item: Item, new: str) -> Iterator[str]:
    if item.file.many or item.kind not in {"theme", "balance", "case"}:
        return
    path = PurePosixPath(item.document.role)
    head, _, tail = new.rpartition("-")
    if item.kind == "case":
        yield str(path.with_name(new.removeprefix("case-") + ".yml"))
    elif tail.isdigit():
        named = re.sub(r"^\d+", tail, path.name)
        folder = path.parent.parent / head if item.kind == "theme" and not item.document.is_own else path.parent
        # Only within its series: the texts of a theme are about its sector.
        if folder == path.parent:
            yield str(folder / named)


def _names(item: Item, new: str) -> Iterator[tuple[str, str]]:
    """The entry's id, and those of the entries in it, which begin with it."""
    yield item.id, new
    for inner in _ids_in(item.value):
        if inner.startswith(item.id + "-"):
            yield inner, new + inner.removeprefix(item.id)


def _ids_in(value: Any) -> Iterator[str]:
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(one, dict) and isinstance(one.get("id"), str):
            yield one["id"]
        yield from _ids_in(one)


def _in_document(document: Document, model: type[Part], many: bool, names: Names) -> Any:
    if many:
        return [_in_part(one, model, names) for one in document.value]
    return _in_part(document.value, model, names)


def _in_part(value: Any, model: type[Part], names: Names) -> Any:
    found = {}
    for field in fields_of(model):
        if field.name in value:
            one = value[field.name]
            is_id = field.name == "id" and model in KINDS  # other ids are anchors on a page
            found[field.name] = names.get(one, one) if is_id else _in_value(one, field.value, names)
    if model in KINDS and found["id"] != value["id"]:
        found["formerly"] = [*value.get("formerly", []), value["id"]]
    return found


def _in_value(value: Any, known: Value, names: Names) -> Any:
    if value is None:
        return None
    if known.form == "list" and known.item is not None:
        return [_in_value(one, known.item, names) for one in value]
    if known.form == "ref":
        return names.get(value, value)
    if known.form == "places":
        return {names.get(key, key): one for key, one in value.items()} if isinstance(value, dict) else value
    if known.form == "text":
        return {key: _in_text(one, names) for key, one in value.items()}
    if known.part is not None and known.form == "part":
        return _in_part(value, known.part, names)
    return value


def _in_text(text: str | None, names: Names) -> str | None:
    return re.sub(r"\]\(([a-z0-9-]+)\)", lambda m: f"]({names.get(m[1], m[1])})", text) if text else text
