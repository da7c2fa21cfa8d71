"""Measurements: what was read, in the unit in which it was read, and when. Never says what a number means."""

from __future__ import annotations

from caregiver_app.model.errors import RecordRefused, RecordTrouble, UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.kept_notes import check_open
from caregiver_app.vault.changes.kinds import whose
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.measuring.kinds import KINDS, OWN
from caregiver_app.vault.measuring.reading import checked
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.measure_values import Measurement, MeasurementId, OwnKind, OwnKindId
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.typed.text import kept_line, kept_name

__all__ = ["KIND", "Measurement", "MeasurementId", "Measures", "OwnKind", "OwnKindId"]

KIND = "measurement"
OWN_KIND = "measure_kind"


class Measures:
    """The measurements of everybody, and the kinds that people made."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._records = Records(database, KIND)
        self._own = Records(database, OWN_KIND)

    def add(
        self,
        reading: Reading,
        *,
        person_id: PersonId | None = None,
        note: str = "",
        taken_at: Millis | None = None,
        at: Millis,
    ) -> MeasurementId:
        """Keep a reading, of now unless `taken_at` says when.

        Raises:
            UnknownRecord: there is no such person or kind.
            RecordRefused: it cannot be, or the person's notes are kept.
        """
        values = {
            **self._kept(reading),
            "person_id": person_id,
            "note": kept_line(note, "note"),
            "at": at if taken_at is None else taken_at,
        }
        with self._database.write("vault.measurement.add"):
            check_open(self._database, person_id)
            return MeasurementId(self._records.add(values, at=at))

    def get(self, measurement_id: MeasurementId, *, deleted: bool = False) -> Measurement:
        """Return one, with `deleted` also when recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return _measurement(self._records.row(measurement_id, deleted=deleted))

    def list(
        self,
        person_id: PersonId | None = None,
        *,
        kind: str | None = None,
        since: Millis | None = None,
        until: Millis | None = None,
        limit: int = 100,
    ) -> tuple[Measurement, ...]:
        """Return the newest measurements, of one person or kind or of all, from `since` to before `until`."""
        rows = self._database.rows(
            f"""
            SELECT * FROM measurement WHERE deleted_at IS NULL AND {whose(person_id)}
              AND {"kind = :kind" if kind is not None else "1"}
              AND at >= coalesce(:since, at) AND (:until IS NULL OR at < :until)
            ORDER BY at DESC, id DESC LIMIT :limit
            """,
            {"person": person_id, "kind": kind, "since": since, "until": until, "limit": limit},
        )
        return tuple(_measurement(row) for row in rows)

    def latest(self, person_id: PersonId | None = None) -> tuple[Measurement, ...]:
        """Return the newest measurement of each kind, newest first."""
        rows = self._database.rows(
            f"SELECT DISTINCT kind FROM measurement WHERE deleted_at IS NULL AND {whose(person_id)}",
            {"person": person_id},
        )
        newest = [self.list(person_id, kind=row["kind"], limit=1)[0] for row in rows]
        return tuple(sorted(newest, key=lambda one: (-one.at, -one.id)))

    def change(
        self,
        measurement_id: MeasurementId,
        *,
        reading: Reading | None = None,
        note: str | None = None,
        taken_at: Millis | None = None,
        at: Millis,
    ) -> Undo:
        """Change what is given of a measurement.

        Raises:
            UnknownRecord: there is none with this number.
            RecordRefused: the reading cannot be, or the note is too long.
        """
        values: dict[str, object] = {} if reading is None else dict(self._kept(reading))
        if note is not None:
            values["note"] = kept_line(note, "note")
        if taken_at is not None:
            values["at"] = taken_at
        return self._records.change(measurement_id, values, at=at)

    def delete(self, measurement_id: MeasurementId, *, at: Millis) -> Undo:
        """Put a measurement among the recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._records.move_to_deleted(measurement_id, at=at)

    def restore(self, measurement_id: MeasurementId, *, at: Millis) -> Undo:
        """Take a measurement back from the recently deleted.

        Raises:
            UnknownRecord: it is gone for good.
        """
        return self._records.take_back(measurement_id, at=at)

    def own_kinds(self) -> tuple[OwnKind, ...]:
        """Return the kinds that people made, by name."""
        rows = self._database.rows(
            "SELECT * FROM measure_kind WHERE deleted_at IS NULL ORDER BY name COLLATE NOCASE, id"
        )
        return tuple(_own_kind(row) for row in rows)

    def own_kind(self, code: str) -> OwnKind:
        """Return the kind that the person made by its word in measurements, also a deleted one.

        Raises:
            UnknownRecord: there is none.
        """
        row = self._database.one("SELECT * FROM measure_kind WHERE uid = :uid", {"uid": code.removeprefix(OWN)})
        if row is None or not code.startswith(OWN):
            raise UnknownRecord(OWN_KIND)
        return _own_kind(row)

    def make_kind(self, name: str, *, unit: str = "", at: Millis) -> OwnKind:
        """Make a kind; return the one that is called so where there is one.

        Raises:
            RecordRefused: it has no name, or one of ours is called so in our tables.
        """
        wanted = kept_name(name)
        if wanted.casefold() in KINDS:
            raise RecordRefused(RecordTrouble.TAKEN, OWN_KIND)
        with self._database.write("vault.measure_kind.add") as writer:
            for known in self.own_kinds():
                if known.name.casefold() == wanted.casefold():
                    return known
            values = {"name": wanted, "unit": kept_line(unit, "unit")}
            kind_id = self._own.insert(writer, values, at=at)
            return _own_kind(self._own.row(kind_id))

    def rename_kind(self, kind_id: OwnKindId, name: str, *, at: Millis) -> Undo:
        """Call a kind otherwise. Its unit stays: what was read stays what it is.

        Raises:
            UnknownRecord: there is none with this number.
            RecordRefused: it has no name.
        """
        return self._own.change(kind_id, {"name": kept_name(name)}, at=at)

    def delete_kind(self, kind_id: OwnKindId, *, at: Millis) -> Undo:
        """Offer a kind no more; what was measured stays.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._own.move_to_deleted(kind_id, at=at)

    def _kept(self, reading: Reading) -> dict[str, object]:
        kept = checked(reading)
        if kept.kind.startswith(OWN):
            self.own_kind(kept.kind)
        return {
            "kind": kept.kind,
            "value": float(kept.value),
            "second_value": None if kept.second is None else float(kept.second),
            "unit": kept_line(kept.unit, "unit"),
        }


def _own_kind(row: Row) -> OwnKind:
    return OwnKind(id=OwnKindId(row["id"]), uid=row["uid"], name=row["name"], unit=row["unit"])


def _measurement(row: Row) -> Measurement:
    return Measurement(
        id=MeasurementId(row["id"]),
        uid=row["uid"],
        person_id=row["person_id"],
        reading=Reading(kind=row["kind"], value=row["value"], second=row["second_value"], unit=row["unit"]),
        note=row["note"],
        at=Millis(row["at"]),
        created_at=Millis(row["created_at"]),
        changed_at=Millis(row["changed_at"]),
        deleted_at=row["deleted_at"],
    )
