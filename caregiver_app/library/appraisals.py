"""What people answered about items and organisations: each check as it was made, those in force, and those half done.

Rows are added and never changed, save for the day on which their author withdraws one. What follows from them is the
business of `trust`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date

from caregiver_app.model.article import ItemId
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import (
    OWN,
    Answer,
    Answers,
    Appraisal,
    AppraisalDraft,
    AppraisalId,
    Outcome,
    Point,
    Reviewer,
    Subject,
    SubjectKind,
)
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

_POINTS = frozenset(point.value for point in Point)
_WHOSE = "item_id IS :item_id AND organisation_id IS :organisation_id"


class Appraisals:
    """The checks of the library. A subject is an organisation, or an item by any kind: its id is that of the item."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, appraisal: Appraisal) -> AppraisalId:
        """Keep a check, which is in force from now on; what its author said before stays as history."""
        with self._database.write("appraisals.add") as writer:
            writer.tables.table("appraisal").insert(_values(appraisal))
            number = int(self._database.value("SELECT last_insert_rowid()"))
            if appraisal.author == OWN:
                writer.execute(f"DELETE FROM appraisal_draft WHERE {_WHOSE}", _place(appraisal.subject))
        return AppraisalId(number)

    def add_brought(self, appraisals: Collection[Appraisal]) -> None:
        """Keep the checks that a pack brings: with thousands it tells that sqlite-utils takes its time for each."""
        rows = [_values(each) for each in appraisals]
        if rows:
            columns = tuple(rows[0])
            into = f"appraisal ({', '.join(columns)}) VALUES ({', '.join(f':{name}' for name in columns)})"
            with self._database.write("appraisals.add-brought") as writer:
                writer.many(f"INSERT INTO {into}", rows)

    def take_back(self, number: AppraisalId) -> bool:
        """Undo the adding of a check, so that the one before it is in force again; False where it is not there."""
        with self._database.write("appraisals.take-back") as writer:
            return writer.execute("DELETE FROM appraisal WHERE id = :id", {"id": number}) > 0

    def withdraw(self, number: AppraisalId, *, on: date | None) -> bool:
        """Say that the author no longer stands by a check since a day, None: does so again; False where it is gone."""
        with self._database.write("appraisals.withdraw") as writer:
            values = {"id": number, "on": None if on is None else on.isoformat()}
            return writer.execute("UPDATE appraisal SET withdrawn_on = :on WHERE id = :id", values) > 0

    def history(self, subject: Subject) -> tuple[Appraisal, ...]:
        """Return all checks of a subject by all authors, the last one first."""
        rows = self._database.rows(f"SELECT * FROM appraisal WHERE {_WHOSE} ORDER BY id DESC", _place(subject))
        return tuple(_read(row, subject) for row in rows)

    def in_force(self, subject: Subject, *, author: str = OWN) -> Appraisal | None:
        """Return the last check of an author, None where there is none."""
        row = self._database.one(
            f"SELECT * FROM appraisal WHERE {_WHOSE} AND author = :author ORDER BY id DESC LIMIT 1",
            {**_place(subject), "author": author},
        )
        return None if row is None else _read(row, subject)

    def items(self) -> tuple[ItemId, ...]:
        """Return the items that the person checked or began to check."""
        rows = self._database.rows(
            """
            SELECT item_id FROM appraisal WHERE item_id IS NOT NULL AND author = :own
            UNION SELECT item_id FROM appraisal_draft WHERE item_id IS NOT NULL ORDER BY 1
            """,
            {"own": OWN},
        )
        return tuple(ItemId(row[0]) for row in rows)

    def organisations(self) -> tuple[int, ...]:
        """Return the organisations that the person checked or began to check."""
        rows = self._database.rows(
            """
            SELECT organisation_id FROM appraisal WHERE organisation_id IS NOT NULL AND author = :own
            UNION SELECT organisation_id FROM appraisal_draft WHERE organisation_id IS NOT NULL ORDER BY 1
            """,
            {"own": OWN},
        )
        return tuple(int(row[0]) for row in rows)

    def draft(self, subject: Subject) -> AppraisalDraft | None:
        """Return the check that was begun and left, None where there is none."""
        row = self._database.one(f"SELECT * FROM appraisal_draft WHERE {_WHOSE}", _place(subject))
        if row is None:
            return None
        return AppraisalDraft(
            subject=subject,
            answers=_answers(row),
            reviewer=_reviewer(row),
            check_by=None if row["check_by"] is None else date.fromisoformat(row["check_by"]),
        )

    def keep_draft(self, draft: AppraisalDraft, *, at: Millis) -> None:
        """Keep a check that is left half done, in place of an earlier one."""
        with self._database.write("appraisals.keep-draft") as writer:
            writer.execute(f"DELETE FROM appraisal_draft WHERE {_WHOSE}", _place(draft.subject))
            writer.tables.table("appraisal_draft").insert(
                {
                    **_place(draft.subject),
                    **_said(draft.answers),
                    **_by(draft.reviewer),
                    "check_by": None if draft.check_by is None else draft.check_by.isoformat(),
                    "saved_at": at,
                }
            )

    def drop_draft(self, subject: Subject) -> bool:
        """Forget a check that was left half done; False where there is none."""
        with self._database.write("appraisals.drop-draft") as writer:
            return writer.execute(f"DELETE FROM appraisal_draft WHERE {_WHOSE}", _place(subject)) > 0


