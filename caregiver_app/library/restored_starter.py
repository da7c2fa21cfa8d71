"""What of a library out of a backup passes for what ships: made what ships here, whatever a backup says it is.

An article of a source that ships may bear the name of its publisher. So a backup names no such source: which ones they
are is said anew when the packs that ship are put in place, and this sees to it that only those with the very addresses
that ship are taken for them. Reads no resources; whoever restores hands in what ships.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping

from caregiver_app.library.source_removal import forget_validators
from caregiver_app.model.source import SourceId
from caregiver_app.storage.engine import Database, Writer


def reset_starter(database: Database, writer: Writer, shipped: Mapping[str, str]) -> None:
    """Give sources of the packs that ship the addresses that ship, and take from others what makes them pass for one.

    `shipped` are the addresses by the uids. A feed that really moved is found again by its next update.
    """
    addresses = {"shipped": json.dumps(sorted(shipped.values()))}
    writer.execute(_FORGET_MOVES, addresses)
    for row in database.rows("SELECT id, uid, url FROM source WHERE uid LIKE 'starter/%' ORDER BY id"):
        if row["uid"] in shipped and row["url"] != shipped[row["uid"]]:
            _put_right(database, writer, SourceId(row["id"]), shipped[row["uid"]])
    writer.execute(_FORGET_PUBLISHERS, {**addresses, "uids": json.dumps(sorted(shipped))})


def _put_right(database: Database, writer: Writer, source_id: SourceId, url: str) -> None:
    """Give a source the address that ships; where another source has it, that one is the shipped one, and this none."""
    if database.value("SELECT 1 FROM source WHERE url = :url", {"url": url}) is None:
        writer.execute("UPDATE source SET url = :url WHERE id = :id", {"id": source_id, "url": url})
        forget_validators(writer, [source_id])
        return
    writer.execute(
        "UPDATE source SET uid = :uid, organisation_id = NULL WHERE id = :id",
        {"id": source_id, "uid": f"user/{uuid.uuid4()}"},
    )


# Whoever names the address from which a source moved away names that source.
_FORGET_MOVES = """
    DELETE FROM source_move WHERE undone_at IS NULL AND from_url IN (SELECT value FROM json_each(:shipped))
"""

_FORGET_PUBLISHERS = """
    UPDATE source SET organisation_id = NULL
    WHERE url IN (SELECT value FROM json_each(:shipped)) AND uid NOT IN (SELECT value FROM json_each(:uids))
"""
