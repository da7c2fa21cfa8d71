"""Comparing a recovery sheet with its owner's copy: groups are typed back from the paper, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.plain import PlainLabel

_LONGEST = 60


class Compare(QWidget):
    """`right` comes when all groups were typed as they stand, `later` when that is put off, `again` to look again."""

    right = Signal()
    later = Signal()
    again = Signal()

    def __init__(
        self, theme: Theme, sheet: RecoverySheet, places: Sequence[int], *, parent: QWidget | None = None
    ) -> None:
        """`places` are the numbers of the groups to type, from 1."""
        super().__init__(parent)
        self.setAccessibleName(_("Compare your sheet"))
        self._sheet = sheet
        self._places = list(places)
        self._at = 0
        self.asked = PlainLabel(role=TypeRole.HEADING, wrap=True)
        self.line = PrivateLine(longest=_LONGEST)
        self.field = Field(
            theme, _("Group"), self.line, hint=_("As it stands on the paper. Capital letters do not matter.")
        )
        self.check = Button(theme, _("Compare"), kind=ButtonKind.MAIN)
        self.look_again = Button(theme, _("Look at the groups again"))
        self.put_off = Button(theme, _("I will do this later"))
        column = Column(theme, gap=12, parent=self)
        column.addWidget(self.asked)
        column.addWidget(self.field)
        buttons = QWidget()
        flow = Flow(theme, gap=8, parent=buttons)
        for button in (self.check, self.look_again, self.put_off):
            flow.addWidget(button)
        column.addWidget(buttons)
        self.look_again.setVisible(len(self._places) > 1)
        self.check.clicked.connect(self._compare)
        self.line.returnPressed.connect(self._compare)
        self.line.textEdited.connect(lambda _text: self.field.set_error("") if self.field.error else None)
        self.look_again.clicked.connect(self.again)
        self.put_off.clicked.connect(self.later)
        self._ask()

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        place = self._places[self._at]
        if place == len(self._sheet.groups) and len(self._places) == 1:
            words = _("Type the last group of your sheet, number {number}.")
        else:
            words = _("Type group {number} from your paper.")
        self.asked.setText(words.format(number=place))
        self.line.clear()

    def _compare(self) -> None:
        from caregiver_app.vault.keys.recovery import is_same_group

        if not is_same_group(self._sheet, self.line.text(), self._places[self._at]):
            self.field.show_error(_("That is not as it stands on the sheet. Compare each letter and number."))
            return
        self._at += 1
        if self._at == len(self._places):
            self.right.emit()
            return
        self._ask()
        announce(self.asked.text())
        self.begin()
