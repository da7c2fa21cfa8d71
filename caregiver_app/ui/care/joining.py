"""Joins the care notes into the window: lane, desk, screen, keys, and the state of the lock in the navigation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import CareAccess, LockState
from caregiver_app.ui.care.auto_lock import AutoLock, warning_words
from caregiver_app.ui.care.away import away_watches
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.opening import Opened
from caregiver_app.ui.care.screen import CareScreen
from caregiver_app.ui.commands import Command
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.tasks import TaskRunner
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.nav_state import NavEntry, NavMark

if TYPE_CHECKING:
    from caregiver_app.bootstrap import Services

CARE = "care"


def care_entry() -> NavEntry:
    """Return how the care notes stand in the navigation."""
    return NavEntry(
        key=CARE,
        title=_("Care notes"),
        short=_("Notes"),
        icon=Icon.NOTES,
        group=_("My care"),
        shortcut="Ctrl+5",
    )


class CareParts(QObject):
    """The care notes of one window."""

    def __init__(self, window: MainWindow, desk: Desk, runner: TaskRunner, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self.access = CareAccess(services.care, runner, services.clock, self)
        self.desk = CareDesk(
            theme=desk.theme,
            clock=services.clock,
            access=self.access,
            messages=window.messages,
            overlay=window.overlay,
            ring=desk.ring,
            parent=self,
        )
        self.auto_lock = AutoLock(self.access, services.clock, partial(away_watches, services.clock, self), self)
        self.screen = CareScreen(self.desk)
        window.add_screen(CARE, self.screen)
        window.add_shortcut("Ctrl+L", self.access.lock)
        window.closing.connect(self.access.finish)
        self.access.changed.connect(self._show_state)
        self._connect_lock()
        self._show_state()

    def commands(self) -> tuple[Command, ...]:
        """Return what the palette offers."""
        return (
            Command(
                key="care.lock",
                name=_("Lock care notes now"),
                keywords=_("private passphrase close"),
                action=self.access.lock,
                icon=Icon.LOCK,
                shortcut="Ctrl+L",
                possible=lambda: self.access.is_open,
            ),
            Command(
                key="care.note",
                name=_("Write a note"),
                keywords=_("journal care diary add"),
                action=lambda: self.open_then(self.screen.new, _("Unlock them to write a note.")),
                icon=Icon.NOTES,
                useful=3,
                possible=lambda: self.access.state is not LockState.ABSENT,
            ),
        )

    def open_then(self, then: Callable[[], object], line: str) -> None:
        """Show the care notes and do something there, once they are unlocked; `line` says why that is asked for."""
        self._window.open_screen(CARE)
        self.screen.after_unlock(then, line)

    def _connect_lock(self) -> None:
        lock, desk = self.auto_lock, self.desk
        self.screen.was_opened.connect(self._opened)
        lock.left.connect(self.screen.show_minutes_left)
        lock.warned.connect(lambda seconds: desk.warn_of_lock(warning_words(seconds), lock.touch))
        lock.attended.connect(desk.end_lock_warning)

    def _opened(self, opened: Opened) -> None:
        self.auto_lock.set_minutes(opened.lock_minutes)
        self.screen.show_minutes_left(opened.lock_minutes)

    def _show_state(self) -> None:
        is_open = self.access.state is LockState.OPEN
        mark = NavMark(icon=Icon.UNLOCK, words=_("unlocked")) if is_open else NavMark(icon=Icon.LOCK, words=_("locked"))
        self._window.nav.set_mark(CARE, mark)
