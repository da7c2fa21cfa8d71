"""What Home is given of the care notes: whether they are open, what is due as plain values, and the few steps there.

Home never sees the notes themselves. After a lock nothing is delivered, and `changed` has come before that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.desk import CareDone
from caregiver_app.ui.care.joining import CareParts
from caregiver_app.ui.care.night_line import NightLine
from caregiver_app.ui.care.opening import SHEET, SheetState
from caregiver_app.ui.care.tips import TIPS, Tip, kept_tips
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.model.article import ItemId
    from caregiver_app.model.time import Millis
    from caregiver_app.model.today import OpenQuestion, PrivateToday, ToChase, TodayPrivate
    from caregiver_app.ui.care.desk import UndoStep
    from caregiver_app.vault.store import Vault

APPOINTMENTS, QUESTIONS = "appointments", "questions"
_DRAFT = "home/question"


@dataclass(frozen=True, slots=True, kw_only=True)
class CareOnHome:
    """What open notes have to say on Home: what is due, and how it stands with the recovery sheet.

    `writer` is who wrote last, to be greeted: empty where nobody gave a name, and where the notes are hidden on Home.
    """

    today: PrivateToday = field(repr=False)
    sheet: SheetState
    writer: str = field(default="", repr=False)
    tips: tuple[Tip, ...] = ()


class CareToday(QObject):
    """`changed` comes with each lock and unlock, `stepped` when something in open notes may be other than before."""

    changed = Signal()
    stepped = Signal()

    def __init__(self, parts: CareParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._desk = parts.desk
        parts.access.changed.connect(self.changed)
        # Not before: the drafts are back only then.
        parts.screen.was_opened.connect(self._tell)  # a method: the screen may outlive this
        parts.desk.changed.connect(self.stepped)

    @property
    def state(self) -> LockState:
        """Whether there are notes, and whether they can be asked."""
        state = self._parts.access.state
        if state is LockState.OPEN and self._parts.screen.body is None:
            return LockState.OPENING
        return state

    def read(self, owner: QObject, done: Callable[[CareOnHome], None]) -> None:
        """Have `done` told what is due now. Not after a lock."""
        now = self._desk.clock.now()

        def work(vault: Vault) -> CareOnHome:
            from caregiver_app.bootstrap.today import TodayOfNotes
            from caregiver_app.ui.care.journal.steps import AUTHOR

            notes: TodayPrivate = TodayOfNotes(vault)
            today = notes.read(now=now)
            writer = "" if today.hidden else str(vault.settings.get(AUTHOR, ""))
            sheet = SheetState.of(vault.settings.get(SHEET))
            return CareOnHome(today=today, sheet=sheet, writer=writer, tips=kept_tips(vault.settings.get(TIPS)))

        self._desk.ask(owner, work, done, key="today")

    def find_named(
        self, owner: QObject, texts: Mapping[ItemId, str], done: Callable[[frozenset[ItemId]], None]
    ) -> None:
        """Have `done` told in which texts open notes name a medicine or a condition of today. Not after a lock.

        A name or a town in a text says nothing of whom it is about. Where the notes are hidden on Home, in none of
        them: that a text stands out there would tell of them.
        """
        care, day = self._parts.access.care, day_of(self._desk.clock.now()).isoformat()

        def work(vault: Vault) -> frozenset[ItemId]:
            from caregiver_app.bootstrap.care_words import words_of_today
            from caregiver_app.bootstrap.today import HIDDEN

            if vault.settings.get(HIDDEN, False) is True:
                return frozenset()
            with words_of_today(care.unlocked, vault, day) as words:
                return frozenset(item_id for item_id, text in texts.items() if words.find(text))

        self._desk.ask(owner, work, done, key="named")

    def keep_question(self, text: str, *, then: Callable[[], object]) -> None:
        """Keep a new question for the person looked at; `then` is called once it is kept."""
        person_id, at = self._desk.whom.written_for, self._desk.clock.now()

        def step(vault: Vault) -> CareDone:
            from caregiver_app.vault.records.questions import NewQuestion

            question_id = vault.questions.add(NewQuestion(text=text, person_id=person_id), at=at)
            return CareDone(
                text=_("Question kept."),
                undo=lambda notes, later: notes.questions.delete(question_id, at=later),
                icon=Icon.QUESTION,
            )

        def kept() -> None:
            self._desk.drafts.finish(_DRAFT)
            then()

        self._desk.do(step, kind="question", then=kept)

    def mark_asked(self, question: OpenQuestion) -> None:
        """Say that a question was asked."""
        at = self._desk.clock.now()

        def step(vault: Vault) -> CareDone:
            from caregiver_app.vault.records.questions import QuestionId, QuestionState

            undo = vault.questions.set_state(QuestionId(question.id), QuestionState.ASKED, at=at)
            return CareDone(text=_("Marked as asked."), undo=undo)

        self._desk.do(step, kind="question")

    def mark_done(self, chase: ToChase) -> None:
        """Say that something to chase has come."""
        at = self._desk.clock.now()

        def step(vault: Vault) -> CareDone:
            from caregiver_app.vault.records.chases import ChaseId

            return CareDone(text=_("Marked as done."), undo=vault.chases.set_done(ChaseId(chase.id), True, at=at))

        self._desk.do(step, kind="chase")

    def set_hidden(self, hidden: bool) -> None:
        """Show nothing of the notes on Home, or show it again."""
        words = _("Hidden on Home.") if hidden else _("Shown on Home.")

        def step(vault: Vault) -> CareDone:
            return CareDone(
                text=words, undo=_put_hidden(vault, self._desk.clock.now(), hidden=hidden), icon=Icon.EYE_OFF
            )

        self._desk.do(step, kind="home-hidden")

    def end_tip(self, tip: Tip) -> None:
        """Show a tip no more."""
        at = self._desk.clock.now()

        def step(vault: Vault) -> CareDone:
            left = tuple(one for one in kept_tips(vault.settings.get(TIPS)) if one is not tip)
            return CareDone(text=_("Tip put away."), undo=_put_tips(vault, at, tips=left))

        self._desk.do(step, kind="home-tip")

    def follow(self, line: QLineEdit) -> None:
        """Save what is typed into the field for a question, and put back what was being written there."""
        self._desk.drafts.follow_line(_DRAFT, line)

    @property
    def night(self) -> NightLine:
        """What may be written in the night."""
        return NightLine(self._parts)

    def unlock(self, then: Callable[[], object]) -> None:
        """Ask for the passphrase; `then` is called once the notes are open."""
        self._parts.open_then(then, _("Unlock to see appointments and questions on Home."))

    def set_up(self) -> None:
        """Go where care notes are made."""
        self._parts.open_then(None, "")

    def write_note(self) -> None:
        """Go where a note is written, once the notes are open."""
        self._parts.open_then(self._parts.screen.write_note, _("Unlock to write a note."))

    def open_tab(self, tab: str, record_id: int = 0) -> None:
        """Go to a tab of the open notes, and there to a record."""
        self._parts.open_then(lambda: self._desk.open(tab, record_id), "")

    def open_sheet(self) -> None:
        """Make or compare the recovery sheet."""
        self._parts.sheets.open(closed=self._sheet_closed)

    def _sheet_closed(self) -> None:
        if isValid(self):
            self.stepped.emit()

    def _tell(self, _opened: object) -> None:
        self.changed.emit()


def _put_hidden(vault: Vault, _at: Millis, *, hidden: bool) -> UndoStep:
    """Hide the notes on Home or show them there; return what turns that round."""
    from caregiver_app.bootstrap.today import HIDDEN

    vault.settings.set(HIDDEN, hidden)
    return partial(_put_hidden, hidden=not hidden)


def _put_tips(vault: Vault, _at: Millis, *, tips: tuple[Tip, ...]) -> UndoStep:
    """Keep which tips are still shown; return what puts back those of before."""
    before = kept_tips(vault.settings.get(TIPS))
    vault.settings.set(TIPS, list(tips))
    return partial(_put_tips, tips=before)
