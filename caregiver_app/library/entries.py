"""Storing what sync decided about a source's entries: the hot path, so rows go in by `executemany`.

It never touches a person's marks and never deletes an article.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence

from caregiver_app.library.alerts import Alerts
from caregiver_app.library.entry_values import (
    ChangedArticle,
    EntryChanges,
    JoinedArticle,
    NewArticle,
    text_hash,
)
from caregiver_app.library.revisions import Revisions
from caregiver_app.library.shown_text import page_outlasts, want_page_anew
from caregiver_app.model.article import ItemId
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.support.page_hosts import written


class Entries:
    """Writes entries of sources, and the articles that they are."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._revisions = Revisions(database)
        self._alerts = Alerts(database)

    def store(self, source_id: SourceId, changes: EntryChanges, *, at: Millis) -> int:
        """Store all of one document's changes, or none of them; return how many articles got a revision."""
        revised = 0
        with self._database.write("entries.store") as writer:
            self._store_new(writer, source_id, changes.new, at)
            self._store_joined(writer, source_id, changes.joined)
            for changed in changes.changed:
                if changed.known.own:
                    revised += self._store_changed(writer, changed, at)
                writer.execute(_UPDATE_ENTRY, _entry_values(source_id, changed))
            self._mark_seen(writer, source_id, changes.seen)
        text_hash.cache_clear()  # the texts of one document are of no use to the next, and may be long
        return revised

    def _store_new(self, writer: Writer, source_id: SourceId, new: Sequence[NewArticle], at: Millis) -> None:
        if not new:
            return
        source = self._database.one("SELECT language, organisation_id FROM source WHERE id = :id", {"id": source_id})
        if source is None:
            raise RuntimeError("entries stored for a source that is not there")
        first_id = int(self._database.value("SELECT coalesce(max(id), 0) + 1 FROM item"))
        origin = secrets.token_hex(4)
        # Oldest first: ids then rise with time, which "newest first" in the search index relies on.
        ordered = sorted(new, key=lambda article: article.sort_at)
        rows = [
            {
                **_values_of(article, at),
                "id": first_id + offset,
                # Rising with the ids, so that the index of uids grows at its end instead of in thirty places.
                "uid": f"article/{at:012x}-{first_id + offset:x}-{origin}",
                "source": source_id,
                "language": article.text.language or source["language"],
                "organisation": source["organisation_id"],
            }
            for offset, article in enumerate(ordered)
        ]
        for statement in _INSERT_ARTICLE:
            writer.many(statement, rows)
        if writer.many(_INSERT_NEW_ENTRY, rows) != len(rows):
            raise RuntimeError("an entry called new that is stored already")
        for offset, article in enumerate(ordered):
            if article.alert is not None:
                self._alerts.put(writer, ItemId(first_id + offset), article.alert)

    def _store_joined(self, writer: Writer, source_id: SourceId, joined: Sequence[JoinedArticle]) -> None:
        writer.many(
            _INSERT_JOINED_ENTRY,
            [
                {
                    "source": source_id,
                    "key": entry.entry_key,
                    "id": entry.item_id,
                    "link_key": entry.link_key,
                    "raw_hash": entry.raw_hash,
                }
                for entry in joined
            ],
        )

    def _store_changed(self, writer: Writer, changed: ChangedArticle, at: Millis) -> bool:
        item_id, text = changed.known.item_id, changed.text
        page_stays = page_outlasts(self._database, item_id, feed_words=text.words)
        revise = changed.revise and not (page_stays and text.title == changed.known.title)
        if revise:
            self._revisions.keep(writer, item_id, at=at)
        values = {
            "id": item_id,
            "title": text.title,
            "url": changed.link,
            "link_key": changed.link_key,
            "language": text.language,
            "html": text.html,
            "loads": written(text.loads),
            "text": text.text,
            "updated": changed.updated_at,
            "at": at if revise else None,
            "author": text.author,
            "summary": text.summary,
            "words": text.words,
            "text_hash": text_hash(text.title, text.text),
            "page_stays": int(page_stays),
        }
        for statement in _UPDATE_ARTICLE:
            writer.execute(statement, values)
        want_page_anew(writer, item_id, stays_shown=page_stays, at=at)
        self._alerts.put(writer, item_id, changed.alert)
        return revise

    def _mark_seen(self, writer: Writer, source_id: SourceId, seen: Sequence[str]) -> None:
        keys = {"source": source_id, "seen": json.dumps(seen)}
        writer.execute(
            """
            UPDATE article_entry SET in_feed = 0 WHERE source_id = :source AND in_feed = 1
            AND entry_key NOT IN (SELECT value FROM json_each(:seen))
            """,
            keys,
        )
        writer.execute(
            """
            UPDATE article_entry SET in_feed = 1 WHERE source_id = :source AND in_feed = 0
            AND entry_key IN (SELECT value FROM json_each(:seen))
            """,
            keys,
        )


