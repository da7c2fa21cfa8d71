"""What to chase: what somebody promised, who, by when, and whether it came."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NewType

from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.kinds import whose
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.records.people import PersonId, Situation
from caregiver_app.vault.typed.text import kept_day, kept_line, kept_name

ChaseId = NewType("ChaseId", int)
KIND = "chase"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChase:
    """What is to be chased. `by_date` is YYYY-MM-DD."""

    what: str = field(repr=False)
    person_id: PersonId | None = None
    appointment_id: int | None = None
    who: str = field(default="", repr=False)
    by_date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chase:
    """What is to be chased, as it is kept; `done_at` when it was done."""

    id: ChaseId
    uid: str
    person_id: PersonId | None
    appointment_id: int | None
    what: str = field(repr=False)
    who: str = field(repr=False)
    by_date: str | None
    done_at: Millis | None
    created_at: Millis
    changed_at: Millis
    deleted_at: Millis | None = None


class Chases:
    """All that is to be chased."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._records = Records(database, KIND)

    def add(self, new: NewChase, *, at: Millis) -> ChaseId:
        """Keep something to chase; one that belongs to a visit is about the same person.

        Raises:
            UnknownRecord: there is no such person or visit.
            RecordRefused: it is empty, or its date is none.
        """
        values = {
            "what": kept_name(new.what, "what"),
            "who": kept_line(new.who, "who"),
            "by_date": kept_day(new.by_date),
            "appointment_id": new.appointment_id,
        }
        with self._database.write("vault.chase.add"):
            person_id = new.person_id
            if new.appointment_id is not None:
                visit = Records(self._database, "appointment").row(new.appointment_id)
                person_id = person_id if person_id is not None else visit["person_id"]
            if person_id is not None:
                Records(self._database, "person").row(person_id)
            return ChaseId(self._records.add({**values, "person_id": person_id}, at=at))

    def get(self, chase_id: ChaseId, *, deleted: bool = False) -> Chase:
        """Return one, with `deleted` also when recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return _chase(self._records.row(chase_id, deleted=deleted))

    def list(
        self, person_id: PersonId | None = None, *, appointment_id: int | None = None, done: bool | None = None
    ) -> tuple[Chase, ...]:
        """Return what is to be chased by its date, what has none last; of one person, visit or state, or of all."""
        rows = self._database.rows(
            f"""
            SELECT * FROM chase WHERE deleted_at IS NULL
              AND {whose(person_id)}
              AND (:appointment IS NULL OR appointment_id = :appointment)
              AND (:done IS NULL OR (done_at IS NOT NULL) = :done)
            ORDER BY by_date IS NULL, by_date, id
            """,
            {"person": person_id, "appointment": appointment_id, "done": done},
        )
        return tuple(_chase(row) for row in rows)

    def to_do(self) -> tuple[Chase, ...]:
        """Return what is not done, of people for whom reminders have not ended."""
        rows = self._database.rows("SELECT id, situation FROM person")
        quiet = {row["id"] for row in rows if Situation(row["situation"]).ends_prompts}
        return tuple(chase for chase in self.list(done=False) if chase.person_id not in quiet)

    def change(
        self,
        chase_id: ChaseId,
        *,
        what: str | None = None,
        who: str | None = None,
        by_date: str | None = None,
        no_date: bool = False,
        at: Millis,
    ) -> Undo:
        """Change what is given; `no_date` takes the date away.

        Raises:
            UnknownRecord: there is none with this number.
            RecordRefused: something does not fit.
        """
        values: dict[str, object] = {} if what is None else {"what": kept_name(what, "what")}
        if who is not None:
            values["who"] = kept_line(who, "who")
        if by_date is not None or no_date:
            values["by_date"] = None if no_date else kept_day(by_date)
        return self._records.change(chase_id, values, at=at)

    def set_done(self, chase_id: ChaseId, done: bool, *, at: Millis) -> Undo:
        """Say that it was done, or that it was not.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._records.change(chase_id, {"done_at": at if done else None}, at=at)

    def delete(self, chase_id: ChaseId, *, at: Millis) -> Undo:
        """Put it among the recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._records.move_to_deleted(chase_id, at=at)

    def restore(self, chase_id: ChaseId, *, at: Millis) -> Undo:
        """Take it back from the recently deleted.

        Raises:
            UnknownRecord: it is gone for good.
        """
        return self._records.take_back(chase_id, at=at)


def _chase(row: Row) -> Chase:
    return Chase(
        id=ChaseId(row["id"]),
        uid=row["uid"],
        person_id=row["person_id"],
        appointment_id=row["appointment_id"],
        what=row["what"],
        who=row["who"],
        by_date=row["by_date"],
        done_at=row["done_at"],
        created_at=Millis(row["created_at"]),
        changed_at=Millis(row["changed_at"]),
        deleted_at=row["deleted_at"],
    )
