"""One question of a request: as it came, what was answered to it before, and room for an answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.answering.sent_text import SentText
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.form import FormPart, text_part
from caregiver_app.ui.care.private_fields import PrivateText
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.exchange.answering import Given
from caregiver_app.vault.letters.answer import ANSWER_CHARS
from caregiver_app.vault.letters.request import AskItem

_LINES = 3


class QuestionPart(Card):
    """`number` is that of the question in the request."""

    def __init__(self, desk: CareDesk, item: AskItem, *, parent: QWidget | None = None) -> None:
        # Translators: {number} counts the questions and notes that somebody sent
        super().__init__(desk.theme, _("Question {number}").format(number=item.number), parent=parent)
        self._desk = desk
        self.number = item.number
        self.text = SentText(desk.theme, _("Question {number} as it came").format(number=item.number), item.text)
        self._before = QWidget()
        label = _("Your answer to question {number}").format(number=item.number)
        self.edit = PrivateText(desk.theme, name=label, lines=_LINES)
        self.field = Field(desk.theme, label, self.edit)
        for part in (self.text, self._before, self.field):
            self.body.addWidget(part)

    @property
    def answer(self) -> str:
        """What stands there as an answer."""
        return self.edit.toPlainText().strip()

    def form_part(self) -> FormPart:
        """Return what a form knows it by."""
        return text_part(f"answer-{self.number}", self.edit, self.field)

    def check(self) -> bool:
        """Say it at the field where the answer is longer than a file takes, and return whether it is not."""
        too_long = len(self.answer) > ANSWER_CHARS
        if too_long:
            self.field.show_error(_("This is more than one file can carry. Shorten it."))
        elif self.field.error:
            self.field.set_error("")
        return not too_long

    def set_answerable(self, answerable: bool) -> None:
        """Give room for an answer, or none."""
        self.field.setVisible(answerable)

    def show_given(self, given: Sequence[Given], now: Millis) -> None:
        """Show what was answered to it before."""
        before = QWidget()
        column = Column(self._desk.theme, gap=4, parent=before)
        for each in given:
            for text in each.texts:
                if text.question == self.number:
                    # Translators: {day} is when an answer was given
                    words = _("You answered, {day}").format(day=format_near_day(each.at, now, inside=True))
                    column.addWidget(PlainLabel(words, role=TypeRole.SMALL_STRONG, ink="private", wrap=True))
                    name = _("Answer {answer} to question {number}").format(answer=each.number, number=self.number)
                    column.addWidget(SentText(self._desk.theme, name, text.text))
        self.body.replaceWidget(self._before, before)
        self._before.hide()
        self._before.deleteLater()
        self._before = before
        before.setVisible(bool(given))
