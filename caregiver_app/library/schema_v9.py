"""What version 9 of `library.db` adds to version 8. docs/formats/library.md explains the tables for people."""

from __future__ import annotations

from caregiver_app.library.schema_days import is_day

# What a column may hold cannot be widened in place, so that the log is written anew.
_PRINTED = (
    "DROP INDEX share_of_item",
    "DROP INDEX share_of_organisation",
    "ALTER TABLE share RENAME TO share_before",
    f"""
    CREATE TABLE share (
        id INTEGER PRIMARY KEY,
        item_id INTEGER REFERENCES item (id) ON DELETE CASCADE,
        organisation_id INTEGER REFERENCES organisation (id) ON DELETE CASCADE,
        channel TEXT NOT NULL CHECK (channel IN ('text', 'html', 'markdown', 'eml', 'qr', 'flyer', 'social', 'print')),
        sheet TEXT NOT NULL CHECK (
            sheet IN ('', 'resource-list', 'article', 'guide', 'checklist', 'awareness-flyer', 'share-flyer')
        ),
        day TEXT NOT NULL CHECK ({is_day("day")}),
        version INTEGER NOT NULL,
        CHECK ((item_id IS NULL) <> (organisation_id IS NULL)),
        CHECK ((channel = 'print') = (sheet <> ''))
    ) STRICT
    """,
    """
    INSERT INTO share (id, item_id, organisation_id, channel, sheet, day, version)
    SELECT id, item_id, organisation_id, channel, '', day, version FROM share_before
    """,
    "DROP TABLE share_before",
    "CREATE UNIQUE INDEX share_of_item ON share (item_id, channel, sheet, day) WHERE item_id IS NOT NULL",
    """
    CREATE UNIQUE INDEX share_of_organisation ON share (organisation_id, channel, sheet, day)
    WHERE organisation_id IS NOT NULL
    """,
)

VERSION_9 = (*_PRINTED,)
