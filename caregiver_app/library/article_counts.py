"""How much there is of each topic, in one look: for where a person picks one."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.storage.engine import Database

# A topic of many stops at the cap. CROSS JOIN keeps the order (SQLite, the query planner, 7.3).
_IN_TOPICS = """
    SELECT t.id, (
        SELECT count(*) FROM (
            SELECT DISTINCT a.item_id FROM source_topic AS st
            CROSS JOIN article_entry AS e ON e.source_id = st.source_id
            CROSS JOIN article AS a ON a.item_id = e.item_id LEFT JOIN mark AS m ON m.item_id = a.item_id
            WHERE st.topic_id = t.id AND a.hidden = 0 AND m.archived_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM muted_item AS mu WHERE mu.item_id = a.item_id) LIMIT :cap
        )
    ) AS items FROM topic AS t
"""


class ArticleCounts:
    """Counts what lists show."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def in_topics(self, *, cap: int) -> Mapping[str, int]:
        """Return how much each topic has, new or not, at most `cap`."""
        return {row["id"]: int(row["items"]) for row in self._database.rows(_IN_TOPICS, {"cap": cap})}
