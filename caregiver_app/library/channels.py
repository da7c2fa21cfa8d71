"""The channels of packs that a person trusts, each with what was last found in order of it. Judges nothing."""

from __future__ import annotations

from caregiver_app.model.channel import ChannelId, TrustedChannel
from caregiver_app.model.source import Validators
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer


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

    def put(self, channel: TrustedChannel) -> None:
        """Keep a channel as it was found; a version of a pack that was seen before is never lowered."""
        with self._database.write("channels.put") as writer:
            writer.execute(
                """
                INSERT INTO channel (id, name, address, allow_private, root, etag, last_modified, trusted_at,
                    checked_at, confirmed_at)
                VALUES (:id, :name, :address, :allow_private, :root, :etag, :last_modified, :trusted_at,
                    :checked_at, :confirmed_at)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address,
                    allow_private = excluded.allow_private, root = excluded.root, etag = excluded.etag,
                    last_modified = excluded.last_modified, checked_at = excluded.checked_at,
                    confirmed_at = excluded.confirmed_at
                """,
                _row(channel),
            )
            self._put_parts(writer, channel)

    def note_unchanged(self, channel: TrustedChannel) -> None:
        """Keep when a channel was looked at that says what it said before."""
        with self._database.write("channels.note-unchanged") as writer:
            writer.execute(
                "UPDATE channel SET checked_at = :checked_at, confirmed_at = :confirmed_at WHERE id = :id",
                {"id": channel.id, "checked_at": channel.checked_at, "confirmed_at": channel.confirmed_at},
            )

    def forget(self, channel_id: ChannelId) -> bool:
        """Trust a channel no more; return whether anybody did."""
        with self._database.write("channels.forget") as writer:
            was = self.get(channel_id) is not None
            writer.execute("DELETE FROM channel WHERE id = :id", {"id": channel_id})
        return was

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
            validators=Validators(etag=row["etag"], last_modified=row["last_modified"]),
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
        "etag": channel.validators.etag,
        "last_modified": channel.validators.last_modified,
        "trusted_at": channel.trusted_at,
        "checked_at": channel.checked_at,
        "confirmed_at": channel.confirmed_at,
    }


def _at(value: int | None) -> Millis | None:
    return None if value is None else Millis(value)
