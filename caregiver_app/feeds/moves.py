"""Decides when a source's new address takes the place of the old one. Pure; `library.source_moves` carries it out.

A permanent redirect (RFC 9110 sections 15.4.2 and 15.4.9) is followed each time and believed late: the address is
replaced only when the redirect was seen twice, a day or more apart, and the document there was the source's own both
times: the same body, a 304 for its validators, or one that holds an entry that is stored. So the page of a captive
portal, a lapsed domain or a mistake of an hour rewrites nothing. What is not secure replaces nothing but itself.
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
    """Where a source moves to, if anywhere. `is_believed`: its address is to be replaced now.

    `taken_by` is the title of another source that has the new address already: then both stay as they are.
    """

    to: str | None = None
    first_at: Millis | None = None
    is_believed: bool = False
    taken_by: str = ""


def moving(feed: FeedForSync, fetched: Fetched, *, is_own_document: bool, at: Millis) -> Moving:
    """Return what an answer says of a move, with what was seen before."""
    to = fetched.moved_to
    if to is None or to == feed.url:
        return Moving()
    seen_before = feed.moved_first_at if feed.moved_to == to else None
    if not is_own_document or not _may_replace(feed.url, to):
        return Moving(to=to, first_at=seen_before)
    if seen_before is None or seen_before > at:
        return Moving(to=to, first_at=at)
    return Moving(to=to, first_at=seen_before, is_believed=at - seen_before >= BELIEVED_AFTER_MS)


def keeps_permission(from_url: str, to_url: str) -> bool:
    """Return True when a permission for the old address holds for the new one: scheme, host and port are the same."""
    return _origin(from_url) == _origin(to_url)


def _may_replace(from_url: str, to_url: str) -> bool:
    return to_url.startswith("https://") or keeps_permission(from_url, to_url)


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
