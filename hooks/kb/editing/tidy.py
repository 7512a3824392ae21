"""`kb format`: every file under data/ and local/ in its one form."""

from __future__ import annotations

from pathlib import Path

from kb.checks import check
from kb.data import read
from kb.editing.canonical import canonical, comment_lines
from kb.layout import file_kind
from kb.load import Document
from kb.problems import Problem, Where, faults, problem
from kb.standing.ledger import FILE, as_text, updated
from kb.standing.translations import pairs


def tidied(root: Path) -> tuple[dict[str, str | None], list[Problem]]:
    """The files that are not in their one form: their paths, and what they should hold.

    With faults in the data nothing is changed: what is not understood can't be put in order. A file with comments is
    left as it is, with a problem, for they would be lost.
    """
    data = read(root)
    found = faults(check(data))
    if found:
        return {}, found
    changed: dict[str, str | None] = {}
    problems: list[Problem] = []
    for document in data.documents:
        file = file_kind(document.role)
        if file is None:
            continue
        old = (root / document.path).read_text(encoding="utf-8")
        new = canonical(document, file)
        if old == new:
            continue
        comments = _comments(document, old)
        problems += comments
        if not comments:
            changed[document.path] = new
    return changed, problems


def recorded(root: Path) -> dict[str, str | None]:
    """The ledger of translations with the texts that it does not know yet; empty where it lacks none."""
    data = read(root)
    new = updated(data.ledger, (pair.prints for pair in pairs(data) if pair.en))
    return {} if new == data.ledger else {FILE: as_text(new)}


def _comments(document: Document, text: str) -> list[Problem]:
    return [problem(Where(document.path, line), "comment") for line in comment_lines(text)]
