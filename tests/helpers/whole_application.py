"""The application itself, from its first line to its last, in the process of the test."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.app import open_window
from caregiver_app.ui.assembly import WholeWindow
from caregiver_app.ui.speaking import speak

_LOOKS_EACH_MS, _MOST_LOOKS = 10, 3_000


def another_has_come(app: QApplication, seen: list[WholeWindow]) -> bool:
    """Return whether there is a window that is not among those `seen`, and put it there."""
    new = [each for each in app.findChildren(WholeWindow) if each not in seen]
    seen.extend(new)
    return bool(new)


def run_application(
    app: QApplication, doing: Iterator[Callable[[], object]], folder: Path, file: Path | None = None
) -> None:
    """Open the window over a folder, and close it once all is done; English is spoken again afterwards.

    `doing` does one thing after another; each time, what it yields has to be so before it goes on.

    Raises:
        AssertionError: something that was done, or waited for, failed.
    """
    waited_for, left, failed = [next(doing)], iter(range(_MOST_LOOKS)), list[BaseException]()

    def look() -> None:
        try:
            if next(left, None) is None:
                raise AssertionError("waited in vain")
            if waited_for[0]():
                waited_for[0] = next(doing)
        except (StopIteration, AssertionError) as end:
            looking.stop()
            failed.extend([end] if isinstance(end, AssertionError) else [])
            app.findChildren(WholeWindow)[-1].window.close()

    looking = QTimer(interval=_LOOKS_EACH_MS)
    looking.timeout.connect(look)
    looking.start()
    with _hooks_as_they_are():
        assert open_window(folder, file) == 0
    speak(app, "en-GB")
    assert failed == []


@contextmanager
def _hooks_as_they_are() -> Iterator[None]:
    """Put back afterwards what the application takes for the whole process: who hears of errors."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before
