"""One ledger line for each request that left, whatever became of it: host and why, bytes and result, never a path."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Ledger, LedgerLine, Why
from caregiver_app.web.connections import Turn
from caregiver_app.web.wire import NoAnswer

CANCELLED = "cancelled"


class Bookkeeper:
    """Writes the ledger."""

    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self._ledger = ledger
        self._clock = clock

    @contextmanager
    def line(self, host: str, why: Why, turn: Turn) -> Iterator[None]:
        """Record what happens inside, measured on the turn's wire. Where nothing could leave, nothing is recorded."""
        at = self._clock.now()
        sent_before, received_before = _counts(turn)
        result: str | None = CANCELLED
        try:
            yield
            result = str(turn.status)
        except WebError as error:
            result = None if error.kind is WebTrouble.OFFLINE else error.kind.value
            raise
        except NoAnswer:
            result = WebTrouble.CONNECT.value
            raise
        finally:
            sent, received = _counts(turn)
            if result is not None:
                self._ledger.record(
                    LedgerLine(
                        at=at,
                        host=host,
                        why=why,
                        sent_bytes=sent - sent_before,
                        received_bytes=received - received_before,
                        result=result,
                    )
                )


def _counts(turn: Turn) -> tuple[int, int]:
    return (0, 0) if turn.wire is None else (turn.wire.sent_bytes, turn.wire.received_bytes)
