"""How the list looks, in which order and how large its rows are, and how pages sound: remembered on this computer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from caregiver_app.model.article import Sort
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.settings import Settings
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Icon


class ListLook(QObject):
    """Has list and reader follow the settings, and the settings the person."""

    def __init__(self, remembered: Remembered, messages: Messages, library: LibraryScreen) -> None:
        super().__init__(library)
        self._remembered = remembered
        self._messages = messages
        self._library = library
        library.lists.compact_asked.connect(self.choose_compact)
        library.lists.sort_asked.connect(self.choose_sort)
        remembered.changed.connect(self._follow)
        self._follow(remembered.settings)

    def choose_compact(self, compact: bool) -> None:
        """Use compact rows from now on, or large ones, and offer to undo it."""
        self._remember(compact)
        text = _("Rows are compact now") if compact else _("Rows are large now")
        step = UndoStep(text=text, undo=lambda: self._remember(not compact), redo=lambda: self._remember(compact))
        self._messages.did(step, icon=Icon.MENU, kind="compact")

    def choose_sort(self, sort: Sort) -> None:
        """Show the list in this order from now on."""
        self._remembered.change(lambda settings: replace(settings, list_order=sort.value))

    def _remember(self, compact: bool) -> None:
        self._remembered.change(lambda settings: replace(settings, compact_rows=compact))

    def _follow(self, settings: Settings) -> None:
        self._library.shelf.set_compact(settings.compact_rows)
        self._library.shelf.pane.set_sort(order_in(settings))
        self._library.shelf.reader.aloud.set_slow(settings.slow_voice)


def order_in(settings: Settings) -> Sort:
    """Return the order that is remembered; one that nobody knows counts as the newest first."""
    return next((sort for sort in Sort if sort.value == settings.list_order), Sort.NEWEST)
