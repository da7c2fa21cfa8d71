"""A tab with a front and inner places: a form or a record in full that takes the whole tab and has a way back.

Fill `front.main` and `front.side`; open an inner place by `open_place(InnerPlace(...))`. Back, Esc and Alt+Left close
it, with the keyboard where it was and the page scrolled as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.columns import TwoColumns
from caregiver_app.ui.care.tab import CareTab
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.focus import first_stop
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.vault.records.people import PersonId

_WIDEST = 760


class InnerPlace(QWidget):
    """`left` asks for it to be taken away. Put parts into `body`."""

    left = Signal()

    def __init__(self, theme: Theme, heading: str, *, back: str, parent: QWidget | None = None) -> None:
        """`back` says where the way back leads, e.g. "Back to the journal"."""
        super().__init__(parent)
        self._theme = theme
        self.read_about: PersonId | None = None
        """About whom it is where it is for reading alone: it goes when another person is looked at."""
        self._title = PlainLabel(role=TypeRole.TITLE, wrap=True)
        self.set_heading(heading)
        self.back = Button(theme, back, kind=ButtonKind.QUIET, icon=Icon.BACK)
        self.back.clicked.connect(self.left)
        column = _WithinWidest(theme, gap=12, parent=self)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._title)
        self.body = Column(theme, gap=16)
        column.addLayout(self.body)
        theme.changed.connect(self._resize)
        self._resize()

    @property
    def heading(self) -> str:
        """What it is called."""
        return self._title.text()

    def set_heading(self, words: str) -> None:
        """Call it otherwise."""
        self._title.setText(words)
        self.setAccessibleName(words)

    def begin(self) -> None:
        """Put the keyboard where one begins here."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def closing(self) -> None:
        """Do what is due when it goes, e.g. leave a draft."""

    def _resize(self) -> None:
        self.setMaximumWidth(self._theme.px(_WIDEST))


class _WithinWidest(Column):
    """Reckons its height with the width that its widget has at most: Qt would ask for that of the whole page."""

    def heightForWidth(self, width: int) -> int:
        """Return the height that is needed."""
        owner = self.parentWidget()
        return super().heightForWidth(width if owner is None else min(width, owner.maximumWidth()))


class PlacedTab(CareTab):
    """Base of tabs with inner places."""

    def __init__(self, desk: CareDesk, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, title, parent=parent)
        self.front = TwoColumns(desk.theme)
        self.body.addWidget(self.front)
        self.place: InnerPlace | None = None
        self._opener: QWidget | None = None
        self._scrolled = 0
        desk.whom.chosen.connect(self._leave_another)

    def set_narrow(self, narrow: bool) -> None:
        """Use the room there is."""
        super().set_narrow(narrow)
        self.front.set_narrow(narrow)

    def open_place(self, place: InnerPlace) -> None:
        """Show an inner place instead of the front, with the keyboard in it."""
        opener = QApplication.focusWidget()
        if self.place is not None:
            opener = self._opener
            self._take_away(self.place)
        else:
            self._scrolled = self.verticalScrollBar().value()
        self._opener = opener
        self.place = place
        place.left.connect(self.close_place)
        self.front.setVisible(False)
        self.body.addWidget(place)
        place.show()
        self.verticalScrollBar().setValue(0)
        place.begin()
        announce(place.heading)

    def close_place(self) -> None:
        """Show the front again, as it was left."""
        place, self.place = self.place, None
        if place is None:
            return
        self.front.setVisible(True)
        opener, self._opener = self._opener, None
        if opener is not None and isValid(opener) and self.isAncestorOf(opener):
            opener.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (stop := first_stop(self.front)) is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take_away(place)
        self.verticalScrollBar().setValue(self._scrolled)
        self.opened()

    def go_back(self) -> bool:
        """Close the inner place, and return whether there was one."""
        was_there = self.place is not None
        self.close_place()
        return was_there

    def _leave_another(self, person_id: PersonId | None) -> None:
        about = None if self.place is None else self.place.read_about
        if about is not None and person_id not in (None, about):
            self.close_place()

    def _take_away(self, place: InnerPlace) -> None:
        place.closing()
        self.body.removeWidget(place)
        place.hide()
        place.deleteLater()


def back_to(title: str) -> str:
    """Return the words of a way back to a tab."""
    # Translators: {tab} is a tab such as "Journal"
    return _("Back to {tab}").format(tab=title)
