"""A person's own word on many sources at once: on or off, and below which topics they stand. It wins over authors."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from caregiver_app.library.topics import REFRESH_ENABLED
from caregiver_app.model.source import SourceId
from caregiver_app.storage.engine import Database, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceBefore:
    """What a person had said of one source, None where they had said nothing; enough to put it back."""

    source_id: SourceId
    enabled: bool | None
    topics: tuple[str, ...] | None


def choose_enabled(database: Database, source_ids: Collection[SourceId], enabled: bool) -> tuple[ChoiceBefore, ...]:
    """Switch sources on or off; return what was said before of those that were not so yet."""
    with database.write("sources.set-all-enabled") as writer:
        changing = [one for one in _known(database, source_ids) if _is_enabled(database, one) != enabled]
        before = tuple(_choice_of(database, source_id) for source_id in changing)
        for source_id in changing:
            _put_enabled(writer, source_id, enabled)
    return before


def choose_topics(
    database: Database, source_ids: Collection[SourceId], topic_ids: Collection[str] | None
) -> tuple[ChoiceBefore, ...]:
    """Put sources below exactly these topics, or with None below those that their authors name.

    Sources stay on or off as they are. Unknown topics are passed over. Returns what was said before.
    """
    wanted = None if topic_ids is None else tuple(sorted(topic_ids))
    with database.write("sources.set-topics") as writer:
        known = _known(database, source_ids)
        before = tuple(_choice_of(database, source_id) for source_id in known)
        for source_id in known:
            was_on = _is_enabled(database, source_id)
            _put_topics(writer, source_id, wanted)
            writer.execute(f"{REFRESH_ENABLED} WHERE id = :id", {"id": source_id})
            if _is_enabled(database, source_id) != was_on:
                _put_enabled(writer, source_id, was_on)
    return before


def put_choices_back(database: Database, before: Collection[ChoiceBefore]) -> None:
    """Let sources be as a person had chosen before; one that is gone meanwhile is passed over."""
    with database.write("sources.put-choices-back") as writer:
        for choice in before:
            if _known(database, [choice.source_id]):
                _put_topics(writer, choice.source_id, choice.topics)
                _put_enabled(writer, choice.source_id, choice.enabled)


def _known(database: Database, source_ids: Collection[SourceId]) -> list[SourceId]:
    rows = database.rows(
        "SELECT id FROM source WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(:ids)) ORDER BY id",
        {"ids": json.dumps(list(source_ids))},
    )
    return [SourceId(row["id"]) for row in rows]


def _is_enabled(database: Database, source_id: SourceId) -> bool:
    return bool(database.value("SELECT enabled FROM source WHERE id = :id", {"id": source_id}))


def _choice_of(database: Database, source_id: SourceId) -> ChoiceBefore:
    row = database.one("SELECT enabled, topics FROM source_choice WHERE source_id = :id", {"id": source_id})
    enabled, topics = (None, None) if row is None else (row["enabled"], row["topics"])
    return ChoiceBefore(
        source_id=source_id,
        enabled=None if enabled is None else bool(enabled),
        topics=None if topics is None else tuple(json.loads(topics)),
    )


def _put_enabled(writer: Writer, source_id: SourceId, enabled: bool | None) -> None:
    writer.execute(
        "INSERT INTO source_choice (source_id, enabled) VALUES (:id, :enabled) "
        "ON CONFLICT (source_id) DO UPDATE SET enabled = excluded.enabled",
        {"id": source_id, "enabled": None if enabled is None else int(enabled)},
    )
    writer.execute(f"{REFRESH_ENABLED} WHERE id = :id", {"id": source_id})


def _put_topics(writer: Writer, source_id: SourceId, topics: tuple[str, ...] | None) -> None:
    chosen = {"id": source_id, "topics": None if topics is None else json.dumps(topics)}
    writer.execute(
        "INSERT INTO source_choice (source_id, topics) VALUES (:id, :topics) "
        "ON CONFLICT (source_id) DO UPDATE SET topics = excluded.topics",
        chosen,
    )
    writer.execute("DELETE FROM source_topic WHERE source_id = :id", {"id": source_id})
    if topics is None:
        writer.execute(
            """
            INSERT OR IGNORE INTO source_topic (source_id, topic_id)
            SELECT :id, topic.id FROM source_origin AS o, json_each(o.fields, '$.topics') AS named
            JOIN topic ON topic.id = named.value WHERE o.source_id = :id
            """,
            {"id": source_id},
        )
    else:
        writer.execute(
            """
            INSERT OR IGNORE INTO source_topic (source_id, topic_id)
            SELECT :id, id FROM topic WHERE id IN (SELECT value FROM json_each(:topics))
            """,
            chosen,
        )
