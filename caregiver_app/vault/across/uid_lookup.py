"""Finds records by their uids, and the uids of what belongs together. Reads, never writes."""

from __future__ import annotations

from typing import NamedTuple

from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.kinds import OF_A_PERSON, erasable_kind
from caregiver_app.vault.records.people import PersonId


class Named(NamedTuple):
    """A record by what names it in every copy of the notes."""

    kind: str
    uid: str


class UidLookup:
    """What names records for ever."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, kind: str, record_id: int) -> Named | None:
        """Return what names a record, None where there is none with this number."""
        found = self._database.value(f"SELECT uid FROM {erasable_kind(kind)} WHERE id = :id", {"id": record_id})
        return None if found is None else Named(kind, str(found))

    def about(self, person_id: PersonId) -> tuple[Named, ...]:
        """Return what names all records about somebody, and last of all themselves; deleted ones too."""
        found = []
        for kind in OF_A_PERSON:
            rows = self._database.rows(f"SELECT uid FROM {kind} WHERE person_id = :person", {"person": person_id})
            found += [Named(kind, row["uid"]) for row in rows]
        person = self.of("person", person_id)
        return (*found, person) if person is not None else tuple(found)

    def number_of(self, named: Named) -> int | None:
        """Return the number of a record in this file, None where it is not here."""
        query = f"SELECT id FROM {erasable_kind(named.kind)} WHERE uid = :uid"
        found = self._database.value(query, {"uid": named.uid})
        return None if found is None else int(found)
