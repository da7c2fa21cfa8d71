"""Questions as they are listed, read in the notes' own thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.care.appointments.next_visit import NextVisit, read_next
from caregiver_app.ui.care.appointments.visit_looks import look_of_visit
from caregiver_app.ui.care.parts.people_words import names_of
from caregiver_app.vault.records.answers import Answer
from caregiver_app.vault.records.citations import Citation
from caregiver_app.vault.records.notes import NoteId
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import Question, QuestionId, QuestionState
from caregiver_app.vault.store import Vault

_NAMED_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLook:
    """An answer; `about` says who gave it and when."""

    answer: Answer
    about: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLook:
    """A question with all that its row says. `about` tells whom to ask, for which visit, about whom."""

    question: Question
    about: str = field(repr=False)
    answers: tuple[AnswerLook, ...] = field(repr=False)
    citations: tuple[Citation, ...] = field(repr=False)

    @property
    def id(self) -> QuestionId:
        """Its number."""
        return self.question.id

    @property
    def name(self) -> str:
        """What its controls are called after."""
        return shorten(self.question.text.replace("\n", " "), _NAMED_CHARS)

    @property
    def note_id(self) -> NoteId | None:
        """The note from which it was made."""
        return None if self.question.note_id is None else NoteId(self.question.note_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsRead:
    """All that the tab shows, in the order of the questions."""

    to_ask: tuple[QuestionLook, ...]
    answered: tuple[QuestionLook, ...]
    set_aside: tuple[QuestionLook, ...]
    visit: NextVisit | None


def read_questions(vault: Vault, person_id: PersonId | None, *, now: Millis) -> QuestionsRead:
    """Return the questions of one person or of all."""
    names = names_of(vault) if person_id is None else {}
    visits: dict[int, str] = {
        visit.id: look_of_visit(visit, now=now).name
        for visit in (*vault.appointments.upcoming(person_id, now=now), *vault.appointments.past(person_id, now=now))
    }
    looks = [_look(vault, one, names, visits, now) for one in vault.questions.list(person_id)]
    to_ask = (QuestionState.OPEN, QuestionState.ASKED)
    return QuestionsRead(
        to_ask=tuple(look for look in looks if look.question.state in to_ask),
        answered=tuple(look for look in looks if look.question.state is QuestionState.ANSWERED),
        set_aside=tuple(look for look in looks if look.question.state is QuestionState.SET_ASIDE),
        visit=read_next(vault, person_id, now=now),
    )


def read_question(vault: Vault, question_id: QuestionId, *, now: Millis) -> QuestionLook:
    """Return one question.

    Raises:
        UnknownRecord: it is gone.
    """
    question = vault.questions.get(question_id)
    return _look(vault, question, names_of(vault), {}, now)


def _look(
    vault: Vault, question: Question, names: dict[PersonId, str], visits: Mapping[int, str], now: Millis
) -> QuestionLook:
    return QuestionLook(
        question=question,
        about=_about(question, names, visits),
        answers=tuple(AnswerLook(answer=one, about=_said(one, now)) for one in question.answers),
        citations=vault.citations.of("question", question.id),
    )


def _about(question: Question, names: dict[PersonId, str], visits: Mapping[int, str]) -> str:
    parts = []
    if question.person_id in names:
        parts.append(_("About {name}").format(name=names[question.person_id]))
    if question.for_whom:
        # Translators: whom to ask, e.g. "For the pharmacist"
        parts.append(_("For: {whom}").format(whom=question.for_whom))
    if question.appointment_id is not None and question.appointment_id in visits:
        parts.append(_("Visit: {visit}").format(visit=visits[question.appointment_id]))
    return ". ".join(parts)


def _said(answer: Answer, now: Millis) -> str:
    if answer.by_whom:
        # Translators: who answered and when, e.g. "Dr Osei, 23 November"
        return _("{who}, {day}").format(who=answer.by_whom, day=format_near_day(answer.at, now, inside=True))
    return format_near_day(answer.at, now)
