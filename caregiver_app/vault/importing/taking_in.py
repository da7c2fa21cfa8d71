"""Takes records in from a file, each once: by its uid, in one write, and only where it is new or newer.

A look before it does the very same and takes it back, so that what is promised is what comes. What a record said before
stays as a version; what was deleted here stays deleted; what cannot be kept as it is written is left out and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NoReturn

from caregiver_app.model.errors import RecordRefused, UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.changing import Changes, changing
from caregiver_app.vault.changes.kept_notes import check_open
from caregiver_app.vault.importing.incoming import Incoming, Merged
from caregiver_app.vault.importing.links import LinkedRows
from caregiver_app.vault.importing.same import KnownByWords
from caregiver_app.vault.importing.values import (
    COLUMNS,
    Columns,
    Values,
    call_order_in,
    mapping_of,
    moment_in,
    text_in,
    uid_in,
)
from caregiver_app.vault.records.people import PersonId

MOST_RECORDS = 200_000
PARTS: Mapping[str, str] = {
    "people": "person",
    "measure_kinds": "measure_kind",
    "notes": "note",
    "appointments": "appointment",
    "questions": "question",
    "to_chase": "chase",
    "medicines": "medicine",
    "contacts": "contact",
    "measurements": "measurement",
}
"""The lists of a document and the tables of their records, in the order in which they are taken."""

_LINKS: Mapping[str, tuple[str, ...]] = {"question": ("appointment", "note"), "chase": ("appointment",)}
_ORDERED = frozenset({"person", "question", "medicine", "contact"})
KeepFile = Callable[[bytes], str]


class Importing:
    """Takes files in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def look(self, incoming: Incoming, name_file: KeepFile, *, person_id: PersonId | None = None, at: Millis) -> Merged:
        """Return what `take_in` would do; nothing is changed. `name_file` only names. Raises as it does."""
        try:
            return self._run(incoming, person_id, at, name_file, _take_back)
        except _TakenBack as taken_back:
            return taken_back.merged

    def take_in(
        self, incoming: Incoming, keep_file: KeepFile, *, person_id: PersonId | None = None, at: Millis
    ) -> Merged:
        """Take records in, all of it in one write; those of a calendar or of cards are about `person_id`.

        `keep_file` puts the bytes of an attached file into its folder and returns their name there.

        Raises:
            UnknownRecord: there is no such person.
            RecordRefused: their notes are for reading.
            CareFileError: an attached file is too large.
            StorageError: no room or no right. Nothing was taken in.
        """
        return self._run(incoming, person_id, at, keep_file, lambda _merged: None)

    def _run(
        self,
        incoming: Incoming,
        person_id: PersonId | None,
        at: Millis,
        keep_file: KeepFile,
        last: Callable[[Merged], None],
    ) -> Merged:
        with changing(self._database, "vault.import", at=at) as changes:
            if incoming.loose:
                check_open(self._database, person_id)
            merging = _Merging(self._database, changes, incoming, person_id, keep_file)
            merged = merging.merged()
            last(merged)
        return replace(merged, undo=changes.undo())


class _TakenBack(Exception):
    """No error: it takes a write back that was only a look."""

    def __init__(self, merged: Merged) -> None:
        super().__init__()
        self.merged = merged


def _take_back(merged: Merged) -> NoReturn:
    raise _TakenBack(merged)


