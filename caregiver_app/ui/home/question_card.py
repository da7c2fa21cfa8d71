"""Questions that wait to be asked: ticked off once they were, and a field for the next one that comes to mind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.today import OpenQuestion, PrivateToday
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.parts.record_rows import RecordRows
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.home.private_card import PrivateCard
from caregiver_app.ui.home.private_words import for_whom, sentences
from caregiver_app.ui.home.ticked_row import TickedRow, untick
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Row
from caregiver_app.ui.widgets.plain import PlainLabel


class QuestionCard(PrivateCard):
    """`asked` carries an `OpenQuestion` that was asked, `written` a new one's words, `all_asked` leads to all."""

    asked = Signal(object)
    written = Signal(str)
    all_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Questions for the doctor"), _("All questions"), parent=parent)
        self.rows = RecordRows(theme, _("Questions for the doctor"), self._row, fallback=self.begin)
        self.empty = PlainLabel(_("No question waits to be asked."), ink="text-2", wrap=True)
        self.line = PrivateLine()
        self.line.setAccessibleName(_("Write a question"))
        self.line.setAccessibleDescription(_("Enter adds it."))
        self.line.setPlaceholderText(_("Write a question as you think of it"))
        self.add = Button(theme, _("Add"), icon=Icon.PLUS, name=_("Add this question"))
        for widget in (self.rows, self.empty):
            self.body.addWidget(widget)
        row = Row(theme, gap=10)
        row.addWidget(self.line, 1)
        row.addWidget(self.add)
        self.body.addLayout(row)
        self.all.clicked.connect(self.all_asked)
        self.add.clicked.connect(self._write)
        self.line.returnPressed.connect(self._write)

    def show_today(self, today: PrivateToday) -> None:
        """Show the first of the questions."""
        self.rows.show_rows([(one.id, one) for one in today.questions])
        untick(self.rows)
        self.rows.setVisible(bool(today.questions))
        self.empty.setVisible(not today.questions)
        self.all.set_words(_all_words(today.question_count, len(today.questions)))

    def begin(self) -> None:
        """Put the keyboard where one writes."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        text = self.line.text().strip()
        if text:
            self.written.emit(text)
        else:
            self.begin()

    def _row(self, one: OpenQuestion) -> QWidget:
        about = sentences(for_whom(one.person), one.for_whom and _("To ask {whom}").format(whom=one.for_whom))
        row = TickedRow(self._theme, one.text, about=about, hint=_("Tick it once you have asked."))
        row.ticked.connect(lambda: self.asked.emit(one))
        return row


def _all_words(count: int, shown: int) -> str:
    if count <= shown:
        return _("All questions")
    return ngettext("All {count} question", "All {count} questions", count).format(count=format_number(count))
