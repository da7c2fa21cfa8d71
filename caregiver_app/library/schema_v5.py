"""What version 5 of `library.db` adds to version 4. docs/formats/library.md explains the tables for people."""

from __future__ import annotations

from caregiver_app.library.schema_days import is_day

# A line a day: how often something was passed on is nobody's business, and no time of day stands here.
_SHARES = (
    f"""
    CREATE TABLE share (
        id INTEGER PRIMARY KEY,
        item_id INTEGER REFERENCES item (id) ON DELETE CASCADE,
        organisation_id INTEGER REFERENCES organisation (id) ON DELETE CASCADE,
        channel TEXT NOT NULL CHECK (channel IN ('text', 'html', 'markdown', 'eml', 'qr', 'flyer', 'social')),
        day TEXT NOT NULL CHECK ({is_day("day")}),
        version INTEGER NOT NULL,
        CHECK ((item_id IS NULL) <> (organisation_id IS NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX share_of_item ON share (item_id, channel, day) WHERE item_id IS NOT NULL",
    """
    CREATE UNIQUE INDEX share_of_organisation ON share (organisation_id, channel, day)
    WHERE organisation_id IS NOT NULL
    """,
)

VERSION_5 = (*_SHARES,)
