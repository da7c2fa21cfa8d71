"""Cuts long work into pieces of one transaction each, so that nobody waits for the whole of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import TypeVar

from caregiver_app.model.errors import Cancelled
from caregiver_app.model.web import Cancel

Thing = TypeVar("Thing")

BREATH_S = 0.11
"""SQLite keeps no queue of writers: one that waits looks again every 0.1 s, and finds no gap between our pieces unless
we leave one that is longer. Without it a mark set meanwhile waited until it was refused."""


def in_batches(
    things: Sequence[Thing], size: int, cancel: Cancel | None = None, *, breath_s: float = BREATH_S
) -> Iterator[Sequence[Thing]]:
    """Yield `things` in their order, `size` at once, with a pause between two pieces in which others may write.

    Raises:
        Cancelled: `cancel` was set before the next piece.
    """
    for start in range(0, len(things), size):
        if start:
            take_breath(breath_s)
        if cancel is not None and cancel.is_set():
            raise Cancelled
        yield things[start : start + size]


def take_breath(breath_s: float = BREATH_S) -> None:
    """Let others write for a moment."""
    threading.Event().wait(breath_s)
