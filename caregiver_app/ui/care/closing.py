"""The end of one unlock: what was being written saved, the connection closed, the key wiped, within half a second."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from caregiver_app.model.errors import CaregiverError
from caregiver_app.model.time import Millis
from caregiver_app.support.logs import note
from caregiver_app.ui.care.drafting import Draft, save_drafts, sealed
from caregiver_app.ui.care.open_notes import OpenNotes
from caregiver_app.ui.tasks import Lane, TaskControl

SAVE_MS = 500
"""So long the lane may take to save what was being written; then it is sealed and the key goes all the same."""

AGAIN_MS = 5_000


class Closing(QObject):
    """Closes what one unlock opened. `over` comes once, when the key is gone.

    `unsaved` carries how much of what was being written could not be put on the disk in any way yet.
    """

    over = Signal()
    unsaved = Signal(int)

    def __init__(self, notes: OpenNotes, drafts: Sequence[Draft], number: int, *, at: Millis, parent: QObject) -> None:
        super().__init__(parent)
        self._notes = notes
        self._drafts = drafts
        self._number = number
        self._at = at
        self._closed = threading.Event()
        self._is_over = False

    def begin(self, lane: Lane[OpenNotes], *, runner_closed: bool) -> None:
        """Have the lane do it after what it does now, and give it half a second."""
        if runner_closed:
            self._make_sure()
            return
        lane.run(self._close, owner=self, done=lambda _none: self._end(), failed=lambda _error: self._make_sure())
        QTimer.singleShot(SAVE_MS, self, self._make_sure)

    def wait(self) -> None:
        """Wait for the lane, half a second at most; for the end of the window only, the last time to keep the rest."""
        if self._is_over:
            self.seal_rest()
            return
        self._closed.wait(SAVE_MS / 1_000)
        self._make_sure()

    def seal_rest(self) -> None:
        """Keep as ciphertext what is not saved; where even that fails, e.g. on a full disk, try again until it does."""
        left = [draft for draft in self._drafts if draft.written and not self._is_sealed(draft)]
        self._drafts = left
        if left:
            note("care.drafts-not-sealed", count=len(left))
            self.unsaved.emit(len(left))
            QTimer.singleShot(AGAIN_MS, self, self.seal_rest)
        else:
            self.deleteLater()

    def _close(self, notes: OpenNotes, _control: TaskControl[None]) -> None:
        try:
            if self._drafts:
                with notes.of_unlock(self._number) as vault:
                    save_drafts(vault, self._drafts, at=self._at)
            self._drafts = ()
        finally:
            notes.close()
            notes.care.lock()
            self._closed.set()

    def _make_sure(self) -> None:
        """Seal what is not saved, end what the lane is busy with, and wipe the key."""
        if self._is_over:
            return
        self._is_over = True
        self._notes.interrupt()
        self._notes.care.lock()
        self.over.emit()
        self.seal_rest()

    def _is_sealed(self, draft: Draft) -> bool:
        try:
            self._notes.care.seal_draft(sealed(draft, at=self._at))
        except CaregiverError:
            return False
        return True

    def _end(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.over.emit()
            self.deleteLater()


def collected(collect: Callable[[], Sequence[Draft]]) -> Sequence[Draft]:
    """Return what is being written; locking goes on whatever a view does."""
    try:
        return collect()
    except Exception as error:  # noqa: BLE001  locking goes on whatever a view does
        note("care.drafts-not-collected", os_error=isinstance(error, OSError))
        return ()
