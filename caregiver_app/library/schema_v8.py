"""What version 8 of `library.db` adds to version 7. docs/formats/library.md explains the tables for people."""

from __future__ import annotations

from caregiver_app.library.schema_days import is_day

# Archives lie here and not in files beside it, so that a protected library hides also which packs somebody has.
_PACKS = (
    f"""
    CREATE TABLE pack (
        uid TEXT PRIMARY KEY,
        channel_id TEXT NOT NULL,
        publisher_name TEXT NOT NULL,
        title TEXT NOT NULL,
        version INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        items INTEGER NOT NULL,
        published_on TEXT NOT NULL CHECK ({is_day("published_on")}),
        review_by TEXT NOT NULL CHECK ({is_day("review_by")}),
        confirmed_at INTEGER,
        alerts INTEGER NOT NULL CHECK (alerts IN (0, 1)),
        installed_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        removed_at INTEGER
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE pack_archive (
        uid TEXT PRIMARY KEY REFERENCES pack (uid) ON DELETE CASCADE,
        data BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE organisation_origin (
        organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        author TEXT NOT NULL,
        fields TEXT NOT NULL CHECK (json_valid(fields)),
        PRIMARY KEY (organisation_id, author)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TABLE withdrawal (
        author TEXT NOT NULL,
        what TEXT NOT NULL,
        address TEXT NOT NULL,
        item_id INTEGER REFERENCES item (id) ON DELETE SET NULL,
        reason TEXT NOT NULL,
        withdrawn_on TEXT NOT NULL CHECK ({is_day("withdrawn_on")}),
        replacement TEXT NOT NULL,
        PRIMARY KEY (author, what, address)
    ) STRICT, WITHOUT ROWID
    """,
    "ALTER TABLE item ADD COLUMN reworded_at INTEGER",
    "CREATE INDEX origin_by_author ON origin (author)",
    "CREATE INDEX appraisal_by_author ON appraisal (author) WHERE author <> 'user'",
)

# Links of the person are found by their titles; those of packs bring their own words.
_LINKS = (
    """
    INSERT INTO item_text (item_id, title, text)
    SELECT i.id, i.title, '' FROM link AS l JOIN item AS i ON i.id = l.item_id
    WHERE i.kind = 'link' AND NOT EXISTS (SELECT 1 FROM item_text AS t WHERE t.item_id = i.id)
    """,
)

# A check is about one address and one title; whose title an item bears now may be another's.
_CHECKS = (
    "ALTER TABLE appraisal ADD COLUMN title TEXT NOT NULL DEFAULT ''",
    """
    UPDATE appraisal SET title = (SELECT i.title FROM item AS i WHERE i.id = appraisal.item_id)
    WHERE item_id IS NOT NULL
    """,
)

# Markup is made harmless before it is kept, so what else a page loads is told beside it.
_LOADS = (
    "ALTER TABLE article_html ADD COLUMN loads TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE offline_copy ADD COLUMN loads TEXT NOT NULL DEFAULT ''",
)

VERSION_8 = (*_PACKS, *_LINKS, *_CHECKS, *_LOADS)
