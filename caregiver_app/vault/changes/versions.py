"""What records said before they were changed, for thirty days; any of it can be brought back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NewType

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.changing import Changes, changing
from caregiver_app.vault.changes.kept_notes import READ_ONLY_KINDS, check_open
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.changes.undoing import Undo

VersionId = NewType("VersionId", int)
_NOT_SAID = frozenset("id uid position call_order created_at changed_at deleted_at tags facts".split())
_FACT = ("person_id", "field", "state", "value", "changed_at", "checked_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a record said until `at`: its columns by name, `tags` of a note and `facts` of a person."""

    id: VersionId
    kind: str
    item_id: int
    at: Millis
    values: Mapping[str, Any] = field(repr=False)


class Versions:
    """The versions of all records."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, kind: str, item_id: int) -> tuple[Version, ...]:
        """Return the versions of a record, newest first."""
        rows = self._database.rows(
            "SELECT * FROM version WHERE kind = :kind AND item_id = :item ORDER BY at DESC, id DESC",
            {"kind": kind, "item": item_id},
        )
        return tuple(_version(row) for row in rows)

    def get(self, version_id: VersionId) -> Version:
        """Return one.

        Raises:
            UnknownRecord: there is none with this number.
        """
        row = self._database.one("SELECT * FROM version WHERE id = :id", {"id": version_id})
        if row is None:
            raise UnknownRecord("version")
        return _version(row)

    def bring_back(self, version_id: VersionId, *, at: Millis) -> Undo:
        """Let a record say again what it said in a version; what it says now is kept as a version.

        Raises:
            UnknownRecord: the version or its record is gone.
            RecordRefused: it is about somebody whose notes are for reading.
        """
        version = self.get(version_id)
        with changing(self._database, "vault.version.bring-back", at=at) as changes:
            if version.kind in READ_ONLY_KINDS:
                check_open(self._database, Records(self._database, version.kind).row(version.item_id)["person_id"])
            changes.keep_version(version.kind, version.item_id, always=True)
            values = {name: value for name, value in version.values.items() if name not in _NOT_SAID}
            changes.update(version.kind, version.item_id, self._still_there(values), keep=False)
            _bring_back_linked(changes, version)
            changes.touch(version.kind, version.item_id)
        return changes.undo()

    def _still_there(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return values without references to what was deleted for good since."""
        for name, table in (("person_id", "person"), ("appointment_id", "appointment"), ("note_id", "note")):
            known = f"SELECT 1 FROM {table} WHERE id = :id"
            if values.get(name) is not None and self._database.value(known, {"id": values[name]}) is None:
                del values[name]
        return values


def _bring_back_linked(changes: Changes, version: Version) -> None:
    if version.kind == "note":
        tags = [{"note_id": version.item_id, "tag": tag} for tag in version.values.get("tags", ())]
        changes.rows_of("note_tag", {"note_id": version.item_id}, tags)
    if version.kind == "person":
        facts = (json.loads(fact) for fact in version.values.get("facts", ()))
        rows = [dict(zip(_FACT, (version.item_id, *fact), strict=True)) for fact in facts]
        changes.rows_of("fact", {"person_id": version.item_id}, rows)


def _version(row: Row) -> Version:
    return Version(
        id=VersionId(row["id"]),
        kind=row["kind"],
        item_id=row["item_id"],
        at=Millis(row["at"]),
        values=json.loads(row["body"]),
    )
