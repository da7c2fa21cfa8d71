"""Decides when a source's new address may take the place of the old one. Pure; `library.source_moves` carries it out.

A permanent redirect (RFC 9110 sections 15.4.2 and 15.4.9) is followed each time and believed late: the address is
replaced only when the redirect is seen again a day or more after the first time, and from the last document before it
on each one went on from the one before, by holding an entry of it. So the page of a captive portal, a lapsed domain or
a mistake of an hour rewrites nothing; where the thread once tore, the redirect is only followed for as long as it leads
there. What is not secure replaces nothing but itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from caregiver_app.model.source import FeedForSync
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Fetched

BELIEVED_AFTER_MS = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """Where a source moves to, if anywhere. `is_ripe`: that address may take the place of the old one now.

    `first_at` is since when every document there went on from the one before; None: the thread is torn.

    `taken_by` is the title of another source that has the new address already: then both stay as they are.
    """

    to: str | None = None
    first_at: Millis | None = None
    is_ripe: bool = False
    taken_by: str = ""


def moving(feed: FeedForSync, fetched: Fetched, *, goes_on: bool | None, at: Millis) -> Moving:
    """Return what an answer says of a move, with what was seen before.

    `goes_on` says whether the document went on from the one before; None: it has no entries and tells nothing.
    """
    to = fetched.moved_to
    if to is None or to == feed.url:
        return Moving()
    if feed.moved_to != to:
        return Moving(to=to, first_at=at if goes_on else None)
    if feed.moved_first_at is None or goes_on is False:
        return Moving(to=to)
    if feed.moved_first_at > at:
        return Moving(to=to, first_at=at)
    has_stood = at - feed.moved_first_at >= BELIEVED_AFTER_MS
    return Moving(
        to=to, first_at=feed.moved_first_at, is_ripe=bool(goes_on) and has_stood and _may_replace(feed.url, to)
    )


def keeps_permission(from_url: str, to_url: str) -> bool:
    """Return True when a permission for the old address holds for the new one: scheme, host and port are the same."""
    return _origin(from_url) == _origin(to_url)


def _may_replace(from_url: str, to_url: str) -> bool:
    return to_url.startswith("https://") or keeps_permission(from_url, to_url)


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
