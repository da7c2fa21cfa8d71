"""What sync knows of each source between two runs: validators, failures, when it is due. No person's word is here."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from caregiver_app.library.source_titles import SHOWN_TITLE
from caregiver_app.model.source import FeedForSync, SourceId, SourceState, Validators
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

LONGEST_PAUSE_MS = 24 * 3600 * 1000
"""The longest rest that any host is granted (`web.limits`); what lies beyond was counted by a clock that was wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateAfterSync:
    """All of a source's state after one run; replaces what stood there."""

    source_id: SourceId
    validators: Validators
    body_hash: str | None
    last_checked_at: Millis
    last_good_at: Millis | None
    newest_at: Millis | None
    next_due_at: Millis
    interval_s: int
    failures: int
    state: SourceState
    reason: str
    reason_detail: str
    feed_title: str | None  # None: keep what is known
    moved_to: str | None


class SourceStates:
    """The states that sync reads before and writes after."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def for_sync(self, ids: Collection[SourceId] | None) -> tuple[FeedForSync, ...]:
        """Return what sync needs of the enabled sources, or of exactly the named ones even when they are off."""
        rows = self._database.rows(
            f"""
            SELECT s.id, s.uid, s.url, s.allow_private, st.etag, st.last_modified, st.body_hash, st.failures,
                st.interval_s, st.last_good_at, st.newest_at, st.moved_to, st.state,
                {SHOWN_TITLE} AS title
            FROM source AS s JOIN source_state AS st ON st.source_id = s.id
            LEFT JOIN source_choice AS c ON c.source_id = s.id
            WHERE s.removed_at IS NULL AND s.format = 'feed'
            AND CASE WHEN :ids IS NULL THEN s.enabled AND st.state <> 'gone'
                ELSE s.id IN (SELECT value FROM json_each(:ids)) END
            ORDER BY s.kind <> 'alerts', s.id
            """,
            {"ids": None if ids is None else json.dumps(sorted(ids))},
        )
        return tuple(_feed_for_sync(row) for row in rows)

    def known_hashes(self, source_id: SourceId) -> frozenset[str]:
        """Return the hashes of the entries that the source's last document held."""
        rows = self._database.rows(
            "SELECT raw_hash FROM article_entry WHERE source_id = :id AND in_feed = 1", {"id": source_id}
        )
        return frozenset(row[0] for row in rows)

    def put(self, state: StateAfterSync) -> None:
        """Write down the state after a run."""
        with self._database.write("source-states.put") as writer:
            writer.execute(
                """
                UPDATE source_state SET etag = :etag, last_modified = :last_modified, body_hash = :body_hash,
                    last_checked_at = :last_checked_at, last_good_at = :last_good_at, newest_at = :newest_at,
                    next_due_at = :next_due_at, interval_s = :interval_s, failures = :failures, state = :state,
                    reason = :reason, reason_detail = :reason_detail,
                    feed_title = coalesce(:feed_title, feed_title), moved_to = :moved_to
                WHERE source_id = :source_id
                """,
                {
                    "source_id": state.source_id,
                    "etag": state.validators.etag,
                    "last_modified": state.validators.last_modified,
                    "body_hash": state.body_hash,
                    "last_checked_at": state.last_checked_at,
                    "last_good_at": state.last_good_at,
                    "newest_at": state.newest_at,
                    "next_due_at": state.next_due_at,
                    "interval_s": state.interval_s,
                    "failures": state.failures,
                    "state": state.state.value,
                    "reason": state.reason,
                    "reason_detail": state.reason_detail,
                    "feed_title": state.feed_title,
                    "moved_to": state.moved_to,
                },
            )

    def pauses(self, *, now: Millis) -> Mapping[str, Millis]:
        """Return the hosts that asked for rest beyond `now`, and until when."""
        rows = self._database.rows(
            "SELECT host, until FROM host_pause WHERE until > :now AND until <= :furthest",
            {"now": now, "furthest": now + LONGEST_PAUSE_MS},
        )
        return {row["host"]: Millis(row["until"]) for row in rows}

    def pause(self, host: str, until: Millis, *, now: Millis) -> None:
        """Remember that a host asked for rest, over restarts too; forget rests that are over."""
        with self._database.write("source-states.pause") as writer:
            writer.execute(
                "DELETE FROM host_pause WHERE until <= :now OR until > :furthest",
                {"now": now, "furthest": now + LONGEST_PAUSE_MS},
            )
            writer.execute(
                """
                INSERT INTO host_pause (host, until) VALUES (:host, :until)
                ON CONFLICT (host) DO UPDATE SET until = max(until, excluded.until)
                """,
                {"host": host, "until": until},
            )

    def last_checked_at(self) -> Millis | None:
        """Return when any source last answered well, None when none ever did."""
        found = self._database.value("SELECT max(last_good_at) FROM source_state")
        return None if found is None else Millis(int(found))


def _feed_for_sync(row: Row) -> FeedForSync:
    return FeedForSync(
        id=SourceId(row["id"]),
        uid=row["uid"],
        url=row["url"],
        title=row["title"],
        allow_private=bool(row["allow_private"]),
        validators=Validators(etag=row["etag"], last_modified=row["last_modified"]),
        body_hash=row["body_hash"],
        failures=row["failures"],
        interval_s=row["interval_s"],
        last_good_at=row["last_good_at"],
        newest_at=row["newest_at"],
        moved_to=row["moved_to"],
    )
