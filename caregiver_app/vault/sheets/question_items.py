"""Questions with a box to tick and lines for the answer; what was answered already stands below its question."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from caregiver_app.model.sheets.blocks import Item, Items, Mark
from caregiver_app.model.sheets.sheet import UNSAID, SheetPart
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.answers import Answer
from caregiver_app.vault.records.appointments import Appointment
from caregiver_app.vault.records.questions import Question, QuestionState
from caregiver_app.vault.sheets.choosing import coming_visits
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.question_sets import own_questions, unsaid_questions

ANSWER_LINES = 2
EMPTY_QUESTIONS = 3
OPEN = (QuestionState.OPEN, QuestionState.ASKED)


def visit_questions(ground: Ground, visit: Appointment | None) -> SheetPart:
    """Return the questions of one visit, with room for one more; of one that is over also those that were answered.

    Where nobody wrote down any question there is room for some.
    """
    over = _is_over(ground, visit)
    shown = [one for one in _of_visit(ground, visit) if one.state in OPEN or (over and _is_answered(one))]
    more = 0 if over else 1
    empty = more if shown or _free(ground, visit) else EMPTY_QUESTIONS
    items = question_items(ground, shown, for_words, empty=empty)
    return SheetPart(heading=_("Questions"), code="questions", blocks=items)


def other_questions(ground: Ground, visit: Appointment | None) -> SheetPart:
    """Return the open questions that wait for no other visit to come, also those that an earlier one left open.

    They go along at first where the visit has none of its own, unless it is over.
    """
    items = question_items(ground, _free(ground, visit), for_words)
    own = any(one.state in OPEN for one in _of_visit(ground, visit))
    wanted = not own and not _is_over(ground, visit)
    return SheetPart(heading=_("Other open questions"), code="other-questions", on=wanted, blocks=items)


def unsaid_part(ground: Ground, visit: Appointment | None = None) -> SheetPart:
    """Return the open questions of which nobody said whom they are about; they go along where somebody picks them."""
    found = (one for one in unsaid_questions(ground, OPEN) if visit is None or one.appointment_id != visit.id)
    items = question_items(ground, found, for_words)
    heading = _("Questions: not written down for whom")
    return SheetPart(heading=heading, code=f"{UNSAID}questions", on=False, blocks=items)


def question_items(
    ground: Ground, questions: Iterable[Question], about: Callable[[Question], str], *, empty: int = 0
) -> tuple[Items, ...]:
    """Return questions as a list, each with a line that `about` says, and places for more; nothing where none is."""
    items = (*(_item(ground, one, about(one)) for one in questions), *_empty(empty if ground.asks else 0))
    return (Items(items=items, mark=Mark.BOX if ground.asks else Mark.DOT),) if items else ()


def for_words(question: Question) -> str:
    """Return for whom a question is, "" where nobody said."""
    # Translators: {name} is whom a question is for
    return _("For {name}").format(name=question.for_whom) if question.for_whom else ""


def _item(ground: Ground, question: Question, about: str) -> Item:
    answers = tuple(_answer_words(ground, answer) for answer in question.answers)
    waiting = _("Asked before, not answered yet") if question.state is QuestionState.ASKED and not answers else ""
    return Item(
        text=question.text,
        lines=tuple(line for line in (about, waiting, *answers) if line),
        blank_lines=ANSWER_LINES if ground.asks and question.state in OPEN else 0,
    )


def _empty(count: int) -> tuple[Item, ...]:
    return tuple(Item(text="", blank_lines=ANSWER_LINES) for _place in range(count))


def _of_visit(ground: Ground, visit: Appointment | None) -> tuple[Question, ...]:
    if visit is None:
        return ()
    unsaid = unsaid_questions(ground, ()) if visit.person_id is None else ()
    return (*own_questions(ground, visit=visit.id), *(one for one in unsaid if one.appointment_id == visit.id))


def _free(ground: Ground, visit: Appointment | None) -> list[Question]:
    every = own_questions(ground, OPEN)
    taken = {int(one.id) for one in coming_visits(ground.vault, ground.shown, now=ground.now)}
    if visit is not None:
        taken.add(visit.id)
    return [one for one in every if one.appointment_id not in taken]


def _is_over(ground: Ground, visit: Appointment | None) -> bool:
    return visit is not None and visit.over_at < ground.now


def _is_answered(question: Question) -> bool:
    return question.state is QuestionState.ANSWERED


def _answer_words(ground: Ground, answer: Answer) -> str:
    day = format_short_day(answer.at, ground.zone, year=True)
    if answer.by_whom:
        # Translators: an answer, who gave it and when
        return _("{answer} ({name}, {day})").format(answer=answer.text, name=answer.by_whom, day=day)
    return _("{answer} ({day})").format(answer=answer.text, day=day)
