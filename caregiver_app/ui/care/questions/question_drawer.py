"""Writing a question down, or asking it otherwise: what, whom, for which visit."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.parts.about_whom import AboutWhom
from caregiver_app.ui.care.parts.form_drawer import FormDrawer
from caregiver_app.ui.care.questions.visit_choice import VisitChoice
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.changes.undoing import joined
from caregiver_app.vault.records.appointments import AppointmentId
from caregiver_app.vault.records.notes import NoteId
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import NewQuestion, Question, QuestionId
from caregiver_app.vault.store import Vault

NEW = "question/new"
OF_NOTE = "question/of-note/"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """What stands in the drawer."""

    text: str = field(repr=False)
    for_whom: str = field(repr=False)
    appointment_id: AppointmentId | None
    person_id: PersonId | None


class QuestionDrawer(FormDrawer):
    """For a new question, one made from a note, or one that is there."""

    def __init__(
        self,
        desk: CareDesk,
        *,
        question: Question | None = None,
        note_id: NoteId | None = None,
        text: str = "",
        person_id: PersonId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`text` and `person_id` are what a new question begins with."""
        heading = _("Write a question") if question is None else _("Change the question")
        super().__init__(desk, heading, _place(question, note_id), parent=parent)
        self._question = question
        self._note_id = note_id
        self.add_text("text", _("Your question"), lines=4)
        self.add_line("for-whom", _("Whom to ask"), hint=_("For example the doctor, the pharmacist, the nurse."))
        self.visit = VisitChoice(desk)
        self.form.add(self.visit.part())
        self.body.addWidget(self.visit)
        self.whom = AboutWhom(desk)
        if question is None:
            self.form.add(self.whom.part())
            self.body.addWidget(self.whom)
        person = person_id if person_id is not None else desk.whom.written_for
        self.form.begin(_values(question, text, person))

    def keep(self) -> None:
        """Keep the question."""
        values = self.form.values
        if not values["text"].strip():
            self.form.refuse("text", _("Write what you want to ask."))
            return
        asked = AskedQuestion(
            text=values["text"],
            for_whom=values["for-whom"],
            appointment_id=self.visit.appointment_id,
            person_id=self.whom.person_id,
        )
        at = self.desk.clock.now()
        if self._question is None:
            self.do(partial(add_question, asked=asked, note_id=self._note_id, at=at), kind="question")
        else:
            self.do(partial(change_question, question_id=self._question.id, asked=asked, at=at), kind="question")


def add_question(vault: Vault, asked: AskedQuestion, note_id: NoteId | None, *, at: Millis) -> CareDone:
    """Keep a new question."""
    new = NewQuestion(
        text=asked.text,
        person_id=asked.person_id,
        for_whom=asked.for_whom,
        appointment_id=asked.appointment_id,
        note_id=note_id,
    )
    question_id = vault.questions.add(new, at=at)
    return CareDone(
        text=_("Question kept."),
        undo=lambda notes, then: notes.questions.delete(question_id, at=then),
        icon=Icon.QUESTION,
    )


def change_question(vault: Vault, question_id: QuestionId, asked: AskedQuestion, *, at: Millis) -> CareDone | None:
    """Ask otherwise; None when nothing is otherwise."""
    with vault.write("vault.question.change-all"):
        steps = (
            vault.questions.change(question_id, text=asked.text, for_whom=asked.for_whom, at=at),
            vault.questions.assign(question_id, asked.appointment_id, at=at),
        )
    undo = joined(steps)
    return CareDone(text=_("Saved what you changed."), undo=undo, icon=Icon.QUESTION) if undo else None


def _place(question: Question | None, note_id: NoteId | None) -> str:
    if question is not None:
        return f"question/{question.id}"
    return NEW if note_id is None else f"{OF_NOTE}{note_id}"


def _values(question: Question | None, text: str, person_id: PersonId | None) -> dict[str, str]:
    if question is None:
        return {"text": text, "for-whom": "", "visit": "", "person": "" if person_id is None else str(person_id)}
    visit = "" if question.appointment_id is None else str(question.appointment_id)
    return {"text": question.text, "for-whom": question.for_whom, "visit": visit}
