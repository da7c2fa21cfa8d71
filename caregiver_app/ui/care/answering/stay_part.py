"""How long a request stays, and what can be done with it beside answering: kept, saved for a record, deleted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.answering.received_looks import ReceivedLook
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.target import TargetAsk
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.tab_order import put_in_order


class StayPart(Card):
    """`again` carries the number of an answer whose file is wanted once more; the others say what is wanted."""

    again = Signal(int)
    keep_wanted = Signal()
    let_go_wanted = Signal()
    record_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("How long it stays"), parent=parent)
        self._desk = desk
        theme = desk.theme
        self.said = PlainLabel(wrap=True)
        self.target = TargetAsk(desk)
        self.keep = Button(theme, _("Keep it longer"), icon=Icon.LOCK)
        self.let_go = Button(theme, _("Let it go at its time"), icon=Icon.CLOCK)
        self.record = Button(theme, _("Save for my records"), icon=Icon.FLYER)
        self.delete = Button(theme, _("Delete for good"), icon=Icon.TRASH)
        self._again: dict[int, Button] = {}
        self._buttons = QWidget()
        self._flow = Flow(theme, gap=8, parent=self._buttons)
        for button in (self.keep, self.let_go, self.record, self.delete):
            self._flow.addWidget(button)
        open_file = _("A record is saved as plain text: whoever has that file can read it.")
        for part in (self.said, self._buttons, PlainLabel(open_file, ink="text-2", wrap=True), self.target):
            self.body.addWidget(part)
        self.keep.clicked.connect(self.keep_wanted)
        self.let_go.clicked.connect(self.let_go_wanted)
        self.record.clicked.connect(self.record_wanted)
        self.delete.clicked.connect(self.delete_wanted)

    def show_request(self, look: ReceivedLook, now: Millis) -> None:
        """Say how it stands with this one."""
        self.said.setText(_stays(look, now))
        self.keep.setVisible(not look.request.kept_because)
        self.let_go.setVisible(bool(look.request.kept_because))
        for given in look.request.given:
            if given.number not in self._again:
                self._add_again(given.number)
        for button in self._again.values():
            button.setVisible(look.is_known)
        put_in_order(self)

    def _add_again(self, number: int) -> None:
        # Translators: {number} counts the answers that were given to one request
        button = Button(self._desk.theme, _("Save answer {number} again").format(number=number), icon=Icon.USB)
        button.clicked.connect(lambda: self.again.emit(number))
        self._again[number] = button
        self._flow.addWidget(button)


def _stays(look: ReceivedLook, now: Millis) -> str:
    request = look.request
    if request.kept_because:
        # Translators: {reason} is why somebody keeps what was asked of them
        return _("You keep it until you let it go. Why: {reason}").format(reason=request.kept_because)
    if request.goes_at is None:
        return _("It stays until you answer, and thirty days more. Then it is deleted for good.")
    day = format_near_day(request.goes_at, now, inside=True)
    return _("You have answered. It is deleted for good by itself, {day}.").format(day=day)