class _Merging:
    """One run over one file."""

    def __init__(
        self,
        database: Database,
        changes: Changes,
        incoming: Incoming,
        person_id: PersonId | None,
        keep_file: KeepFile,
    ) -> None:
        self._database = database
        self._changes = changes
        self._incoming = incoming
        self._person_id = person_id
        self._seen: set[tuple[str, str]] = set()
        self._new, self._changed, self._same = Counter[str](), Counter[str](), Counter[str]()
        self._deleted, self._left_out = Counter[str](), Counter[str]()
        self._people: list[str] = []
        self._known = KnownByWords(database)
        self._linked = LinkedRows(database, changes, incoming.read_file, keep_file)

    def merged(self) -> Merged:
        for part, table in PARTS.items():
            self._each(part, table, self._put)
        self._each("attachments", "attachment", self._put_attachment)
        self._left_out += self._linked.left_out
        if self._incoming.left_out:
            self._left_out[PARTS[next(iter(self._incoming.records))]] += self._incoming.left_out
        return Merged(
            new=dict(self._new),
            changed=dict(self._changed),
            same=dict(self._same),
            deleted_here=dict(self._deleted),
            left_out=dict(self._left_out),
            people=tuple(self._people),
            repeating=self._incoming.repeating,
            unknown_zones=self._incoming.unknown_zones,
        )

    def _each(self, part: str, table: str, put: Callable[[str, Values], Counter[str]]) -> None:
        records = self._incoming.records.get(part)
        if not isinstance(records, list):
            return
        for number, record in enumerate(records):
            try:
                counted = put(table, mapping_of(record)) if number < MOST_RECORDS else self._left_out
            except (RecordRefused, UnknownRecord):
                counted = self._left_out
            counted[table] += 1

    def _put(self, table: str, values: Values) -> Counter[str]:
        uid = self._first_time(table, values)
        columns = {**COLUMNS[table](values), **self._links(table, values)}
        row = self._database.one(f"SELECT * FROM {table} WHERE uid = :uid", {"uid": uid})
        if row is None and self._incoming.loose and self._known.has(table, columns):
            return self._same
        if row is None:
            return self._insert(table, uid, columns, values)
        if row["deleted_at"] is not None:
            return self._deleted
        return self._update(table, row, columns, values)

    def _insert(self, table: str, uid: str, columns: Columns, values: Values) -> Counter[str]:
        at = self._changes.at
        made = min(moment_in(values, "created_at") or at, at)
        changed = min(moment_in(values, "changed_at") or made, at)
        row = {"uid": uid, **columns, "created_at": made, "changed_at": changed, "deleted_at": None}
        if table in _ORDERED:
            row["position"] = 1 + self._database.value(f"SELECT coalesce(max(position), 0) FROM {table}")
        if table == "contact":
            row["call_order"] = call_order_in(values)
        self._changes.add_row(table, row)
        if self._incoming.loose:
            self._known.add(table, columns)
        number = int(self._database.value(f"SELECT id FROM {table} WHERE uid = :uid", {"uid": uid}))
        if table == "person":
            self._people.append(str(columns["name"]))
        self._linked.put(table, number, values)
        self._changes.touch(table, number)
        return self._new

    def _update(self, table: str, row: Row, columns: Columns, values: Values) -> Counter[str]:
        """Bring a record up to date where the file's is newer; what hangs on it is joined in any case."""
        said = moment_in(values, "changed_at")
        is_newer = said is not None and said > row["changed_at"]
        differs = any(row[name] != value for name, value in columns.items())
        changed = False
        if is_newer and differs:
            self._changes.keep_version(table, row["id"], always=True)
            changed = self._changes.update(table, row["id"], columns, keep=False)
        changed |= self._linked.put(table, row["id"], values, replace=is_newer)
        if changed:
            self._changes.touch(table, row["id"])
        return self._changed if changed else self._same

    def _put_attachment(self, table: str, values: Values) -> Counter[str]:
        uid = self._first_time(table, values)
        row = self._database.one("SELECT deleted_at FROM attachment WHERE uid = :uid", {"uid": uid})
        if row is not None:
            return self._same if row["deleted_at"] is None else self._deleted
        kind = text_in(values, "of")
        if kind not in COLUMNS:
            raise UnknownRecord("attachment")
        return (
            self._new if self._linked.put_file(kind, self._id(kind, uid_in(values, "record")), values) else self._same
        )

    def _first_time(self, table: str, values: Values) -> str:
        uid = uid_in(values)
        if (table, uid) in self._seen:
            raise UnknownRecord(table)  # it stands in this file already
        self._seen.add((table, uid))
        return uid

    def _links(self, table: str, values: Values) -> dict[str, Any]:
        """Return the records that one speaks of, by number; one that is not there is not spoken of."""
        if table in ("person", "measure_kind"):
            return {}
        if self._incoming.loose:
            return {"person_id": self._person_id}
        person = text_in(values, "person")
        found: dict[str, Any] = {"person_id": self._id("person", person) if person else None}
        for kind in _LINKS.get(table, ()):
            uid = text_in(values, kind)
            found[f"{kind}_id"] = self._id_or_none(kind, uid) if uid else None
        return found

    def _id(self, kind: str, uid: str) -> int:
        found = self._id_or_none(kind, uid)
        if found is None:
            raise UnknownRecord(kind)
        return found

    def _id_or_none(self, kind: str, uid: str) -> int | None:
        query = f"SELECT id FROM {kind} WHERE uid = :uid AND deleted_at IS NULL"
        found = self._database.value(query, {"uid": uid}) if uid.isascii() else None  # half a pair is no text
        return None if found is None else int(found)
