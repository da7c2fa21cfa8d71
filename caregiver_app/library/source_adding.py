"""Puts a source into the library, or what a further author says of one that is there. Sets nothing that is not said."""

from __future__ import annotations

import json
import uuid
from dataclasses import fields

from caregiver_app.library import source_removal
from caregiver_app.library.topics import REFRESH_ENABLED
from caregiver_app.model.source import NewSource, SourceFormat, SourceId
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer

USER = "user"
"""The author of what a person did by hand."""

_INTERVAL_S = {SourceFormat.FEED: 3_600, SourceFormat.PAGE: 24 * 3_600}
"""How often a source is asked unless it says otherwise: pages of advice change seldom."""

# Switched on by nobody yet, and only a person may allow a private address: see `SourceAdding.put`.
_INSERT = """
    INSERT INTO source (
        uid, url, title, organisation_id, format, kind, language, country, homepage, allow_private, asks_first, enabled,
        note, added_at
    ) VALUES (
        :uid, :url, :title, :organisation, :format, :kind, :language, :country, :homepage, 0, :asks_first, 0, :note, :at
    )
"""


class SourceAdding:
    """Adds within a transaction that is open."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, writer: Writer, new: NewSource, *, at: Millis) -> SourceId:
        """Add a source; one with the same address only gets a further author, and comes back if it was removed."""
        source_id = self._find(new)
        if source_id is None:
            source_id = self._insert(writer, new, at)
        else:
            self._refresh_facts(writer, source_id, new)
            if new.author == USER:
                source_removal.show_again(writer, source_id)
        self._add_origin(writer, source_id, new)
        self._add_topics(writer, source_id, new)
        if new.author == USER:
            say_enabled(writer, source_id, new.enabled)
            self._allow_private(writer, source_id, new.allow_private)
        writer.execute(f"{REFRESH_ENABLED} WHERE id = :id", {"id": source_id})
        return source_id

    def refresh(self, writer: Writer, source_id: SourceId, new: NewSource) -> None:
        """Bring up to date what a source's own author says of it; does nothing where its uid is another."""
        self._refresh_facts(writer, source_id, new)

    def _is_taken(self, url: str) -> bool:
        return self._database.value("SELECT 1 FROM source WHERE url = :url", {"url": url}) is not None

    def _has_left(self, source_id: SourceId, url: str) -> bool:
        """Return True where the publisher moved away from an address: whoever still names it brings nobody back."""
        moved = "SELECT 1 FROM source_move WHERE source_id = :id AND from_url = :url AND undone_at IS NULL"
        return self._database.value(moved, {"id": source_id, "url": url}) is not None

    def _find(self, new: NewSource) -> SourceId | None:
        found = self._database.value(
            """
            SELECT id FROM source WHERE uid = :uid AND :uid <> '' OR url = :url
            OR id IN (SELECT source_id FROM source_move WHERE from_url = :url AND undone_at IS NULL)
            ORDER BY uid = :uid DESC, url = :url DESC
            """,
            {"url": new.url, "uid": new.uid},
        )
        return None if found is None else SourceId(int(found))

    def _insert(self, writer: Writer, new: NewSource, at: Millis) -> SourceId:
        writer.execute(
            _INSERT,
            {
                "uid": new.uid or f"user/{uuid.uuid4()}",
                "url": new.url,
                "title": new.title,
                "organisation": self._organisation_id(new),
                "format": new.format.value,
                "kind": new.kind.value,
                "language": new.language,
                "country": new.country,
                "homepage": new.homepage,
                "asks_first": int(new.asks_first),
                "note": new.note,
                "at": at,
            },
        )
        source_id = SourceId(int(self._database.value("SELECT last_insert_rowid()")))
        writer.execute(
            "INSERT INTO source_state (source_id, interval_s) VALUES (:id, :interval)",
            {"id": source_id, "interval": _INTERVAL_S[new.format]},
        )
        return source_id

    def _refresh_facts(self, writer: Writer, source_id: SourceId, new: NewSource) -> None:
        """Bring up to date what its own author says of a source; nobody else may."""
        own = {"id": source_id, "uid": new.uid}
        before = self._database.value("SELECT url FROM source WHERE id = :id AND uid = :uid", own)
        if before is None:
            return
        if before != new.url and not self._is_taken(new.url) and not self._has_left(source_id, new.url):
            self._move(writer, source_id, new.url)
        writer.execute(
            """
            UPDATE source SET title = :title, organisation_id = coalesce(:organisation, organisation_id),
                kind = :kind, language = :language, country = :country, homepage = :homepage, note = :note,
                asks_first = :asks_first
            WHERE id = :id
            """,
            {
                "id": source_id,
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

    def _move(self, writer: Writer, source_id: SourceId, url: str) -> None:
        """Give a source another address; what was said of the old one, by its server or a person, ends with it."""
        writer.execute("UPDATE source SET url = :url, allow_private = 0 WHERE id = :id", {"id": source_id, "url": url})
        source_removal.forget_validators(writer, [source_id])

    def _organisation_id(self, new: NewSource) -> int | None:
        if new.organisation_uid is None:
            return None
        found = self._database.value("SELECT id FROM organisation WHERE uid = :uid", {"uid": new.organisation_uid})
        return None if found is None else int(found)

    def _add_origin(self, writer: Writer, source_id: SourceId, new: NewSource) -> None:
        said = {each.name: getattr(new, each.name) for each in fields(new)}  # it holds nothing that is deep
        writer.execute(
            """
            INSERT INTO source_origin (source_id, author, fields) VALUES (:id, :author, :fields)
            ON CONFLICT (source_id, author) DO UPDATE SET fields = excluded.fields
            """,
            {"id": source_id, "author": new.author, "fields": json.dumps(said, ensure_ascii=False, sort_keys=True)},
        )

    def _add_topics(self, writer: Writer, source_id: SourceId, new: NewSource) -> None:
        writer.many(
            """
            INSERT OR IGNORE INTO source_topic (source_id, topic_id)
            SELECT :id, topic.id FROM topic WHERE topic.id = :topic
            AND NOT EXISTS (SELECT 1 FROM source_choice WHERE source_id = :id AND topics IS NOT NULL)
            """,
            [{"id": source_id, "topic": topic} for topic in new.topics],
        )

    def _allow_private(self, writer: Writer, source_id: SourceId, allowed: bool) -> None:
        writer.execute(
            "UPDATE source SET allow_private = max(allow_private, :allowed) WHERE id = :id",
            {"id": source_id, "allowed": int(allowed)},
        )


def say_enabled(writer: Writer, source_id: SourceId, enabled: bool) -> None:
    """Write down that a person switched a source on or off."""
    writer.execute(
        "INSERT INTO source_choice (source_id, enabled) VALUES (:id, :enabled) "
        "ON CONFLICT (source_id) DO UPDATE SET enabled = excluded.enabled",
        {"id": source_id, "enabled": int(enabled)},
    )
