"""What sync and the library tell each other of a source's entries: what is known, and what a document changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from caregiver_app.model.alert import AlertFacts
from caregiver_app.model.article import ItemId
from caregiver_app.model.entry import EntryText
from caregiver_app.model.time import Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntry:
    """An entry that the library already holds for a source.

    `in_feed`: the last document held it. `own`: this source speaks for the article, which another may carry too.
    """

    entry_key: str
    item_id: ItemId
    link_key: str | None
    title: str
    raw_hash: str
    text_hash: str
    in_feed: bool = True
    own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArticle:
    """An entry to be stored as an article of its own."""

    entry_key: str
    link: str | None
    link_key: str | None
    raw_hash: str
    published_at: Millis | None
    updated_at: Millis | None
    sort_at: Millis
    text: EntryText
    alert: AlertFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedArticle:
    """An entry whose article came through another source before."""

    entry_key: str
    item_id: ItemId
    link_key: str | None
    raw_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedArticle:
    """A known entry whose document says something else now. `revise`: it says something else, not only looks so.

    Of an article for which another source speaks, only the entry is brought up to date.
    """

    known: KnownEntry
    entry_key: str
    link: str | None
    link_key: str | None
    raw_hash: str
    updated_at: Millis | None
    text: EntryText
    revise: bool
    alert: AlertFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChanges:
    """Everything that one document changes; `seen` are the keys it holds, all others left the feed."""

    new: tuple[NewArticle, ...] = ()
    joined: tuple[JoinedArticle, ...] = ()
    changed: tuple[ChangedArticle, ...] = ()
    seen: tuple[str, ...] = ()


@lru_cache(maxsize=64)  # each text of a document is asked for twice: to recognise it, and to store it
def text_hash(title: str, text: str) -> str:
    """Return the hash by which a change of an article's words is recognised (`library.revisions.HASH_RULE`)."""
    return hashlib.sha256(f"{title}\0{text}".encode("utf-8", "replace")).hexdigest()
