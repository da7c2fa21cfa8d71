"""Sources as people manage them. What sync learns about them is in `library.source_states`."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass

from caregiver_app.library.topics import REFRESH_ENABLED
from caregiver_app.model.errors import UnknownSource
from caregiver_app.model.source import NewSource, Source, SourceFormat, SourceId, SourceKind, SourceState
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer

_SELECT = """
    SELECT s.id, s.uid, s.url, s.organisation_id, s.kind, s.format, s.language, s.country, s.homepage, s.enabled,
        s.asks_first, s.allow_private, coalesce(o.name, '') AS organisation,
        coalesce(c.title, nullif(s.title, ''), nullif(st.feed_title, ''), s.url) AS shown_title,
        coalesce(st.state, 'never-fetched') AS state, coalesce(st.reason, '') AS reason,
        coalesce(st.reason_detail, '') AS reason_detail, st.last_checked_at, st.last_good_at, st.next_due_at,
        (SELECT count(*) FROM article_entry AS e WHERE e.source_id = s.id) AS entries,
        (SELECT json_group_array(t.topic_id) FROM
            (SELECT topic_id FROM source_topic WHERE source_id = s.id ORDER BY topic_id) AS t) AS topics
    FROM source AS s
    LEFT JOIN organisation AS o ON o.id = s.organisation_id
    LEFT JOIN source_choice AS c ON c.source_id = s.id
    LEFT JOIN source_state AS st ON st.source_id = s.id
    WHERE s.removed_at IS NULL
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedSource:
    """What is needed to put a removed source back."""

    id: SourceId
    title: str


