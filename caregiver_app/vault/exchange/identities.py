"""Our own keys for what is exchanged: made when first needed, kept in the care notes. An old one opens old files."""

from __future__ import annotations

from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.vault.letters.sealing import KeyPair, Recipient, new_key_pair

_OWN = "own"


class Identities:
    """The keys by which others send to us, and by which we keep what we sent readable to ourselves."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def own(self, *, at: Millis) -> Recipient:
        """Return the public key that is in force; make one when there is none yet."""
        found = self._in_force()
        if found is not None:
            return found
        with self._database.write("vault.identity.make") as writer:
            return self._in_force() or self._insert(writer, at)

    def renew(self, *, at: Millis) -> Recipient:
        """Make a new key, and keep the one before only for opening what was sent to it. Others have to compare anew."""
        with self._database.write("vault.identity.renew") as writer:
            writer.execute(
                "UPDATE identity SET retired_at = :at WHERE purpose = :own AND retired_at IS NULL",
                {"at": at, "own": _OWN},
            )
            return self._insert(writer, at)

    def opening(self) -> tuple[KeyPair, ...]:
        """Return all keys that open what was sent to us, the newest first."""
        rows = self._database.rows("SELECT * FROM identity WHERE purpose = :own ORDER BY id DESC", {"own": _OWN})
        return tuple(_pair(row) for row in rows)

    def holds(self, recipient: Recipient) -> bool:
        """Return whether a public key is one of ours, of now or of before."""
        found = self._database.value("SELECT 1 FROM identity WHERE recipient = :key", {"key": recipient})
        return found is not None

    def _in_force(self) -> Recipient | None:
        found = self._database.value(
            "SELECT recipient FROM identity WHERE purpose = :own AND retired_at IS NULL", {"own": _OWN}
        )
        return None if found is None else Recipient(found)

    def _insert(self, writer: Writer, at: Millis) -> Recipient:
        pair = new_key_pair()
        writer.execute(
            "INSERT INTO identity (purpose, recipient, secret, made_at) VALUES (:own, :key, :secret, :at)",
            {"own": _OWN, "key": pair.recipient, "secret": pair.secret, "at": at},
        )
        return pair.recipient


def _pair(row: Row) -> KeyPair:
    return KeyPair(recipient=Recipient(row["recipient"]), secret=row["secret"])
