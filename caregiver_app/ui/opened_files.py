"""A file that somebody opened with Caregiver is looked at where such files are looked at; nothing of it is taken in.

While the library is locked it waits, in memory alone, also where another window is made meanwhile.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.opened_file import FileKind, kind_of
from caregiver_app.ui.care.joining import CareParts
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.library_gate import LibraryGate
from caregiver_app.ui.packs.commands import PACKS
from caregiver_app.ui.theme import Icon

_KIND = "opened-file"


class OpenedFiles(QObject):
    """Leads from a file to the place that shows what is in it. `waiting` is the one that waits for the passphrase."""

    def __init__(self, window: MainWindow, care: CareParts, gate: LibraryGate, parent: QObject) -> None:
        """`gate` must hear of the lock before this does."""
        super().__init__(parent)
        self._window = window
        self._care = care
        self._gate = gate
        self.waiting: Path | None = None
        # In the next turn: whoever else hears of the lock leads to a screen of their own first.
        care.access.changed.connect(lambda: QTimer.singleShot(0, self, self._go_on))

    def look_at(self, file: Path) -> None:
        """Show what is in a file, or why not; once the library is unlocked where it is locked."""
        kind = kind_of(file.name)
        if kind is None:
            words = _("Caregiver opens packs, lists of sources and set-up files. This file is none of them.")
            self._window.messages.say(words, icon=Icon.ALERT, kind=_KIND, at_once=True)
        elif self._gate.is_open:
            self.waiting = None
            self._show(kind, file)
        else:
            self.waiting = file
            self._window.open_screen(HOME)
            self._care.screen.shut.begin()
            self._window.messages.say(_("Unlock first. Then you see what is in the file."), icon=Icon.LOCK, kind=_KIND)

    def _go_on(self) -> None:
        if self.waiting is not None and self._gate.is_open:
            self.look_at(self.waiting)

    def _show(self, kind: FileKind, file: Path) -> None:
        side = self._gate.side
        if kind is FileKind.PACKS:
            self._window.open_screen(PACKS)
            side.packs.look_at_file(file)
        elif kind is FileKind.SOURCES:
            self._window.open_screen(LIBRARY)
            side.ways.files.import_from(file)
        else:
            self._window.open_screen(LIBRARY)
            side.first_run.look_at_set_up_file(file)
