"""How long a fetch may still take, and the one switch that ends all of them at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, Self

from caregiver_app.model.errors import Cancelled, WebError, WebTrouble
from caregiver_app.model.time import Clock

LOOK_UP_S = 0.2  # nobody waits longer without looking at the clock and the switch again


class Stoppable(Protocol):
    """What a stop interrupts, from whichever thread pressed it."""

    def interrupt(self) -> None:
        """Wake whoever waits on it."""
        ...


class Stop:
    """The switch. A fetch belongs to the round in which it began: one that was stopped stays stopped after `resume`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._round = 0
        self._is_stopped = False
        self._under_way: set[Stoppable] = set()

    def begin(self) -> int:
        """Return the round that begins now.

        Raises:
            Cancelled: everything is stopped.
        """
        if self._is_stopped:
            raise Cancelled
        return self._round

    def has_ended(self, round_: int) -> bool:
        """Return whether a fetch of that round must end."""
        return self._is_stopped or round_ != self._round

    def abort(self) -> None:
        """End the round and refuse others."""
        with self._lock:
            self._is_stopped = True
            self._round += 1
            for each in self._under_way:
                each.interrupt()

    def resume(self) -> None:
        """Let fetches begin again."""
        self._is_stopped = False

    def add(self, waiting: Stoppable) -> None:
        """Interrupt this too when a stop comes."""
        with self._lock:
            self._under_way.add(waiting)

    def remove(self, waiting: Stoppable) -> None:
        """Forget it. After this returns nobody else touches it."""
        with self._lock:
            self._under_way.discard(waiting)


class Watch:
    """One fetch's time: its bound in monotonic seconds, and the round it belongs to."""

    def __init__(self, stop: Stop, clock: Clock, *, round_: int, until: float) -> None:
        self._stop = stop
        self._clock = clock
        self._round = round_
        self._until = until

    @classmethod
    def begin(cls, stop: Stop, clock: Clock, seconds: float) -> Self:
        """Return the watch of a fetch that begins now.

        Raises:
            Cancelled: everything is stopped.
        """
        return cls(stop, clock, round_=stop.begin(), until=clock.monotonic() + seconds)

    def check(self) -> None:
        """Go on, or end here.

        Raises:
            Cancelled: the person pressed stop.
            WebError: TIMEOUT.
        """
        self.check_stop()
        if self._clock.monotonic() >= self._until:
            raise WebError(WebTrouble.TIMEOUT)

    def check_stop(self) -> None:
        """Go on, or end here, whatever the time.

        Raises:
            Cancelled: the person pressed stop.
        """
        if self._stop.has_ended(self._round):
            raise Cancelled

    def wait_s(self) -> float:
        """Return for how many seconds one may wait before asking again.

        Raises:
            Cancelled: the person pressed stop.
            WebError: TIMEOUT.
        """
        self.check()
        return max(0.0, min(self._until - self._clock.monotonic(), LOOK_UP_S))

    def tightened(self, seconds: float) -> Watch:
        """Return a watch for one part of the fetch, with a bound of its own that ends no later than this one's."""
        until = min(self._until, self._clock.monotonic() + seconds)
        return Watch(self._stop, self._clock, round_=self._round, until=until)

    @contextmanager
    def not_counted(self) -> Iterator[None]:
        """Leave the time spent inside out of the bound: waiting for one's turn is no fault of the server's."""
        began = self._clock.monotonic()
        try:
            yield
        finally:
            self._until += self._clock.monotonic() - began
