"""Takes checks back: one that was kept a moment ago as if it had never been, one that somebody no longer stands by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from caregiver_app.model.errors import AppraisalError, AppraisalTrouble
from caregiver_app.model.trust import Appraisal, Subject, SubjectKind
from caregiver_app.trust.subjects import Moment, find_subject

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


def take_back(library: Library, appraisal: Appraisal) -> bool:
    """Undo the keeping of a check, with the link that was made for it; False where it is not there any more.

    Raises:
        StorageError: the library cannot be written; nothing was.
    """
    with library.write("trust.take-back"):
        was_there = library.appraisals.take_back(appraisal.id)
        if was_there and appraisal.subject.kind is SubjectKind.LINK:
            library.subjects.drop_link(appraisal.subject)
    return was_there


def withdraw(library: Library, subject: Subject, moment: Moment) -> Appraisal:
    """Say that one no longer stands by one's own last check from today on; return it.

    Raises:
        UnknownItem: the library does not hold the subject.
        AppraisalError: one has not checked it, or took the check back before.
        StorageError: the library cannot be written.
    """
    last = library.appraisals.in_force(find_subject(library, subject).subject)
    if last is None or last.withdrawn_on is not None:
        raise AppraisalError(AppraisalTrouble.NO_CHECK)
    library.appraisals.withdraw(last.id, on=moment.on)
    return replace(last, withdrawn_on=moment.on)
