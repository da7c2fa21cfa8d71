"""What version 7 of `library.db` adds to version 6. docs/formats/library.md explains the tables for people."""

from __future__ import annotations

# Here and not in files beside it, so that a protected library hides also whose packs somebody trusts.
_CHANNELS = (
    """
    CREATE TABLE channel (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        address TEXT NOT NULL,
        allow_private INTEGER NOT NULL CHECK (allow_private IN (0, 1)),
        root BLOB NOT NULL,
        trusted_at INTEGER NOT NULL,
        checked_at INTEGER,
        confirmed_at INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE channel_document (
        channel_id TEXT NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
        role TEXT NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (channel_id, role)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE channel_pack (
        channel_id TEXT NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        version INTEGER NOT NULL,
        PRIMARY KEY (channel_id, path)
    ) STRICT, WITHOUT ROWID
    """,
)

VERSION_7 = (*_CHANNELS,)