def _place(subject: Subject) -> dict[str, object]:
    of_organisation = subject.kind is SubjectKind.ORGANISATION
    return {
        "item_id": None if of_organisation else subject.id,
        "organisation_id": subject.id if of_organisation else None,
    }


def _said(answers: Answers) -> dict[str, object]:
    return {
        "answers": json.dumps({point.value: answer.value for point, answer in answers.given.items()}),
        "reasons": json.dumps({point.value: reason for point, reason in answers.reasons.items()}),
    }


def _by(reviewer: Reviewer) -> dict[str, object]:
    return {
        "reviewer_role": reviewer.role,
        "reviewer_name": reviewer.name,
        "reviewer_organisation": reviewer.organisation,
    }


def _values(appraisal: Appraisal) -> dict[str, object]:
    withdrawn_on = appraisal.withdrawn_on
    return {
        **_place(appraisal.subject),
        **_said(appraisal.answers),
        **_by(appraisal.reviewer),
        "author": appraisal.author,
        "author_name": appraisal.author_name,
        "signed": int(appraisal.signed),
        "outcome": appraisal.outcome.value,
        "checked_at": appraisal.checked_at,
        "checked_on": appraisal.checked_on.isoformat(),
        "check_by": appraisal.check_by.isoformat(),
        "address": appraisal.address,
        "title": appraisal.title,
        "content_hashes": json.dumps(appraisal.content_hashes),
        "withdrawn_on": None if withdrawn_on is None else withdrawn_on.isoformat(),
    }


def _read(row: Row, subject: Subject) -> Appraisal:
    withdrawn_on = row["withdrawn_on"]
    return Appraisal(
        id=AppraisalId(row["id"]),
        subject=subject,
        author=row["author"],
        author_name=row["author_name"],
        signed=bool(row["signed"]),
        answers=_answers(row),
        outcome=Outcome(row["outcome"]),
        reviewer=_reviewer(row),
        checked_at=Millis(row["checked_at"]),
        checked_on=date.fromisoformat(row["checked_on"]),
        check_by=date.fromisoformat(row["check_by"]),
        address=row["address"],
        title=row["title"],
        content_hashes=tuple(json.loads(row["content_hashes"])),
        withdrawn_on=None if withdrawn_on is None else date.fromisoformat(withdrawn_on),
    )


def _answers(row: Row) -> Answers:
    """Return what was answered; a point that this version does not ask is passed over."""
    given: Mapping[str, str] = json.loads(row["answers"])
    reasons: Mapping[str, str] = json.loads(row["reasons"])
    return Answers(
        given={Point(point): Answer(answer) for point, answer in given.items() if point in _POINTS},
        reasons={Point(point): reason for point, reason in reasons.items() if point in _POINTS},
    )


def _reviewer(row: Row) -> Reviewer:
    return Reviewer(role=row["reviewer_role"], name=row["reviewer_name"], organisation=row["reviewer_organisation"])