class Sources:
    """The list of sources."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, new: NewSource, *, at: Millis) -> SourceId:
        """Add a source; one with the same address only gets a further author, and comes back if it was removed."""
        with self._database.write("sources.add") as writer:
            source_id = self._find(new)
            if source_id is None:
                source_id = self._insert(writer, new, at)
            else:
                self._refresh_facts(writer, source_id, new)
                if new.author == "user":
                    self._revive(writer, source_id)
            self._add_origin(writer, source_id, new)
            self._add_topics(writer, source_id, new)
            if new.author == "user":
                self._choose_enabled(writer, source_id, new.enabled)
            writer.execute(f"{REFRESH_ENABLED} WHERE id = :id", {"id": source_id})
        return source_id

    def get(self, source_id: SourceId) -> Source:
        """Return one source.

        Raises:
            UnknownSource: there is none with this id.
        """
        row = self._database.one(f"{_SELECT} AND s.id = :id", {"id": source_id})
        if row is None:
            raise UnknownSource(str(source_id))
        return _source(row)

    def list(self, *, topic: str | None = None, enabled: bool | None = None) -> tuple[Source, ...]:
        """Return sources by title; only those of a topic, only those that are on or off, if asked."""
        rows = self._database.rows(
            f"""
            {_SELECT}
            AND (:topic IS NULL OR s.id IN (SELECT source_id FROM source_topic WHERE topic_id = :topic))
            AND (:enabled IS NULL OR s.enabled = :enabled)
            ORDER BY shown_title COLLATE NOCASE, s.id
            """,
            {"topic": topic, "enabled": enabled},
        )
        return tuple(_source(row) for row in rows)

    def by_url(self, url: str) -> Source | None:
        """Return the source with exactly this address, None when there is none."""
        row = self._database.one(f"{_SELECT} AND s.url = :url", {"url": url})
        return None if row is None else _source(row)

    def set_enabled(self, source_id: SourceId, enabled: bool) -> None:
        """Switch a source on or off; this word wins over topics.

        Raises:
            UnknownSource: there is none with this id.
        """
        self.get(source_id)
        with self._database.write("sources.set-enabled") as writer:
            self._choose_enabled(writer, source_id, enabled)
            writer.execute(f"{REFRESH_ENABLED} WHERE id = :id", {"id": source_id})

    def set_title(self, source_id: SourceId, title: str | None) -> None:
        """Give a source the person's own title; None returns to the publisher's. Raises as `set_enabled` does."""
        self.get(source_id)
        with self._database.write("sources.set-title") as writer:
            writer.execute(
                "INSERT INTO source_choice (source_id, title) VALUES (:id, :title) "
                "ON CONFLICT (source_id) DO UPDATE SET title = excluded.title",
                {"id": source_id, "title": title},
            )

    def remove(self, source_id: SourceId, *, at: Millis) -> RemovedSource:
        """Take a source away with those of its articles that nobody marked and no other source carries.

        They are only hidden until `purge`, so that `put_back` can undo it. Raises as `set_enabled` does.
        """
        source = self.get(source_id)
        with self._database.write("sources.remove") as writer:
            writer.execute("UPDATE source SET removed_at = :at WHERE id = :id", {"id": source_id, "at": at})
            writer.execute(
                """
                UPDATE article SET hidden = 1 WHERE item_id IN (
                    SELECT e.item_id FROM article_entry AS e
                    LEFT JOIN mark AS m ON m.item_id = e.item_id
                    WHERE e.source_id = :id AND m.starred_at IS NULL AND NOT EXISTS (
                        SELECT 1 FROM article_entry AS other JOIN source AS s ON s.id = other.source_id
                        WHERE other.item_id = e.item_id AND s.removed_at IS NULL
                    )
                )
                """,
                {"id": source_id},
            )
        return RemovedSource(id=source_id, title=source.title)

    def put_back(self, removed: RemovedSource) -> None:
        """Undo `remove`.

        Raises:
            UnknownSource: it was purged meanwhile.
        """
        with self._database.write("sources.put-back") as writer:
            if not self._revive(writer, removed.id):
                raise UnknownSource(str(removed.id))

    def purge(self, *, removed_before: Millis) -> None:
        """Delete for good what was removed before a time, save articles that a person starred.

        What starter content or a pack brought keeps its row, so that their next version does not bring it back.
        """
        gone = [
            row[0]
            for row in self._database.rows(
                "SELECT id FROM source WHERE removed_at < :before", {"before": removed_before}
            )
        ]
        if not gone:
            return
        ids = {"ids": json.dumps(gone)}
        hidden = "SELECT item_id FROM article WHERE hidden = 1 AND source_id IN (SELECT value FROM json_each(:ids))"
        with self._database.write("sources.purge") as writer:
            writer.execute(f"DELETE FROM item_text WHERE item_id IN ({hidden})", ids)
            writer.execute(f"DELETE FROM item WHERE id IN ({hidden})", ids)
            writer.execute(
                """
                DELETE FROM source WHERE id IN (SELECT value FROM json_each(:ids))
                AND NOT EXISTS (SELECT 1 FROM article WHERE article.source_id = source.id)
                AND NOT EXISTS (SELECT 1 FROM source_origin AS o WHERE o.source_id = source.id AND o.author <> 'user')
                """,
                ids,
            )

    def _find(self, new: NewSource) -> SourceId | None:
        found = self._database.value(
            "SELECT id FROM source WHERE url = :url OR (uid = :uid AND :uid <> '') ORDER BY uid = :uid DESC",
            {"url": new.url, "uid": new.uid},
        )
        return None if found is None else SourceId(int(found))

    def _insert(self, writer: Writer, new: NewSource, at: Millis) -> SourceId:
        table = writer.tables.table("source").insert(
            {
                "uid": new.uid or f"user/{uuid.uuid4()}",
                "url": new.url,
                "title": new.title,
                "organisation_id": self._organisation_id(new),
                "format": new.format.value,
                "kind": new.kind.value,
                "language": new.language,
                "country": new.country,
                "homepage": new.homepage,
                "allow_private": int(new.allow_private),
                "asks_first": int(new.asks_first),
                "enabled": 0,
                "note": new.note,
                "added_at": at,
            }
        )
        source_id = SourceId(int(str(table.last_pk)))
        writer.execute("INSERT INTO source_state (source_id) VALUES (:id)", {"id": source_id})
        return source_id

    def _refresh_facts(self, writer: Writer, source_id: SourceId, new: NewSource) -> None:
        writer.execute(
            """
            UPDATE source SET url = :url, title = :title, organisation_id = coalesce(:organisation, organisation_id),
                kind = :kind, language = :language, country = :country, homepage = :homepage, note = :note,
                asks_first = :asks_first
            WHERE id = :id AND uid = :uid
            """,
            {
                "id": source_id,
                "uid": new.uid,
                "url": new.url,
                "title": new.title,
                "organisation": self._organisation_id(new),
                "kind": new.kind.value,
                "language": new.language,
                "country": new.country,
                "homepage": new.homepage,
                "note": new.note,
                "asks_first": int(new.asks_first),
            },
        )

    def _organisation_id(self, new: NewSource) -> int | None:
        if new.organisation_uid is None:
            return None
        found = self._database.value("SELECT id FROM organisation WHERE uid = :uid", {"uid": new.organisation_uid})
        return None if found is None else int(found)

    def _revive(self, writer: Writer, source_id: SourceId) -> bool:
        back = writer.execute("UPDATE source SET removed_at = NULL WHERE id = :id", {"id": source_id})
        writer.execute(
            """
            UPDATE article SET hidden = 0
            WHERE hidden = 1 AND item_id IN (SELECT item_id FROM article_entry WHERE source_id = :id)
            """,
            {"id": source_id},
        )
        return back > 0

    def _add_origin(self, writer: Writer, source_id: SourceId, new: NewSource) -> None:
        fields = asdict(new)
        writer.execute(
            """
            INSERT INTO source_origin (source_id, author, fields) VALUES (:id, :author, :fields)
            ON CONFLICT (source_id, author) DO UPDATE SET fields = excluded.fields
            """,
            {"id": source_id, "author": new.author, "fields": json.dumps(fields, ensure_ascii=False, sort_keys=True)},
        )

    def _add_topics(self, writer: Writer, source_id: SourceId, new: NewSource) -> None:
        writer.many(
            """
            INSERT OR IGNORE INTO source_topic (source_id, topic_id)
            SELECT :id, topic.id FROM topic WHERE topic.id = :topic
            """,
            [{"id": source_id, "topic": topic} for topic in new.topics],
        )

    def _choose_enabled(self, writer: Writer, source_id: SourceId, enabled: bool) -> None:
        writer.execute(
            "INSERT INTO source_choice (source_id, enabled) VALUES (:id, :enabled) "
            "ON CONFLICT (source_id) DO UPDATE SET enabled = excluded.enabled",
            {"id": source_id, "enabled": int(enabled)},
        )


def _source(row: Row) -> Source:
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
    )
