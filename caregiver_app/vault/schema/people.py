"""Tables of `vault.db` about the people cared for, and what serves all records. docs/formats/vault.md explains them."""

from __future__ import annotations

PEOPLE = (
    """
    CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        situation TEXT NOT NULL DEFAULT 'as-usual' CHECK (
            situation IN ('as-usual', 'in-hospital', 'in-care-home', 'no-longer-caring', 'died')
        ),
        situation_on TEXT,
        consent TEXT NOT NULL DEFAULT 'not-asked' CHECK (
            consent IN ('knows-and-agrees', 'decided-for-them', 'not-asked')
        ),
        consent_note TEXT NOT NULL DEFAULT '',
        matters TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER
    ) STRICT
    """,
    # No row: not asked.
    """
    CREATE TABLE fact (
        person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('filled', 'none-known')),
        value TEXT NOT NULL DEFAULT '',
        changed_at INTEGER NOT NULL,
        checked_at INTEGER,
        PRIMARY KEY (person_id, field)
    ) STRICT, WITHOUT ROWID
    """,
)

SHARED = (
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # What was being written when the notes were locked or the application ended, with the cursor.
    """
    CREATE TABLE draft (
        place TEXT PRIMARY KEY,
        body TEXT NOT NULL CHECK (json_valid(body)),
        saved_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    # What a record said before a change, kept for thirty days.
    """
    CREATE TABLE version (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        item_id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT
    """,
    "CREATE INDEX version_of ON version (kind, item_id, at)",
    "CREATE INDEX version_by_time ON version (at)",
    """
    CREATE TABLE attachment (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        item_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        file_name TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        deleted_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX attachment_of ON attachment (kind, item_id)",
    # What of the library a note or question speaks of; the title is kept, because the item may go.
    """
    CREATE TABLE citation (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        item_id INTEGER NOT NULL,
        library_uid TEXT NOT NULL,
        title TEXT NOT NULL,
        address TEXT NOT NULL DEFAULT '',
        added_at INTEGER NOT NULL,
        UNIQUE (kind, item_id, library_uid)
    ) STRICT
    """,
    # The words by which records are found; made anew from the records at any time. Words of before stay in the index,
    # encrypted as all is, until something is deleted for good: FTS5's own way of erasing them at once takes seven times
    # as long for each save.
    """
    CREATE TABLE searchable (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        item_id INTEGER NOT NULL,
        person_id INTEGER,
        at INTEGER NOT NULL,
        text TEXT NOT NULL,
        UNIQUE (kind, item_id)
    ) STRICT
    """,
    "CREATE INDEX searchable_by_time ON searchable (person_id, at, id)",
    "CREATE INDEX searchable_of_all_by_time ON searchable (at, id)",
    """
    CREATE VIRTUAL TABLE searchable_words USING fts5 (
        text, content = 'searchable', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
    )
    """,
    """
    CREATE TRIGGER searchable_added AFTER INSERT ON searchable BEGIN
        INSERT INTO searchable_words (rowid, text) VALUES (new.id, new.text);
    END
    """,
    """
    CREATE TRIGGER searchable_removed AFTER DELETE ON searchable BEGIN
        INSERT INTO searchable_words (searchable_words, rowid, text) VALUES ('delete', old.id, old.text);
    END
    """,
    """
    CREATE TRIGGER searchable_changed AFTER UPDATE ON searchable BEGIN
        INSERT INTO searchable_words (searchable_words, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO searchable_words (rowid, text) VALUES (new.id, new.text);
    END
    """,
)
