"""What a feed document says, after parsing and before it is decided what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from caregiver_app.model.alert import AlertFacts
from caregiver_app.model.time import Millis

SafeHtml = NewType("SafeHtml", str)
"""HTML that went through `support.markup.sanitise`: the only kind that is stored or shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryText:
    """The costly half of an entry: made only for entries that are new or changed."""

    title: str  # plain text, white space folded, never empty (first words of the text where the feed has none)
    html: SafeHtml  # addresses resolved against the document
    text: str  # the same as plain text
    summary: str  # plain text, at most 300 characters
    author: str
    categories: tuple[str, ...]
    words: int
    language: str = ""  # BCP 47: as the entry or its feed says, else as detected; empty: nobody knows
    loads: tuple[str, ...] = ()  # of a whole page: the hosts that it would load scripts, frames and pictures from


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedEntry:
    """One entry of a feed document.

    `raw_hash` is SHA-256 (hex) over what the document said of this entry: equal hash, nothing to do. `text` is
    None exactly when the caller already knew that hash. `guid` and `link` are None where the document gave none.
    """

    guid: str | None
    link: str | None  # absolute http(s) address, else None
    raw_hash: str
    published_at: Millis | None
    updated_at: Millis | None
    text: EntryText | None
    alert: AlertFacts | None = None  # only beside a text: what the entry says of a danger


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """A feed document. `ttl_s` is the publisher's own polling wish in seconds (RSS `ttl`, sy:updatePeriod).

    `canonical` is where a whole page says that it belongs, "" where it says nothing, and for feeds.
    """

    title: str
    homepage: str
    language: str
    ttl_s: int | None
    damaged: bool  # read by recovery: the document was not well-formed
    dropped: int  # entries beyond the bound
    entries: tuple[ParsedEntry, ...]
    canonical: str = ""
