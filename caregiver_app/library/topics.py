"""The topics that people choose, and which sources a choice switches on."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Final

from caregiver_app.model.organisation import Topic
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database

COUNTRY, LANGUAGE = "country", "language"
"""The choices that say where a person lives (ISO 3166, also a part like "GB-SCT"; "" for anywhere) and what they read
(ISO 639-1, "" for all).
"""

SHIPPED_COUNTRIES: Final = ("AU", "CA", "ES", "GB", "IE", "NZ", "US")
"""The countries (ISO 3166) that the sources and phone lines speak for that come with the application. They can be
chosen whatever packs are kept; a test holds this against `packaging/starter` and `resources/helplines.json`.
"""

_LIVES_IN = f"coalesce((SELECT value ->> '$' FROM choice WHERE name = '{COUNTRY}'), '')"

# Bodies that speak for more than one country are for everybody. GB-SCT and its like are parts of GB: who lives in one
# hears of the whole and of that part; who named no part hears of all.
_FOR_THE_PERSON = f"""
    coalesce((SELECT value ->> '$' FROM choice WHERE name = '{LANGUAGE}'), '') IN ('', source.language)
    AND (
        source.country IN ('', 'INT', 'EU', {_LIVES_IN})
        OR {_LIVES_IN} IN ('', substr(source.country, 1, 2))
        OR source.country = substr({_LIVES_IN}, 1, 2)
    )
"""

# A person's own word on a source wins; what somebody added by hand is on; the rest follows the topics and the place.
REFRESH_ENABLED = f"""
    UPDATE source SET enabled = coalesce(
        (SELECT c.enabled FROM source_choice AS c WHERE c.source_id = source.id),
        EXISTS (SELECT 1 FROM source_origin AS o WHERE o.source_id = source.id AND o.author = 'user')
        OR (
            asks_first = 0 AND {_FOR_THE_PERSON}
            AND EXISTS (
                SELECT 1 FROM source_topic AS t JOIN topic_choice USING (topic_id) WHERE t.source_id = source.id
            )
        )
    )
"""


class Topics:
    """Topics by starter content, packs and the person's own folders."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def define(self, topic_id: str, title: str, position: int, *, author: str) -> None:
        """Add a topic or bring its title and place up to date; a topic keeps its first author."""
        with self._database.write("topics.define") as writer:
            writer.execute(
                """
                INSERT INTO topic (id, title, position, author) VALUES (:id, :title, :position, :author)
                ON CONFLICT (id) DO UPDATE SET title = excluded.title, position = excluded.position
                WHERE topic.author = excluded.author
                """,
                {"id": topic_id, "title": title, "position": position, "author": author},
            )

    def list(self) -> tuple[Topic, ...]:
        """Return all topics in their order; `sources` counts those that a choice switches on."""
        rows = self._database.rows(
            f"""
            SELECT t.id, t.title, c.topic_id IS NOT NULL AS chosen,
                (SELECT count(*) FROM source_topic AS st JOIN source ON source.id = st.source_id
                 WHERE st.topic_id = t.id AND source.asks_first = 0 AND source.removed_at IS NULL
                 AND {_FOR_THE_PERSON}) AS sources
            FROM topic AS t LEFT JOIN topic_choice AS c ON c.topic_id = t.id
            ORDER BY t.author = 'user', t.position, t.title, t.id
            """
        )
        return tuple(Topic(id=r["id"], title=r["title"], chosen=bool(r["chosen"]), sources=r["sources"]) for r in rows)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the chosen topics, so that a later `choose` can undo another."""
        return tuple(r[0] for r in self._database.rows("SELECT topic_id FROM topic_choice ORDER BY topic_id"))

    def countries(self) -> tuple[str, ...]:
        """Return the countries one can live in, in order: those of what ships, and those that sources of topics here
        speak for, parts counted to their whole.
        """
        rows = self._database.rows(
            """
            SELECT DISTINCT substr(country, 1, 2) AS country FROM source
            WHERE country NOT IN ('', 'INT', 'EU') AND removed_at IS NULL
            AND id IN (SELECT source_id FROM source_topic)
            """
        )
        return tuple(sorted({*SHIPPED_COUNTRIES, *(row["country"] for row in rows)}))

    def place(self) -> tuple[str, str]:
        """Return the country and the language that `live_in` was told, "" where it was told nothing."""
        rows = self._database.rows(
            "SELECT name, value ->> '$' AS value FROM choice WHERE name IN (:country, :language)",
            {"country": COUNTRY, "language": LANGUAGE},
        )
        told = {row["name"]: str(row["value"]) for row in rows}
        return told.get(COUNTRY, ""), told.get(LANGUAGE, "")

    def live_in(self, country: str, language: str) -> None:
        """Let topics switch on only what speaks for this country and in this language; "" stands for all."""
        with self._database.write("topics.live-in") as writer:
            writer.many(
                "INSERT INTO choice (name, value) VALUES (:name, :value) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [
                    {"name": COUNTRY, "value": json.dumps(country)},
                    {"name": LANGUAGE, "value": json.dumps(language)},
                ],
            )
            writer.execute(REFRESH_ENABLED)

    def choose(self, ids: Collection[str], *, at: Millis) -> None:
        """Make exactly these topics the chosen ones; sources follow. Unknown ids are passed over."""
        with self._database.write("topics.choose") as writer:
            wanted = {"ids": json.dumps(sorted(ids)), "at": at}
            writer.execute(
                "DELETE FROM topic_choice WHERE topic_id NOT IN (SELECT value FROM json_each(:ids))",
                {"ids": wanted["ids"]},
            )
            writer.execute(
                """
                INSERT OR IGNORE INTO topic_choice (topic_id, chosen_at)
                SELECT id, :at FROM topic WHERE id IN (SELECT value FROM json_each(:ids))
                """,
                wanted,
            )
            writer.execute(REFRESH_ENABLED)
