"""What was recently deleted: listed, brought back, or deleted for good before its thirty days are over."""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database
from caregiver_app.support.plain_text import summary_of
from caregiver_app.vault.changes.changing import changing
from caregiver_app.vault.changes.kinds import OF_A_PERSON, TITLES, known_kind
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.changes.version_rows import KEPT_MS

SHOWN_CHARS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """A record among the recently deleted; at `gone_at` it goes for good."""

    kind: str
    id: int
    person_id: int | None
    title: str = field(repr=False)
    deleted_at: Millis
    gone_at: Millis


class RecentlyDeleted:
    """The recently deleted records of all kinds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, *, limit: int = 500) -> tuple[Deleted, ...]:
        """Return what was deleted, newest first."""
        parts = " UNION ALL ".join(_of_kind(kind) for kind in TITLES)
        rows = self._database.rows(f"{parts} ORDER BY deleted_at DESC, kind, id LIMIT :limit", {"limit": limit})
        return tuple(
            Deleted(
                kind=row["kind"],
                id=row["id"],
                person_id=row["person_id"],
                title=summary_of(str(row["title"]), SHOWN_CHARS),
                deleted_at=Millis(row["deleted_at"]),
                gone_at=Millis(row["deleted_at"] + KEPT_MS),
            )
            for row in rows
        )

    def restore(self, kind: str, record_id: int, *, at: Millis) -> Undo:
        """Take a record of any kind back.

        Raises:
            UnknownRecord: there is no such kind, or it is gone for good.
        """
        with changing(self._database, "vault.deleted.restore", at=at) as changes:
            changes.restore(known_kind(kind), record_id)
        return changes.undo()


def _of_kind(kind: str) -> str:
    person = "id" if kind == "person" else "person_id" if kind in OF_A_PERSON else "NULL"
    return (
        f"SELECT '{kind}' AS kind, id, {person} AS person_id, substr({TITLES[kind]}, 1, 1000) AS title, deleted_at "
        f"FROM {kind} WHERE deleted_at IS NOT NULL"
    )
