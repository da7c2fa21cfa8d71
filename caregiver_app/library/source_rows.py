"""One source as lists show it, from the tables that each know a part of it."""

from __future__ import annotations

import json

from caregiver_app.library.source_titles import SHOWN_TITLE
from caregiver_app.model.source import Source, SourceFormat, SourceId, SourceKind, SourceState
from caregiver_app.storage.driver import Row

CHURNING_FOR_MS = 30 * 24 * 3600 * 1000
"""A source churns when one of its articles changed beyond what is kept in so long a time before its last look."""

# Articles are counted in a small index, and those that others brought first are few: counting the entries themselves
# read them all, which took a third of a second in 300,000.
_CARRIED = """
    SELECT e.source_id, count(DISTINCT e.item_id) AS items
    FROM shared_item AS sh CROSS JOIN article_entry AS e ON e.item_id = sh.item_id
    CROSS JOIN article AS a ON a.item_id = e.item_id WHERE a.source_id <> e.source_id GROUP BY e.source_id
"""

SOURCE_ROWS = f"""
    SELECT s.id, s.uid, s.url, s.organisation_id, s.kind, s.format, s.language, s.country, s.homepage, s.enabled,
        s.asks_first, s.allow_private, coalesce(o.name, '') AS organisation,
        {SHOWN_TITLE} AS shown_title,
        coalesce(st.state, 'never-fetched') AS state, coalesce(st.reason, '') AS reason,
        coalesce(st.reason_detail, '') AS reason_detail, st.last_checked_at, st.last_good_at, st.next_due_at,
        st.newest_at, st.window_s, st.gap_at, c.full_text, s.note,
        coalesce(st.churning_at > st.last_checked_at - {CHURNING_FOR_MS}, 0) AS churning,
        (SELECT count(*) FROM article AS a WHERE a.source_id = s.id) + coalesce(carried.items, 0) AS entries,
        (SELECT json_group_array(t.topic_id) FROM
            (SELECT topic_id FROM source_topic WHERE source_id = s.id ORDER BY topic_id) AS t) AS topics
    FROM source AS s
    LEFT JOIN organisation AS o ON o.id = s.organisation_id
    LEFT JOIN source_choice AS c ON c.source_id = s.id
    LEFT JOIN source_state AS st ON st.source_id = s.id
    LEFT JOIN ({_CARRIED}) AS carried ON carried.source_id = s.id
    WHERE s.removed_at IS NULL
"""
"""All sources that are not removed; more conditions may follow."""


def read_source(row: Row) -> Source:
    """Return the source of one row of `SOURCE_ROWS`."""
    return Source(
        id=SourceId(row["id"]),
        uid=row["uid"],
        url=row["url"],
        title=row["shown_title"],
        organisation_id=row["organisation_id"],
        organisation=row["organisation"],
        kind=SourceKind(row["kind"]),
        format=SourceFormat(row["format"]),
        language=row["language"],
        country=row["country"],
        homepage=row["homepage"],
        topics=tuple(json.loads(row["topics"])),
        enabled=bool(row["enabled"]),
        asks_first=bool(row["asks_first"]),
        allow_private=bool(row["allow_private"]),
        state=SourceState(row["state"]) if row["enabled"] else SourceState.OFF,
        reason=row["reason"],
        reason_detail=row["reason_detail"],
        last_checked_at=row["last_checked_at"],
        last_good_at=row["last_good_at"],
        next_due_at=row["next_due_at"],
        entries=row["entries"],
        newest_at=row["newest_at"],
        window_s=row["window_s"],
        gap_at=row["gap_at"],
        churning=bool(row["churning"]),
        full_text=None if row["full_text"] is None else bool(row["full_text"]),
        note=row["note"],
    )
