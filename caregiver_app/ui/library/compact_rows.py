"""How much room rows take: chosen in the Library, kept in the settings of this computer, undone like any step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.settings import Settings
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Icon


class CompactRows(QObject):
    """Has the list follow the settings, and the settings the person."""

    def __init__(self, remembered: Remembered, messages: Messages, library: LibraryScreen) -> None:
        super().__init__(library)
        self._remembered = remembered
        self._messages = messages
        self._library = library
        library.lists.compact_asked.connect(self.choose)
        remembered.changed.connect(self._follow)
        self._follow(remembered.settings)

    def choose(self, compact: bool) -> None:
        """Use compact rows from now on, or large ones, and offer to undo it."""
        self._remember(compact)
        text = _("Rows are compact now") if compact else _("Rows are large now")
        step = UndoStep(text=text, undo=lambda: self._remember(not compact), redo=lambda: self._remember(compact))
        self._messages.did(step, icon=Icon.MENU, kind="compact")

    def _remember(self, compact: bool) -> None:
        self._remembered.change(lambda settings: replace(settings, compact_rows=compact))

    def _follow(self, settings: Settings) -> None:
        self._library.shelf.set_compact(settings.compact_rows)
