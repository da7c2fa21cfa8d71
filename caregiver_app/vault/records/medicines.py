"""Medicines as a record of what is written on labels, letters and lists. Never counts, converts or compares doses."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import NewType

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.changing import changing
from caregiver_app.vault.changes.kept_notes import check_open
from caregiver_app.vault.changes.kinds import whose
from caregiver_app.vault.changes.ordering import Direction, move
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.typed.text import kept_day, kept_field, kept_line, kept_name

MedicineId = NewType("MedicineId", int)
KIND = "medicine"


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineText:
    """What is written of a medicine, as written. Dates are YYYY-MM-DD.

    `times`: when it is taken, in words. `copied_from` says from what all this was copied (label, letter, list), and
    `copied_on` when: that is its last check.
    """

    name: str = field(repr=False)
    strength: str = field(default="", repr=False)
    form: str = field(default="", repr=False)
    dose: str = field(default="", repr=False)
    how: str = field(default="", repr=False)
    times: str = field(default="", repr=False)
    as_needed: bool = False
    as_needed_rule: str = field(default="", repr=False)
    maximum: str = field(default="", repr=False)
    over_the_counter: bool = False
    high_risk: bool = False
    why: str = field(default="", repr=False)
    by_whom: str = field(default="", repr=False)
    started: str | None = field(default=None, repr=False)
    stopped: str | None = field(default=None, repr=False)
    stop_reason: str = field(default="", repr=False)
    copied_from: str = field(default="", repr=False)
    copied_on: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine:
    """A medicine as it is kept. Stopped ones stay, and say so."""

    id: MedicineId
    uid: str
    person_id: PersonId | None
    text: MedicineText = field(repr=False)
    position: int
    created_at: Millis
    changed_at: Millis
    deleted_at: Millis | None = None

    def is_stopped(self, today: str) -> bool:
        """Return whether it was stopped by `today` (YYYY-MM-DD); a day still to come stops nothing yet."""
        return self.text.stopped is not None and self.text.stopped <= today


class Medicines:
    """The medicines of everybody, each person's in an order of their own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._records = Records(database, KIND)

    def add(self, text: MedicineText, *, person_id: PersonId | None = None, at: Millis) -> MedicineId:
        """Keep a medicine, last in the order.

        Raises:
            UnknownRecord: there is no such person.
            RecordRefused: it has no name, a date is none, or the person's notes are kept.
        """
        values = kept_medicine(text)
        with self._database.write("vault.medicine.add"):
            check_open(self._database, person_id)
            values |= {"person_id": person_id, "position": self._records.last_position() + 1}
            return MedicineId(self._records.add(values, at=at))

    def get(self, medicine_id: MedicineId, *, deleted: bool = False) -> Medicine:
        """Return one, with `deleted` also when recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return _medicine(self._records.row(medicine_id, deleted=deleted))

    def list(self, person_id: PersonId | None = None) -> tuple[Medicine, ...]:
        """Return all medicines in their order, stopped ones too, of one person or of all."""
        rows = self._database.rows(
            f"""
            SELECT * FROM medicine WHERE deleted_at IS NULL
              AND {whose(person_id)}
            ORDER BY position, id
            """,
            {"person": person_id},
        )
        return tuple(_medicine(row) for row in rows)

    def active(self, person_id: PersonId | None = None, *, today: str) -> tuple[Medicine, ...]:
        """Return what was not stopped by `today` (YYYY-MM-DD)."""
        return tuple(medicine for medicine in self.list(person_id) if not medicine.is_stopped(today))

    def stopped(self, person_id: PersonId | None = None, *, today: str) -> tuple[Medicine, ...]:
        """Return what was stopped by `today` (YYYY-MM-DD), newest first."""
        found = [medicine for medicine in self.list(person_id) if medicine.is_stopped(today)]
        return tuple(sorted(found, key=lambda one: (one.text.stopped or "", one.id), reverse=True))

    def last_checked(self, person_id: PersonId | None = None, *, today: str) -> str | None:
        """Return the day of the check that is longest ago among what is taken; None where one was never checked."""
        days = [medicine.text.copied_on for medicine in self.active(person_id, today=today)]
        known = [day for day in days if day is not None]
        return min(known) if known and len(known) == len(days) else None

    def change(self, medicine_id: MedicineId, text: MedicineText, *, at: Millis) -> Undo:
        """Write a medicine down otherwise.

        Raises:
            UnknownRecord: there is none with this number.
            RecordRefused: it has no name, or a date is none.
        """
        return self._records.change(medicine_id, kept_medicine(text), at=at)

    def stop(self, medicine_id: MedicineId, *, on: str, reason: str = "", at: Millis) -> Undo:
        """Say that a medicine was stopped on a day (YYYY-MM-DD), and why; it stays on the list as stopped.

        Raises:
            UnknownRecord: there is none with this number.
            RecordRefused: there is no such day.
        """
        values = {"stopped": _day(on, "stopped"), "stop_reason": kept_field(reason, "stop-reason")}
        return self._records.change(medicine_id, values, at=at)

    def start_again(self, medicine_id: MedicineId, *, at: Millis) -> Undo:
        """Say that a medicine is taken after all.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._records.change(medicine_id, {"stopped": None, "stop_reason": ""}, at=at)

    def checked(self, medicine_id: MedicineId, *, against: str, on: str, at: Millis) -> Undo:
        """Say that all is as on the label, letter or list that somebody looked at on a day (YYYY-MM-DD).

        Raises:
            UnknownRecord: there is none with this number.
            RecordRefused: there is no such day.
        """
        values = {"copied_from": kept_line(against, "copied-from"), "copied_on": _day(on, "copied-on")}
        return self._records.change(medicine_id, values, at=at)

    def move(self, medicine_id: MedicineId, way: Direction, *, at: Millis) -> Undo:
        """Move a medicine by one place in its person's order; nothing happens at its ends.

        Raises:
            UnknownRecord: there is none with this number.
        """
        with changing(self._database, "vault.medicine.move", at=at) as changes:
            person_id = self._records.row(medicine_id)["person_id"]
            rows = self._database.rows(
                "SELECT id, position FROM medicine WHERE deleted_at IS NULL AND person_id IS :person "
                "ORDER BY position, id",
                {"person": person_id},
            )
            move(
                changes,
                KIND,
                [row["id"] for row in rows],
                [row["position"] for row in rows],
                moved=medicine_id,
                way=way,
            )
        return changes.undo()

    def delete(self, medicine_id: MedicineId, *, at: Millis) -> Undo:
        """Put a medicine among the recently deleted; one that is no longer taken is rather stopped.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._records.move_to_deleted(medicine_id, at=at)

    def restore(self, medicine_id: MedicineId, *, at: Millis) -> Undo:
        """Take a medicine back from the recently deleted.

        Raises:
            UnknownRecord: it is gone for good.
        """
        return self._records.take_back(medicine_id, at=at)


_DAYS = ("started", "stopped", "copied_on")
_YES_NO = ("as_needed", "over_the_counter", "high_risk")
_FIELDS = ("dose", "how", "times", "as_needed_rule", "maximum", "why", "stop_reason")


def kept_medicine(text: MedicineText) -> dict[str, object]:
    """Return what is written of a medicine as it is kept, by column.

    Raises:
        RecordRefused: it has no name, a date is none, or something is too long.
    """
    kept: dict[str, object] = {}
    for column in (each.name for each in fields(MedicineText)):
        typed = getattr(text, column)
        if column in _DAYS:
            kept[column] = kept_day(typed, column)
        elif column in _YES_NO:
            kept[column] = int(typed)
        elif column in _FIELDS:
            kept[column] = kept_field(typed, column)
        else:
            kept[column] = kept_name(typed) if column == "name" else kept_line(typed, column)
    if text.started and text.stopped and text.stopped < text.started:
        raise RecordRefused(RecordTrouble.ENDS_EARLY, "stopped")
    return kept


def _day(written: str, what: str) -> str:
    day = kept_day(written, what)
    if day is None:
        raise RecordRefused(RecordTrouble.DATE, what)
    return day


def _medicine(row: Row) -> Medicine:
    columns = {each.name: row[each.name] for each in fields(MedicineText)}
    columns |= {name: bool(row[name]) for name in _YES_NO}
    return Medicine(
        id=MedicineId(row["id"]),
        uid=row["uid"],
        person_id=row["person_id"],
        text=MedicineText(**columns),
        position=row["position"],
        created_at=Millis(row["created_at"]),
        changed_at=Millis(row["changed_at"]),
        deleted_at=row["deleted_at"],
    )
