"""What was pasted to be checked goes with the lock of the care notes, as every other word does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from caregiver_app.ui.care.access import CareAccess


class ForgetAtLock(QObject):
    """Calls `forget` whenever open care notes are locked."""

    def __init__(self, access: CareAccess, forget: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._access = access
        self._forget = forget
        self._was_open = access.is_open
        access.changed.connect(self._look)

    def _look(self) -> None:
        was_open, self._was_open = self._was_open, self._access.is_open
        if was_open and not self._was_open:
            self._forget()
