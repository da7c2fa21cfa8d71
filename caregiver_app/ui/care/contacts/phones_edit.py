"""The phone numbers of a contact in its form: a number and where it is, and always room for one more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.parts.form import FormPart
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.vault.records.contacts import MOST_PHONES, Phone

_LONGEST = 80
_BETWEEN = "\t"


class PhonesEdit(QWidget):
    """Its value as a part of a form is a line for each number: the number, a tab, where it is.

    `lines` are the fields: of each number the one for it, and the one for where it is.
    """

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: list[tuple[PrivateLine, PrivateLine]] = []
        self._column = Column(theme, gap=12)
        self.more = Button(theme, _("Another number"), kind=ButtonKind.QUIET, icon=Icon.PLUS)
        self.more.clicked.connect(self._add_empty)
        outer = Column(theme, gap=8, parent=self)
        outer.addLayout(self._column)
        outer.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self._add()

    @property
    def phones(self) -> tuple[Phone, ...]:
        """The numbers that were typed."""
        return tuple(
            Phone(number=number.text().strip(), label=label.text().strip())
            for number, label in self.lines
            if number.text().strip()
        )

    def part(self, name: str) -> FormPart:
        """Return this as a part of a form."""
        return FormPart(name=name, control=self, read=self._read, write=self._write, changed=self.changed)

    def _read(self) -> str:
        rows = (f"{number.text()}{_BETWEEN}{label.text()}" for number, label in self.lines)
        return "\n".join(row for row in rows if row.strip())

    def _write(self, value: str) -> None:
        rows = value.split("\n") if value else [""]
        while len(self.lines) < min(len(rows), MOST_PHONES):
            self._add()
        for (number, label), row in zip(self.lines, [*rows, *[""] * len(self.lines)], strict=False):
            typed, _tab, where = row.partition(_BETWEEN)
            number.setText(typed)
            label.setText(where)

    def _add_empty(self) -> None:
        number = self._add()
        number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> PrivateLine:
        place = len(self.lines) + 1
        number, label = PrivateLine(longest=_LONGEST), PrivateLine(longest=_LONGEST)
        counted = format_number(place)
        phone = _("Phone") if place == 1 else _("Phone {number}").format(number=counted)
        where = _("Where this is") if place == 1 else _("Where phone {number} is").format(number=counted)
        self._column.addWidget(Field(self._theme, phone, number))
        self._column.addWidget(Field(self._theme, where, label, hint=_("For example at work.")))
        self.lines.append((number, label))
        for line in (number, label):
            line.textChanged.connect(lambda _text: self.changed.emit())
        self.more.setVisible(place < MOST_PHONES)
        QWidget.setTabOrder(number, label)
        QWidget.setTabOrder(label, self.more)
        return number
