"""Every time something private left these notes: what, when, to whom or which key, why. Counts, never the text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.uids import new_uid
from caregiver_app.vault.letters.fields import clean_line
from caregiver_app.vault.records.people import PersonId

_LONGEST = 500


class Channel(StrEnum):
    """How something left."""

    ASK = "ask"
    PRINT = "print"
    EXPORT = "export"
    COPY = "copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """What left now. `what` counts by kind of record or name of sheet, e.g. {"question": 2} or {"handover": 1}."""

    channel: Channel
    what: Mapping[str, int]
    person_id: PersonId | None = None
    to_whom: str = field(default="", repr=False)
    to_key: str = ""
    why: str = field(default="", repr=False)
    request_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What left, and when; `request_id` leads to the very words of what was asked."""

    id: int
    uid: str
    at: Millis
    disclosed: Disclosed


class Disclosures:
    """The record of what left, newest first. Nothing is taken out of it one by one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, disclosed: Disclosed, *, at: Millis) -> None:
        """Write down that something left; joins a write that goes on."""
        with self._database.write("vault.disclosure.record") as writer:
            writer.execute(
                """
                INSERT INTO disclosure (uid, person_id, channel, what, to_whom, to_key, why, request_id, at)
                VALUES (:uid, :person, :channel, :what, :to_whom, :to_key, :why, :request, :at)
                """,
                {
                    "uid": new_uid(),
                    "person": disclosed.person_id,
                    "channel": disclosed.channel.value,
                    "what": json.dumps(dict(disclosed.what), sort_keys=True),
                    "to_whom": clean_line(disclosed.to_whom)[:_LONGEST],
                    "to_key": disclosed.to_key,
                    "why": clean_line(disclosed.why)[:_LONGEST],
                    "request": disclosed.request_id,
                    "at": at,
                },
            )

    def list(self, person_id: PersonId | None = None, *, limit: int = 100) -> tuple[Disclosure, ...]:
        """Return what left, of one person or of all."""
        rows = self._database.rows(
            """
            SELECT * FROM disclosure WHERE :person IS NULL OR person_id = :person ORDER BY at DESC, id DESC LIMIT :limit
            """,
            {"person": person_id, "limit": limit},
        )
        return tuple(_disclosure(row) for row in rows)


def _disclosure(row: Row) -> Disclosure:
    disclosed = Disclosed(
        channel=Channel(row["channel"]),
        what=json.loads(row["what"]),
        person_id=row["person_id"],
        to_whom=row["to_whom"],
        to_key=row["to_key"],
        why=row["why"],
        request_id=row["request_id"],
    )
    return Disclosure(id=row["id"], uid=row["uid"], at=Millis(row["at"]), disclosed=disclosed)
