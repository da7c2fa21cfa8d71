"""Says that there is a new red notice, to those who hear the window, and by a message of the system where wanted.

It says nothing but that there is one, in words that never depend on the notice: whoever stands before a screen reads
messages of the system, locked or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from caregiver_app.bootstrap.notices import red_ids
from caregiver_app.model.article import ItemId
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.updates import Updates

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

TELL = "notices_tell"
"""The choice that says whether the system is to show a message; off until somebody wants it."""

_SHOWN_MS = 30_000


class Notifier(Protocol):
    """Shows messages of the system."""

    def show(self, text: str) -> None:
        """Show a text for a while."""
        ...


class TrayNotifier(QObject):
    """By an icon among those of the system, which is there for as long as its message alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self._over = QTimer(self)
        self._over.setSingleShot(True)

    @staticmethod
    def is_possible() -> bool:
        """Return whether this desktop shows such messages."""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def show(self, text: str) -> None:
        """Show a text where that is possible, and nothing elsewhere."""
        if not self.is_possible():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(QApplication.windowIcon(), self)
            self._over.timeout.connect(self._icon.hide)
        self._icon.show()
        self._icon.showMessage(_("Caregiver"), text, QApplication.windowIcon(), _SHOWN_MS)
        self._over.start(_SHOWN_MS)


class NoticeTelling(QObject):
    """Looks after each update whether there are red notices that were not there before."""

    def __init__(self, desk: Desk, updates: Updates, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._updates = updates
        self._notifier = notifier
        self._known: frozenset[ItemId] | None = None
        updates.finished.connect(lambda _report: self._look())

    def _look(self) -> None:
        now = self._desk.clock.now()

        def work(library: Library) -> tuple[bool, frozenset[ItemId]]:
            return library.choices.get(TELL, False), red_ids(library, now)

        self._desk.ask(self, work, self._tell)

    def _tell(self, found: tuple[bool, frozenset[ItemId]]) -> None:
        wanted, red = found
        known = self._updates.red_before if self._known is None else self._known
        self._known = red
        if not red - known:
            return
        announce(_("A new safety notice is on Home."), urgent=True)
        if wanted:
            self._notifier.show(_("A new safety notice. Open Caregiver to read it."))
