"""The word of a pack's publisher on what is in it: a check with its outcome by the published rule. Pure."""

from __future__ import annotations

from caregiver_app.library.brought_statements import start_of
from caregiver_app.model.pack_places import PackAppraisal
from caregiver_app.model.trust import Appraisal, Outcome, Reviewer, Subject, SubjectKind
from caregiver_app.packs.appraisal_rules import answers_of, latest_of
from caregiver_app.trust.verdict import judge_answers


def appraisal_of(said: PackAppraisal | None, kind: SubjectKind, title: str, address: str) -> Appraisal | None:
    """Return what follows from a publisher's answers by the published rule; None while they are half done."""
    if said is None:
        return None
    answers = answers_of(said)
    outcome = judge_answers(answers, kind).outcome
    if outcome is Outcome.UNFINISHED:
        return None
    return Appraisal(
        subject=Subject(kind=kind, id=0),
        answers=answers,
        outcome=outcome,
        reviewer=Reviewer(role=said.role, name=said.name, organisation=said.organisation),
        checked_at=start_of(said.checked_on),
        checked_on=said.checked_on,
        check_by=min(said.check_by, latest_of(said, kind, title)),
        address=address,
        title="" if kind is SubjectKind.ORGANISATION else title,
        content_hashes=said.content_hashes,
    )
