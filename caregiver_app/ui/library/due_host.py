"""The place of what waits to be looked at among the bodies of the list's pane, made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from caregiver_app.model.reviews import Reviews
from caregiver_app.ui.desk import Desk

if TYPE_CHECKING:
    from caregiver_app.ui.library.due_part import DuePart


class DueHost(QObject):
    """`asked` comes when it is wanted, `made` once with its `DuePart`.

    `picked` and `opened` carry what of it became the current one, and what was pressed or entered.
    """

    asked = Signal()
    made = Signal(object)
    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, desk: Desk, bodies: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bodies = bodies
        self._part: DuePart | None = None

    @property
    def part(self) -> DuePart:
        """Where it is shown; families never see it, so it is made late."""
        from caregiver_app.ui.library.due_part import DuePart

        if self._part is None:
            self._part = DuePart(self._desk.theme, ring=self._desk.ring)
            self._part.picked.connect(self.picked)
            self._part.opened.connect(self.opened)
            self._bodies.addWidget(self._part)
            self.made.emit(self._part)
        return self._part

    def areas(self) -> tuple[QWidget, ...]:
        """Return what F6 goes to here, nothing before it was made."""
        return () if self._part is None else (self._part.list,)

    def show_reviews(self, reviews: Reviews) -> None:
        """Show what is due."""
        self.part.show_reviews(reviews)
