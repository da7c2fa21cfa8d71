"""The number to call, large enough to be read across a room; of all countries until somebody said which is theirs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.helplines import Helpline, emergency_numbers_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import about_words, name_words, number_words
from caregiver_app.ui.emergency.desk import EmergencyDesk
from caregiver_app.ui.help_lines.qr_popover import WIDTH, QrPopover, call_address
from caregiver_app.ui.helplines.all_numbers import AllNumbers
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.plain import PlainLabel


class NumberCard(Card):
    """These numbers come with the application alone; no pack can change one. `country` is "" where nobody chose."""

    def __init__(self, desk: EmergencyDesk, country: str, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("In danger right now? Call"), parent=parent)
        self._desk = desk
        self.qr: Button | None = None
        lines = emergency_numbers_of(country)
        if lines:
            self._show_own(lines)
        else:
            self.body.addWidget(AllNumbers(desk.theme))

    def _show_own(self, lines: Sequence[Helpline]) -> None:
        first, *others = lines
        number = PlainLabel(first.phone, role=TypeRole.URGENT, wrap=True, selectable=True)
        number.setAccessibleName(f"{name_words(first)}, {first.phone}")
        self.body.addWidget(number)
        said = (about_words(first), *(f"{name_words(line)}: {number_words(line)}" for line in others))
        for words in filter(None, said):
            self.body.addWidget(PlainLabel(words, wrap=True))
        if call_address(first.phone):
            self.qr = Button(self._desk.theme, _("Show QR to call from a phone"), icon=Icon.QR)
            self.qr.clicked.connect(lambda: self._show_code(first))
            self.body.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_code(self, line: Helpline) -> None:
        code = QrPopover(self._desk.theme, line.phone, name_words(line))
        self._desk.overlay.open_popover(code, anchor=self.qr, width=WIDTH)
