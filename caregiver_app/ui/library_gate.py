"""Opens and closes the library's half of the window. A library that is not protected is open as long as the window is.

A protected one opens and closes with the care notes. While it is shut, every way to it leads to the card that asks for
the passphrase; nothing of it is anywhere in the window, and what was still to come of it is dropped.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from caregiver_app.bootstrap.protection_state import is_protected
from caregiver_app.library.remembered_words import forget_words
from caregiver_app.model.time import Millis
from caregiver_app.support.settings import Settings, looking_as
from caregiver_app.ui.around import Around
from caregiver_app.ui.awareness.joining import AWARENESS
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.emergency.joining import EMERGENCY_PAGE
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.help_lines.joining import HELP
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.library_side import LibrarySide
from caregiver_app.ui.own_copies import clear_own_copies
from caregiver_app.ui.share.commands import SHARE
from caregiver_app.ui.shut_side import ShutSide

_GATED = (HOME, LIBRARY, HELP, AWARENESS, SHARE, CARE, EMERGENCY_PAGE)
_SOON_MS, _MOST_LOOKS = 50, 40  # two seconds, in which a library that was shut is closed by its threads


class LibraryGate(QObject):
    """Has either the library's half of the window in its place, or the lock."""

    def __init__(self, around: Around) -> None:
        super().__init__(around.window)
        self._around = around
        self._side: LibrarySide | None = None
        self._waits: LibrarySide | None = None  # made while the passphrase is tried, and not shown yet
        self._shut_side: ShutSide | None = None
        self._has_settings = False  # those that a protected library keeps; before, nothing may be written over them
        self.is_protected = is_protected(around.services.paths)
        around.care.access.closed.connect(self._forget_words)
        if self.is_protected:
            self._show_shut(last_written(around.services.paths.library))
            around.care.access.changed.connect(self._follow)
            around.remembered.changed.connect(self._keep_settings)
        else:
            self._show_open()

    @property
    def is_open(self) -> bool:
        """Whether the library can be seen."""
        return self._side is not None

    @property
    def side(self) -> LibrarySide:
        """The library's half of the window.

        Raises:
            RuntimeError: it is shut.
        """
        if self._side is None:
            raise RuntimeError("the library is shut")
        return self._side

    @property
    def shut_side(self) -> ShutSide | None:
        """What stands in its place, None while it is open."""
        return self._shut_side

    def _follow(self) -> None:
        state = self._around.care.access.state
        if state is LockState.OPENING:
            QTimer.singleShot(0, self, self._prepare)
        elif state is LockState.OPEN and not self.is_open:
            self._open()
        elif state in (LockState.LOCKED, LockState.ABSENT) and self.is_open:
            self._close()

    def _prepare(self) -> None:
        """Make what will be shown while the passphrase is tried: nothing can be done in the window meanwhile."""
        if self._waits is None and not self.is_open:
            self._waits = LibrarySide(self._around)

    def _open(self) -> None:
        self._show_open()
        self._take_settings()
        window, side = self._around.window, self.side
        if window.nav.current == CARE:
            window.say_title()  # what was wanted there is still to be done, once the notes are read
        else:
            if window.nav.current == HOME:
                side.home.screen.come_back_unlocked()
            window.open_screen(window.nav.current)
        side.begin()

    def _close(self) -> None:
        side, self._side = self.side, None
        self._has_settings = False
        window = self._around.window
        self._show_shut(self._around.services.clock.now())
        window.forget()
        side.end()
        clear_own_copies()
        window.open_screen(window.nav.current if window.nav.current in _GATED else HOME)
        if window.isActiveWindow():
            self._around.care.screen.shut.begin()

    def _forget_words(self, looks: int = _MOST_LOOKS) -> None:
        """Forget what was sought, also in the notes, and of a protected library what was read."""
        forget_words()
        if self._around.runner.ending and looks:
            QTimer.singleShot(_SOON_MS, self, partial(self._forget_words, looks - 1))

    def _show_open(self) -> None:
        side, self._waits = self._waits or LibrarySide(self._around), None
        self._side = side
        side.put_in_place()
        shut, self._shut_side = self._shut_side, None
        if shut is not None:
            shut.end()

    def _show_shut(self, since: Millis | None) -> None:
        """Show the lock; `since` is when the library could last be asked, where that is known."""
        self._shut_side = ShutSide(self._around)
        self._shut_side.put_in_place()
        help_part = self._around.care.screen.shut.help
        if help_part is not None:
            help_part.show_since(since)

    def _take_settings(self) -> None:
        """Put in force what the library keeps of the settings while it is protected."""
        services, remembered = self._around.services, self._around.remembered
        shown = remembered.settings
        self.side.desk.ask(self, lambda library: services.kept_settings(library, shown), self._use_settings)

    def _use_settings(self, kept: Settings) -> None:
        if self.is_open:
            self._has_settings = True
            self._around.remembered.change(lambda now: looking_as(kept, now))

    def _keep_settings(self, settings: Settings) -> None:
        if self._side is not None and self._has_settings:
            services = self._around.services
            self._side.desk.ask(self, lambda library: services.keep_settings(library, settings), lambda _none: None)


def last_written(path: Path) -> Millis | None:
    """Return when a file was last written, None where nobody knows."""
    try:
        return Millis(path.stat().st_mtime_ns // 1_000_000)
    except OSError:
        return None
