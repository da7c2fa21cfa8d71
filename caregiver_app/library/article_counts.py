"""How much is new in each source, topic and collection, in one look: for the panel where a person picks one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

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


# One walk over two tables in the same order. Nearly all articles have one source, so they group into as many lines as
# there are sources; those of several are lines of their own, which tells a topic each of them once.
_BY_SOURCES = """
    SELECT sources, count(*) AS items FROM (
        SELECT CASE count(*) WHEN 1 THEN min(e.source_id) ELSE group_concat(e.source_id) END AS sources
        FROM new_item AS n CROSS JOIN article_entry AS e ON e.item_id = n.item_id
        WHERE NOT EXISTS (SELECT 1 FROM muted_item AS mu WHERE mu.item_id = n.item_id)
        GROUP BY n.item_id
    ) GROUP BY sources
"""

_IN_COLLECTIONS = """
    SELECT ci.collection_id, count(*) AS items FROM collection_item AS ci
    JOIN article AS a ON a.item_id = ci.item_id AND a.hidden = 0
    LEFT JOIN mark AS m ON m.item_id = ci.item_id WHERE m.read_at IS NULL GROUP BY ci.collection_id
"""


class ArticleCounts:
    """Counts what is new."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def new(self, *, cap: int) -> Counts:
        """Return how much is new, each number at most `cap`."""
        sources: Counter[SourceId] = Counter()
        topics: Counter[str] = Counter()
        everywhere = 0
        topics_of = self._topics_of()
        for row in self._database.rows(_BY_SOURCES):
            carriers = {SourceId(int(part)) for part in str(row["sources"]).split(",")}
            everywhere += row["items"]
            sources.update(dict.fromkeys(carriers, row["items"]))
            about = {topic for source in carriers for topic in topics_of.get(source, ())}
            topics.update(dict.fromkeys(about, row["items"]))
        shelves = self._database.rows(_IN_COLLECTIONS)
        return Counts(
            everywhere=min(everywhere, cap),
            sources={source: min(items, cap) for source, items in sources.items()},
            topics={topic: min(items, cap) for topic, items in topics.items()},
            collections={CollectionId(row["collection_id"]): min(row["items"], cap) for row in shelves},
        )

    def _topics_of(self) -> Mapping[SourceId, tuple[str, ...]]:
        rows = self._database.rows("SELECT source_id, json_group_array(topic_id) AS t FROM source_topic GROUP BY 1")
        return {SourceId(row["source_id"]): tuple(json.loads(row["t"])) for row in rows}
