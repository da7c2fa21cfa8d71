"""After the visit: each question with its answer, what was said and decided, what to chase. A draft until Done."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis, day_of
from caregiver_app.support.i18n import format_clock
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.appointments.chase_lines import ChaseLines
from caregiver_app.ui.care.appointments.steps import write_up
from caregiver_app.ui.care.appointments.visit_looks import VisitLook, look_of_visit
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.form import Form, line_part, text_part, tick_part
from caregiver_app.ui.care.parts.placed_tab import InnerPlace, back_to
from caregiver_app.ui.care.private_fields import PrivateLine, PrivateText
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card, Hairline
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.appointments import AppointmentId
from caregiver_app.vault.records.questions import Question, QuestionState
from caregiver_app.vault.records.visits import AfterVisit
from caregiver_app.vault.store import Vault

AFTER = "visit/"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPage:
    """A visit and the questions that may have been asked there: its own first, then those that wait."""

    look: VisitLook
    own: tuple[Question, ...] = field(repr=False)
    others: tuple[Question, ...] = field(repr=False)


def read_visit(vault: Vault, visit_id: AppointmentId, *, now: Millis) -> VisitPage:
    """Return what the place shows.

    Raises:
        UnknownRecord: the visit is gone.
    """
    visit = vault.appointments.get(visit_id)
    waiting = vault.questions.list(states=(QuestionState.OPEN, QuestionState.ASKED))
    return VisitPage(
        look=look_of_visit(visit, now=now),
        own=tuple(one for one in waiting if one.appointment_id == visit_id),
        others=tuple(one for one in waiting if one.appointment_id is None and one.person_id == visit.person_id),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    question: Question
    box: CheckBox
    answer: PrivateText
    is_own: bool


class AfterPlace(InnerPlace):
    """`kept` comes when all of it was written down."""

    kept = Signal()

    def __init__(self, desk: CareDesk, page: VisitPage, *, parent: QWidget | None = None) -> None:
        # Translators: {visit} is e.g. "Memory clinic, Monday 23 November"
        heading = _("After the visit: {visit}").format(visit=page.look.name)
        super().__init__(desk.theme, heading, back=back_to(_("Appointments")), parent=parent)
        self._desk = desk
        self._page = page
        self.visit_id = page.look.id
        self.form = Form(desk, f"{AFTER}{page.look.id}", self)
        self.asked: list[_Asked] = []
        self.by_whom = PrivateLine()
        self.outcome = PrivateText(desk.theme, name=_("What was said"), lines=3)
        self.decisions = PrivateText(desk.theme, name=_("What was decided"), lines=3)
        self.chases = ChaseLines(desk.theme, today=day_of(desk.clock.now()))
        self.state = PlainLabel(_("Saved as you type."), role=TypeRole.SMALL, ink="text-2", wrap=True)
        self.done = Button(desk.theme, _("Done"), kind=ButtonKind.MAIN, name=_("Done: keep what came of the visit"))
        self.done.clicked.connect(self.keep)
        desk.drafts.saved.connect(self._saved)
        desk.changed.connect(self._stop_working)
        self._lay_out()
        self._begin()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.keep)

    def begin(self) -> None:
        """Put the keyboard into the first answer, or where the draft was left."""
        self.form.focus()

    def closing(self) -> None:
        """Keep what is typed as a draft."""
        self.form.leave()

    def keep(self) -> None:
        """Write it all down."""
        if self.done.signalsBlocked() or not self.chases.check():
            return
        answers = {one.question.id: one.answer.toPlainText().strip() for one in self.asked}
        answers = {question: text for question, text in answers.items() if text}
        ticked = [one for one in self.asked if one.box.isChecked()]
        after = AfterVisit(
            outcome=self.outcome.toPlainText(),
            decisions=self.decisions.toPlainText(),
            answers=answers,
            answered_by=self.by_whom.text(),
            asked=tuple(one.question.id for one in ticked if one.question.id not in answers),
            chases=self.chases.chases(),
        )
        there = {
            one.question.id: one.box.isChecked() or one.question.id in answers for one in self.asked if not one.is_own
        }
        step = partial(write_up, visit_id=self.visit_id, after=after, asked_there=there, at=self._desk.clock.now())
        self.done.set_working(True)
        self._desk.do(step, kind="visit", then=self._close)

    def _stop_working(self) -> None:
        self.done.set_working(False)

    def _close(self) -> None:
        self.form.finish()
        self.kept.emit()

    def _saved(self, place: str) -> None:
        if place == self.form.place:
            self.state.setText(_("Saved {time}").format(time=format_clock(self._desk.clock.now())))

    def _begin(self) -> None:
        look = self._page.look
        values = {"by": look.with_whom, "outcome": look.outcome, "decisions": look.decisions, "chases": ""}
        for one in self.asked:
            values[f"answer-{one.question.id}"] = ""
            values[f"asked-{one.question.id}"] = "yes" if one.question.state is QuestionState.ASKED else ""
        self.form.begin(values)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        if self._page.own or self._page.others:
            self.body.addWidget(self._questions())
        said = Card(theme, _("What came of it"))
        for name, label, edit in (
            ("outcome", _("What was said"), self.outcome),
            ("decisions", _("What was decided"), self.decisions),
        ):
            outcome_field = Field(theme, label, edit)
            said.body.addWidget(outcome_field)
            self.form.add(text_part(name, edit, outcome_field))
        chase = Card(theme, _("To chase"))
        chase.body.addWidget(PlainLabel(_("What somebody promised, and by when."), ink="text-2", wrap=True))
        chase.body.addWidget(self.chases)
        self.form.add(self.chases.part("chases"))
        for card in (said, chase):
            self.body.addWidget(card)
        row = Row(theme, gap=12)
        row.addWidget(self.state, 1)
        row.addWidget(self.done)
        self.body.addLayout(row)

    def _questions(self) -> Card:
        theme = self._desk.theme
        card = Card(theme, _("Questions and answers"))
        for question in self._page.own:
            self._add_question(card, question, is_own=True)
        if self._page.own and self._page.others:
            card.body.addWidget(Hairline(theme))
            card.body.addWidget(PlainLabel(_("Other questions that wait"), ink="text-2", wrap=True))
        for question in self._page.others:
            self._add_question(card, question, is_own=False)
        by_field = Field(theme, _("Who answered"), self.by_whom)
        card.body.addWidget(by_field)
        self.form.add(line_part("by", self.by_whom, by_field))
        return card

    def _add_question(self, card: Card, question: Question, *, is_own: bool) -> None:
        theme = self._desk.theme
        if self.asked and self.asked[-1].is_own == is_own:
            card.body.addWidget(Hairline(theme))
        holder = QWidget()
        column = Column(theme, gap=6, parent=holder)
        column.addWidget(PlainLabel(question.text, role=TypeRole.STRONG, wrap=True))
        label = _("Answer to: {question}").format(question=question.text)
        answer = PrivateText(theme, name=label, lines=2)
        answer_field = Field(theme, _("Answer"), answer)
        answer.setAccessibleName(label)
        box = CheckBox(theme, _("Asked, no answer yet"))
        box.setAccessibleName(_("Asked, no answer yet: {question}").format(question=question.text))
        column.addWidget(answer_field)
        column.addWidget(box)
        card.body.addWidget(holder)
        self.form.add(text_part(f"answer-{question.id}", answer, answer_field))
        self.form.add(tick_part(f"asked-{question.id}", box))
        self.asked.append(_Asked(question=question, box=box, answer=answer, is_own=is_own))
