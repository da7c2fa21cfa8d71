"""Stores what documents say, each of them whole or not at all: with all its entries, its source's state and validators.

Some are stored in one transaction, which writes a third less than one for each. Ending the process loses at most those
that wait here for a moment: their validators are lost with them, so they are asked for again. One odd document keeps no
other from being stored.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from caregiver_app.feeds import outcome
from caregiver_app.feeds.books import Books
from caregiver_app.feeds.decide import decide_entries, newest_of, reworded
from caregiver_app.feeds.identity import Match, candidates_of, choose_identity, match_entries
from caregiver_app.feeds.moves import Moving, keeps_permission, moving
from caregiver_app.feeds.outcome import Outcome, Stored
from caregiver_app.feeds.pace import goes_on, learn
from caregiver_app.library.entry_values import EntryChanges, KnownEntry
from caregiver_app.library.store import Library
from caregiver_app.links.address import address_key
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import FeedError, FeedTrouble, StorageError
from caregiver_app.model.source import FeedForSync, SourceFormat
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Fetched

TOGETHER = 4
AT_LATEST_S = 0.1

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document that was read, with the hash of its body."""

    feed: FeedForSync
    fetched: Fetched
    body_hash: str
    parsed: ParsedFeed


class Storing:
    """The documents that wait to be stored, and the one who stores them."""

    def __init__(self, library: Library, books: Books, clock: Clock, *, at: Millis) -> None:
        self._library = library
        self._books = books
        self._clock = clock
        self._at = at
        self._waiting: list[ReadDocument] = []
        self._since = 0.0

    @property
    def waiting(self) -> int:
        """How many documents wait."""
        return len(self._waiting)

    def is_due(self) -> bool:
        """Return True when enough wait, or one has waited for long."""
        if not self._waiting:
            return False
        return len(self._waiting) >= TOGETHER or self._clock.monotonic() - self._since >= AT_LATEST_S

    def keep(self, document: ReadDocument) -> None:
        """Let a document wait to be stored with others."""
        if not self._waiting:
            self._since = self._clock.monotonic()
        self._waiting.append(document)

    def store(self) -> list[Outcome]:
        """Store all that wait; return what came of each, in their order.

        Raises:
            StorageError: the library cannot be written.
        """
        documents, self._waiting = self._waiting, []
        return self._store_together(documents) if documents else []

    def moving(self, feed: FeedForSync, fetched: Fetched, *, continues: bool | None) -> Moving:
        """Return where the source moves to; one that really has moved gets its new address here."""
        move = moving(feed, fetched, goes_on=continues, at=self._at)
        if move.to is None or not move.is_ripe:
            return move
        kept = keeps_permission(feed.url, move.to)
        done = self._library.source_moves.make(feed.id, move.to, keeps_permission=kept, at=self._at)
        return Moving() if done.made else replace(move, taken_by=done.taken_by)

    def _store_together(self, documents: Sequence[ReadDocument]) -> list[Outcome]:
        try:
            with self._library.write("sync.source"):
                done = [self._store(document) for document in documents]
                self._books.write_along(*(each.state for each in done if each.state is not None))
            self._books.written()
            return done
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001  one odd document must never keep the others from being stored
            if len(documents) > 1:
                return [each for document in documents for each in self._store_together([document])]
            _log.error("storing a document failed: %s", type(error).__name__)
            trouble = FeedError(FeedTrouble.CRASHED, type(error).__name__)
            return [outcome.failed(documents[0].feed, trouble, at=self._at)]

    def _store(self, document: ReadDocument) -> Outcome:
        feed, fetched, parsed = document.feed, document.fetched, document.parsed
        identity = feed.identity or choose_identity(parsed.entries)
        candidates = candidates_of(parsed.entries, address_key, identity)
        links = {candidate.link_key for candidate in candidates if candidate.link_key}
        known = self._library.known_entries.find(feed.id, [c.key for c in candidates], links)
        matches = match_entries(candidates, known)
        changes = self._decide(feed, matches, known, is_damaged=parsed.damaged)
        revised = self._library.entries.store(feed.id, changes, at=self._at)
        continues = goes_on(matches, known)
        note, note_detail = outcome.note_on(parsed)
        what = Stored(
            new=len(changes.new) + len(changes.joined),
            changed=revised,
            newest_at=newest_of(matches, changes, before=feed.newest_at, at=self._at),
            feed_title=parsed.title,
            ttl_s=parsed.ttl_s,
            body_hash=document.body_hash,
            identity=identity,
            pace=learn(feed.pace, matches, newest_before=feed.newest_at, at=self._at),
            has_gap=continues is False,
            note=note,
            note_detail=note_detail,
        )
        return outcome.stored(feed, fetched, what, self.moving(feed, fetched, continues=continues), at=self._at)

    def _decide(
        self, feed: FeedForSync, matches: Sequence[Match], known: Sequence[KnownEntry], *, is_damaged: bool
    ) -> EntryChanges:
        entries = self._library.known_entries
        fresh = {m.candidate.link_key for m in matches if m.known is None and m.candidate.link_key}
        other_words = reworded(matches)
        return decide_entries(
            matches,
            feed=feed,
            known=known,
            is_damaged=is_damaged,
            elsewhere=entries.elsewhere(feed.id, fresh) if fresh and feed.format is SourceFormat.FEED else {},
            tombstones=entries.tombstones(feed.id),
            texts=entries.texts(other_words) if other_words else {},
            at=self._at,
        )
