"""Sources as packs bring them: one that several bring is there once, and stays until none does.

What a person chose of a source stays through all of it; their own sources are never changed.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from typing import Any

from caregiver_app.library import source_removal
from caregiver_app.library.brought_facts import is_of_person, word_on
from caregiver_app.library.source_adding import SourceAdding
from caregiver_app.library.topics import REFRESH_ENABLED
from caregiver_app.model.source import NewSource, SourceFormat, SourceId, SourceKind
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer

_FIELDS = frozenset(field.name for field in fields(NewSource))
_TEXTS = ("url", "title", "uid", "author", "language", "country", "homepage", "note")


class BroughtSources:
    """Writes within a transaction that is open."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._adding = SourceAdding(database)

    def put(self, writer: Writer, author: str, sources: Sequence[NewSource], *, at: Millis) -> set[int]:
        """Write down what a pack says, in place of what it said before; return which are concerned."""
        touched = self.drop(writer, author)
        orphans = {int(row[0]) for row in self._database.rows(_ORPHANS)}
        for new in sources:
            _ask_anew(writer, new)
            source_id = self._adding.put(writer, self._at_its_address(new), at=at)
            if source_id in orphans:
                source_removal.show_again(writer, source_id)
            touched.add(source_id)
        return touched

    def _at_its_address(self, new: NewSource) -> NewSource:
        """Return a source so that it joins another one at its address: the same address is the same source."""
        other = self._database.value(_ANOTHER_AT, {"url": new.url, "uid": new.uid})
        return new if other is None else replace(new, uid="")

    def drop(self, writer: Writer, author: str) -> set[int]:
        """Forget what a pack says; return which were concerned."""
        mine = {"author": author}
        rows = self._database.rows("SELECT source_id FROM source_origin WHERE author = :author", mine)
        writer.execute("DELETE FROM source_origin WHERE author = :author", mine)
        return {int(row[0]) for row in rows}

    def settle(self, writer: Writer, ids: Collection[int], *, at: Millis) -> None:
        """Let facts and topics follow from what is said of sources now; what nobody brings any more goes."""
        said: dict[int, list[Row]] = {}
        for row in self._database.rows(_SAID, {"ids": json.dumps(sorted(ids))}):
            said.setdefault(row["id"], []).append(row)
        for rows in said.values():
            self._settle_one(writer, rows, at)
        listed = {"ids": json.dumps(sorted(ids))}
        writer.execute(_FORGET_TOPICS, listed)
        writer.execute(_NAME_TOPICS, listed)
        writer.execute(f"{REFRESH_ENABLED} WHERE id IN (SELECT value FROM json_each(:ids))", listed)

    def alerting(self, author: str) -> frozenset[str]:
        """Return the addresses of those sources of a pack to whose warnings a person said yes."""
        return frozenset(str(row[0]) for row in self._database.rows(_ALERTING, {"author": author}))

    def ask_before_alerts(self, writer: Writer, author: str) -> set[int]:
        """Let the alert sources of a pack wait for a person's word again; return which they are."""
        rows = self._database.rows(_ALERTS, {"author": author})
        writer.execute(_ASK_FIRST, {"author": author})
        return {int(row[0]) for row in rows}

    def forget_starter(self, writer: Writer) -> None:
        """Let packs speak alone for what they bring of the content that there was before them."""
        writer.execute(_FORGET_STARTER)

    def _settle_one(self, writer: Writer, rows: Sequence[Row], at: Millis) -> None:
        first = rows[0]
        source_id = SourceId(first["id"])
        said = [row for row in rows if row["author"] is not None]
        if not said:
            self._take_away(writer, source_id, first, at)
            return
        word = word_on(first["uid"], said)
        if word is not None and not is_of_person(first["uid"]):
            said_so = source_of(word.fields)
            if said_so is None:
                return
            new = replace(said_so, uid=first["uid"])
            _ask_anew(writer, new)
            self._adding.refresh(writer, source_id, new)
            writer.execute(_SET_OWNER, {"id": source_id, "owner": new.organisation_uid})

    def _take_away(self, writer: Writer, source_id: SourceId, row: Row, at: Millis) -> None:
        """Delete a source that left no trace; hide any other as if a person had removed it: it can be put back."""
        left = writer.execute(_DELETE_UNTOUCHED, {"id": source_id})
        if not left and row["removed_at"] is None:
            source_removal.hide(writer, source_id, at)
            writer.execute(
                "UPDATE source SET note = :note WHERE id = :id", {"id": source_id, "note": source_removal.ORPHAN}
            )


