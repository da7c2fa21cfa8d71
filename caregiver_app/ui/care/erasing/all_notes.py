"""Erasing all care notes: locked first, removed beside the lane, told when they are gone. Outlives the open notes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from caregiver_app.bootstrap.erasing_notes import erase_notes
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection_state import ProtectionState, protection_state
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.shut_work import ShutWork
from caregiver_app.ui.theme import Icon


class EraseAll(QObject):
    """The person has typed word and passphrase."""

    def __init__(self, desk: CareDesk, shut: ShutWork, paths: Paths, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shut = shut
        self._paths = paths

    def run(self) -> None:
        """Lock the care notes and erase them; where that cannot be, say so while they are still open."""
        self._shut.beside(self, lambda: protection_state(self._paths), self._go_on, failed=self._desk.tell)

    def _go_on(self, state: ProtectionState) -> None:
        if state is not ProtectionState.OFF:
            self._desk.tell(VaultError(VaultTrouble.PROTECTED))
            return
        care = self._desk.access.care

        def work() -> None:
            erase_notes(self._paths, care.places)
            care.forget()

        self._shut.run(work, lambda _none: self._told(), failed=self._desk.tell)

    def _told(self) -> None:
        words = _("All care notes are erased. Backups, saved files and paper elsewhere are still there.")
        self._desk.say_openly(words, icon=Icon.TRASH, kind="erased")
