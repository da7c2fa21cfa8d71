"""Takes the daily copy of the care notes in the background, once they are open, then lets go what had its thirty days.

Nobody waits for it; a lock ends it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.model.errors import Cancelled, StorageError
from caregiver_app.ui.care.access import CareAccess
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.tasks import Lane, Task, TaskControl, TaskRunner
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from pathlib import Path

    from caregiver_app.vault.store import Vault


class DailyCopy(QObject):
    """Begins at each unlock; what is not due costs a glance at names. The window holds the folder's lock."""

    def __init__(self, desk: CareDesk, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._access: CareAccess = desk.access
        self._lane: Lane[None] = runner.add_free_lane("care-copy", workers=1)
        self._task: Task | None = None
        self._access.changed.connect(self._state_changed)

    def _state_changed(self) -> None:
        if self._access.is_open:
            self._begin()
        elif self._task is not None:
            self._task.cancel()

    def _begin(self) -> None:
        care, clock = self._access.care, self._access.clock
        unlocked = care.unlocked

        def work(_none: None, control: TaskControl[None]) -> Path | None:
            from caregiver_app.bootstrap.care_copies import snapshot_care_if_due

            try:
                return snapshot_care_if_due(care.places, unlocked.data_key, clock, cancel=control.cancel)
            except RuntimeError:
                if unlocked.data_key.is_wiped:
                    raise Cancelled from None  # locked before it began
                raise

        self._task = self._lane.run(work, owner=self, done=self._end, failed=self._failed)

    def _end(self, copy: Path | None) -> None:
        self._task = None
        self._tidy(whole=copy is not None)

    def _tidy(self, *, whole: bool) -> None:
        """Delete for good what has had its thirty days: what others asked and got answered; with `whole` all of it."""
        care, at = self._access.care, self._access.clock.now()

        def tidy(vault: Vault) -> int:
            from caregiver_app.bootstrap.care_files import tidy_notes

            if whole or vault.exchange.answering.is_due(at=at):
                return tidy_notes(vault, care.with_files(vault).paths, at=at)
            return 0

        self._access.ask(self, tidy, lambda _files: None, failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        self._task = None
        if isinstance(error, StorageError):
            from caregiver_app.support.sentences.upkeep import care_snapshot_trouble

            self._desk.say_openly(care_snapshot_trouble(error).text, icon=Icon.ALERT, kind="care-copy")
        elif not isinstance(error, Cancelled):
            self._desk.tell(error)
