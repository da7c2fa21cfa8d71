"""Cuts long work into pieces of one transaction each, so that nobody waits for the whole of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from caregiver_app.model.errors import Cancelled
from caregiver_app.model.web import Cancel

Thing = TypeVar("Thing")


def in_batches(things: Sequence[Thing], size: int, cancel: Cancel | None = None) -> Iterator[Sequence[Thing]]:
    """Yield `things` in their order, `size` at once.

    Raises:
        Cancelled: `cancel` was set before the next piece.
    """
    for start in range(0, len(things), size):
        if cancel is not None and cancel.is_set():
            raise Cancelled
        yield things[start : start + size]
