"""Threads that ask for addresses of links: each has one host at a time, and waits between two of its addresses.

Nothing here judges an answer or touches the library. GET with validators, never HEAD.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from caregiver_app.feeds.jobs import PageJob
from caregiver_app.feeds.link_pages import MAIN_TEXT_RULE, PageFacts, hash_text, read_page
from caregiver_app.feeds.pool import Parser
from caregiver_app.library.link_checks import LinkToCheck
from caregiver_app.model.errors import CaregiverError, FeedError, WebError, WebTrouble
from caregiver_app.model.source import Validators
from caregiver_app.model.web import Fetched, Fetcher, FetchRequest, Why
from caregiver_app.support.public_suffixes import registered_part
from caregiver_app.web.addresses import parse_address

MAX_PAGE_BYTES = 2_000_000
HOSTS_AT_ONCE = 6

_ACCEPT = "text/html, application/xhtml+xml, */*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look: what came back, and what a page said that was not what we had."""

    link: LinkToCheck
    answer: Fetched | CaregiverError
    facts: PageFacts | None = None


class Looking:
    """The threads of one run. They begin at once."""

    def __init__(self, links: Sequence[LinkToCheck], *, fetcher: Fetcher, parser: Parser, spaced_s: float) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self._spaced_s = spaced_s
        self._stopped = threading.Event()
        self._inbox: queue.SimpleQueue[Look] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._hosts = deque(_by_host(links).values())
        for number in range(min(HOSTS_AT_ONCE, len(self._hosts))):
            threading.Thread(target=self._ask_all, name=f"link-{number}", daemon=True).start()

    def next(self, *, timeout_s: float) -> Look | None:
        """Return what was brought next, None when nothing came in time."""
        try:
            return self._inbox.get(timeout=timeout_s)
        except queue.Empty:
            return None

    def stop(self) -> None:
        """Ask nobody any more; what is under way is not taken in."""
        self._stopped.set()

    def _ask_all(self) -> None:
        for links in self._taken_hosts():
            for number, link in enumerate(links):
                if self._stopped.wait(self._spaced_s if number else 0):
                    return
                self._inbox.put(self._ask(link))

    def _taken_hosts(self) -> Iterator[list[LinkToCheck]]:
        while True:
            with self._lock:
                if not self._hosts:
                    return
                links = self._hosts.popleft()
            yield links

    def _ask(self, link: LinkToCheck) -> Look:
        validators = Validators() if link.before is None else link.before.validators
        request = FetchRequest(
            url=link.url,
            why=Why.LINK_CHECK,
            validators=validators,
            accept=_ACCEPT,
            at_most_bytes=MAX_PAGE_BYTES,
        )
        try:
            fetched = self._fetcher.fetch(request)
            if fetched.status == 304:
                return Look(link=link, answer=fetched)
            return Look(link=link, answer=replace(fetched, body=b""), facts=self._facts(link, fetched))
        except CaregiverError as error:
            return Look(link=link, answer=error)
        except Exception as error:  # noqa: BLE001  a thread that dies silently would leave its addresses unfinished
            return Look(link=link, answer=WebError(WebTrouble.PROTOCOL, detail=type(error).__name__))

    def _facts(self, link: LinkToCheck, fetched: Fetched) -> PageFacts:
        """Return what a page says, by its own text where a worker finds one."""
        facts = read_page(fetched.body, fetched.headers, asked=link.url, arrived=fetched.url)
        if not facts.may_have_main_text:
            return facts
        try:
            page = self._parser.read_page(PageJob(url=fetched.url, headers=fetched.headers, body=fetched.body))
        except FeedError:
            return facts
        text = "\n".join(entry.text.text for entry in page.entries if entry.text is not None)
        return replace(facts, text_hash=hash_text(text, MAIN_TEXT_RULE))


def _by_host(links: Sequence[LinkToCheck]) -> dict[str, list[LinkToCheck]]:
    hosts: dict[str, list[LinkToCheck]] = {}
    for link in links:
        hosts.setdefault(site_of(link.url), []).append(link)
    return hosts


def site_of(url: str) -> str:
    """Return what one organisation's addresses have in common: the registered part of the host, else the host."""
    host = parse_address(url).host
    return registered_part(host) or host
