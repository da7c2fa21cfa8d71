"""What of the library a note or question speaks of. The title is kept: it stays when the item goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NewType

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.support.plain_text import one_line, shorten
from caregiver_app.vault.changes.changing import changing
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.typed.text import LONGEST_LINE

CitationId = NewType("CitationId", int)
_LONGEST_ADDRESS = 4_000
CITING_KINDS = frozenset({"note", "question", "appointment"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An item of the library, by its uid, as it was called when it was cited."""

    id: CitationId
    kind: str
    item_id: int
    library_uid: str = field(repr=False)
    title: str = field(repr=False)
    address: str = field(repr=False)
    added_at: Millis


class Citations:
    """All citations. They are known here only; the library knows nothing of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, kind: str, item_id: int) -> tuple[Citation, ...]:
        """Return what a record cites, in the order in which it was added."""
        rows = self._database.rows(
            "SELECT * FROM citation WHERE kind = :kind AND item_id = :item ORDER BY id", {"kind": kind, "item": item_id}
        )
        return tuple(_citation(row) for row in rows)

    def add(self, kind: str, item_id: int, *, library_uid: str, title: str, address: str = "", at: Millis) -> Undo:
        """Let a record cite an item; what it cites already is brought up to date by nothing but this.

        Raises:
            UnknownRecord: there is no such record.
        """
        if kind not in CITING_KINDS:
            raise UnknownRecord(kind)
        Records(self._database, kind).row(item_id)
        library_uid = one_line(library_uid)
        with changing(self._database, "vault.citation.add", at=at) as changes:
            there = self._database.one(
                "SELECT * FROM citation WHERE kind = :kind AND item_id = :item AND library_uid = :uid",
                {"kind": kind, "item": item_id, "uid": library_uid},
            )
            if there is None:
                row = {
                    "kind": kind,
                    "item_id": item_id,
                    "library_uid": library_uid,
                    "title": shorten(one_line(title), LONGEST_LINE),
                    "address": one_line(address)[:_LONGEST_ADDRESS],
                    "added_at": at,
                }
                changes.add_row("citation", row)
                changes.touch(kind, item_id)
        return changes.undo()

    def remove(self, citation_id: CitationId, *, at: Millis) -> Undo:
        """Let a record cite an item no more.

        Raises:
            UnknownRecord: there is no such citation.
        """
        with changing(self._database, "vault.citation.remove", at=at) as changes:
            row = self._database.one("SELECT * FROM citation WHERE id = :id", {"id": citation_id})
            if row is None:
                raise UnknownRecord("citation")
            names = ("id", "kind", "item_id", "library_uid", "title", "address", "added_at")
            changes.remove_row("citation", {name: row[name] for name in names})
            changes.touch(row["kind"], row["item_id"])
        return changes.undo()


def _citation(row: Row) -> Citation:
    return Citation(
        id=CitationId(row["id"]),
        kind=row["kind"],
        item_id=row["item_id"],
        library_uid=row["library_uid"],
        title=row["title"],
        address=row["address"],
        added_at=Millis(row["added_at"]),
    )
