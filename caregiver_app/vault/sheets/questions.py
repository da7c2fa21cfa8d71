"""The list of open questions, by whom they are for: with a box each, and lines for the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.appointments import Appointment
from caregiver_app.vault.records.questions import Question
from caregiver_app.vault.sheets.frame import framed
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.moments import visit_day
from caregiver_app.vault.sheets.question_items import EMPTY_QUESTIONS, OPEN, for_words, question_items, unsaid_part
from caregiver_app.vault.sheets.question_sets import own_questions
from caregiver_app.vault.sheets.visit_choice import possible_visits


def questions_sheet(ground: Ground) -> Sheet:
    """Return the open questions, of one visit where one is wished for; where caring has ended also the others.

    Raises:
        PrintError: the person has no visit with the number wished for.
    """
    visits = {int(one.id): one for one in possible_visits(ground)}
    wished = ground.wish.appointment_id
    if wished is not None and wished not in visits:
        raise PrintError(PrintTrouble.NO_VISIT)
    found = own_questions(ground, OPEN if ground.asks else (), visit=wished)
    parts = _parts(ground, found, {} if wished is not None else visits)
    parts = parts if wished is not None else (*parts, unsaid_part(ground))
    below = () if wished is None else (_named(visits[wished], visit_day(visits[wished])),)
    return framed(ground, SheetKind.QUESTIONS, _("Questions"), parts, below_title=below)


def _by_whom(questions: Sequence[Question]) -> dict[str, list[Question]]:
    """Return questions by whom they are for, however that is written; those for nobody in particular first."""
    groups: dict[str, list[Question]] = {}
    for one in sorted(questions, key=lambda each: bool(each.for_whom)):
        groups.setdefault(one.for_whom.casefold(), []).append(one)
    return groups


def _parts(ground: Ground, found: Sequence[Question], visits: Mapping[int, Appointment]) -> tuple[SheetPart, ...]:
    """Return a part for each person who is to be asked, and without questions one to write some down."""
    groups = _by_whom(found)
    if not groups:
        return (SheetPart(heading="", blocks=question_items(ground, (), for_words, empty=EMPTY_QUESTIONS)),)
    parts = []
    for for_whom, questions in groups.items():
        items = question_items(ground, questions, lambda one: _visit_words(one, visits))
        if for_whom:
            parts.append(SheetPart(heading=for_words(questions[0]), code=_code(for_whom), blocks=items))
        elif len(groups) == 1:
            parts.append(SheetPart(heading="", blocks=items))
        else:
            parts.append(SheetPart(heading=_("For whoever can answer"), code="for-anybody", blocks=items))
    return tuple(parts)


def _code(for_whom: str) -> str:
    """Return the same word for the same name each time; it tells nothing of the name."""
    return f"for-{sha256(for_whom.encode()).hexdigest()[:12]}"


def _visit_words(question: Question, visits: Mapping[int, Appointment]) -> str:
    visit = None if question.appointment_id is None else visits.get(question.appointment_id)
    if visit is None:
        return ""
    return _named(visit, format_short_day(visit.starts.instant(), visit.starts.aware().tzinfo))


def _named(visit: Appointment, day: str) -> str:
    # Translators: {title} is a visit such as "Memory clinic", {day} its day
    return _("{title}, {day}").format(title=visit.title, day=day)
