"""Writes down what a sync learnt of sources that brought no document: their states and the ledger, many at a time.

One transaction for each of a thousand unchanged sources would cost more than asking them. What waits here for a moment
may be lost when the process is ended: that a source was unchanged or failed, which the next sync finds out again, and
the ledger's lines of that moment. Documents and the rest that hosts asked for never wait here.
"""

from __future__ import annotations

from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.library.source_states import StateAfterSync
from caregiver_app.library.store import Library
from caregiver_app.model.time import Clock
from caregiver_app.model.web import LedgerLine

AT_MOST = 100
AT_LATEST_S = 0.25


class Books:
    """The states and lines that wait, and the one who writes them."""

    def __init__(self, library: Library, ledger: LedgerBuffer, clock: Clock) -> None:
        self._library = library
        self._ledger = ledger
        self._clock = clock
        self._states: list[StateAfterSync] = []
        self._lines: list[LedgerLine] = []
        self._since: float | None = None

    def keep(self, state: StateAfterSync) -> None:
        """Let a state wait for the next writing."""
        self._states.append(state)
        if self._since is None:
            self._since = self._clock.monotonic()

    def write_when_due(self) -> None:
        """Write when much waits or something has waited for long; otherwise do nothing."""
        if self._since is None:
            return
        if len(self._states) >= AT_MOST or self._clock.monotonic() - self._since >= AT_LATEST_S:
            self.write()

    def write(self) -> None:
        """Write all that waits in a transaction of its own."""
        self._lines.extend(self._ledger.drain())
        if self._states or self._lines:
            with self._library.write("sync.state"):
                self._put()
            self.written()

    def write_along(self, *states: StateAfterSync) -> None:
        """Write states and all that waits in the transaction that is open; once it is whole, call `written`."""
        self._lines.extend(self._ledger.drain())
        self._put(*states)

    def written(self) -> None:
        """Let go of what waited: it is in the library for good."""
        self._states.clear()
        self._lines.clear()
        self._since = None

    def _put(self, *more: StateAfterSync) -> None:
        self._library.source_states.put(*self._states, *more)
        self._library.ledger.add(self._lines)
