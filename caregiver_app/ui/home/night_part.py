"""Home in the night: whom to call, one line for the notes, the sheet for a helper. Nothing else, until asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.helplines import emergency_numbers_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import name_words
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.night_line import NightLine
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.helplines.all_numbers import AllNumbers
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel


class NightPart(QWidget):
    """`emergency_asked`, `print_asked` and `all_asked` say what is wanted.

    What was typed and not kept is kept as a note when the night is over, so that it lies in no place of its own.
    """

    emergency_asked = Signal()
    print_asked = Signal()
    all_asked = Signal()

    def __init__(self, theme: Theme, notes: NightLine, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("In the night"))
        self._theme = theme
        self._notes = notes
        self._is_on = False
        self._is_keeping = False
        self.line: PrivateLine | None = None  # while the notes are open
        self.all_numbers: AllNumbers | None = None  # once it is known that nobody said which country it is
        self.number = PlainLabel(role=TypeRole.URGENT, wrap=True, selectable=True)
        self._call = Card(theme, _("In danger right now? Call"))
        self.emergency = Button(theme, _("What to say, and when to call"), icon=Icon.EMERGENCY)
        self.seal = Button(theme, _("Write a note"), icon=Icon.LOCK)
        self.print = Button(theme, _("Print notes for a helper"), icon=Icon.PRINT)
        self.all = Button(theme, _("Show all of Home"), kind=ButtonKind.QUIET)
        self._keep = Button(theme, _("Keep this note"), icon=Icon.NOTES)
        self._writing = QWidget()
        self._row = Row(theme, gap=10, parent=self._writing)
        self._sealing = QWidget()
        self._lay_out()
        for button, asked in ((self.emergency, self.emergency_asked), (self.print, self.print_asked)):
            button.clicked.connect(asked)
        self.all.clicked.connect(self.all_asked)
        self.seal.clicked.connect(notes.seal)
        self._keep.clicked.connect(self.keep)
        self.number.setVisible(False)
        self.show_state(LockState.ABSENT)

    def show_country(self, country: str) -> None:
        """Show the emergency number of a country (ISO 3166, its parts too), those of all while nobody said which."""
        numbers = emergency_numbers_of(country.partition("-")[0])
        self.number.setVisible(bool(numbers))
        if numbers:
            self.number.setText(numbers[0].phone)
            self.number.setAccessibleName(f"{name_words(numbers[0])}, {numbers[0].phone}")
        self._show_all_numbers(not numbers)

    def show_state(self, state: LockState) -> None:
        """Show what can be written as it stands with the notes; at a lock no word stays."""
        is_open = state is LockState.OPEN
        if is_open and self.line is None:
            self._begin_line()
        elif not is_open:
            self._end_line()
        self._card.setVisible(state is not LockState.ABSENT)
        self._writing.setVisible(is_open)
        self._sealing.setVisible(not is_open)
        self.print.setVisible(state is not LockState.ABSENT)

    def set_on(self, on: bool) -> None:
        """Show the night, or end it and keep what was written."""
        self._is_on = on
        self.setVisible(on)
        if not on:
            self.keep()

    def keep(self) -> None:
        """Keep what is written as a note, once; it stays written until it is kept. Nothing where nothing is."""
        line = self.line
        text = line.text().strip() if line is not None else ""
        if line is None or self._is_keeping:
            return
        if text:
            self._is_keeping = True
            self._notes.keep(text, done=lambda kept: self._after_keeping(line, text if kept else ""))
        elif self._is_on:
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all_numbers(self, wanted: bool) -> None:
        if self.all_numbers is None and wanted:
            self.all_numbers = AllNumbers(self._theme)
            self._call.body.insertWidget(self._call.body.indexOf(self.emergency), self.all_numbers)
        if self.all_numbers is not None:
            self.all_numbers.setVisible(wanted)

    def _after_keeping(self, line: PrivateLine, kept: str) -> None:
        if line is self.line:
            self._is_keeping = False
            line.clear_kept(kept)

    def _begin_line(self) -> None:
        line = self.line = PrivateLine()
        line.setAccessibleName(_("Write one line"))
        line.setPlaceholderText(_("What happened, in one line"))
        line.returnPressed.connect(self.keep)
        self._row.insertWidget(0, line, 1)
        if self._notes.follow(line) and not self._is_on:
            self.keep()

    def _end_line(self) -> None:
        line, self.line, self._is_keeping = self.line, None, False
        if line is not None:
            self._row.removeWidget(line)
            line.hide()
            line.deleteLater()

    def _lay_out(self) -> None:
        theme = self._theme
        self._call.body.addWidget(self.number)
        self._call.body.addWidget(self.emergency, 0, Qt.AlignmentFlag.AlignLeading)
        self._card = Card(theme)
        self._card.setAccessibleName(_("Write one line"))
        titled = QWidget()
        heading = Flow(theme, gap=10, parent=titled)
        heading.addWidget(PlainLabel(_("Write one line"), role=TypeRole.HEADING))
        heading.addWidget(Pill(theme, _("Private"), tone=Tone.PRIVATE, icon=Icon.LOCK))
        self._card.body.addWidget(titled)
        self._row.addWidget(self._keep)
        sealing = Column(theme, gap=12, parent=self._sealing)
        words = _("Your notes are locked. What you write is sealed, and joins them when you unlock.")
        sealing.addWidget(PlainLabel(words, wrap=True))
        sealing.addWidget(self.seal, 0, Qt.AlignmentFlag.AlignLeading)
        for part in (self._writing, self._sealing):
            self._card.body.addWidget(part)
        ways = QWidget()
        flow = Flow(theme, gap=12, parent=ways)
        flow.addWidget(self.print)
        flow.addWidget(self.all)
        column = Column(theme, gap=16, parent=self)
        for part in (self._call, self._card, ways):
            column.addWidget(part)
