"""Sources: what is polled, in which state it is, and what one sync made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from caregiver_app.model.time import Millis

SourceId = NewType("SourceId", int)


class SourceKind(StrEnum):
    """What a source carries."""

    NEWS = "news"
    ALERTS = "alerts"
    RESEARCH = "research"
    VIDEO = "video"
    SOCIAL = "social"


class SourceFormat(StrEnum):
    """How a source is read."""

    FEED = "feed"
    PAGE = "page"


class SourceState(StrEnum):
    """How a source is doing, as people see it."""

    NEVER_FETCHED = "never-fetched"
    FINE = "fine"
    QUIET = "quiet"
    FAILING = "failing"
    MOVED = "moved"
    GONE = "gone"
    ATTENTION = "attention"
    OFF = "off"


class Identity(StrEnum):
    """What a source's entries are recognised by; chosen once for each source."""

    GUID = "guid"
    LINK = "link"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast a source's document turns over; None where that is not known yet.

    `window_s` is how long one may be away before entries leave the document unseen, `rhythm_s` the usual time between
    two entries. Both are the middle of what the last documents said, kept in `measured` as such pairs, oldest first.
    """

    window_s: int | None = None
    rhythm_s: int | None = None
    measured: tuple[tuple[int, int], ...] = ()


NO_PACE = Pace()


class SourceNote(StrEnum):
    """What there is to say of a source that is fine: `Source.reason` beside such a state."""

    DAMAGED = "damaged"  # its document has mistakes, and could be read
    LEFT_OUT = "left-out"  # it holds more entries than are taken; the detail says how many were left out


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSource:
    """A source about to be added. `author` is `user`, `starter` or a pack's uid; `uid` is theirs, or made here."""

    url: str
    title: str = ""
    uid: str = ""
    author: str = "user"
    organisation_uid: str | None = None
    kind: SourceKind = SourceKind.NEWS
    format: SourceFormat = SourceFormat.FEED
    language: str = ""
    country: str = ""
    homepage: str = ""
    topics: tuple[str, ...] = ()
    enabled: bool = True
    asks_first: bool = False  # off until asked for by name: social, video, robots-excluded, doubles of a family
    allow_private: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source as lists show it.

    `reason` is a fact for `support.sentences` to word (a WebTrouble or FeedTrouble value, with `reason_detail`
    such as a status number); `url` has any token masked by whoever prints it (`links.tokens.mask_address`).
    """

    id: SourceId
    uid: str
    url: str
    title: str
    organisation_id: int | None
    organisation: str
    kind: SourceKind
    format: SourceFormat
    language: str
    country: str
    homepage: str
    topics: tuple[str, ...]
    enabled: bool
    asks_first: bool
    allow_private: bool
    state: SourceState
    reason: str
    reason_detail: str
    last_checked_at: Millis | None
    last_good_at: Millis | None
    next_due_at: Millis | None
    entries: int
    newest_at: Millis | None = None  # when an entry last was new or said something else
    window_s: int | None = None  # how long one may be away before entries are missed; None: not known yet
    gap_at: Millis | None = None  # when entries may last have been missed
    churning: bool = False  # an article of it changes so often that not all its earlier texts are kept
    full_text: bool | None = None  # the person's word on keeping whole pages; None: as is usual for its kind
    note: str = ""  # a word for why it asks first, as who brought it says


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """The pair a server gave with a body, verbatim (RFC 9110 section 8.8); always replaced together."""

    etag: str | None = None
    last_modified: str | None = None

    def __bool__(self) -> bool:
        return self.etag is not None or self.last_modified is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedForSync:
    """All that a sync needs to know of one source before it asks the server."""

    id: SourceId
    uid: str
    url: str
    title: str
    allow_private: bool
    validators: Validators
    body_hash: str | None
    failures: int
    interval_s: int
    last_good_at: Millis | None
    newest_at: Millis | None  # when an entry last was new or said something else
    moved_to: str | None
    moved_first_at: Millis | None = None  # since when the document at `moved_to` went on from the one before
    kind: SourceKind = SourceKind.NEWS
    identity: Identity | None = None  # None: no document was read yet
    validators_at: Millis | None = None
    ttl_s: int | None = None
    pace: Pace = NO_PACE
    format: SourceFormat = SourceFormat.FEED
    page_words: int | None = None  # of a watched page: how many its text had so far
    note: SourceNote | None = None  # what the last document made known
    note_detail: str = ""
