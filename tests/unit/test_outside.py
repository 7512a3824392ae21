"""`kb links`: each address asked politely, on a real server, and what became of it told."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread

import pytest
from cases import LIGHT, REFERENCES
from command import kb
from minibase import MiniBase

from kb.data import read
from kb.outside.addresses import addresses
from kb.outside.asking import Answer, Manners, ask, ask_all, believed

QUICK = Manners("test", wait=0.6, tries=2, pause=0.01)


class Outside(ThreadingHTTPServer):
    """A server that answers each path in its own way; `asked` are the questions, each with its time."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str, float]] = []
        self.agents: set[str] = set()
        self.over = Event()

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{path}"


class Handler(BaseHTTPRequestHandler):
    server: Outside

    def do_GET(self) -> None:
        self.server.asked.append((self.command, self.path, time.monotonic()))
        self.server.agents.add(self.headers["User-Agent"])
        path = self.path.strip("/")
        if path == "never":
            self.server.over.wait(10)
            return
        if path == "drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while not self.server.over.wait(0.2):
                self.wfile.write(b"X-More: x\r\n")
            return
        if path == "slow":
            time.sleep(0.3)
        number = {"moved": 301, "away": 302, "circle": 302, "pageonly": 405, "once": 429}.get(path, 200)
        number = int(path) if path.isdigit() else number
        if path == "pageonly" and self.command == "GET":
            number = 200
        if path == "once" and sum(one[1] == self.path for one in self.server.asked) > 1:
            number = 200
        self.send_response(number)
        if number in {301, 302}:
            self.send_header("Location", {"away": "/404", "circle": "/circle"}.get(path, "/new"))
        if number == 429:
            self.send_header("Retry-After", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *_: object) -> None:
        """Nothing: the terminal is the test's."""


@pytest.fixture
def outside() -> Iterator[Outside]:
    server = Outside()
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "state", "told"),
    [
        ("200", "fine", "200"),
        ("slow", "fine", "200"),
        ("pageonly", "fine", "200"),
        ("404", "dead", "404"),
        ("410", "dead", "410"),
        ("away", "dead", "404"),
        ("429", "unclear", "429"),
        ("500", "unclear", "500"),
        ("403", "unclear", "403"),
        ("circle", "unclear", "redirects"),
        ("never", "unclear", "timeout"),
    ],
)
def test_an_address_is_judged_by_its_answer(path: str, state: str, told: str, outside: Outside) -> None:
    answer = ask(outside.address(path), QUICK)
    assert (answer.state, answer.told) == (state, told)


def test_of_what_has_moved_for_good_it_is_told_where_to(outside: Outside) -> None:
    assert ask(outside.address("moved"), QUICK) == Answer(
        outside.address("moved"), "moved", "200", outside.address("new")
    )


def test_a_server_that_is_not_there_gives_no_answer(outside: Outside) -> None:
    assert ask("http://127.0.0.1:9/", QUICK).told == "no-answer"


def test_a_name_that_nobody_has_is_dead() -> None:
    assert ask("http://nobody.invalid/", QUICK).state == "dead"


def test_without_a_net_nothing_is_said_to_be_dead() -> None:
    answers = list(ask_all(["http://nobody.invalid/", "http://nowhere.invalid/"], QUICK))
    assert {one.state for one in answers} == {"dead"} and {one.state for one in believed(answers)} == {"unclear"}


def test_who_asks_too_often_asks_again_later(outside: Outside) -> None:
    assert ask(outside.address("once"), QUICK).state == "fine"
    assert len(outside.asked) == 2


def test_a_server_that_drips_is_given_up(outside: Outside) -> None:
    began = time.monotonic()
    [answer] = ask_all([outside.address("drip")], QUICK)
    assert answer.told == "timeout" and time.monotonic() - began < QUICK.longest + 1


