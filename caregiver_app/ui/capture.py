"""Keeping the window out of shared screens and pictures of the screen, while care notes are open and somebody wants it.

Windows alone offers that to an application (SetWindowDisplayAffinity). X11 has no such way, Wayland leaves it to the
desktop, and macOS would need its own frameworks. It is off until asked for: programs that enlarge the screen for weak
eyes take the same road as a shared screen, and would show an empty place.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.logs import note
from caregiver_app.ui.care.access import CareAccess, LockState
from caregiver_app.ui.hide_key import HIDE_KEY
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Icon

LeaveOut = Callable[[int, bool], bool]
"""Leaves the window with a handle out of pictures, or lets it be in them again; False where that did not work."""

_SHOWN = (LockState.OPENING, LockState.OPEN)  # words of the notes may stand in the window
_IN_PICTURES, _LEFT_OUT = 0x00, 0x11  # WDA_NONE, WDA_EXCLUDEFROMCAPTURE (Windows 10 of 2020 or later)


def way_of_the_system() -> LeaveOut | None:
    """Return how this system does it, None where it cannot."""
    if sys.platform == "win32":
        import ctypes

        def leave_out(handle: int, on: bool) -> bool:
            put = ctypes.windll.user32.SetWindowDisplayAffinity
            return bool(put(ctypes.c_void_p(handle), ctypes.c_uint(_LEFT_OUT if on else _IN_PICTURES)))

        return leave_out
    return None


class Capture(QObject):
    """Follows the wish and the lock. `failed` comes where the system refused what it should be able to."""

    failed = Signal()

    def __init__(self, window: QWidget, way: LeaveOut | None) -> None:
        super().__init__(window)
        self._window = window
        self._way = way
        self._wanted = False
        self._private = False
        self._is_out = False

    @property
    def possible(self) -> bool:
        """Whether this system can do it."""
        return self._way is not None

    def want(self, wanted: bool) -> None:
        """Take in what the person chose."""
        self._wanted = wanted
        self._follow()

    def set_private(self, private: bool) -> None:
        """Take in whether something private may be seen in the window."""
        self._private = private
        self._follow()

    def _follow(self) -> None:
        out = self._wanted and self._private
        if self._way is None or out == self._is_out:
            return
        if self._way(int(self._window.winId()), out):
            self._is_out = out
        else:
            note("capture.refused", on=out)
            if out:
                self.failed.emit()


def made_capture(window: QWidget, access: CareAccess, remembered: Remembered, messages: Messages) -> Capture:
    """Return what leaves the window out as the system can, by the wish that is remembered, while notes are open."""
    capture = Capture(window, way_of_the_system())
    access.changed.connect(lambda: capture.set_private(access.state in _SHOWN))
    remembered.changed.connect(lambda settings: capture.want(settings.left_out_of_pictures))
    capture.failed.connect(
        lambda: messages.say(
            # Translators: {key} is a key of the keyboard, F12
            _("This computer did not leave the window out. Press {key} before you share.").format(key=HIDE_KEY),
            icon=Icon.ALERT,
            kind="seen",
        )
    )
    capture.want(remembered.settings.left_out_of_pictures)
    return capture