_SET_OWNER = """
    UPDATE source SET organisation_id = (SELECT id FROM organisation WHERE uid = :owner) WHERE id = :id
"""
_OF_ALERTS = "author = :author AND fields ->> '$.kind' = 'alerts'"
_ALERTS = f"SELECT source_id FROM source_origin WHERE {_OF_ALERTS}"
_ASK_FIRST = f"""
    UPDATE source_origin SET fields = json_set(fields, '$.asks_first', json('true')) WHERE {_OF_ALERTS}
"""
_ALERTING = f"""
    SELECT fields ->> '$.url' FROM source_origin WHERE {_OF_ALERTS} AND NOT coalesce(fields ->> '$.asks_first', 0)
"""
# Who switched a source on while it brought news did not ask for warnings.
_ASK_ANEW = """
    UPDATE source_choice SET enabled = NULL
    WHERE source_id IN (SELECT id FROM source WHERE uid = :uid AND kind <> 'alerts')
"""
_ANOTHER_AT = "SELECT 1 FROM source WHERE url = :url AND uid <> :uid"
_ORPHANS = f"SELECT id FROM source WHERE removed_at IS NOT NULL AND note = '{source_removal.ORPHAN}'"
_SAID = """
    SELECT s.id, s.uid, s.removed_at, o.author, o.fields, p.published_on, p.version
    FROM source AS s LEFT JOIN source_origin AS o ON o.source_id = s.id LEFT JOIN pack AS p ON p.uid = o.author
    WHERE s.id IN (SELECT value FROM json_each(:ids)) ORDER BY s.id, o.author
"""
_DELETE_UNTOUCHED = """
    DELETE FROM source WHERE id = :id
    AND NOT EXISTS (SELECT 1 FROM article WHERE article.source_id = source.id)
    AND NOT EXISTS (SELECT 1 FROM article_entry AS e WHERE e.source_id = source.id)
    AND NOT EXISTS (SELECT 1 FROM source_choice AS c WHERE c.source_id = source.id)
    AND NOT EXISTS (SELECT 1 FROM tombstone AS t WHERE t.source_id = source.id)
"""
_FORGET_TOPICS = """
    DELETE FROM source_topic WHERE source_id IN (SELECT value FROM json_each(:ids))
    AND source_id NOT IN (SELECT c.source_id FROM source_choice AS c WHERE c.topics IS NOT NULL)
"""
_NAME_TOPICS = """
    INSERT OR IGNORE INTO source_topic (source_id, topic_id)
    SELECT o.source_id, topic.id FROM source_origin AS o, json_each(o.fields, '$.topics') AS named
    JOIN topic ON topic.id = named.value
    WHERE o.source_id IN (SELECT value FROM json_each(:ids))
    AND o.source_id NOT IN (SELECT c.source_id FROM source_choice AS c WHERE c.topics IS NOT NULL)
"""
_FORGET_STARTER = """
    DELETE FROM source_origin AS o WHERE o.author = 'starter' AND EXISTS (
        SELECT 1 FROM source_origin AS other
        WHERE other.source_id = o.source_id AND other.author GLOB 'starter/*'
    )
"""


def _ask_anew(writer: Writer, new: NewSource) -> None:
    if new.kind is SourceKind.ALERTS and new.asks_first:
        writer.execute(_ASK_ANEW, {"uid": new.uid})


def source_of(said: dict[str, Any]) -> NewSource | None:
    """Return a source as a pack said it, None for what is none: a backup may have brought the row.

    What a version of another day said beside what is known now is passed over.
    """
    known = {name: value for name, value in said.items() if name in _FIELDS}
    try:
        kind, form = SourceKind(known["kind"]), SourceFormat(known["format"])
        new = NewSource(**{**known, "kind": kind, "format": form, "topics": tuple(known["topics"])})
    except (KeyError, TypeError, ValueError):
        return None
    texts = (*(getattr(new, name) for name in _TEXTS), new.organisation_uid or "", *new.topics)
    flags = (new.enabled, new.asks_first, new.allow_private)
    is_sound = all(isinstance(text, str) for text in texts) and all(isinstance(flag, bool) for flag in flags)
    return new if is_sound else None
