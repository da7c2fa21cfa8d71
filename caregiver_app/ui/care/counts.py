"""The numbers beside the names of tabs, kept right whichever tab is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject

from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.tabs import QUESTIONS
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import QuestionState
from caregiver_app.vault.store import Vault


class TabCounts(QObject):
    """Counts the questions that wait to be asked or answered, after each step and for each person looked at."""

    def __init__(self, desk: CareDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.changed.connect(self.count)
        desk.whom.changed.connect(self.count)
        self.count()

    def count(self) -> None:
        """Count anew."""
        shown = self._desk.whom.shown
        self._desk.ask(self, lambda vault: _open_questions(vault, shown), self._show, key="counts")

    def _show(self, questions: int) -> None:
        self._desk.count(QUESTIONS, questions)


def _open_questions(vault: Vault, person_id: PersonId | None) -> int:
    return len(vault.questions.list(person_id, states=(QuestionState.OPEN, QuestionState.ASKED)))
