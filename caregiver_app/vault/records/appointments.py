"""Appointments: when by the clock of which place, with whom, why, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.kept_notes import check_open
from caregiver_app.vault.changes.kinds import whose
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.records.people import PersonId, Situation
from caregiver_app.vault.typed.text import kept_field, kept_line, kept_name
from caregiver_app.vault.typed.wall_time import WallTime, kept_wall_time

AppointmentId = NewType("AppointmentId", int)
KIND = "appointment"

_MOST = 10_000


class AppointmentState(StrEnum):
    """What became of an appointment."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAppointment:
    """What is arranged. `starts` and `ends` are YYYY-MM-DDTHH:MM on the clock of `zone` (an IANA name)."""

    title: str = field(repr=False)
    starts: str
    zone: str
    ends: str | None = None
    person_id: PersonId | None = None
    with_whom: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """An appointment as it is kept."""

    id: AppointmentId
    uid: str
    person_id: PersonId | None
    title: str = field(repr=False)
    with_whom: str = field(repr=False)
    place: str = field(repr=False)
    starts: WallTime
    ends: WallTime | None
    reason: str = field(repr=False)
    state: AppointmentState
    outcome: str = field(repr=False)
    decisions: str = field(repr=False)
    created_at: Millis
    changed_at: Millis
    deleted_at: Millis | None = None

    @property
    def over_at(self) -> Millis:
        """When it has ended; without a known end an hour after its beginning."""
        return self.ends.instant() if self.ends is not None else Millis(self.starts.instant() + 3_600_000)


