"""What else can be done with a question, behind its button for more."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.attached.drawer import files_option
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.menu import Action
from caregiver_app.ui.care.parts.kept import is_kept
from caregiver_app.ui.care.parts.placed_tab import InnerPlace
from caregiver_app.ui.care.questions.answer_drawer import AnswerDrawer
from caregiver_app.ui.care.questions.question_drawer import QuestionDrawer
from caregiver_app.ui.care.questions.question_looks import QuestionLook
from caregiver_app.ui.care.questions.question_place import QuestionPlace
from caregiver_app.ui.care.questions.steps import delete_question, remove_answer
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.vault.records.answers import Answer
from caregiver_app.vault.records.questions import QuestionId, QuestionState


class QuestionWays(Protocol):
    """What the tab does with a question."""

    def change(self, look: QuestionLook) -> None:
        """Open it for changing."""
        ...

    def set_state(self, question_id: QuestionId, state: QuestionState) -> None:
        """Say how far it is."""
        ...

    def open_drawer(self, drawer: QuestionDrawer | AnswerDrawer) -> None:
        """Open one of the forms."""
        ...

    def open_place(self, place: InnerPlace) -> None:
        """Show a place of its own."""
        ...


class QuestionMenu:
    """Makes the options for one question."""

    def __init__(self, desk: CareDesk, tab: QuestionWays) -> None:
        self._tab = tab
        self._desk = desk

    def options(self, look: QuestionLook) -> list[Option[Action]]:
        """Return what can be done with it now."""
        options = [] if is_kept(self._desk, look.question.person_id) else self._writing(look)
        if look.note_id is not None:
            note = partial(self._desk.open, "journal", look.note_id)
            options.append(Option(value=note, text=_("Open the note it came from"), icon=Icon.NOTES))
        options.append(files_option(self._desk, "question", look.id, look.question.text))
        options.append(Option(value=partial(self._delete, look), text=_("Delete"), icon=Icon.TRASH))
        return options

    def _writing(self, look: QuestionLook) -> list[Option[Action]]:
        tab = self._tab
        options: list[Option[Action]] = [
            Option(value=partial(tab.change, look), text=_("Change"), icon=Icon.QUESTION),
            Option(value=partial(self._pages, look), text=_("Pages from the library"), icon=Icon.LIBRARY),
        ]
        if look.answers:
            options += self._answering(look)
        states = {
            QuestionState.OPEN: _("To be asked again"),
            QuestionState.SET_ASIDE: _("Set aside"),
        }
        for state, words in states.items():
            if look.question.state is not state:
                options.append(Option(value=partial(tab.set_state, look.id, state), text=words, icon=Icon.UNDO))
        return options

    def _answering(self, look: QuestionLook) -> list[Option[Action]]:
        last = look.answers[-1].answer
        return [
            Option(value=partial(self._answer, look, None), text=_("Add another answer"), icon=Icon.PLUS),
            Option(value=partial(self._answer, look, last), text=_("Change the answer"), icon=Icon.CHECK),
            Option(value=partial(self._remove, last), text=_("Take the answer away"), icon=Icon.CLOSE),
        ]

    def _answer(self, look: QuestionLook, answer: Answer | None) -> None:
        self._tab.open_drawer(AnswerDrawer(self._desk, look, answer))

    def _remove(self, answer: Answer) -> None:
        self._desk.do(partial(remove_answer, answer=answer, at=self._desk.clock.now()), kind="answer")

    def _delete(self, look: QuestionLook) -> None:
        step = partial(delete_question, question_id=look.id, at=self._desk.clock.now())
        self._desk.do(step, kind="question")

    def _pages(self, look: QuestionLook) -> None:
        self._tab.open_place(QuestionPlace(self._desk, look))
