"""All that somebody reads: the data, the pages by hand, the handbooks, and what commands and forms say."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.data import Data
from kb.forms.fields import fields_of, models_in
from kb.layout import FILES
from kb.load import Document, Path_, read_file
from kb.problems import LOCALES, Locale, Where
from kb.prose import plain
from kb.standing.passages import passages_in


@dataclass(frozen=True)
class Said:
    """Words at a place, in one language, or in either where nothing tells which; `on_fields` if they are about the
    data's own keys and choices, which are English words in every language."""

    where: Where
    languages: tuple[Locale, ...]
    text: str
    on_fields: bool = False


def everything(root: Path, data: Data) -> Iterator[Said]:
    """What is said in the project, a host's own additions apart."""
    for document in data.documents:
        if not document.is_own:
            yield from in_data(document)
    for document in _examples(root):
        yield from in_data(document)
    for file in sorted((root / "docs").rglob("*.md")):
        yield from in_markdown(root, file, "en" if file.name.endswith(".en.md") else "da")
    for name in ("README.md", "HACKING.md", "CHANGELOG.md"):
        yield from in_markdown(root, root / name, "en")
    yield from in_handbook(root, root / "CONTRIBUTING.md")
    for locale in LOCALES:
        yield from in_markdown(root, root / f"deploy/offline/README-{locale}.txt", locale)
    for file in sorted((root / ".github/ISSUE_TEMPLATE").glob("*.yml")):
        document, _ = read_file(file, _shown(root, file))
        yield from in_data(document, LOCALES) if document else ()
    for file in sorted((root / ".github").rglob("*.md")):
        yield from in_either(root, file, file.read_text(encoding="utf-8"))
    yield from in_words_of_fields(root, root / "hooks/kb/forms/words.yml")
    for file in (root / "tasks.py", *sorted((root / "hooks").rglob("*.py"))):
        yield from in_code(root, file)


# -- Data

# What stands under these keys are ids, addresses, choices and the like.
NO_WORDS = {
    "id", "slug", "series", "sector", "kind", "evidence", "organisation", "see", "also_in", "references", "source",
    "address", "sibling", "to", "about", "on", "theme", "entries", "research", "advice", "chart", "language", "version",
    "step", "local", "file", "formerly", "base_address", "repository", "repository_link", "mail", "phone", "logo",
    "colours", "status_fails", "editor_repository", "editor_branch", "editor_sign_in", "front_case", "front_themes",
    "themes", "languages", "accessibility_statement", "checked", "date", "type", "labels",
}  # fmt: skip
NAMES = {"name", "publisher", "aliases", "danish_names"}
# Notes for colleagues, what an abbreviation stands for, and what a language is called in itself.
IN_EITHER = re.compile("note|full|(in_)?language(_..)?")


def in_data(document: Document, languages: tuple[Locale, ...] = ("da",)) -> Iterator[Said]:
    """Every text of a file, those for colleagues and for search too; names apart."""
    yield from _in_value(document, document.value, (), languages)


def names(root: Path, data: Data) -> Iterator[str]:
    """Every name in the data, and in the example of a host's own additions."""
    for document in (*data.documents, *_examples(root)):
        yield from names_in(document.value)


def _examples(root: Path) -> Iterator[Document]:
    for file in sorted((root / "deploy/local-example").rglob("*.yml")):
        document, _ = read_file(file, _shown(root, file))
        yield from [document] if document else []


def names_in(value: Any) -> Iterator[str]:
    """Every name in a file: of organisations, people, publishers, and what site.yml says stays Danish."""
    for key, one in value.items() if isinstance(value, dict) else ():
        if key in NAMES and not isinstance(one, dict):
            yield from (name for name in ([one] if isinstance(one, str) else one or ()) if isinstance(name, str))
        yield from names_in(one)
    for one in value if isinstance(value, list) else ():
        yield from names_in(one)


def field_names() -> set[str]:
    """The keys of the data, and the words that can be chosen under them."""
    fields = [field for file in FILES if file.model for part in models_in(file.model) for field in fields_of(part)]
    values = [value for field in fields for value in (field.value, field.value.item) if value]
    chosen = {choice for value in values for choice in value.choices}
    return chosen | {field.name for field in fields} | {"never", *LOCALES}


def _in_value(document: Document, value: Any, place: Path_, languages: tuple[Locale, ...]) -> Iterator[Said]:
    if isinstance(value, str):
        yield Said(document.where(*place), languages, plain(value))
    for i, one in enumerate(value if isinstance(value, list) else ()):
        yield from _in_value(document, one, (*place, i), languages)
    for key, one in value.items() if isinstance(value, dict) else ():
        if key not in NO_WORDS and (key not in NAMES or isinstance(one, dict)):
            yield from _in_value(document, one, (*place, key), _languages(key, value, languages))


