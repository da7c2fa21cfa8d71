"""What version 2 of `library.db` adds to version 1. docs/formats/library.md explains the tables for people.

The kinds of tables stay apart as before: what sync may replace, what a person set, and what can be made anew.
"""

from __future__ import annotations

from caregiver_app.library.schema_finding import FINDING

_SOURCES = (
    "ALTER TABLE source_choice ADD COLUMN full_text INTEGER CHECK (full_text IN (0, 1))",
    "ALTER TABLE source_choice ADD COLUMN topics TEXT CHECK (topics IS NULL OR json_valid(topics))",
    "ALTER TABLE source_state ADD COLUMN validators_at INTEGER",
    "ALTER TABLE source_state ADD COLUMN identity TEXT CHECK (identity IN ('guid', 'link', 'words'))",
    "ALTER TABLE source_state ADD COLUMN moved_first_at INTEGER",
    "ALTER TABLE source_state ADD COLUMN ttl_s INTEGER",
    "ALTER TABLE source_state ADD COLUMN window_s INTEGER",
    "ALTER TABLE source_state ADD COLUMN rhythm_s INTEGER",
    "ALTER TABLE source_state ADD COLUMN measured TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(measured))",
    "ALTER TABLE source_state ADD COLUMN gap_at INTEGER",
    "ALTER TABLE source_state ADD COLUMN churning_at INTEGER",
    """
    CREATE TABLE source_move (
        source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
        from_url TEXT NOT NULL,
        to_url TEXT NOT NULL,
        allow_private INTEGER NOT NULL CHECK (allow_private IN (0, 1)),
        at INTEGER NOT NULL,
        undone_at INTEGER,
        PRIMARY KEY (source_id, from_url, to_url)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE blocked_host (
        host TEXT PRIMARY KEY,
        blocked_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_CHANGES = ("CREATE INDEX article_by_change ON article (changed_at, item_id) WHERE changed_at IS NOT NULL",)

# Worked out when an article is read: it takes a tenth of the time of a first update and is seldom looked at.
_READING = ("ALTER TABLE article DROP COLUMN grade",)

_OFFLINE = (
    """
    CREATE TABLE offline_copy (
        item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (state IN ('wanted', 'kept', 'partly', 'failed')),
        reason TEXT NOT NULL DEFAULT '',
        reason_detail TEXT NOT NULL DEFAULT '',
        asked INTEGER NOT NULL DEFAULT 0 CHECK (asked IN (0, 1)),
        shown INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1)),
        wanted_at INTEGER NOT NULL,
        tried_at INTEGER,
        tries INTEGER NOT NULL DEFAULT 0,
        next_try_at INTEGER,
        etag TEXT,
        last_modified TEXT,
        words INTEGER NOT NULL DEFAULT 0,
        pictures_wanted INTEGER NOT NULL DEFAULT 0,
        pictures_kept INTEGER NOT NULL DEFAULT 0,
        size_bytes INTEGER NOT NULL DEFAULT 0,
        title TEXT NOT NULL DEFAULT '',
        html TEXT NOT NULL DEFAULT '',
        text TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX offline_copy_waiting ON offline_copy (next_try_at) WHERE next_try_at IS NOT NULL",
    """
    CREATE TABLE asset (
        hash TEXT PRIMARY KEY,
        media_type TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        added_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE item_asset (
        item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
        url TEXT NOT NULL,
        hash TEXT REFERENCES asset (hash),
        reason TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (item_id, url)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX item_asset_by_hash ON item_asset (hash) WHERE hash IS NOT NULL",
)

_ALERTS = (
    """
    CREATE TABLE alert (
        item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('cap', 'recall')),
        identifier TEXT NOT NULL,
        sender TEXT NOT NULL,
        status TEXT NOT NULL,
        message_type TEXT NOT NULL,
        event TEXT NOT NULL,
        urgency TEXT NOT NULL,
        severity TEXT NOT NULL,
        certainty TEXT NOT NULL,
        area TEXT NOT NULL,
        sent_at INTEGER,
        effective_at INTEGER,
        expires_at INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE alert_reference (
        identifier TEXT NOT NULL,
        item_id INTEGER NOT NULL REFERENCES alert (item_id) ON DELETE CASCADE,
        PRIMARY KEY (identifier, item_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX alert_reference_by_item ON alert_reference (item_id)",
)

_PERSONS = (
    """
    CREATE TABLE collection (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        created_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE collection_item (
        collection_id INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
        item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
        added_at INTEGER NOT NULL,
        PRIMARY KEY (collection_id, item_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX collection_item_by_item ON collection_item (item_id)",
    """
    CREATE TABLE saved_search (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        position INTEGER NOT NULL,
        created_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE mute_word (
        word TEXT PRIMARY KEY,
        added_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE muted_item (
        item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
        word TEXT NOT NULL REFERENCES mute_word (word) ON DELETE CASCADE,
        PRIMARY KEY (item_id, word)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX muted_item_by_word ON muted_item (word)",
    """
    CREATE TABLE revision_kept (
        item_id INTEGER NOT NULL,
        n INTEGER NOT NULL,
        kept_at INTEGER NOT NULL,
        PRIMARY KEY (item_id, n),
        FOREIGN KEY (item_id, n) REFERENCES revision (item_id, n) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
)

_CARE_OF_THE_LIBRARY = (
    # The privacy page asks by host while a sync writes: read from this alone, in its order, without sorting.
    "CREATE INDEX ledger_by_host ON ledger (host, why, at, sent_bytes, received_bytes)",
    """
    CREATE TABLE tidied (
        item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX tidied_by_time ON tidied (at)",
    """
    CREATE TABLE link_check (
        address_key TEXT PRIMARY KEY,
        url TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('fine', 'moved', 'changed', 'dead', 'certificate', 'unsure')),
        reason TEXT NOT NULL,
        reason_detail TEXT NOT NULL,
        moved_to TEXT,
        text_hash TEXT,
        seen_hash TEXT,
        etag TEXT,
        last_modified TEXT,
        failures INTEGER NOT NULL,
        first_failed_at INTEGER,
        checked_at INTEGER NOT NULL,
        next_due_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

# A whole batch of texts (`library.search.BATCH`) gathers in memory before it becomes one segment of the index.
_GATHERED = ("INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 16000000)",)

VERSION_2 = (
    *_SOURCES,
    *_READING,
    *_CHANGES,
    *_OFFLINE,
    *_ALERTS,
    *_PERSONS,
    *_CARE_OF_THE_LIBRARY,
    *FINDING,
    *_GATHERED,
)
