"""An address asked, politely: little is fetched, a host gets one question at a time, and nobody is waited for long."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Literal
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import Retry, Timeout

State = Literal["fine", "moved", "dead", "unclear"]


@dataclass(frozen=True)
class Manners:
    """How we ask: who we say we are, seconds to wait for an answer, tries, seconds between two questions to a host."""

    agent: str
    wait: float = 10
    tries: int = 3
    pause: float = 1
    hosts: int = 8

    @property
    def longest(self) -> float:
        """Seconds after which an address is given up, whatever it does: a server may drip for ever."""
        return self.wait * (self.tries + 1)


@dataclass(frozen=True)
class Answer:
    """What an address answered: its state, the number or the word that tells why, and where it has moved to."""

    address: str
    state: State
    told: str
    to: str = ""


def ask_all(addresses: Iterable[str], manners: Manners) -> Iterator[Answer]:
    """The answers, host by host: several hosts at once, but each of them one question at a time."""
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    with ThreadPoolExecutor(max_workers=manners.hosts) as pool:
        for answers in pool.map(lambda some: _ask_host(some, manners), by_host.values()):
            yield from answers


def believed(answers: Sequence[Answer]) -> list[Answer]:
    """The answers; where no server answered at all, the net is down and no name of a server is known to be gone."""
    if any(one.told.isdigit() for one in answers):
        return list(answers)
    return [replace(one, state="unclear") for one in answers]


def _ask_host(addresses: list[str], manners: Manners) -> list[Answer]:
    found = []
    for number, address in enumerate(addresses):
        if number:
            time.sleep(manners.pause)
        found.append(_within(address, manners))
    return found


def _within(address: str, manners: Manners) -> Answer:
    """The answer, or that there was none within the longest we wait."""
    answers: SimpleQueue[Answer] = SimpleQueue()
    # A daemon: one that waits for ever must not keep the program from ending.
    Thread(target=lambda: answers.put(ask(address, manners)), daemon=True).start()
    try:
        return answers.get(timeout=manners.longest)
    except Empty:
        return Answer(address, "unclear", "timeout")


def ask(address: str, manners: Manners) -> Answer:
    """What one address answers. Temporary moves are followed; of permanent ones it is told where to."""
    seen, at, is_moved = {address}, address, False
    while True:
        status, to = _status(at, manners)
        if status in {301, 302, 303, 307, 308} and to:
            target = urljoin(at, to)
            if target in seen or len(seen) > 5 or urlsplit(target).scheme not in {"http", "https"}:
                return Answer(address, "unclear", "redirects")
            is_moved = is_moved or status in {301, 308}
            seen.add(target)
            at = target
            continue
        return _judged(address, status, at, is_moved)


def _judged(address: str, status: int | str, at: str, is_moved: bool) -> Answer:
    if status in {404, 410} or status == "unknown-host":
        return Answer(address, "dead", str(status))
    if isinstance(status, int) and 200 <= status < 300:
        return Answer(address, "moved", str(status), at) if is_moved else Answer(address, "fine", str(status))
    return Answer(address, "unclear", str(status))


def _status(address: str, manners: Manners) -> tuple[int | str, str]:
    """The number of the answer, or a word for why there is none, and the address it points to."""
    retries = Retry(
        total=manners.tries - 1,
        backoff_factor=manners.pause,
        status_forcelist=[429, 500, 502, 503, 504],
        redirect=0,
        raise_on_redirect=False,
        raise_on_status=False,
        retry_after_max=int(manners.wait),
    )
    timeout = Timeout(connect=manners.wait, read=manners.wait)
    with urllib3.PoolManager(headers={"User-Agent": manners.agent, "Accept": "text/html,*/*;q=0.5"}) as pool:
        try:
            for method in ("HEAD", "GET"):
                answer = pool.request(
                    method, address, retries=retries, timeout=timeout, redirect=False, preload_content=False
                )
                answer.close()
                # Some servers refuse to answer without the page, or answer wrongly.
                if method == "GET" or answer.status not in {400, 403, 404, 405, 406, 501}:
                    break
            return answer.status, answer.headers.get("Location", "")
        except (HTTPError, LocationParseError, UnicodeError, ValueError, OSError) as error:
            return _why(error), ""


def _why(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    if isinstance(reason, urllib3.exceptions.NameResolutionError):
        return "unknown-host"
    # NewConnectionError counts as a timeout to urllib3, but the server has said no.
    if isinstance(reason, urllib3.exceptions.NewConnectionError):
        return "no-answer"
    if isinstance(reason, urllib3.exceptions.TimeoutError):
        return "timeout"
    if isinstance(reason, urllib3.exceptions.SSLError):
        return "certificate"
    return "no-answer"