def test_a_host_gets_one_question_at_a_time_with_a_pause(outside: Outside) -> None:
    list(ask_all([outside.address(path) for path in ("a", "b", "c")], Manners("test", pause=0.2)))
    times = [at for _, _, at in outside.asked]
    assert all(later - earlier >= 0.2 for earlier, later in pairwise(times))


# -- The command


@pytest.fixture
def named(mini: MiniBase, outside: Outside) -> MiniBase:
    """The miniature base with references to the server."""
    text = "".join(
        f"- id: ref-{path}\n  title: Side {path}\n  kind: tool\n  checked: never\n  address: {outside.address(path)}\n"
        "  source: {sheet-lys: head}\n"
        for path in ("200", "404", "moved")
    )
    return mini.append(REFERENCES, text)


def links(mini: MiniBase, *arguments: str) -> list[str]:
    ran = kb(mini.root, "links", "--lang", "en", "--wait", "1", "--pause", "0", *arguments)
    assert ran.returncode == 0
    return ran.stdout.splitlines()


def test_what_somebody_must_look_at_is_told_with_its_place(named: MiniBase, outside: Outside) -> None:
    told = links(named)
    line = named.line_of(REFERENCES, outside.address("404"))
    assert f"{REFERENCES}:{line}: {outside.address('404')} no longer works (404)" in told
    assert any(one.endswith(f"has moved (200) → {outside.address('new')}") for one in told)


def test_a_dead_address_breaks_nothing(named: MiniBase) -> None:
    assert kb(named.root, "links", "--wait", "1", "--pause", "0").returncode == 0


def test_it_says_who_is_asking(named: MiniBase, outside: Outside) -> None:
    links(named)
    assert all(agent.startswith("Trivselsbasen/") and "@" in agent for agent in outside.agents)


def test_what_was_fine_lately_is_not_asked_again(named: MiniBase, outside: Outside) -> None:
    links(named)
    before = len(outside.asked)
    links(named)
    assert "/200" not in {path for _, path, _ in outside.asked[before:]}


def test_asked_to_it_asks_all_again(named: MiniBase, outside: Outside) -> None:
    links(named)
    before = len(outside.asked)
    links(named, "--again")
    assert "/200" in {path for _, path, _ in outside.asked[before:]}


def test_offline_it_asks_nobody_and_tells_what_it_knows(named: MiniBase, outside: Outside) -> None:
    links(named)
    before = len(outside.asked)
    assert any("no longer works" in line for line in links(named, "--offline"))
    assert len(outside.asked) == before


def test_a_cache_that_can_not_be_used_is_done_without(named: MiniBase) -> None:
    file = named.root / ".cache/links.json"
    file.parent.mkdir()
    file.write_text('[{"address": 1}]')
    assert any("no longer works" in line for line in links(named))


def test_as_json_each_address_has_its_places(named: MiniBase, outside: Outside) -> None:
    rows = {row["address"]: row for row in json.loads("\n".join(links(named, "--format", "json")))}
    assert rows[outside.address("404")]["state"] == "dead"
    assert rows[outside.address("404")]["places"] == [
        f"{REFERENCES}:{named.line_of(REFERENCES, outside.address('404'))}"
    ]


def test_for_an_issue_it_is_a_table(named: MiniBase) -> None:
    assert "| Sted / Place | Adresse / Address | Status |" in "\n".join(links(named, "--format", "markdown"))


def test_an_address_in_a_text_is_asked_too(mini: MiniBase) -> None:
    mini.replace(LIGHT, "Rene ruder giver mere lys.", '"Rene [ruder](https://ruder.example/) giver lys."')
    assert "https://ruder.example/" in addresses(mini.data())


def test_what_is_marked_as_dead_is_left_alone(named: MiniBase, outside: Outside) -> None:
    named.replace(REFERENCES, "  title: Side 404\n", "  title: Side 404\n  dead: true\n")
    assert outside.address("404") not in addresses(named.data())


def test_every_address_of_ours_is_known() -> None:
    root = Path(__file__).parents[2]
    assert len(addresses(read(root, own=False))) >= 10
