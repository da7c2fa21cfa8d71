"""Which sources bear a title that a person may have typed, and what their publisher calls them. Reading only."""

from __future__ import annotations

from caregiver_app.model.source import SourceId
from caregiver_app.storage.engine import Database

# The title a source was added with is a person's own unless the source ships with the application or its publisher
# gives the same.
_TYPED = """
    SELECT s.id, coalesce(st.feed_title, '') AS publishers, coalesce(c.title, s.title) AS shown
    FROM source AS s
    LEFT JOIN source_choice AS c ON c.source_id = s.id
    LEFT JOIN source_state AS st ON st.source_id = s.id
    WHERE s.removed_at IS NULL AND (c.title IS NOT NULL OR (s.uid LIKE 'user/%' AND s.title <> ''))
"""


def typed_titles(database: Database) -> dict[SourceId, str]:
    """Return the publisher's title of each source whose shown title may be a person's words, "" where it gave none."""
    rows = database.rows(_TYPED)
    return {SourceId(row["id"]): row["publishers"] for row in rows if row["shown"] != row["publishers"]}
