"""The days of a pack: what has to be looked at again, and checks that count for nothing or for too long."""

from __future__ import annotations

from datetime import date

from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_help import PackHelpline
from caregiver_app.model.pack_places import PackAppraisal
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.model.trust import Outcome, ReviewSpan
from caregiver_app.packs.appraisal_rules import answers_of, appraised, latest_of
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.rules import texts_of
from caregiver_app.trust.reviewing import latest_check_by
from caregiver_app.trust.verdict import judge_answers


def check_days(pack: Pack, on: date, problems: Problems) -> None:
    """Add what is due on a day."""
    if pack.review_by < on:
        problems.add("review_by", PackFault.REVIEW_DUE, pack.review_by)
    for text, _where in texts_of(pack):
        if text.review_by < on:
            problems.add(text.file, PackFault.REVIEW_DUE, text.review_by)
    for appraisal, kind, title, where in appraised(pack):
        if judge_answers(answers_of(appraisal), kind).outcome is not Outcome.VETTED:
            problems.add(where, PackFault.DID_NOT_PASS)
        _check_appraisal(appraisal, latest_of(appraisal, kind, title), on, where, problems)
    for line in pack.helplines:
        _check_helpline(line, on, problems)


def _check_appraisal(appraisal: PackAppraisal, latest: date, on: date, where: str, problems: Problems) -> None:
    if appraisal.check_by > latest:
        problems.add(f"{where}.check_by", PackFault.CHECK_TOO_LONG, latest)
    elif appraisal.check_by < on:
        problems.add(f"{where}.check_by", PackFault.CHECK_DUE, appraisal.check_by)
    if appraisal.checked_on > on:
        problems.add(f"{where}.checked_on", PackFault.DAY_TO_COME)


def _check_helpline(line: PackHelpline, on: date, problems: Problems) -> None:
    where = f"helplines[{line.id}].checked_on"
    if line.checked_on is None:
        problems.add(where, PackFault.NUMBER_NOT_CHECKED, line.phone)
    elif latest_check_by(ReviewSpan.PHONE_NUMBERS, checked_on=line.checked_on) < on:
        problems.add(where, PackFault.NUMBER_DUE, line.phone)
