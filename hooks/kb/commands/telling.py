"""How faults and warnings are told: as lines, as notes on the lines of a pull request, or as a table."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Literal, get_args

from kb.data import Data
from kb.markdown import table
from kb.messages import LABELS
from kb.problems import LOCALES, Locale, Problem, faults, near

Format = Literal["text", "github", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)


def tell(problems: Sequence[Problem], locale: Locale, form: Format = "text") -> int:
    """Prints the problems and, apart, how many there are; the exit status is 1 when one of them is a fault."""
    number = len(faults(problems))
    label = LABELS[locale]
    if form == "markdown":
        print(as_markdown(problems))
    for problem in problems if form != "markdown" else ():
        print(as_note(problem) if form == "github" else problem.tell(locale))
    print(f"{number} {label['faults']}, {len(problems) - number} {label['warnings']}", file=sys.stderr)
    return 1 if number else 0


def as_note(problem: Problem) -> str:
    """A line that GitHub shows beside the line of the file, in both languages."""
    level = "error" if problem.level == "fault" else "warning"
    told = "\n".join(_message(problem, locale) for locale in LOCALES)
    # Its own signs must not be taken from the data: percent, line ends, and in the path colon and comma.
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        told = told.replace(sign, code)
    path = problem.where.path
    for sign, code in (("%", "%25"), (":", "%3A"), (",", "%2C"), ("\n", "%0A")):
        path = path.replace(sign, code)
    return f"::{level} file={path},line={problem.where.line}::{told}"


def as_markdown(problems: Sequence[Problem]) -> str:
    """A comment for a pull request: a table with the place, and what is told in both languages."""
    number = len(faults(problems))
    if not problems:
        return "### Data\n\nIngen fejl og ingen advarsler. No faults and no warnings."
    rows = [(f"{one.where.path}:{one.where.line}", _message(one, "da"), _message(one, "en")) for one in problems]
    warnings = f"{len(problems) - number} {LABELS['da']['warnings']}"
    return f"### Data: {number} {LABELS['da']['faults']}, {warnings}\n\n" + table(
        ("Sted / Place", "Dansk", "English"), rows
    )


def unknown(data: Data, found: str, locale: Locale) -> str:
    """That there is no entry with an id, or none that is shown, and which may be meant."""
    label = LABELS[locale]
    known = [item.id for item in data.items]
    if found in known:
        return label["withdrawn"].format(found)
    meant = near(found, known)
    return label["unknown-id"].format(found) + (f" {label['meant']} {meant}?" if meant else "")


def _message(problem: Problem, locale: Locale) -> str:
    place = f"{problem.where.path}:{problem.where.line}: "
    return problem.tell(locale).removeprefix(place)
