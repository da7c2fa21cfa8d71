"""Lines for what is to be chased after a visit: what, who promised it, by when. Further ones come when needed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.parts.day_field import DayField
from caregiver_app.ui.care.parts.form import FormPart
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.tab_order import put_in_order
from caregiver_app.vault.records.chases import NewChase

_MOST = 20
_PARTS = 3


@dataclass(slots=True, kw_only=True)
class _Line:
    what: PrivateLine
    what_field: Field
    who: PrivateLine
    by: DayField

    def values(self) -> list[str]:
        return [self.what.text().strip(), self.who.text().strip(), self.by.text.strip()]


class ChaseLines(QWidget):
    """`changed` comes with each thing typed."""

    changed = Signal()

    def __init__(self, theme: Theme, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._lines: list[_Line] = []
        self.add = Button(theme, _("Add another to chase"), kind=ButtonKind.QUIET, icon=Icon.PLUS)
        self.add.clicked.connect(self._add_and_go)
        self._column = Column(theme, gap=12)
        outer = Column(theme, gap=12, parent=self)
        outer.addLayout(self._column)
        outer.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self._add_line()

    def check(self) -> bool:
        """Return whether all lines can be kept; else say what is the matter, with the keyboard there."""
        for line in self._lines:
            what, *rest = line.values()
            if not what and any(rest):
                line.what_field.show_error(_("Write what was promised."))
                return False
            if not line.by.check():
                return False
        return True

    def chases(self) -> tuple[NewChase, ...]:
        """Return what stands in the lines.

        Raises:
            RecordRefused: a day cannot be read; `check` tells.
        """
        days = [(line, line.by.day()) for line in self._lines if line.what.text().strip()]
        return tuple(
            NewChase(what=line.what.text(), who=line.who.text(), by_date=None if day is None else day.isoformat())
            for line, day in days
        )

    def part(self, name: str) -> FormPart:
        """Return this as a part of a form; its value is JSON."""
        return FormPart(name=name, control=self, read=self._read, write=self._write, changed=self.changed)

    def _read(self) -> str:
        lines = [line.values() for line in self._lines]
        return json.dumps(lines) if any(any(line) for line in lines) else ""

    def _write(self, value: str) -> None:
        for number, (what, who, by) in enumerate(_lines_in(value)):
            if number == len(self._lines):
                self._add_line()
            line = self._lines[number]
            line.what.setText(what)
            line.who.setText(who)
            line.by.line.setText(by)

    def _add_and_go(self) -> None:
        if len(self._lines) < _MOST:
            self._add_line()
            put_in_order(self)
        self._lines[-1].what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_line(self) -> None:
        number = format_number(len(self._lines) + 1)
        frame = QFrame()
        set_look(frame, kind="inset")
        column = Column(self._theme, margins=12, gap=8, parent=frame)
        what, who = PrivateLine(), PrivateLine()
        # Translators: the labels of one of several promises, e.g. "What, 2"
        what_field = Field(self._theme, _("What was promised, {number}").format(number=number), what)
        column.addWidget(what_field)
        column.addWidget(Field(self._theme, _("Who promised it, {number}").format(number=number), who))
        by = DayField(self._theme, _("By which day, {number}").format(number=number), today=self._today)
        column.addWidget(by)
        self._lines.append(_Line(what=what, what_field=what_field, who=who, by=by))
        self._column.addWidget(frame)
        frame.show()
        for line in (what, who, by.line):
            line.textChanged.connect(lambda _text: self.changed.emit())


def _lines_in(value: str) -> list[list[str]]:
    try:
        read = json.loads(value) if value else []
    except ValueError:
        return []
    lines = read if isinstance(read, list) else []
    return [[str(part) for part in line] for line in lines[:_MOST] if isinstance(line, list) and len(line) == _PARTS]
