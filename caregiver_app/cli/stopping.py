"""Ctrl+C during long work: the first asks for a clean stop, the second ends the command."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self

_Handler = Callable[[int, FrameType | None], object] | int | None
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stop:
    """A `model.web.Cancel` that signals set, as a context manager. `signal` is the one that came."""

    def __init__(self) -> None:
        self.signal: int | None = None
        self._before: dict[signal.Signals, _Handler] = {}

    def is_set(self) -> bool:
        """Return True once the person, or the system at its end, asked to stop."""
        return self.signal is not None

    @property
    def exit_code(self) -> int:
        """The exit code of a command that was stopped, as shells count: 130 after Ctrl+C, 143 after a SIGTERM."""
        return 128 + (self.signal or signal.SIGINT)

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():  # elsewhere Python takes no handlers
            self._before = {number: signal.signal(number, self._ask) for number in _SIGNALS}
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for number, handler in self._before.items():
            if handler is not None:  # one that was not set from Python cannot be put back from Python
                signal.signal(number, handler)
        self._before = {}

    def _ask(self, number: int, _frame: FrameType | None) -> None:
        if self.signal is not None:
            raise KeyboardInterrupt
        self.signal = number
