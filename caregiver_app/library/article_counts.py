"""How much is new in each source, topic and collection, and how much a topic has at all, each in one look.

It is for where a person picks one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_app.library.article_conditions import TELLS_NOTHING
from caregiver_app.library.discreet import DISCREET_ITEMS
from caregiver_app.model.article import CollectionId
from caregiver_app.model.source import SourceId
from caregiver_app.storage.engine import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """New articles, each number at most the cap that was asked for; what is not named has none."""

    everywhere: int
    sources: Mapping[SourceId, int]
    topics: Mapping[str, int]
    collections: Mapping[CollectionId, int]


# What `new_count` alone would count wrongly: muted and discreet ones, and those that several entries carry.
_SPECIAL = f"""
    SELECT s.item_id, max(s.out) AS out,
        (SELECT group_concat(e.source_id) FROM article_entry AS e WHERE e.item_id = s.item_id) AS sources
    FROM (
        SELECT item_id, 1 AS out FROM muted_item UNION ALL SELECT item_id, 1 FROM ({DISCREET_ITEMS})
        UNION ALL SELECT item_id, 0 FROM shared_item
    ) AS s WHERE EXISTS (SELECT 1 FROM new_item AS n WHERE n.item_id = s.item_id) GROUP BY s.item_id
"""

_EVERYWHERE = f"""
    SELECT count(*) FROM (
        SELECT 1 FROM new_item AS n
        WHERE NOT EXISTS (SELECT 1 FROM muted_item AS mu WHERE mu.item_id = n.item_id)
        AND n.item_id NOT IN ({DISCREET_ITEMS}) LIMIT :cap
    )
"""

_IN_COLLECTIONS = f"""
    SELECT ci.collection_id, count(*) AS items FROM collection_item AS ci
    JOIN article AS a ON a.item_id = ci.item_id AND a.hidden = 0
    LEFT JOIN mark AS m ON m.item_id = ci.item_id WHERE m.read_at IS NULL AND {TELLS_NOTHING} GROUP BY ci.collection_id
"""

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

    def new(self, *, cap: int) -> Counts:
        """Return how much is new, each number at most `cap`."""
        entries = self._database.rows("SELECT source_id, items FROM new_count WHERE items > 0")
        sources = Counter({SourceId(row["source_id"]): int(row["items"]) for row in entries})
        topics_of = self._topics_of()
        twice: Counter[str] = Counter()
        for row in self._database.rows(_SPECIAL):
            carriers = [SourceId(int(part)) for part in str(row["sources"] or "").split(",") if part]
            sources.subtract(carriers)
            if not row["out"]:
                sources.update(set(carriers))
                about = Counter(topic for source in set(carriers) for topic in topics_of.get(source, ()))
                twice.update({topic: carried - 1 for topic, carried in about.items()})
        topics: Counter[str] = Counter()
        for source, items in sources.items():
            topics.update(dict.fromkeys(topics_of.get(source, ()), items))
        topics.subtract(twice)
        shelves = self._database.rows(_IN_COLLECTIONS)
        return Counts(
            everywhere=int(self._database.value(_EVERYWHERE, {"cap": cap})),
            sources={source: min(items, cap) for source, items in sources.items() if items},
            topics={topic: min(items, cap) for topic, items in topics.items() if items},
            collections={CollectionId(row["collection_id"]): min(row["items"], cap) for row in shelves},
        )

    def in_topics(self, *, cap: int) -> Mapping[str, int]:
        """Return how much each topic has, new or not, at most `cap`."""
        return {row["id"]: int(row["items"]) for row in self._database.rows(_IN_TOPICS, {"cap": cap})}

    def _topics_of(self) -> Mapping[SourceId, tuple[str, ...]]:
        rows = self._database.rows("SELECT source_id, json_group_array(topic_id) AS t FROM source_topic GROUP BY 1")
        return {SourceId(row["source_id"]): tuple(json.loads(row["t"])) for row in rows}
