"""The channels of packs that a person trusts, each with what was last found in order of it. Judges nothing."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.model.channel import ChannelId, TrustedChannel
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer

_NEWEST = "timestamp"
"""The document by which it is known what is the newest of a channel."""

_INSERT = """
    INSERT INTO channel (id, name, address, allow_private, root, trusted_at, checked_at, confirmed_at)
    VALUES (:id, :name, :address, :allow_private, :root, :trusted_at, :checked_at, :confirmed_at)
"""
_TIMES = """
    checked_at = coalesce(max(checked_at, :checked_at), :checked_at, checked_at),
    confirmed_at = coalesce(max(confirmed_at, :confirmed_at), :confirmed_at, confirmed_at)
"""
_LOOKED = f"UPDATE channel SET {_TIMES} WHERE id = :id"
_UPDATE = f"UPDATE channel SET name = :name, root = :root, {_TIMES} WHERE id = :id"


class Channels:
    """The list of them. Nothing in it ever comes from a backup (`restored_rows.CHANNELS`)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[TrustedChannel, ...]:
        """Return them by name."""
        rows = self._database.rows("SELECT * FROM channel ORDER BY name, id")
        return tuple(self._read(row) for row in rows)

    def get(self, channel_id: ChannelId) -> TrustedChannel | None:
        """Return one of them, None where nobody trusts it."""
        rows = self._database.rows("SELECT * FROM channel WHERE id = :id", {"id": channel_id})
        return next((self._read(row) for row in rows), None)

    def last_confirmed_at(self) -> Millis | None:
        """Return the latest time at which any of them was known to be its newest: so late it is at least."""
        value = self._database.value("SELECT max(confirmed_at) FROM channel")
        return None if value is None else Millis(value)

    def documents(self, role: str) -> Mapping[ChannelId, bytes]:
        """Return the documents of one role that were last found in order, by channel."""
        rows = self._database.rows("SELECT channel_id, data FROM channel_document WHERE role = :role", {"role": role})
        return {ChannelId(row["channel_id"]): bytes(row["data"]) for row in rows}

    def trust(self, channel: TrustedChannel) -> TrustedChannel:
        """Trust a channel, and return it as it is kept: the one way in, for one whose signs a person has compared.

        One that is trusted already keeps all that is known of it; with an address it is asked there from now on.
        """
        with self._database.write("channels.trust") as writer:
            if self.get(channel.id) is None:
                writer.execute(_INSERT, _row(channel))
                self._put_parts(writer, channel)
            elif channel.address:
                self.move(channel.id, channel.address, allow_private=channel.allow_private)
            return self._kept(channel.id)

    def keep(self, found: TrustedChannel, *, began: TrustedChannel) -> bool:
        """Keep what was found where the look `began` from what is kept still; return whether it did.

        Meanwhile somebody else may have trusted the channel no more, or found newer things: an answer that comes late
        takes nothing of that back. Versions that were seen and times that have passed are never lowered.
        """
        with self._database.write("channels.keep") as writer:
            if not self._is_as(began):
                return False
            writer.execute(_UPDATE, _row(found))
            self._put_parts(writer, found)
        return True

    def note_unchanged(self, found: TrustedChannel) -> bool:
        """Keep when a channel was looked at that says what it said before; return whether that is kept still."""
        with self._database.write("channels.note-unchanged") as writer:
            if not self._is_as(found):
                return False
            writer.execute(_LOOKED, _row(found))
        return True

    def move(self, channel_id: ChannelId, address: str, *, allow_private: bool) -> bool:
        """Ask a trusted channel at another address from now on; return whether anybody trusts it."""
        of_it = {"id": channel_id, "address": address, "allow_private": int(allow_private)}
        with self._database.write("channels.move") as writer:
            writer.execute(
                "UPDATE channel SET address = :address, allow_private = :allow_private WHERE id = :id", of_it
            )
            return self.get(channel_id) is not None

    def forget(self, channel_id: ChannelId) -> bool:
        """Trust a channel no more; return whether anybody did."""
        with self._database.write("channels.forget") as writer:
            was = self.get(channel_id) is not None
            writer.execute("DELETE FROM channel WHERE id = :id", {"id": channel_id})
        return was

    def _kept(self, channel_id: ChannelId) -> TrustedChannel:
        kept = self.get(channel_id)
        assert kept is not None
        return kept

    def _is_as(self, began: TrustedChannel) -> bool:
        """Return whether root and timestamp are those that a look began from: all else follows from them."""
        now = self.get(began.id)
        return now is not None and (now.root, now.documents.get(_NEWEST)) == (began.root, began.documents.get(_NEWEST))

    def _put_parts(self, writer: Writer, channel: TrustedChannel) -> None:
        writer.execute("DELETE FROM channel_document WHERE channel_id = :id", {"id": channel.id})
        writer.many(
            "INSERT INTO channel_document (channel_id, role, data) VALUES (:id, :role, :data)",
            [{"id": channel.id, "role": role, "data": data} for role, data in channel.documents.items()],
        )
        writer.many(
            """
            INSERT INTO channel_pack (channel_id, path, version) VALUES (:id, :path, :version)
            ON CONFLICT (channel_id, path) DO UPDATE SET version = max(version, excluded.version)
            """,
            [{"id": channel.id, "path": path, "version": version} for path, version in channel.versions.items()],
        )

    def _read(self, row: Row) -> TrustedChannel:
        of_it = {"id": row["id"]}
        documents = self._database.rows("SELECT role, data FROM channel_document WHERE channel_id = :id", of_it)
        versions = self._database.rows("SELECT path, version FROM channel_pack WHERE channel_id = :id", of_it)
        return TrustedChannel(
            id=ChannelId(row["id"]),
            name=row["name"],
            address=row["address"],
            allow_private=bool(row["allow_private"]),
            root=bytes(row["root"]),
            documents={each["role"]: bytes(each["data"]) for each in documents},
            versions={each["path"]: each["version"] for each in versions},
            trusted_at=Millis(row["trusted_at"]),
            checked_at=_at(row["checked_at"]),
            confirmed_at=_at(row["confirmed_at"]),
        )


def _row(channel: TrustedChannel) -> dict[str, object]:
    return {
        "id": channel.id,
        "name": channel.name,
        "address": channel.address,
        "allow_private": int(channel.allow_private),
        "root": channel.root,
        "trusted_at": channel.trusted_at,
        "checked_at": channel.checked_at,
        "confirmed_at": channel.confirmed_at,
    }


def _at(value: int | None) -> Millis | None:
    return None if value is None else Millis(value)
