"""Reads the answers of a check from a JSON file that a person or a script wrote (docs/formats/command-line.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from caregiver_app.model.errors import AppraisalError, AppraisalTrouble
from caregiver_app.model.trust import Answer, Answers, AppraisalDraft, Point, Reviewer, Subject

MOST_BYTES = 100_000

_POINTS = {point.value: point for point in Point}
_ANSWERS = {answer.value: answer for answer in Answer}
_FIELDS = frozenset({"answers", "reasons", "role", "name", "organisation", "check_by"})


def read_draft(data: bytes, subject: Subject) -> AppraisalDraft:
    """Return what a file says about a subject.

    Raises:
        AppraisalError: it holds anything else than answers; `detail` is the first name that is not known.
    """
    said = _object(data)
    _refuse_unknown(said, _FIELDS)
    given, reasons = _mapping(said.get("answers", {})), _mapping(said.get("reasons", {}))
    _refuse_unknown({**given, **reasons}, frozenset(_POINTS))
    if not all(answer in _ANSWERS for answer in given.values()):
        raise AppraisalError(AppraisalTrouble.NOT_ANSWERS, "answers")
    return AppraisalDraft(
        subject=subject,
        answers=Answers(
            given={_POINTS[point]: _ANSWERS[answer] for point, answer in given.items()},
            reasons={_POINTS[point]: reason for point, reason in reasons.items()},
        ),
        reviewer=Reviewer(role=_text(said, "role"), name=_text(said, "name"), organisation=_text(said, "organisation")),
        check_by=_day(said.get("check_by")),
    )


def with_options(
    draft: AppraisalDraft, *, role: str | None, name: str | None, organisation: str | None, check_by: date | None
) -> AppraisalDraft:
    """Return the draft with what was said on the command line in the place of what the file says."""
    own = draft.reviewer
    reviewer = Reviewer(
        role=own.role if role is None else role,
        name=own.name if name is None else name,
        organisation=own.organisation if organisation is None else organisation,
    )
    return replace(draft, reviewer=reviewer, check_by=check_by or draft.check_by)


def _object(data: bytes) -> Mapping[str, object]:
    if len(data) > MOST_BYTES:
        raise AppraisalError(AppraisalTrouble.TOO_LONG)
    try:
        said = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise AppraisalError(AppraisalTrouble.NOT_ANSWERS) from error
    if not isinstance(said, dict):
        raise AppraisalError(AppraisalTrouble.NOT_ANSWERS)
    return said


def _mapping(said: object) -> Mapping[str, str]:
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        raise AppraisalError(AppraisalTrouble.NOT_ANSWERS, "answers")
    return said


def _text(said: Mapping[str, object], name: str) -> str:
    value = said.get(name, "")
    if not isinstance(value, str):
        raise AppraisalError(AppraisalTrouble.NOT_ANSWERS, name)
    return value


def _day(said: object) -> date | None:
    if said is None:
        return None
    try:
        return date.fromisoformat(said if isinstance(said, str) else "")
    except ValueError as error:
        raise AppraisalError(AppraisalTrouble.NOT_ANSWERS, "check_by") from error


def _refuse_unknown(said: Mapping[str, object], known: frozenset[str]) -> None:
    unknown = sorted(said.keys() - known)
    if unknown:
        raise AppraisalError(AppraisalTrouble.NOT_ANSWERS, unknown[0][:60])
