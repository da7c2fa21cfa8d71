"""The keys to which notes are sealed while locked: one in force, those of before for what was sealed before."""

from __future__ import annotations

from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer


class DropKeys:
    """The identities of purpose "drop" inside the notes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def secrets(self) -> tuple[str, ...]:
        """Return all identities, the newest first."""
        rows = self._database.rows("SELECT secret FROM identity WHERE purpose = 'drop' ORDER BY id DESC")
        return tuple(row[0] for row in rows)


def new_drop() -> tuple[str, str]:
    """Return a new recipient, and the identity that opens what is sealed to it."""
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    return str(identity.to_public()), str(identity)


def put_drop(writer: Writer, recipient: str, secret: str, *, at: Millis) -> None:
    """Keep a new identity as the one in force, as a part of a larger write."""
    writer.execute(
        "UPDATE identity SET retired_at = :at WHERE purpose = 'drop' AND retired_at IS NULL",
        {"at": at},
    )
    writer.execute(
        "INSERT INTO identity (purpose, recipient, secret, made_at) VALUES ('drop', :recipient, :secret, :at)",
        {"recipient": recipient, "secret": secret, "at": at},
    )
