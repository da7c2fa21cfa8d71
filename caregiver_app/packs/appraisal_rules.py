"""What a pack may say of checks that people made: the points that are asked, and a reason for each no. Pure.

Whether the answers make something checked is worked out by the published rule (`trust.verdict`), never believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caregiver_app.model.article import ItemKind
from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_places import PackAppraisal
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.model.trust import Answer, Answers, SubjectKind
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.trust.points import points_of
from caregiver_app.trust.reviewing import latest_check_by, span_of

_ITEM_KINDS = {
    SubjectKind.ORGANISATION: None,
    SubjectKind.LINK: ItemKind.LINK,
    SubjectKind.GUIDE: ItemKind.GUIDE,
    SubjectKind.CHECKLIST: ItemKind.CHECKLIST,
}


def appraised(pack: Pack) -> Iterator[tuple[PackAppraisal, SubjectKind, str, str]]:
    """Return every check in a pack with what it is of: kind, title and place."""
    lists = (
        (pack.organisations, SubjectKind.ORGANISATION, "organisations"),
        (pack.links, SubjectKind.LINK, "links"),
        (pack.guides, SubjectKind.GUIDE, "guides"),
        (pack.checklists, SubjectKind.CHECKLIST, "checklists"),
    )
    for some, kind, name in lists:
        for each in some:
            if each.appraisal is not None:
                title = getattr(each, "title", "") or getattr(each, "name", "")
                yield each.appraisal, kind, title, f"{name}[{each.id}].appraisal"


def answers_of(appraisal: PackAppraisal) -> Answers:
    """Return what a person answered, as `trust` judges it."""
    return Answers(
        given={each.point: each.answer for each in appraisal.answers},
        reasons={each.point: each.reason for each in appraisal.answers if each.reason},
    )


def check_appraisals(pack: Pack, problems: Problems) -> None:
    """Add what no check may be like."""
    for appraisal, kind, _title, where in appraised(pack):
        _check_answers(appraisal, kind, where, problems)
        if appraisal.check_by < appraisal.checked_on:
            problems.add(f"{where}.check_by", PackFault.ENDS_EARLY)


def latest_of(appraisal: PackAppraisal, kind: SubjectKind, title: str) -> date:
    """Return the last day on which a check may count, whatever it says itself."""
    return latest_check_by(span_of(_ITEM_KINDS[kind], title), checked_on=appraisal.checked_on)


def _check_answers(appraisal: PackAppraisal, kind: SubjectKind, where: str, problems: Problems) -> None:
    asked = points_of(kind)
    given = [answer.point for answer in appraisal.answers]
    if len(set(given)) != len(given) or not set(given) <= set(asked):
        problems.add(f"{where}.answers", PackFault.OTHER_POINTS)
    for number, answer in enumerate(appraisal.answers, 1):
        if answer.answer is Answer.NO and not answer.reason:
            problems.add(f"{where}.answers[{number}].reason", PackFault.NO_REASON)
