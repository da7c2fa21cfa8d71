"""To check: everything that waits to be looked at, in the place of the list of pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from caregiver_app.model.trust import Review, Reviews
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.checking.due_words import due_line
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.scrolled import Scrolled


class DuePart(QStackedWidget):
    """`picked` and `opened` carry a `Review`: one that became the current one, one that was pressed or entered."""

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, *, ring: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reviews: dict[str, Review] = {}
        self.list = LineList(theme, _("To check"), ring=ring)
        text = _("What you checked comes here again when its date has passed or its page has changed.")
        self.empty = Scrolled(EmptyState(theme, Icon.CHECK, _("Nothing is due."), text))
        self.addWidget(self.list)
        self.addWidget(self.empty)
        self.list.picked.connect(lambda line: self._tell(line, self.picked.emit))
        self.list.opened.connect(lambda line: self._tell(line, self.opened.emit))

    @property
    def reviews(self) -> tuple[Review, ...]:
        """What is shown, in order."""
        return tuple(self._reviews.values())

    @property
    def current(self) -> Review | None:
        """The current one, None when there is none."""
        return self._reviews.get(self.list.current)

    def show_reviews(self, reviews: Reviews) -> None:
        """Show what is due; the current row stays while it is among it."""
        self._reviews = {review.subject.reference: review for review in reviews.due}
        self.list.show_lines([due_line(review) for review in reviews.due])
        self.setCurrentWidget(self.list if self._reviews else self.empty)

    def _tell(self, line: Line, tell: Callable[[Review], object]) -> None:
        review = self._reviews.get(line.key)
        if review is not None:
            tell(review)
