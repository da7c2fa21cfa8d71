"""From what the library found on to the care notes, with the same words. Nothing goes the other way round."""

from __future__ import annotations

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.joining import CareParts
from caregiver_app.ui.library.filter_bar import FilterBar


class SearchNotesToo(QObject):
    """Offers the step while the notes are open; the words are handed over and kept nowhere."""

    def __init__(self, care: CareParts, filters: FilterBar, parent: QObject) -> None:
        super().__init__(parent)
        self._care = care
        self._filters = filters
        care.access.changed.connect(self._show)
        filters.notes_asked.connect(self._search)
        self._show()

    def _show(self) -> None:
        self._filters.found.offer_notes(self._care.access.is_open)

    def _search(self, words: str) -> None:
        def search() -> None:
            if self._care.screen.ways is not None:
                self._care.screen.ways.search_for(words)

        self._care.open_then(search, _("Unlock to search."))
