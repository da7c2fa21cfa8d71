"""Writing down what was answered to a question: what, by whom, when."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis, day_of, from_datetime
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.day_field import DayField, typed_day
from caregiver_app.ui.care.parts.form_drawer import FormDrawer
from caregiver_app.ui.care.questions.question_looks import QuestionLook
from caregiver_app.ui.care.questions.steps import change_answer, write_answer
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.answers import Answer

ANSWER = "answer/"
_NOON = time(12)


class AnswerDrawer(FormDrawer):
    """For a new answer to a question, or for one that is there."""

    def __init__(
        self, desk: CareDesk, look: QuestionLook, answer: Answer | None = None, *, parent: QWidget | None = None
    ) -> None:
        heading = _("Write the answer") if answer is None else _("Change the answer")
        place = f"{ANSWER}{look.id}" if answer is None else f"{ANSWER}{look.id}/{answer.id}"
        super().__init__(desk, heading, place, parent=parent)
        self._look = look
        self._answer = answer
        self.body.addWidget(PlainLabel(look.question.text, wrap=True))
        self.add_text("text", _("What was answered"), lines=5)
        self.add_line("by-whom", _("Who answered"))
        self.day = DayField(desk.theme, _("On which day"), today=day_of(desk.clock.now()))
        if answer is None:
            self.form.add(self.day.part("day"))
            self.body.addWidget(self.day)
        self.form.begin(self._values())

    def keep(self) -> None:
        """Keep the answer."""
        values = self.form.values
        if not values["text"].strip():
            self.form.refuse("text", _("Write what was answered."))
            return
        at = self.desk.clock.now()
        if self._answer is not None:
            step = partial(change_answer, answer=self._answer, text=values["text"], by_whom=values["by-whom"], at=at)
            self.do(step, kind="answer")
        elif self.day.check():
            self.do(
                partial(
                    write_answer,
                    question_id=self._look.id,
                    text=values["text"],
                    by_whom=values["by-whom"],
                    said_at=self._said_at(at),
                    at=at,
                ),
                kind="answer",
            )

    def _said_at(self, now: Millis) -> Millis | None:
        day = self.day.day()
        if day is None or day == day_of(now):
            return None
        return from_datetime(datetime.combine(day, _NOON).astimezone())

    def _values(self) -> dict[str, str]:
        if self._answer is not None:
            return {"text": self._answer.text, "by-whom": self._answer.by_whom}
        return {
            "text": "",
            "by-whom": self._look.question.for_whom,
            "day": typed_day(day_of(self.desk.clock.now())),
        }
