"""The published rule: what follows from the answers (docs/appraisal.md). Pure; it knows no exceptions.

Some points must be yes. Two no, or three that nobody could tell, are too many. A no counts with its reason only.
"""

from __future__ import annotations

from caregiver_app.model.trust import Answer, Answers, Outcome, Point, SubjectKind, Verdict
from caregiver_app.trust.points import musts_of, points_of

TOO_MANY_NO = 2
TOO_MANY_CANNOT_TELL = 3


def judge_answers(answers: Answers, kind: SubjectKind) -> Verdict:
    """Return what follows from the answers to the points of a kind of subject; other points are passed over."""
    points = points_of(kind)
    unanswered = tuple(point for point in points if point not in answers.given)
    no = _with(answers, points, Answer.NO)
    cannot_tell = _with(answers, points, Answer.CANNOT_TELL)
    failed = tuple(point for point in musts_of(kind) if answers.given.get(point, Answer.YES) is not Answer.YES)
    without_reason = tuple(point for point in no if not answers.reasons.get(point, "").strip())
    is_vetted = not failed and len(no) < TOO_MANY_NO and len(cannot_tell) < TOO_MANY_CANNOT_TELL
    if unanswered or without_reason:
        outcome = Outcome.UNFINISHED
    else:
        outcome = Outcome.VETTED if is_vetted else Outcome.NOT_VETTED
    return Verdict(
        outcome=outcome,
        must_be_yes=failed,
        no=no,
        cannot_tell=cannot_tell,
        unanswered=unanswered,
        without_reason=without_reason,
    )


def _with(answers: Answers, points: tuple[Point, ...], answer: Answer) -> tuple[Point, ...]:
    return tuple(point for point in points if answers.given.get(point) is answer)
