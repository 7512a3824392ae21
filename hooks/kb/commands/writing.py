"""`kb format`, `kb schema`, `kb new` and `kb rename`: what writes files under data/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kb.changes.terminal import Faulty
from kb.checks import check
from kb.commands.parsers import Commands, command, with_ids
from kb.commands.telling import unknown
from kb.data import Data, read
from kb.editing import tidy
from kb.editing.asking import Ask
from kb.editing.new import MODELS, choices, made, questions
from kb.editing.putting import put, put_if_right
from kb.editing.rename import CannotRename, renamed
from kb.forms import schema
from kb.messages import LABELS
from kb.problems import Locale, faults


def add(commands: Commands) -> None:
    forming = command(commands, "format", _format, "giv filerne i data/ deres ene form / put data/ in its one form")
    forming.add_argument("--check", action="store_true", help="sig kun, hvad der ikke er på form / only say what isn't")
    command(commands, "schema", _schema, "skriv data/schema/ / write data/schema/")
    making = command(commands, "new", _new, "skriv noget nyt; spørger om det, der mangler / write an entry; asks")
    making.add_argument("kind", choices=MODELS, metavar="|".join(MODELS), help="hvad det er / what it is")
    making.add_argument("values", nargs="*", metavar="FELT=VÆRDI", help='fx title.da="Makkervagt" / e.g. …')
    making.add_argument("--fields", action="store_true", help="vis felterne / show the fields")
    with_ids(
        command(commands, "rename", _rename, "giv noget et andet id overalt / another id everywhere"), "old", "new"
    )


def _format(root: Path, options: argparse.Namespace) -> int:
    label = LABELS[options.lang]
    changed, problems = tidy.tidied(root)
    for one in problems:
        print(one.tell(options.lang), file=sys.stderr)
    if options.check:
        for path in changed:
            print(f"{path}:1: {label['not-in-form'].format(path)}")
        return 1 if changed or problems else 0
    put(root, changed)
    if not problems:
        put(root, tidy.recorded(root))
    print(*changed, sep="\n", end="\n" if changed else "")
    print(label["formatted"].format(len(changed)) if changed else label["in-form"], file=sys.stderr)
    return 1 if problems else 0


def _schema(root: Path, options: argparse.Namespace) -> int:
    print(LABELS[options.lang]["schemas"].format(len(schema.write(root))), file=sys.stderr)
    return 0


def _new(root: Path, options: argparse.Namespace) -> int:
    data = _sound(root)
    label = LABELS[options.lang]
    asks = questions(options.kind, data.requires_english)
    if options.fields:
        print(*(_told(data, ask, options.lang) for ask in asks), sep="\n")
        return 0
    known = {ask.path for ask in asks} | {"slug", "slug.da", "slug.en", "checked", "note"}
    answers: dict[str, str] = {}
    for value in options.values:
        path, has_value, answer = value.partition("=")
        if not has_value or path not in known:
            told = label["no-field"].format(path, ", ".join(sorted(known))) if has_value else label["no-form"]
            print(told.format(value), file=sys.stderr)
            return 1
        answers[path] = answer
    lacking = [ask for ask in asks if ask.required and not answers.get(ask.path, "").strip()]
    if lacking and not sys.stdin.isatty() and options.values:
        print(label["lacking"].format(", ".join(ask.path for ask in lacking)), file=sys.stderr)
        return 1
    for ask in lacking:
        answer = _answer(data, ask, options.lang)
        if answer is None:
            print("\n" + label["lacking"].format(ask.path), file=sys.stderr)
            return 1
        answers[ask.path] = answer
    return _write(root, data, options.kind, answers, options.lang)


def _write(root: Path, data: Data, kind: str, answers: dict[str, str], locale: Locale) -> int:
    label = LABELS[locale]
    entry = made(data, kind, answers)
    if not entry.files:
        print(label["unknown-id"].format(answers.get("theme") or answers.get("series")), file=sys.stderr)
        return 1
    if problems := put_if_right(root, entry.files):
        print(*(one.tell(locale) for one in problems), sep="\n", file=sys.stderr)
        return 1
    where = next(item.where() for item in read(root).items if item.id == entry.id)
    print(label["made"].format(where.path, where.line, entry.id))
    print(label["next"])
    return 0


def _answer(data: Data, ask: Ask, locale: Locale) -> str | None:
    """Asks until there is an answer; None when nobody answers."""
    print(_told(data, ask, locale), flush=True)
    try:
        while not (answer := input("> ").strip()):
            print(f"  {LABELS[locale]['must']}", flush=True)
    except EOFError:
        return None
    return answer


def _told(data: Data, ask: Ask, locale: Locale) -> str:
    label = LABELS[locale]
    found = choices(data, ask) if ask.choices or ask.kinds else []
    some = f" {label['one-of']}: {', '.join(found)}" if found else ""
    return f"{ask.path}: {ask.label}{' *' if ask.required else ''}. {ask.help}{some}"


def _rename(root: Path, options: argparse.Namespace) -> int:
    data = _sound(root)
    if options.old not in {item.id for item in data.items}:
        print(unknown(data, options.old, options.lang), file=sys.stderr)
        return 1
    try:
        files = renamed(data, options.old, options.new)
    except CannotRename as cannot:
        print(cannot.problem.tell(options.lang), file=sys.stderr)
        return 1
    if problems := put_if_right(root, files):
        raise Faulty(problems)
    changed = ", ".join(path for path, text in files.items() if text is not None)
    print(LABELS[options.lang]["is-renamed"].format(options.old, options.new, changed))
    return 0


def _sound(root: Path) -> Data:
    """The data. Raises Faulty: what has faults is not written upon."""
    data = read(root)
    if problems := faults(check(data)):
        raise Faulty(problems)
    return data
