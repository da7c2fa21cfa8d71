"""Says in a sentence that there is no screen, where Qt would end the process itself, with words for builders."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.logs import note

_FAILED = 1
_SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@contextmanager
def told_without_screen() -> Iterator[None]:
    """While the application object is made: where it cannot be, say so and end the process with 1.

    Qt gives up in the middle of that, by `abort`, and tells only whoever hears its messages. What else it says is
    passed on once the application stands, or where a screen was named and the trouble may be another.
    """
    held: list[str] = []

    def hear(kind: QtMsgType, where: QMessageLogContext, words: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            _give_up(held if any(os.environ.get(name) for name in _SCREENS) else ())
        held.append(qFormatLogMessage(kind, where, words))

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    _say(held)


def _give_up(held: Sequence[str]) -> None:
    note("window.no-screen")
    sentence = _("The window cannot be opened: no screen can be reached. Commands work all the same: caregiver --help")
    _say([*held, sentence])
    os._exit(_FAILED)  # nothing may go back to Qt, which would abort; no thread and no file of ours is open yet


def _say(lines: Sequence[str]) -> None:
    if sys.stderr is not None:
        sys.stderr.writelines(f"{line}\n" for line in lines)
        sys.stderr.flush()
