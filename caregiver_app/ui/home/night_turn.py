"""Turns Home into that of the night and back: by the clock, and by day at once where somebody asks for all of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.night import is_night
from caregiver_app.ui.care.today import CareToday
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.home.night_part import NightPart
from caregiver_app.ui.home.notice_card import NoticeCard


class NightTurn(QObject):
    """`turned` comes with each change. In the night `rest` is not seen, and of the notices only what is red."""

    turned = Signal()

    def __init__(self, desk: Desk, notes: CareToday, notices: NoticeCard, rest: QWidget, home: QWidget) -> None:
        super().__init__(home)
        self._desk = desk
        self._notes = notes
        self._notices = notices
        self._rest = rest
        self._is_all = False
        self.is_on = False
        self.part = NightPart(desk.theme, notes.night, parent=home)
        self.part.all_asked.connect(self.show_all)
        notes.changed.connect(self._show_state)
        self._show_state()
        self._turn(self._is_due)

    def look(self) -> None:
        """Turn where it is time."""
        if self._is_due is not self.is_on:
            self._turn(self._is_due)
            self.ask_country()
            self.turned.emit()

    def ask_country(self) -> None:
        """Ask in the night whose number to show: at the turn, and when one comes back from where it is chosen."""
        if self.is_on:
            self._desk.glance(self, lambda library: library.topics.place()[0], self.part.show_country)

    def show_all(self) -> None:
        """Show all of Home until it is left."""
        self._is_all = True
        self.look()

    def leave(self) -> None:
        """Take it for granted no more that all is wanted: Home was left."""
        self._is_all = False

    @property
    def _is_due(self) -> bool:
        return is_night(self._desk.clock.now()) and not self._is_all

    def _turn(self, on: bool) -> None:
        self.is_on = on
        self.part.set_on(on)
        self._rest.setVisible(not on)
        self._notices.show_calm(not on)

    def _show_state(self) -> None:
        self.part.show_state(self._notes.state)
