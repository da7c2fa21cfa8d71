"""The pages of the library that a question speaks of, in a place of their own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.citations import CitationsPart
from caregiver_app.ui.care.parts.placed_tab import InnerPlace, back_to
from caregiver_app.ui.care.questions.question_looks import QuestionLook, read_question
from caregiver_app.ui.widgets.card import Card


class QuestionPlace(InnerPlace):
    """Read anew after each step; it closes where the question is gone."""

    def __init__(self, desk: CareDesk, look: QuestionLook, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, look.question.text, back=back_to(_("Questions")), parent=parent)
        self._desk = desk
        self._id = look.id
        self.read_about = look.question.person_id
        self.citations = CitationsPart(desk, "question", look.id)
        card = Card(desk.theme)
        card.setAccessibleName(self.citations.accessibleName())
        card.body.addWidget(self.citations)
        self.body.addWidget(card)
        self._show(look)

    def refresh(self) -> None:
        """Read the question anew."""
        now, question_id = self._desk.clock.now(), self._id
        self._desk.ask(
            self,
            lambda vault: read_question(vault, question_id, now=now),
            self._show,
            key="question-pages",
            failed=lambda _error: self.left.emit(),
        )

    def _show(self, look: QuestionLook) -> None:
        self.citations.show_citations(look.citations)
