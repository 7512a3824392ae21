"""`kb status`, `kb confirm` and `kb links`: how translations, reviews and addresses stand."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kb.changes.terminal import Faulty
from kb.checks import check
from kb.commands.parsers import Commands, command
from kb.data import Data, build_day, read
from kb.editing.putting import put
from kb.export import program_version
from kb.links import link
from kb.messages import LABELS
from kb.outside import asking, remembered
from kb.outside import report as answers_told
from kb.outside.addresses import addresses
from kb.problems import faults
from kb.standing import ledger, reading_report, report
from kb.standing.translations import named, pairs

HOW = "hvordan det fortælles / how it is told"


def add(commands: Commands) -> None:
    asked = command(
        commands, "status", _status, "oversættelser, gennemgang og læsning / translations, reviews and reading"
    )
    asked.add_argument("--format", choices=("text", "markdown"), default="text", help=HOW)
    asked.add_argument("--all", action="store_true", help="alt, også det ikke gennemgåede og alle sider / all of it")
    confirming = command(commands, "confirm", _confirm, "sig god for en oversættelse / confirm a translation")
    confirming.add_argument("names", nargs="*", metavar="ID|ID.FELT|FIL:LINJE", help="fx private-04-f1 / e.g.")
    confirming.add_argument("--all", action="store_true", help="alle forældede / every stale one")
    linking = command(commands, "links", _links, "prøv adresserne ude på nettet / try the addresses on the web")
    linking.add_argument("--format", choices=("text", "markdown", "json"), default="text", help=HOW)
    linking.add_argument("--offline", action="store_true", help="kun det, vi ved / only what we know")
    linking.add_argument("--again", action="store_true", help="spørg alle igen / ask all again")
    linking.add_argument("--wait", type=float, default=10, help="sekunder for et svar / seconds for an answer")
    linking.add_argument("--pause", type=float, default=1, help="sekunder mellem spørgsmål / between questions")


def _status(root: Path, options: argparse.Namespace) -> int:
    data = _readable(root)
    found = report.standing(data, build_day())
    reading = reading_report.read_of(data, None if faults(check(data)) else link(data), root)
    if options.format == "markdown":
        print(report.as_markdown(found), reading_report.as_markdown(reading), sep="\n\n")
    else:
        print(*report.as_lines(found, options.lang, options.all), sep="\n")
        print(*reading_report.as_lines(reading, options.lang, options.all), sep="\n")
    failing = found.failing(data.policy)
    if failing:
        told = ", ".join(f"{found.number(state)} {report.STATES[options.lang][state]}" for state in failing)
        print(LABELS[options.lang]["policy"].format(told), file=sys.stderr)
    return 1 if failing else 0


def _confirm(root: Path, options: argparse.Namespace) -> int:
    data = _readable(root)
    label = LABELS[options.lang]
    if not options.names and not options.all:
        print(label["confirm-what"], file=sys.stderr)
        return 1
    every = list(pairs(data))
    stale = [pair for pair in every if pair.state(data.ledger) == "stale"]
    wanted, lost = (stale, []) if options.all else named(every, options.names)
    for name in lost:
        print(label["unknown-id"].format(name), file=sys.stderr)
    if lost:
        return 1
    confirmed = [pair for pair in wanted if pair in stale]
    new = ledger.updated(data.ledger, (pair.prints for pair in every if pair.en), (pair.prints for pair in confirmed))
    put(root, {ledger.FILE: ledger.as_text(new)})
    for pair in confirmed:
        print(f"{pair.where.path}:{pair.where.line}: {pair.entry} {pair.path}")
    print(label["confirmed"].format(len(confirmed)), file=sys.stderr)
    return 0


def _links(root: Path, options: argparse.Namespace) -> int:
    data = _readable(root)
    places = addresses(data)
    known = remembered.read(root)
    today = build_day()
    if not options.offline:
        wanted = list(places) if options.again else remembered.to_ask(places, known, today)
        agent = f"Trivselsbasen/{program_version()} ({data.contact})"
        manners = asking.Manners(agent, options.wait, pause=options.pause)
        for answer in asking.believed(list(asking.ask_all(wanted, manners))):
            known[answer.address] = (answer, today)
        remembered.write(root, known)
    answers = [known[address][0] for address in places if address in known]
    if options.format == "json":
        print(answers_told.as_json(answers, places))
    elif options.format == "markdown":
        print(answers_told.as_markdown(answers, places))
    else:
        print(*answers_told.as_lines(answers, places, options.lang), sep="\n")
    return 0  # an address that is down today must not stop anybody


def _readable(root: Path) -> Data:
    """The data as far as it can be read. Raises Faulty where a file can't be."""
    data = read(root)
    if not data.is_whole:
        raise Faulty(faults(data.problems))
    return data
