"""The farm of synthetic feeds that lies with the corpora beside the checkout: many feeds on many loopback hosts.

It is a test tool from elsewhere and no part of the project; modules that use it are called `test_corpus_*.py`, so that
they are left out where the corpora are missing, and fail where only the farm is. It runs in a process of its own, as a
server on the internet does.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests.helpers.corpora import find_corpora

_NAME = "feed_farm.py"
_PATIENCE_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """What the farm answered so far. `answers` are counted by status, `body_bytes` are those of all feeds sent."""

    answers: dict[int, int]
    body_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a further round changed: the addresses of the feeds, and how many entries are new in all of them."""

    changed: tuple[str, ...]
    new_entries: int


class Farm:
    """A farm that is being served."""

    def __init__(self, base: str) -> None:
        self._host = base.removeprefix("http://")

    def opml(self) -> str:
        """Return the list of all feeds in folders."""
        return self._ask("/feeds.opml").decode()

    def documents(self) -> Iterator[bytes]:
        """Yield the feeds."""
        for address in re.findall(r'xmlUrl="http://[^/"]+(/[^"]+)"', self.opml()):
            yield self._ask(address)

    def stats(self) -> Stats:
        """Return what was answered so far."""
        told: dict[str, Any] = json.loads(self._ask("/stats"))
        answers = {int(status): int(count) for status, count in told["statuses"].items()}
        return Stats(answers=answers, body_bytes=int(told["body_bytes"]))

    def next_round(self) -> Round:
        """Let some feeds change."""
        told: dict[str, Any] = json.loads(self._ask("/next-round", method="POST"))
        urls = self._ask("/urls.txt").decode().split()
        return Round(changed=tuple(urls[index] for index in told["changed_feeds"]), new_entries=told["new_entries"])

    def _ask(self, path: str, method: str = "GET") -> bytes:
        connection = HTTPConnection(self._host, timeout=_PATIENCE_S)
        try:
            connection.request(method, path)
            return connection.getresponse().read()
        finally:
            connection.close()


@contextmanager
def running_farm(*, feeds: int, hosts: int, entries: int, html_bytes: int = 600) -> Iterator[Farm]:
    """Serve a farm on loopback until the block ends; each round changes a tenth of its feeds."""
    sizes = {"feeds": feeds, "hosts": hosts, "entries": entries, "html-bytes": html_bytes, "port": 0}
    options = [word for name, value in sizes.items() for word in (f"--{name}", str(value))]
    command = [sys.executable, str(find_farm()), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            words = process.stdout.readline().split()
            assert words[:2] == ["feed-farm", "ready"], words
            yield Farm(words[2])
        finally:
            process.terminate()


def find_farm() -> Path:
    """Return where the farm's program lies.

    Raises:
        FileNotFoundError: neither beside the checkout nor with the corpora.
    """
    shared = Path(__file__).resolve().parents[3] / "shared"
    corpora = find_corpora()
    for folder in (shared, *([corpora.parent.parent] if corpora else [])):
        path = folder / "tools" / _NAME
        if path.is_file():
            return path
    raise FileNotFoundError(_NAME)
