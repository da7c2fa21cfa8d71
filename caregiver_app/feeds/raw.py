"""What a document says, before anything is decoded, resolved or sanitised: the same values whichever reader read it.

Nothing here is fit to be shown or stored; `parse_entry` makes that of it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """A text as written; `html` says whether markup and entities in it mean something. `base` resolves its links."""

    value: str
    html: bool
    base: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A file that an entry announces."""

    url: str
    type: str
    length: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawAlert:
    """What an entry says of a danger, in the elements of CAP 1.2; `references` are separated by white space."""

    identifier: str = ""
    sender: str = ""
    sent: str = ""
    status: str = ""
    scope: str = ""
    message_type: str = ""
    references: str = ""
    event: str = ""
    urgency: str = ""
    severity: str = ""
    certainty: str = ""
    area: str = ""
    effective: str = ""
    expires: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """One entry. `link` is as written and may be anything; `related` is where to lead when that leads nowhere."""

    guid: str = ""
    link: str = ""
    related: str = ""
    title: RawText | None = None
    summary: RawText | None = None
    contents: tuple[RawText, ...] = ()
    published: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    language: str = ""
    alert: RawAlert | None = None

    def hash(self) -> str:
        """Return SHA-256 in hex over everything above but bases; counts of comments and the like are not in it."""
        said: tuple[object, ...] = (
            self.guid,
            self.link,
            self.related,
            [text and (text.value, text.html) for text in (self.title, self.summary, *self.contents)],
            self.published,
            self.updated,
            self.authors,
            self.categories,
            [(file.url, file.type, file.length) for file in self.enclosures],
            self.language,
        )
        if self.alert is not None:
            said = (*said, astuple(self.alert))
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFeed:
    """A document. `ttl_s` is the publisher's polling wish; `dropped` counts entries that were not even looked at."""

    title: RawText | None = None
    homepage: str = ""
    language: str = ""
    ttl_s: int | None = None
    damaged: bool = False
    dropped: int = 0
    entries: tuple[RawEntry, ...] = ()
