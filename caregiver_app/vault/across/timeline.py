"""The records of a person in one row of time, newest first, a page at a time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.kinds import whose
from caregiver_app.vault.records.people import PersonId

TIMELINE_KINDS = ("note", "question", "appointment", "medicine", "measurement", "chase")
SHOWN_CHARS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineKey:
    """Where a page ends and the next one begins."""

    at: Millis
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A record on the timeline: `at` when it happened (an appointment: when it begins), `text` its beginning."""

    key: TimelineKey
    kind: str
    id: int
    person_id: int | None
    text: str = field(repr=False)

    @property
    def at(self) -> Millis:
        """When it happened."""
        return self.key.at


class Timeline:
    """Walks the records by time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self,
        person_id: PersonId | None = None,
        *,
        kinds: Collection[str] = TIMELINE_KINDS,
        before: TimelineKey | None = None,
        until: Millis | None = None,
        limit: int = 50,
    ) -> tuple[TimelineEntry, ...]:
        """Return the newest records of one person or all; `before` goes on after a page, `until` leaves out the future.

        The page after this one begins before the key of the last entry.
        """
        rows = self._database.rows(
            f"""
            SELECT id, kind, item_id, person_id, at, substr(text, 1, :chars) AS text FROM searchable
            WHERE {whose(person_id)}
              AND instr(:kinds, ' ' || kind || ' ')
              AND {"(at, id) < (:before_at, :before_id)" if before is not None else "1"}
              AND {"at <= :until" if until is not None else "1"}
            ORDER BY at DESC, id DESC LIMIT :limit
            """,
            {
                "chars": SHOWN_CHARS,
                "person": person_id,
                "kinds": f" {' '.join(kinds)} ",
                "before_at": None if before is None else before.at,
                "before_id": None if before is None else before.number,
                "until": until,
                "limit": limit,
            },
        )
        return tuple(
            TimelineEntry(
                key=TimelineKey(at=Millis(row["at"]), number=row["id"]),
                kind=row["kind"],
                id=row["item_id"],
                person_id=row["person_id"],
                text=row["text"],
            )
            for row in rows
        )
