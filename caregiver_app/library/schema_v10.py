"""What version 10 of `library.db` adds to version 9. docs/formats/library.md explains the tables for people."""

from __future__ import annotations

# What a notice said is kept beside the word that it is dealt with: one that says something else comes back.
_DEALT = (
    """
    CREATE TABLE alert_dealt (
        item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('done', 'not-for-us')),
        severity TEXT NOT NULL,
        said_hash TEXT NOT NULL,
        dealt_at INTEGER NOT NULL
    ) STRICT
    """,
)

VERSION_10 = (*_DEALT,)
