"""Entries of feed documents as the parser hands them on, with as little said as a test needs."""

from __future__ import annotations

import hashlib

from caregiver_app.library.entry_values import KnownEntry, text_hash
from caregiver_app.model.article import ItemId
from caregiver_app.model.entry import EntryText, ParsedEntry, ParsedFeed, SafeHtml
from caregiver_app.model.source import NO_PACE, FeedForSync, Pace, SourceId, SourceKind, Validators
from caregiver_app.model.time import Millis


def an_entry(
    title: str = "Falls at night",
    text: str = "Keep a light on.",
    *,
    guid: str | None = None,
    link: str | None = None,
    published_at: int | None = None,
    known: bool = False,
    volatile: str = "",
) -> ParsedEntry:
    """Return an entry; `known` leaves the costly half out, `volatile` changes the document but not the words."""
    said = f"{guid}\0{link}\0{title}\0{text}\0{published_at}\0{volatile}"
    return ParsedEntry(
        guid=guid,
        link=link,
        raw_hash=hashlib.sha256(said.encode("utf-8", "replace")).hexdigest(),
        published_at=None if published_at is None else Millis(published_at),
        updated_at=None,
        text=None if known else a_text(title, text),
    )


def a_text(title: str, text: str) -> EntryText:
    """Return the costly half of an entry."""
    return EntryText(
        title=title,
        html=SafeHtml(f"<p>{text}</p>"),
        text=text,
        summary=text[:300],
        author="",
        categories=(),
        words=len(text.split()),
    )


def a_feed(*entries: ParsedEntry, title: str = "Night news") -> ParsedFeed:
    """Return a document that holds these entries."""
    return ParsedFeed(
        title=title, homepage="", language="en", ttl_s=None, damaged=False, dropped=0, entries=tuple(entries)
    )


def stored(entry: ParsedEntry, *, key: str, item_id: int = 1, link_key: str | None = None) -> KnownEntry:
    """Return what the library knows of an entry that it stored under `key`."""
    assert entry.text is not None
    return KnownEntry(
        entry_key=key,
        item_id=ItemId(item_id),
        link_key=link_key,
        title=entry.text.title,
        raw_hash=entry.raw_hash,
        text_hash=text_hash(entry.text.title, entry.text.text),
    )


def a_feed_for_sync(
    *, last_good_at: int | None = None, pace: Pace = NO_PACE, kind: SourceKind = SourceKind.NEWS
) -> FeedForSync:
    """Return what a sync knows of a source, with as little said as a test needs."""
    return FeedForSync(
        id=SourceId(7),
        uid="user/7",
        url="https://a.org/feed",
        title="Night news",
        allow_private=False,
        validators=Validators(),
        body_hash=None,
        failures=0,
        interval_s=3600,
        last_good_at=None if last_good_at is None else Millis(last_good_at),
        newest_at=None,
        moved_to=None,
        kind=kind,
        pace=pace,
    )
