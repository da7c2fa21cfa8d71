"""What is said about checks: why one cannot be kept, what came of one, and why something waits to be looked at."""

from __future__ import annotations

from datetime import date

from caregiver_app.model.errors import AppraisalError, AppraisalTrouble
from caregiver_app.model.reviews import DueReason, Review
from caregiver_app.model.trust import Answer, Outcome
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Audience, Sentence
from caregiver_app.support.sentences.stamps import day_words


def appraisal_sentence(error: AppraisalError, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return why a check cannot be kept so, and what to do."""
    if error.kind is AppraisalTrouble.TOO_LATE:
        last = day_words(date.fromisoformat(error.detail))
        return Sentence(
            happened=_("A check of today cannot count for so long."),
            to_do=_("Choose {day} or an earlier day.").format(day=last),
        )
    happened, to_do = {
        AppraisalTrouble.UNFINISHED: (_("A point has no answer yet."), _("Answer all points.")),
        AppraisalTrouble.NO_REASON: (_("An answer is No and does not say why."), _("Say why in a few words.")),
        AppraisalTrouble.TOO_LONG: (_("A reason, a role or a name is too long."), _("Say it in fewer words.")),
        AppraisalTrouble.DAY_PASSED: (_("That day is over."), _("Choose a later day.")),
        AppraisalTrouble.NO_CHECK: (_("You have not checked this, or took it back."), _("Check it first.")),
        AppraisalTrouble.NO_ADDRESS: (
            _("This is no web address that others could open."),
            _("Give the address of the page itself."),
        ),
        AppraisalTrouble.NOT_ANSWERS: (
            _("This file does not hold answers to the points."),
            _("To see the points and their names: caregiver appraise ITEM"),
        ),
    }[error.kind]
    detail = error.detail if audience is Audience.COMMAND else ""
    return Sentence(happened=happened, to_do=to_do, detail=detail)


def outcome_sentence(outcome: Outcome) -> str:
    """Return what came of the answers."""
    return {
        Outcome.VETTED: _("By these answers it counts as checked."),
        Outcome.NOT_VETTED: _("By these answers it does not count as checked."),
        Outcome.UNFINISHED: _("This check is not finished."),
    }[outcome]


def answer_word(answer: Answer) -> str:
    """Return an answer as people give it."""
    return {Answer.YES: _("Yes"), Answer.NO: _("No"), Answer.CANNOT_TELL: _("Not sure")}[answer]


def due_sentence(reason: DueReason, review: Review) -> str:
    """Return why something waits to be looked at."""
    until = "" if review.stamp.check_by is None else day_words(review.stamp.check_by)
    return {
        DueReason.WITHDRAWN: _("Another check of it was taken back."),
        DueReason.DEAD: _("There is no page at its address any more."),
        DueReason.CERTIFICATE: _("Its site could not prove that it is the real one."),
        DueReason.MOVED: _("It has another address now."),
        DueReason.PAGE_CHANGED: _("It changed since you checked it."),
        DueReason.CHANGED_SINCE_SHARED: _("It changed since you shared or printed it."),
        DueReason.DATE_PASSED: _("Your check counted until {day}.").format(day=until),
        DueReason.SOON: _("Your check counts until {day}.").format(day=until),
        DueReason.SAVED: _("You saved it to check it later."),
        DueReason.UNFINISHED: _("You began to check it."),
    }[reason]
