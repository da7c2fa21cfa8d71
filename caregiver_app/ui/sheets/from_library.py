"""What the library has for sheets: what there is to choose from, and the drawer that finds a page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.time import day_of
from caregiver_app.model.trust import Subject, subject_kind_of
from caregiver_app.ui.share.add_drawer import AddDrawer
from caregiver_app.ui.sheets.composing import library_choices
from caregiver_app.ui.sheets.surroundings import SheetSurroundings


class FromLibrary(QObject):
    """`known` carries `LibraryChoices`; `picked` the `Subject` of a page that somebody found, and its title."""

    known = Signal(object)
    picked = Signal(object, str)

    def __init__(self, around: SheetSurroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = around.desk
        self._packs = around.packs

    def read(self) -> None:
        """Read what sheets can be made of."""
        packs, today = self._packs, day_of(self._desk.clock.now())
        self._desk.ask(
            self, lambda library: library_choices(library, packs, today), self.known.emit, key="sheets.choices"
        )

    def find(self) -> None:
        """Open the drawer that finds a page."""
        drawer = AddDrawer(self._desk)
        drawer.chosen.connect(self._take)
        self._desk.overlay.open_drawer(drawer)
        drawer.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, row: ArticleRow) -> None:
        self._desk.overlay.close_panel()
        kind = subject_kind_of(row.kind)
        if kind is not None:
            self.picked.emit(Subject(kind=kind, id=row.id), row.title)
