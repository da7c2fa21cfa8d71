"""Holds ledger lines between the threads that make connections and the one thread that writes."""

from __future__ import annotations

import threading

from caregiver_app.model.web import LedgerLine


class LedgerBuffer:
    """A `Ledger` for `web`; whoever owns a library drains it into there."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._lines: list[LedgerLine] = []

    def record(self, line: LedgerLine) -> None:
        """Take one line; safe from any thread."""
        with self._guard:
            self._lines.append(line)

    def drain(self) -> tuple[LedgerLine, ...]:
        """Return the lines since the last call, oldest first, and forget them."""
        with self._guard:
            lines, self._lines = tuple(self._lines), []
        return lines
