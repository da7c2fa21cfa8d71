"""What sync knows of each source between two runs: validators, failures, when it is due. No person's word is here."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from caregiver_app.library.source_titles import SHOWN_TITLE
from caregiver_app.model.source import (
    NO_PACE,
    FeedForSync,
    Identity,
    Pace,
    SourceFormat,
    SourceId,
    SourceKind,
    SourceNote,
    SourceState,
    Validators,
)
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

_NOTES = frozenset(SourceNote)

LONGEST_PAUSE_MS = 24 * 3600 * 1000
"""The longest rest that any host is granted (`web.limits`); what lies beyond was counted by a clock that was wrong."""

FURTHEST_DUE_MS = 27 * 3600 * 1000
"""The furthest that any source is put off (`feeds.schedule`, with what is added by chance); the same holds beyond."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateAfterSync:
    """All of a source's state after one run; replaces what stood there, but for what may be None to keep it."""

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
    moved_first_at: Millis | None = None
    validators_at: Millis | None = None
    ttl_s: int | None = None
    pace: Pace = NO_PACE
    identity: Identity | None = None  # None: keep what was chosen
    gap_at: Millis | None = None  # None: keep what is known


class SourceStates:
    """The states that sync reads before and writes after."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def for_sync(self, ids: Collection[SourceId] | None, *, due_at: Millis | None = None) -> tuple[FeedForSync, ...]:
        """Return what sync needs of the enabled sources, or of exactly the named ones even when they are off.

        With `due_at` only of those that are due then.
        """
        rows = self._database.rows(
            f"""
            SELECT s.id, s.uid, s.url, s.allow_private, st.etag, st.last_modified, st.body_hash, st.failures,
                st.interval_s, st.last_good_at, st.newest_at, st.moved_to, st.moved_first_at, st.validators_at,
                st.ttl_s, st.window_s, st.rhythm_s, st.measured, st.identity, st.reason, st.reason_detail, s.kind,
                s.format,
                CASE WHEN s.format = 'page' THEN
                    (SELECT a.words FROM article AS a WHERE a.source_id = s.id LIMIT 1) END AS page_words,
                {SHOWN_TITLE} AS title
            FROM source AS s JOIN source_state AS st ON st.source_id = s.id
            LEFT JOIN source_choice AS c ON c.source_id = s.id
            WHERE s.removed_at IS NULL
            AND CASE WHEN :ids IS NULL THEN s.enabled AND st.state <> 'gone'
                ELSE s.id IN (SELECT value FROM json_each(:ids)) END
            AND (:due IS NULL OR coalesce(st.next_due_at, 0) NOT BETWEEN :due + 1 AND :furthest)
            ORDER BY s.kind <> 'alerts', s.id
            """,
            {
                "ids": None if ids is None else json.dumps(sorted(ids)),
                "due": due_at,
                "furthest": None if due_at is None else due_at + FURTHEST_DUE_MS,
            },
        )
        return tuple(_feed_for_sync(row) for row in rows)

    def known_hashes(self, source_id: SourceId) -> frozenset[str]:
        """Return the hashes of the entries that the source's last document held."""
        rows = self._database.rows(
            "SELECT raw_hash FROM article_entry WHERE source_id = :id AND in_feed = 1", {"id": source_id}
        )
        return frozenset(row[0] for row in rows)

    def put(self, *states: StateAfterSync) -> None:
        """Write down the states of sources after a run, all or none."""
        with self._database.write("source-states.put") as writer:
            writer.many(_PUT, [_values_of(state) for state in states])

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

    def all_asked_at(self) -> Millis | None:
        """Return when a source last answered that is asked only together with all others: no source of notices.

        Where nothing but sources of notices is on, that of any; None when none ever answered.
        """
        found = self._database.value(
            "SELECT max(st.last_good_at) FROM source_state AS st JOIN source AS s ON s.id = st.source_id "
            "WHERE s.kind <> 'alerts'"
        )
        return self.last_checked_at() if found is None else Millis(int(found))

    def alerts_to_ask(self, *, asked_before: Millis) -> tuple[SourceId, ...]:
        """Return the sources of notices that are on and were last asked before a moment, or never."""
        rows = self._database.rows(
            """
            SELECT s.id FROM source AS s JOIN source_state AS st ON st.source_id = s.id
            WHERE s.kind = 'alerts' AND s.enabled = 1 AND s.removed_at IS NULL AND st.state <> 'gone'
            AND coalesce(st.last_checked_at, 0) < :before ORDER BY s.id
            """,
            {"before": asked_before},
        )
        return tuple(SourceId(row["id"]) for row in rows)


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
        moved_first_at=row["moved_first_at"],
        kind=SourceKind(row["kind"]),
        identity=None if row["identity"] is None else Identity(row["identity"]),
        validators_at=row["validators_at"],
        ttl_s=row["ttl_s"],
        pace=Pace(
            window_s=row["window_s"],
            rhythm_s=row["rhythm_s"],
            measured=tuple((int(window), int(rhythm)) for window, rhythm in json.loads(row["measured"])),
        ),
        format=SourceFormat(row["format"]),
        page_words=row["page_words"],
        note=SourceNote(row["reason"]) if row["reason"] in _NOTES else None,
        note_detail=row["reason_detail"],
    )


_PUT = """
    UPDATE source_state SET etag = :etag, last_modified = :last_modified, validators_at = :validators_at,
        body_hash = :body_hash, last_checked_at = :last_checked_at, last_good_at = :last_good_at,
        newest_at = :newest_at, next_due_at = :next_due_at, interval_s = :interval_s, ttl_s = :ttl_s,
        failures = :failures, state = :state, reason = :reason, reason_detail = :reason_detail,
        feed_title = coalesce(:feed_title, feed_title), moved_to = :moved_to, moved_first_at = :moved_first_at,
        window_s = :window_s, rhythm_s = :rhythm_s, measured = :measured, identity = coalesce(:identity, identity),
        gap_at = coalesce(:gap_at, gap_at)
    WHERE source_id = :source_id
"""
_AS_THEY_ARE = (
    "source_id",
    "validators_at",
    "body_hash",
    "last_checked_at",
    "last_good_at",
    "newest_at",
    "next_due_at",
    "interval_s",
    "ttl_s",
    "failures",
    "reason",
    "reason_detail",
    "feed_title",
    "moved_to",
    "moved_first_at",
    "gap_at",
)


def _values_of(state: StateAfterSync) -> dict[str, object]:
    return {
        **{name: getattr(state, name) for name in _AS_THEY_ARE},
        "etag": state.validators.etag,
        "last_modified": state.validators.last_modified,
        "state": state.state.value,
        "identity": None if state.identity is None else state.identity.value,
        "window_s": state.pace.window_s,
        "rhythm_s": state.pace.rhythm_s,
        "measured": json.dumps(state.pace.measured),
    }
