"""One piece of work on its way between the window and a lane (`tasks`), and what the work itself is given."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject

from caregiver_app.model.errors import Cancelled

P = TypeVar("P")


class TaskControl(Generic[P]):
    """What work is given beside its resource: the wish to stop, and a way to tell how far it is."""

    def __init__(self, poke: Callable[[], None]) -> None:
        self.cancel = threading.Event()
        self._poke = poke
        self._lock = threading.Lock()
        self._value: list[P] = []

    def progress(self, value: P) -> None:
        """Tell how far the work is; may be called as often as one likes."""
        with self._lock:
            first = not self._value
            self._value[:] = [value]
        if first:
            self._poke()

    def check(self) -> None:
        """End the work here when the person pressed stop.

        Raises:
            Cancelled: stop was pressed, the answer is no longer wanted, or the window closes.
        """
        if self.cancel.is_set():
            raise Cancelled

    def take(self) -> list[P]:
        """Return the newest value that was not taken yet, as a list of none or one."""
        with self._lock:
            value, self._value = self._value, []
        return value


@dataclass(frozen=True, slots=True)
class TaskCalls:
    """What a task can have done for it: `poke` says that there is progress to show, `break_off` ends a wait."""

    poke: Callable[[Task], None]
    break_off: Callable[[Task], None]


class Task:
    """One piece of work on its way. Keep it to be able to stop it."""

    def __init__(self, owner: QObject, key: str | None, calls: TaskCalls) -> None:
        self.owner = owner
        self.key = key
        self.control: TaskControl[Any] = TaskControl(lambda: calls.poke(self))
        self.work: Callable[[], object] = _nothing
        self.done: Callable[[Any], None] = _drop
        self.failed: Callable[[BaseException], None] = _drop
        self.progress: Callable[[Any], None] | None = None
        self.since_progress = QElapsedTimer()
        self.answer: object = None
        self.error: BaseException | None = None
        self.over = False
        self.unwanted = False
        self._calls = calls

    def cancel(self) -> None:
        """Ask the work to stop; `failed` gets `Cancelled`, or `done` what the work makes of it."""
        self.unwanted = True
        self.control.cancel.set()

    def drop(self) -> None:
        """Ask the work to stop, break off what it waits for, and deliver nothing."""
        self.over = True
        self.cancel()
        self._calls.break_off(self)


def _nothing() -> None:
    return None


def _drop(_value: object) -> None:
    return None