def _languages(key: str, beside: dict[str, Any], languages: tuple[Locale, ...]) -> tuple[Locale, ...]:
    if (IN_EITHER.fullmatch(key) and not (isinstance(beside[key], dict) and key == "note")) or languages == LOCALES:
        return LOCALES
    return ("en",) if key in {"en", "title_en"} or (key == "title" and beside.get("language") == "en") else languages


# -- Markdown and other files that are read


def in_markdown(root: Path, file: Path, locale: Locale) -> Iterator[Said]:
    """The words of a file in Markdown by their language; what is indented far is code."""
    text = re.sub(r"^ {4,}(?![-*\d]).*$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for passage in passages_in(text, _shown(root, file), locale):
        for language, words in passage.runs:
            yield Said(passage.where, (language,), words)


def in_handbook(root: Path, file: Path) -> Iterator[Said]:
    """CONTRIBUTING has a part in each language; what stands outside them is in both."""
    rest = file.read_text(encoding="utf-8")
    for locale in LOCALES:
        part = re.search(rf"(?s)\[start:{locale}\].*?\[end:{locale}\]", rest)
        assert part is not None, f"{file.name} has no part in {locale}"
        before, after = (re.sub("[^\n]", "", one) for one in (rest[: part.start()], rest[part.end() :]))
        for passage in passages_in(before + part[0] + after, _shown(root, file), locale):
            yield from (Said(passage.where, (language,), words, True) for language, words in passage.runs)
        rest = rest.replace(part[0], re.sub("[^\n]", "", part[0]))
    yield from in_either(root, file, rest)


def in_either(root: Path, file: Path, text: str) -> Iterator[Said]:
    """A file that says everything in both languages without telling which is which."""
    for passage in passages_in(text, _shown(root, file), "da"):
        yield Said(passage.where, LOCALES, passage.text, True)


def in_words_of_fields(root: Path, file: Path) -> Iterator[Said]:
    """What the fields are called in the form, and the help about them."""
    document, _ = read_file(file, _shown(root, file))
    assert document is not None
    for key, words in document.value.items():
        yield from (Said(document.where(key, i), ("da",), text, True) for i, text in enumerate(words))


# -- Code

# They work on words and on addresses, and say nothing.
SILENT = ("hooks/kb/language/", "hooks/kb/sheets/plan.py", "hooks/kb/pages.py")


def in_code(root: Path, file: Path) -> Iterator[Said]:
    """What a file in Python says to people: texts by their language, and those that stand beside their translation."""
    shown = _shown(root, file)
    if shown.startswith(SILENT):
        return
    tree = ast.parse(file.read_text(encoding="utf-8"))
    known: set[ast.AST] = set()
    for node in ast.walk(tree):
        for locale, one in _told(node):
            texts = list(_strings(one))
            known |= set(texts)
            yield from _lines(shown, texts, (locale,))
    yield from _lines(shown, (t for t in _strings(tree) if t not in known and _is_in_both(str(t.value))), LOCALES)


def _lines(shown: str, texts: Iterable[ast.Constant], languages: tuple[Locale, ...]) -> Iterator[Said]:
    for text in texts:
        for i, line in enumerate(str(text.value).split("\n")):
            yield Said(Where(shown, text.lineno + i), languages, line, True)


def _told(node: ast.AST) -> Iterator[tuple[Locale, ast.expr]]:
    """{"da": …, "en": …}, say("…", "…") and stop("…", "…")."""
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and key.value in LOCALES:
                yield _locale(str(key.value)), value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"say", "stop"}:
        yield from zip(LOCALES, node.args, strict=False) if len(node.args) == len(LOCALES) else ()


def _strings(node: ast.AST) -> Iterator[ast.Constant]:
    """The texts in a piece of code, keys of mappings apart."""
    keys = {key for one in ast.walk(node) if isinstance(one, ast.Dict) for key in one.keys}
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and one not in keys:
            yield one


def _is_in_both(text: str) -> bool:
    """Whether a text is for people, Danish among them: it has words with a Danish letter or a slash between two."""
    return " / " in text or bool(re.search("[æøåÆØÅ]", text) and not re.search(r"[\\\[<|{]|^\W*\w{,2}\W*$", text))


def _locale(name: str) -> Locale:
    return "en" if name == "en" else "da"


def _shown(root: Path, file: Path) -> str:
    return file.relative_to(root).as_posix()
