"""The questions: what to ask, in an order, for which visit; below it what was answered and what was set aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.support.logs import note
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.answering.received_card import ReceivedCard
from caregiver_app.ui.care.answering.received_looks import ReceivedLook, read_request
from caregiver_app.ui.care.answering.request_place import PLACE, RequestPlace
from caregiver_app.ui.care.appointments.next_visit import NextVisitCard
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.menu import open_menu
from caregiver_app.ui.care.parts.form_drawer import open_form
from caregiver_app.ui.care.parts.gone import if_there
from caregiver_app.ui.care.parts.kept import KeptCallout, is_kept
from caregiver_app.ui.care.parts.placed_tab import PlacedTab
from caregiver_app.ui.care.parts.print_button import print_button
from caregiver_app.ui.care.questions.answer_drawer import ANSWER, AnswerDrawer
from caregiver_app.ui.care.questions.group_card import GroupCard
from caregiver_app.ui.care.questions.pick_place import PICK, PickPlace
from caregiver_app.ui.care.questions.question_drawer import NEW, OF_NOTE, QuestionDrawer
from caregiver_app.ui.care.questions.question_looks import (
    QuestionLook,
    QuestionsRead,
    read_question,
    read_questions,
)
from caregiver_app.ui.care.questions.question_menu import QuestionMenu
from caregiver_app.ui.care.questions.question_place import QuestionPlace
from caregiver_app.ui.care.questions.question_row import QuestionRow
from caregiver_app.ui.care.questions.steps import move_question, set_state
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.tab_order import put_in_order
from caregiver_app.vault.changes.ordering import Direction
from caregiver_app.vault.exchange.answering import ReceivedId
from caregiver_app.vault.records.notes import NoteId
from caregiver_app.vault.records.questions import QuestionId, QuestionState

_GROUPS = ("to-ask", "answered", "set-aside")


class QuestionsTab(PlacedTab):
    """The tab "Questions"."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Questions"), parent=parent)
        theme = desk.theme
        self.kept = KeptCallout(desk)
        self.write = Button(theme, _("Write a question"), kind=ButtonKind.MAIN, icon=Icon.PLUS)
        self.pick = Button(theme, _("Pick ready questions"), icon=Icon.QUESTION)
        self.print_all = print_button(desk, SheetKind.QUESTIONS, _("Print the questions"))
        self.write.clicked.connect(self.new)
        self.pick.clicked.connect(self._pick)
        self.menu = QuestionMenu(desk, self)
        self.visit = NextVisitCard(desk)
        self.received = ReceivedCard(desk)
        self.received.opened.connect(self.open_received)
        self.empty = EmptyState(
            theme, Icon.QUESTION, _("No questions yet."), _("Write down what comes to mind before it is gone.")
        )
        self.cards = {group: self._card(*words) for group, words in zip(_GROUPS, _titles(), strict=True)}
        self.rows = {group: card.rows for group, card in self.cards.items()}
        self._lay_out()
        self._wanted = 0
        self._began = False

    def opened(self) -> None:
        """Ask for the questions of who is looked at."""
        if isinstance(self.place, QuestionPlace | RequestPlace):
            self.place.refresh()
        self.received.refresh()
        kept = is_kept(self.desk)
        self.kept.setVisible(kept)
        self._actions.setVisible(not kept)
        shown, now = self.desk.whom.shown, self.desk.clock.now()
        self.desk.ask(self, lambda vault: read_questions(vault, shown, now=now), self._show, key="questions")
        if not self._began:
            self._began = True
            QTimer.singleShot(0, self, self._take_up)

    def new(self) -> bool:
        """Open an empty question."""
        if is_kept(self.desk):
            return False
        open_form(self.desk, QuestionDrawer(self.desk))
        return True

    def show_record(self, record_id: int) -> None:
        """Put the keyboard at a question, once it is shown; a number below 0 is that of what others asked."""
        if record_id < 0:
            self.open_received(ReceivedId(-record_id))
            return
        self.close_place()
        self._wanted = record_id
        self.opened()

    def open_received(self, received_id: int) -> None:
        """Open what somebody asked, to be read and answered; nothing where it is gone."""

        def show(look: ReceivedLook | None) -> None:
            if look is not None:
                self.desk.overlay.close_panel()
                self.open_place(RequestPlace(self.desk, look))
                note("care.request-shown")

        now = self.desk.clock.now()
        read = if_there(lambda vault: read_request(vault, ReceivedId(received_id), now=now))
        self.desk.ask(self, read, show, key="received-open")

    def open_drawer(self, drawer: QuestionDrawer | AnswerDrawer) -> None:
        """Open one of the forms."""
        open_form(self.desk, drawer)

    def read_then(self, question_id: QuestionId, show: Callable[[QuestionLook], None]) -> None:
        """Read one question and show something of it; nothing where it is gone."""
        now = self.desk.clock.now()
        read = if_there(lambda vault: read_question(vault, question_id, now=now))
        self.desk.ask(self, read, lambda look: None if look is None else show(look), key="question")

    def _show(self, read: QuestionsRead) -> None:
        groups = (read.to_ask, read.answered, read.set_aside)
        for group, looks in zip(_GROUPS, groups, strict=True):
            some = [(look.id, (look, is_kept(self.desk, look.question.person_id))) for look in looks]
            self.cards[group].show_questions(some, wanted=self._wanted)
        self.empty.setVisible(not any(groups))
        self.visit.show_next(read.visit)
        put_in_order(self.front)
        if self._wanted:
            wanted, self._wanted = self._wanted, 0
            any(rows.focus_row(wanted) for rows in self.rows.values())

    def _row(self, value: tuple[QuestionLook, bool]) -> QuestionRow:
        look, kept = value
        row = QuestionRow(self.desk.theme, look, kept=kept)
        row.answer_asked.connect(lambda: self.open_drawer(AnswerDrawer(self.desk, look)))
        row.state_asked.connect(lambda state: self.set_state(look.id, state))
        row.moved.connect(lambda way: self._move(look.id, way))
        row.more_asked.connect(lambda: self._open_menu(look, row.more))
        return row

    def set_state(self, question_id: QuestionId, state: QuestionState) -> None:
        """Say how far a question is."""
        at = self.desk.clock.now()
        self.desk.do(partial(set_state, question_id=question_id, state=state, at=at), kind="question")

    def _move(self, question_id: QuestionId, way: Direction) -> None:
        keys = self.rows["to-ask"].keys
        edge = keys[0] if way is Direction.UP else keys[-1]
        if question_id == edge:
            announce(_("It is the first one.") if way is Direction.UP else _("It is the last one."))
            return
        at = self.desk.clock.now()
        self.desk.do(partial(move_question, question_id=question_id, way=way, at=at), kind="question-moved")

    def _open_menu(self, look: QuestionLook, anchor: QWidget) -> None:
        open_menu(self.desk, anchor, _("More for this question"), self.menu.options(look))

    def _pick(self) -> None:
        place = PickPlace(self.desk)
        place.added.connect(self.close_place)
        self.open_place(place)

    def _take_up(self) -> None:
        """Open again what was being written when the notes were locked."""
        waiting = self.desk.drafts.waiting
        if PICK in waiting("question/"):
            self._pick()
        answer = next(iter(waiting(ANSWER)), "").removeprefix(ANSWER).split("/")
        of_note = next(iter(waiting(OF_NOTE)), "").removeprefix(OF_NOTE)
        number = next((one for one in map(_number, waiting("question/")) if one), 0)
        received = next(iter(waiting(PLACE)), "").removeprefix(PLACE).partition("/")[0]
        if answer[0].isdecimal():
            self.read_then(QuestionId(int(answer[0])), lambda look: self._take_up_answer(look, answer[1:]))
        elif NEW in waiting(NEW):
            self.new()
        elif of_note.isdecimal():
            self.open_drawer(QuestionDrawer(self.desk, note_id=NoteId(int(of_note))))
        elif number:
            self.read_then(QuestionId(number), self.change)
        elif received.isdecimal():
            self.open_received(int(received))

    def change(self, look: QuestionLook) -> None:
        """Open a question for changing."""
        self.open_drawer(QuestionDrawer(self.desk, question=look.question))

    def _take_up_answer(self, look: QuestionLook, number: Sequence[str]) -> None:
        found = next((one.answer for one in look.answers if [str(one.answer.id)] == list(number)), None)
        self.open_drawer(AnswerDrawer(self.desk, look, found))

    def _card(self, title: str, more: str) -> GroupCard:
        card = GroupCard(self.desk.theme, title, self._row, fallback=self._focus_write, more=more)
        card.more_wanted.connect(self.opened)
        return card

    def _focus_write(self) -> None:
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._actions = QWidget()
        flow = Flow(self.desk.theme, gap=8, parent=self._actions)
        for button in (self.write, self.pick, self.print_all):
            flow.addWidget(button)
        for part in (self.kept, self._actions, self.empty, *self.cards.values()):
            self.front.main.addWidget(part)
        for part in (self.kept, self.empty, *self.cards.values()):
            part.setVisible(False)
        self.front.side.addWidget(self.received)
        self.front.side.addWidget(self.visit)
        self.visit.setVisible(False)


def _titles() -> tuple[tuple[str, str], ...]:
    """Return the heading of each group and what its button for more says."""
    return (
        (_("To ask"), ""),
        (_("Answered"), _("Show more answered questions")),
        # Translators: a heading, above the questions that were set aside
        (pgettext("questions", "Set aside"), _("Show more questions that were set aside")),
    )


def _number(place: str) -> int:
    words = place.removeprefix("question/")
    return int(words) if words.isdecimal() else 0
