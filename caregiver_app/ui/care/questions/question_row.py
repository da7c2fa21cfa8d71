"""A question as a row: what is asked, of whom, for which visit, what was answered; and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.parts.record_rows import RecordRow
from caregiver_app.ui.care.questions.question_looks import AnswerLook, QuestionLook
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.changes.ordering import Direction
from caregiver_app.vault.records.questions import QuestionState


class QuestionRow(RecordRow):
    """Signals say what is wanted; `moved` carries a `Direction`, `state_asked` a `QuestionState`."""

    answer_asked = Signal()
    state_asked = Signal(object)
    moved = Signal(object)
    more_asked = Signal()

    def __init__(self, theme: Theme, look: QuestionLook, *, kept: bool = False, parent: QWidget | None = None) -> None:
        """`kept` leaves out what would write."""
        state = look.question.state
        asked = [Pill(theme, _("Asked"), tone=Tone.PRIVATE, icon=Icon.CHECK)] if state is QuestionState.ASKED else []
        super().__init__(theme, look.question.text, pills=asked, parent=parent)
        self._look = look
        self.add_line(look.about)
        for answer in look.answers:
            self.body.addWidget(_answer(theme, answer))
        for citation in look.citations:
            # Translators: {title} is a page of the library that a question speaks of
            self.add_line(_("See: {title}").format(title=citation.title), role=TypeRole.SMALL)
        if not kept:
            self._add_buttons(state)
        self.more = IconButton(theme, Icon.MORE, _("More for the question: {question}").format(question=look.name))
        self.more.clicked.connect(self.more_asked)
        self.add_at_end(self.more)

    def _add_buttons(self, state: QuestionState) -> None:
        if state is QuestionState.ANSWERED:
            return
        if state is QuestionState.SET_ASIDE:
            self._add(_("Ask it after all"), Icon.UNDO, lambda: self.state_asked.emit(QuestionState.OPEN))
            return
        self._add(_("Write the answer"), Icon.CHECK, self.answer_asked.emit)
        if state is QuestionState.OPEN:
            self._add(_("Asked"), Icon.QUESTION, lambda: self.state_asked.emit(QuestionState.ASKED))
        self._add(_("Move up"), None, lambda: self.moved.emit(Direction.UP), repeats=True)
        self._add(_("Move down"), None, lambda: self.moved.emit(Direction.DOWN), repeats=True)

    def _add(self, words: str, icon: Icon | None, act: Callable[[], None], *, repeats: bool = False) -> None:
        # Translators: spoken for a button of one question, e.g. "Move up: Why the swollen feet?"
        name = _("{button}: {question}").format(button=words, question=self._look.name)
        button = Button(self._theme, words, kind=ButtonKind.QUIET, icon=icon, name=name, repeats=repeats)
        button.clicked.connect(lambda _checked=False: act())
        self.add_button(button)


def _answer(theme: Theme, look: AnswerLook) -> QWidget:
    shown = QWidget()
    column = Column(theme, margins=(16, 2, 0, 2), gap=2, parent=shown)
    column.addWidget(PlainLabel(look.about, role=TypeRole.SMALL_STRONG, ink="private", wrap=True))
    column.addWidget(PlainLabel(look.answer.text, wrap=True))
    return shown
