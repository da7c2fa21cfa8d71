"""One point of a check: what is asked, what helps to answer it, the answers, and why when the answer is no."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from caregiver_app.model.trust import Answer, Point
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.checking.answer_choice import AnswerChoice
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel

REASON_CHARS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class PointWords:
    """A point as a person reads it: `asks` the question, `helps` what to look for, `must` that only Yes will do.

    `found` is what the app would answer by what it found.
    """

    point: Point
    asks: str
    helps: str = ""
    must: str = ""
    found: str = ""


class PointRow(QFrame):
    """`changed` comes with each answer and each letter of a reason."""

    changed = Signal()

    def __init__(self, theme: Theme, words: PointWords, number: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point = words.point
        # Translators: a point of a check with its number, e.g. "3. It names its sources"
        asks = _("{number}. {question}").format(number=number, question=words.asks)
        set_look(self, kind="inset")
        self.setAccessibleName(asks)
        self.answers = AnswerChoice(theme, words.asks)
        self.why = QLineEdit()
        self.why.setMaxLength(REASON_CHARS)
        self.reason = Field(theme, _("Why not?"), self.why)
        # Translators: spoken for the field with the reason for a no, e.g. "Why not? It names its sources"
        self.why.setAccessibleName(_("Why not? {point}").format(point=words.asks))
        column = Column(theme, margins=(14, 12, 14, 12), gap=6, parent=self)
        column.addWidget(PlainLabel(asks, role=TypeRole.STRONG, wrap=True))
        for text, role in (
            (words.must, TypeRole.SMALL_STRONG),
            (words.helps, TypeRole.SMALL),
            (words.found, TypeRole.SMALL),
        ):
            if text:
                column.addWidget(PlainLabel(text, role=role, ink="text-2", wrap=True))
        self._missing = PlainLabel(_("Answer this point first."), ink="urgent", wrap=True)
        for part in (self._missing, self.answers, self.reason):
            column.addWidget(part)
        self._missing.setVisible(False)
        self.reason.setVisible(False)
        self.answers.chosen.connect(self._answered)
        self.why.textEdited.connect(self._typed)

    @property
    def answer(self) -> Answer | None:
        """The answer, None while there is none."""
        return self.answers.answer

    @property
    def reason_text(self) -> str:
        """Why not, as typed; empty unless the answer is no."""
        return " ".join(self.why.text().split()) if self.answer is Answer.NO else ""

    def show_answer(self, answer: Answer | None, reason: str) -> None:
        """Show what was answered before, without telling anybody."""
        self.answers.show_answer(answer)
        self.why.setText(reason)
        self.reason.setVisible(answer is Answer.NO)

    def ask_for_answer(self) -> None:
        """Say that this point is still open, with the keyboard there."""
        self._missing.setVisible(True)
        self.answers.stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_for_reason(self) -> None:
        """Say that a no needs a reason, with the keyboard there."""
        self.reason.show_error(_("Say in a few words why not."))

    def _answered(self, answer: Answer | None) -> None:
        self._missing.setVisible(False)
        self.reason.setVisible(answer is Answer.NO)
        self.changed.emit()

    def _typed(self) -> None:
        if self.reason.error and self.why.text().strip():
            self.reason.set_error("")
        self.changed.emit()