_INSERT_ENTRY = """
    INSERT INTO article_entry (source_id, entry_key, item_id, link_key, raw_hash, in_feed)
    VALUES (:source, :key, :id, :link_key, :raw_hash, 1)
    ON CONFLICT (source_id, entry_key)
"""
_INSERT_NEW_ENTRY = f"{_INSERT_ENTRY} DO NOTHING"
_INSERT_JOINED_ENTRY = f"{_INSERT_ENTRY} DO UPDATE SET raw_hash = excluded.raw_hash, in_feed = 1"

_INSERT_ARTICLE = (
    """
    INSERT INTO item (id, kind, uid, address_key, title, url, language, organisation_id, created_at)
    VALUES (:id, 'article', :uid, :link_key, :title, :url, :language, :organisation, :at)
    """,
    """
    INSERT INTO article (item_id, source_id, published_at, updated_at, first_seen_at, sort_at, author, summary, words,
        text_hash)
    VALUES (:id, :source, :published, :updated, :at, :sort_at, :author, :summary, :words, :text_hash)
    """,
    "INSERT INTO article_html (item_id, html, loads) VALUES (:id, :html, :loads)",
    "INSERT INTO item_text (item_id, title, text) VALUES (:id, :title, :text)",
)

_UPDATE_ARTICLE = (
    """
    UPDATE item SET title = :title, url = :url, address_key = :link_key,
        language = coalesce(nullif(:language, ''), language)
    WHERE id = :id
    """,
    """
    UPDATE article SET updated_at = :updated, changed_at = coalesce(:at, changed_at), author = :author,
        summary = :summary, text_hash = :text_hash, words = CASE WHEN :page_stays THEN words ELSE :words END
    WHERE item_id = :id
    """,
    "UPDATE article_html SET html = :html, loads = :loads WHERE item_id = :id",
    """
    UPDATE item_text SET title = :title, text = CASE WHEN :page_stays THEN text ELSE :text END WHERE item_id = :id
    """,
)

_UPDATE_ENTRY = """
    UPDATE article_entry SET entry_key = :key, link_key = :link_key, raw_hash = :raw_hash, in_feed = 1
    WHERE source_id = :source AND entry_key = :old_key
"""


def _entry_values(source_id: SourceId, changed: ChangedArticle) -> dict[str, object]:
    return {
        "source": source_id,
        "old_key": changed.known.entry_key,
        "key": changed.entry_key,
        "link_key": changed.link_key,
        "raw_hash": changed.raw_hash,
    }


def _values_of(article: NewArticle, at: Millis) -> dict[str, object]:
    text = article.text
    return {
        "key": article.entry_key,
        "link_key": article.link_key,
        "raw_hash": article.raw_hash,
        "title": text.title,
        "url": article.link,
        "at": at,
        "published": article.published_at,
        "updated": article.updated_at,
        "sort_at": article.sort_at,
        "author": text.author,
        "summary": text.summary,
        "words": text.words,
        "text_hash": text_hash(text.title, text.text),
        "html": text.html,
        "loads": written(text.loads),
        "text": text.text,
    }
