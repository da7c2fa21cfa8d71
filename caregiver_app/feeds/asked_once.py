"""Keeps what servers said while somebody adds a source, so that looking, adding and storing ask them once.

Only whole answers to questions without validators are kept, in memory, a few, and for the time that choosing takes.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, replace

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.source import Validators
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Fetched, Fetcher, FetchRequest
from caregiver_app.web.addresses import parse_address

KEPT_S = 15 * 60
MOST_ANSWERS = 16
MOST_BYTES = 32_000_000

_Key = tuple[str, bool]  # the address, and whether it was allowed to reach home


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    fetched: Fetched
    until_s: float  # of the monotonic clock


class Answers:
    """Answers of a moment ago, by the question. Threads may share them."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[_Key, _Kept] = OrderedDict()

    def keep(self, request: FetchRequest, fetched: Fetched) -> None:
        """Keep an answer, also as the one that the address to which it moved for good would give."""
        if fetched.status != 200 or request.validators != Validators():
            return
        keys = {(request.url, request.allow_private): fetched}
        if fetched.moved_to is not None:
            at_home = request.allow_private and _origin(fetched.moved_to) == _origin(request.url)
            keys[fetched.moved_to, at_home] = replace(fetched, moved_to=None)
        until_s = self._clock.monotonic() + KEPT_S
        with self._lock:
            for key, answer in keys.items():
                self._kept[key] = _Kept(fetched=answer, until_s=until_s)
                self._kept.move_to_end(key)
            self._drop_what_is_too_much()

    def find(self, request: FetchRequest) -> Fetched | None:
        """Return the answer to a question if it is known and fits its bounds, None otherwise."""
        with self._lock:
            kept = self._kept.get((request.url, request.allow_private))
        if kept is None or self._clock.monotonic() >= kept.until_s or request.validators != Validators():
            return None
        fetched = kept.fetched
        if request.at_most_bytes is not None and len(fetched.body) > request.at_most_bytes:
            return None
        if request.stays_within is not None and not request.stays_within(fetched.url):
            return None
        return fetched

    def forget(self, url: str) -> None:
        """Give back the memory that the answer at an address takes."""
        with self._lock:
            gone = [kept.fetched.body for (asked, _), kept in self._kept.items() if asked == url]
            self._kept = OrderedDict(
                (key, kept) for key, kept in self._kept.items() if not any(kept.fetched.body is body for body in gone)
            )

    def clear(self) -> None:
        """Forget all: what is looked at next shall be as it is then."""
        with self._lock:
            self._kept.clear()

    def _drop_what_is_too_much(self) -> None:
        now_s = self._clock.monotonic()
        for key in [key for key, kept in self._kept.items() if now_s >= kept.until_s]:
            del self._kept[key]
        while len(self._kept) > MOST_ANSWERS or sum(self._sizes().values()) > MOST_BYTES:
            self._kept.popitem(last=False)

    def _sizes(self) -> dict[int, int]:
        """Return the bytes of each body; one under two addresses is in memory once."""
        return {id(kept.fetched.body): len(kept.fetched.body) for kept in self._kept.values()}


class AskingOnce:
    """A `Fetcher` that answers what it can from `Answers`, and keeps there what it had to ask for."""

    def __init__(self, fetcher: Fetcher, answers: Answers) -> None:
        self._fetcher = fetcher
        self._answers = answers

    def fetch(self, request: FetchRequest) -> Fetched:
        """Return what is known, else ask. Raises as `Fetcher.fetch` does."""
        known = self._answers.find(request)
        if known is not None:
            return known
        fetched = self._fetcher.fetch(request)
        self._answers.keep(request, fetched)
        return fetched

    def abort(self) -> None:
        """End every exchange under way."""
        self._fetcher.abort()

    def resume(self) -> None:
        """Allow exchanges again."""
        self._fetcher.resume()


class AskingNobody:
    """A `Fetcher` that knows what is in `Answers` and never asks."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def fetch(self, request: FetchRequest) -> Fetched:
        """Return what is known.

        Raises:
            WebError: OFFLINE, when nothing is.
        """
        known = self._answers.find(request)
        if known is None:
            raise WebError(WebTrouble.OFFLINE)
        return known

    def abort(self) -> None:
        """Nothing is ever under way."""

    def resume(self) -> None:
        """Nothing was ended."""


def _origin(url: str) -> object:
    return parse_address(url).origin
