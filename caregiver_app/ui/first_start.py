"""How a first start ends: after the topics private notes are offered once, and then Home is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.joining import CareParts
from caregiver_app.ui.care.record_commands import open_emergency
from caregiver_app.ui.library.screen import LibraryScreen

if TYPE_CHECKING:
    from caregiver_app.ui.topics.notes_offer import NotesOffer


class FirstStart(QObject):
    """Offers nothing where there are care notes already, and takes the offer away when some are made elsewhere."""

    def __init__(self, library: LibraryScreen, care: CareParts, to_home: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._care = care
        self._to_home = to_home
        self.offer: NotesOffer | None = None
        care.access.changed.connect(self._look)

    def topics_left(self) -> None:
        """Offer the notes, or go Home at once."""
        from caregiver_app.ui.topics.notes_offer import NotesOffer

        if self._care.access.state is not LockState.ABSENT:
            self._to_home()
            return
        offer = self.offer = NotesOffer(self._care.desk.theme)
        offer.wanted.connect(self._make)
        offer.left.connect(self._leave)
        self._library.show_behind(offer)

    def _make(self) -> None:
        self._end()
        open_emergency(self._care.desk, self._care.open_then)

    def _leave(self) -> None:
        self._end()
        self._to_home()

    def _look(self) -> None:
        if self.offer is not None and self._care.access.state is not LockState.ABSENT:
            self._end()

    def _end(self) -> None:
        offer, self.offer = self.offer, None
        if offer is not None:
            if self._library.behind is offer:
                self._library.show_shelf()
            offer.hide()
            offer.deleteLater()
