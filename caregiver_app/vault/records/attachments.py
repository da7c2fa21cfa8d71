"""Files that belong to records: what they are called, what they are, and which file of the folder holds their bytes.

The bytes are elsewhere (`attached.files`); this store never reads them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NewType

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.changing import changing
from caregiver_app.vault.changes.kept_notes import check_open
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.changes.uids import new_uid
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.typed.text import kept_name

AttachmentId = NewType("AttachmentId", int)
KIND = "attachment"
BEARING_KINDS = frozenset({"person", "note", "question", "appointment", "medicine", "contact"})
"""Kinds of records to which files may belong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAttachment:
    """What is added to which record. `name` is the file's own, as somebody called it."""

    kind: str
    item_id: int
    name: str = field(repr=False)
    media_type: str
    size_bytes: int
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that belongs to a record; `file_name` is what it is called in the folder of encrypted files."""

    id: AttachmentId
    uid: str
    kind: str
    item_id: int
    name: str = field(repr=False)
    media_type: str
    size_bytes: int
    file_name: str
    added_at: Millis
    deleted_at: Millis | None = None


class Attachments:
    """What belongs to which record."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._records = Records(database, KIND)

    def add(self, new: NewAttachment, keep: Callable[[], str], *, at: Millis) -> AttachmentId:
        """Let a file belong to a record; one with the same bytes that does already is returned instead.

        `keep` puts the bytes into the folder and returns their name there. It is called inside the write, so that no
        other process sweeps away a file that no row names yet.

        Raises:
            UnknownRecord: there is no such record.
            RecordRefused: its name is empty or too long, or its person's notes are kept.
        """
        name = kept_name(new.name)
        with changing(self._database, "vault.attachment.add", at=at) as changes:
            self._check_record(new.kind, new.item_id)
            file_name = keep()
            there = self._same(new, file_name)
            if there is not None:
                return there
            row = {
                "uid": new.uid or new_uid(),
                "kind": new.kind,
                "item_id": new.item_id,
                "name": name,
                "media_type": new.media_type,
                "size_bytes": new.size_bytes,
                "file_name": file_name,
                "added_at": at,
                "deleted_at": None,
            }
            changes.add_row(KIND, row)
            number = self._database.value("SELECT id FROM attachment WHERE uid = :uid", {"uid": row["uid"]})
            return AttachmentId(number)

    def of(self, kind: str, item_id: int) -> tuple[Attachment, ...]:
        """Return what belongs to a record, in the order in which it was added."""
        rows = self._database.rows(
            "SELECT * FROM attachment WHERE kind = :kind AND item_id = :item AND deleted_at IS NULL ORDER BY id",
            {"kind": kind, "item": item_id},
        )
        return tuple(_attachment(row) for row in rows)

    def counts(self, kind: str) -> dict[int, int]:
        """Return how many files belong to each record of a kind that has any, by its number."""
        rows = self._database.rows(
            "SELECT item_id, count(*) AS files FROM attachment WHERE kind = :kind AND deleted_at IS NULL "
            "GROUP BY item_id",
            {"kind": kind},
        )
        return {row["item_id"]: row["files"] for row in rows}

    def all(self) -> tuple[Attachment, ...]:
        """Return what belongs to any record and was not deleted."""
        rows = self._database.rows("SELECT * FROM attachment WHERE deleted_at IS NULL ORDER BY id")
        return tuple(_attachment(row) for row in rows)

    def get(self, attachment_id: AttachmentId, *, deleted: bool = False) -> Attachment:
        """Return one, with `deleted` also when recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return _attachment(self._records.row(attachment_id, deleted=deleted))

    def delete(self, attachment_id: AttachmentId, *, at: Millis) -> Undo:
        """Put one among the recently deleted; its file stays as long.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._records.move_to_deleted(attachment_id, at=at)

    def restore(self, attachment_id: AttachmentId, *, at: Millis) -> Undo:
        """Take one back from the recently deleted.

        Raises:
            UnknownRecord: it is gone for good.
        """
        return self._records.take_back(attachment_id, at=at)

    def person_of(self, kind: str, item_id: int) -> PersonId | None:
        """Return whom a record with files is about, None for nobody.

        Raises:
            UnknownRecord: there is no such record.
        """
        if kind not in BEARING_KINDS:
            raise UnknownRecord(kind)
        row = Records(self._database, kind).row(item_id, deleted=True)
        return PersonId(item_id) if kind == "person" else row["person_id"]

    def file_names(self) -> frozenset[str]:
        """Return which files of the folder are named, by recently deleted ones too."""
        return frozenset(row[0] for row in self._database.rows("SELECT DISTINCT file_name FROM attachment"))

    def renamed(self, file_name: str, now: str) -> None:
        """Say that what lay in one file of the folder lies in another one now."""
        with self._database.write("vault.attachment.renamed") as writer:
            writer.execute(
                "UPDATE attachment SET file_name = :now WHERE file_name = :before", {"now": now, "before": file_name}
            )

    def _same(self, new: NewAttachment, file_name: str) -> AttachmentId | None:
        found = self._database.value(
            "SELECT id FROM attachment WHERE kind = :kind AND item_id = :item AND file_name = :file "
            "AND deleted_at IS NULL",
            {"kind": new.kind, "item": new.item_id, "file": file_name},
        )
        return None if found is None else AttachmentId(found)

    def _check_record(self, kind: str, item_id: int) -> None:
        if kind not in BEARING_KINDS:
            raise UnknownRecord(kind)
        Records(self._database, kind).row(item_id)
        check_open(self._database, self.person_of(kind, item_id))


def _attachment(row: Row) -> Attachment:
    return Attachment(
        id=AttachmentId(row["id"]),
        uid=row["uid"],
        kind=row["kind"],
        item_id=row["item_id"],
        name=row["name"],
        media_type=row["media_type"],
        size_bytes=row["size_bytes"],
        file_name=row["file_name"],
        added_at=Millis(row["added_at"]),
        deleted_at=row["deleted_at"],
    )