class Appointments:
    """The appointments of everybody."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._records = Records(database, KIND)

    def add(self, new: NewAppointment, *, at: Millis) -> AppointmentId:
        """Keep an appointment.

        Raises:
            UnknownRecord: there is no such person.
            RecordRefused: it has no title, no such time or zone, ends before it begins, or the person's notes are kept.
        """
        values: dict[str, object] = {
            "person_id": new.person_id,
            "title": kept_name(new.title, "title"),
            "with_whom": kept_line(new.with_whom, "with-whom"),
            "place": kept_field(new.place, "place"),
            "reason": kept_field(new.reason, "reason"),
            **kept_times(new.starts, new.ends, new.zone),
        }
        with self._database.write("vault.appointment.add"):
            check_open(self._database, new.person_id)
            return AppointmentId(self._records.add(values, at=at))

    def get(self, appointment_id: AppointmentId, *, deleted: bool = False) -> Appointment:
        """Return one, with `deleted` also when recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return _appointment(self._records.row(appointment_id, deleted=deleted))

    def list(self, person_id: PersonId | None = None) -> tuple[Appointment, ...]:
        """Return all appointments by their beginning, of one person or of all."""
        return self._of(person_id, "1")

    def upcoming(self, person_id: PersonId | None = None, *, now: Millis, limit: int = 50) -> tuple[Appointment, ...]:
        """Return what is planned and not over, soonest first.

        Those of people for whom reminders have ended are left out unless the person is asked for.
        """
        found = [one for one in self._of(person_id, "state = 'planned'") if one.over_at >= now]
        quiet = set() if person_id is not None else self._people_without_prompts()
        shown = [one for one in found if one.person_id not in quiet]
        return tuple(sorted(shown, key=lambda one: (one.starts.instant(), one.id))[:limit])

    def past(self, person_id: PersonId | None = None, *, now: Millis, limit: int = 50) -> tuple[Appointment, ...]:
        """Return what is over, done or cancelled, newest first."""
        found = [
            one for one in self._of(person_id, "1") if one.state is not AppointmentState.PLANNED or one.over_at < now
        ]
        return tuple(sorted(found, key=lambda one: (-one.starts.instant(), -one.id))[:limit])

    def next_visit(self, person_id: PersonId | None = None, *, now: Millis) -> Appointment | None:
        """Return what comes next, None where nothing is planned."""
        return next(iter(self.upcoming(person_id, now=now, limit=1)), None)

    def to_write_up(self, person_id: PersonId | None = None, *, now: Millis) -> tuple[Appointment, ...]:
        """Return planned appointments that are over and of which nobody wrote down what came of them, newest first."""
        found = [one for one in self._of(person_id, "state = 'planned'") if one.over_at < now]
        return tuple(sorted(found, key=lambda one: (-one.starts.instant(), -one.id)))

    def change(
        self,
        appointment_id: AppointmentId,
        *,
        title: str | None = None,
        with_whom: str | None = None,
        place: str | None = None,
        reason: str | None = None,
        outcome: str | None = None,
        decisions: str | None = None,
        at: Millis,
    ) -> Undo:
        """Change what is given of an appointment.

        Raises:
            UnknownRecord: there is none with this number.
            RecordRefused: something does not fit.
        """
        values: dict[str, object] = {} if title is None else {"title": kept_name(title, "title")}
        if with_whom is not None:
            values["with_whom"] = kept_line(with_whom, "with-whom")
        for name, typed in (("place", place), ("reason", reason), ("outcome", outcome), ("decisions", decisions)):
            if typed is not None:
                values[name] = kept_field(typed, name)
        return self._records.change(appointment_id, values, at=at)

    def reschedule(
        self, appointment_id: AppointmentId, *, starts: str, ends: str | None, zone: str, at: Millis
    ) -> Undo:
        """Move an appointment to another time; one that was cancelled is planned again.

        Raises:
            UnknownRecord: there is none with this number.
            RecordRefused: there is no such time or zone, or it ends before it begins.
        """
        times = kept_times(starts, ends, zone)
        return self._records.change(appointment_id, {**times, "state": AppointmentState.PLANNED.value}, at=at)

    def set_state(self, appointment_id: AppointmentId, state: AppointmentState, *, at: Millis) -> Undo:
        """Say what became of an appointment.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._records.change(appointment_id, {"state": state.value}, at=at)

    def delete(self, appointment_id: AppointmentId, *, at: Millis) -> Undo:
        """Put an appointment among the recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._records.move_to_deleted(appointment_id, at=at)

    def restore(self, appointment_id: AppointmentId, *, at: Millis) -> Undo:
        """Take an appointment back from the recently deleted.

        Raises:
            UnknownRecord: it is gone for good.
        """
        return self._records.take_back(appointment_id, at=at)

    def _of(self, person_id: PersonId | None, which: str) -> tuple[Appointment, ...]:
        rows = self._database.rows(
            f"""
            SELECT * FROM appointment WHERE deleted_at IS NULL AND {which}
              AND {whose(person_id)}
            ORDER BY starts, id LIMIT :most
            """,
            {"person": person_id, "most": _MOST},
        )
        return tuple(_appointment(row) for row in rows)

    def _people_without_prompts(self) -> set[int | None]:
        rows = self._database.rows("SELECT id, situation FROM person")
        return {row["id"] for row in rows if Situation(row["situation"]).ends_prompts}


def kept_times(starts: str, ends: str | None, zone: str) -> dict[str, object]:
    """Return times as they are kept.

    Raises:
        RecordRefused: there is no such time or zone, or it ends before it begins.
    """
    begin = kept_wall_time(starts, zone, what="starts")
    end = kept_wall_time(ends, zone, what="ends") if ends else None
    if end is not None and end.instant() < begin.instant():
        raise RecordRefused(RecordTrouble.ENDS_EARLY, "ends")
    return {"starts": begin.local, "ends": None if end is None else end.local, "zone": zone}


def _appointment(row: Row) -> Appointment:
    return Appointment(
        id=AppointmentId(row["id"]),
        uid=row["uid"],
        person_id=row["person_id"],
        title=row["title"],
        with_whom=row["with_whom"],
        place=row["place"],
        starts=WallTime(local=row["starts"], zone=row["zone"]),
        ends=None if row["ends"] is None else WallTime(local=row["ends"], zone=row["zone"]),
        reason=row["reason"],
        state=AppointmentState(row["state"]),
        outcome=row["outcome"],
        decisions=row["decisions"],
        created_at=Millis(row["created_at"]),
        changed_at=Millis(row["changed_at"]),
        deleted_at=row["deleted_at"],
    )
