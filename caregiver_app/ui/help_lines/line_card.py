"""One phone line: its number as text, when somebody answers, for whom it is, how far the number can be relied on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from caregiver_app.model.help_lines import HelpLine
from caregiver_app.model.opening_hours import Opening, OpenState
from caregiver_app.model.pack_help import Way
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import (
    about_words,
    as_helpline,
    checked_words,
    kind_words,
    number_words,
    serving_words,
)
from caregiver_app.ui.help_lines.desk import HelpDesk
from caregiver_app.ui.help_lines.entry_card import EntryCard
from caregiver_app.ui.help_lines.qr_popover import WIDTH, QrPopover, call_address
from caregiver_app.ui.help_lines.words import opening_words, state_words
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import Figure, PlainLabel

_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"


class LineCard(EntryCard):
    """`instead` is the next line that answers day and night, for one that is closed now.

    The number of a line that was taken back is neither shown nor copied.
    """

    def __init__(
        self,
        desk: HelpDesk,
        shown: HelpLine,
        opening: Opening,
        now: Millis,
        today: date,
        *,
        called: str,
        instead: HelpLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, shown.line.name, shown.organisation, shown.publisher, parent=parent)
        self.copy: Button | None = None
        self.qr: Button | None = None
        line, plain = shown.line, as_helpline(shown.line)
        if shown.publisher:  # of what ships the heading above says it
            self.add_words(kind_words(plain.kind), ink="text-2")
        if shown.taken_back is not None:
            self.add_taken_back(shown.taken_back)
        elif line.phone:
            self._add_number(number_words(plain), called)
        self._add_opening(opening, now)
        if instead is not None:
            words = _("{name} answers day and night: {number}")
            number = number_words(as_helpline(instead.line))
            self.add_words(words.format(name=instead.line.name, number=number))
        is_said = opening.state is OpenState.ALWAYS
        self.add_words(about_words(replace(plain, hours="") if is_said else plain))
        self.add_words(serving_words(line))
        fresh = plain.check_again_on is not None and today < plain.check_again_on
        self.add_words(checked_words(plain, today), ink="text-2" if fresh else "warn")
        self._add_ways(shown, called)

    def _add_number(self, number: str, called: str) -> None:
        mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = f"{_LEFT_TO_RIGHT}{number}{_END}" if mirrored else number
        self.number = Figure(words, role=TypeRole.TITLE, wrap=True, selectable=True)
        self.number.setAccessibleName(f"{called}, {number}")
        self.body.addWidget(self.number)

    def _add_opening(self, opening: Opening, now: Millis) -> None:
        said = state_words(opening)
        if not said:
            return
        is_open = opening.state is not OpenState.CLOSED
        holder = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=holder)
        flow.addWidget(
            Pill(self._desk.theme, said, tone=Tone.OK if is_open else Tone.NEUTRAL, icon=Icon.CLOCK, parent=holder)
        )
        when = opening_words(opening, now)
        if when:
            flow.addWidget(PlainLabel(when, wrap=True))
        self.body.addWidget(holder)

    def _qr_button(self, phone: str, called: str) -> Button:
        # Translators: spoken for a button, {name} is who is called
        name = _("Call from a phone, {name}").format(name=called)
        button = Button(self._desk.theme, _("Call from a phone"), icon=Icon.QR, name=name)
        button.clicked.connect(
            lambda: self._desk.overlay.open_popover(
                QrPopover(self._desk.theme, phone, called), anchor=button, width=WIDTH
            )
        )
        return button

    def _add_ways(self, shown: HelpLine, called: str) -> None:
        buttons = []
        if shown.line.phone and shown.taken_back is None:
            name = _("Copy the number of {name}").format(name=called)
            self.copy = self.copy_button(shown.line.phone, _("Copy the number"), name)
            buttons.append(self.copy)
            if call_address(shown.line.phone) and Way.CALL in shown.line.ways:
                self.qr = self._qr_button(shown.line.phone, called)
                buttons.append(self.qr)
        if shown.line.page:
            buttons.append(self.page_button(shown.line.page, called))
        self.add_buttons(buttons)
