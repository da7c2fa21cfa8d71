"""Web pages that are followed like feeds: one page is a document with one entry, its main text. Touches no library.

A page that lost its text (a shell without scripts, a login, a barrier of cookies, five words left of eight hundred) is
in trouble and has not changed: that would bury what it said under what a broken site says.
"""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.feeds.jobs import MAX_PAGE_BYTES, PageJob
from caregiver_app.feeds.lost_text import has_lost_its_text
from caregiver_app.feeds.offline_fetch import PAGE_KINDS
from caregiver_app.feeds.pool import Parser
from caregiver_app.links.parts import take_apart
from caregiver_app.links.shared_hosts import is_shared_host
from caregiver_app.links.sites import registrable_domain
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import FeedError, FeedTrouble
from caregiver_app.model.source import FeedForSync, Validators
from caregiver_app.model.web import Fetched, FetchRequest, Why


def page_request(url: str, why: Why, validators: Validators) -> FetchRequest:
    """Return the request for a watched page; it must not lead out of its domain."""
    return FetchRequest(
        url=url,
        why=why,
        validators=validators,
        accept=PAGE_KINDS,
        stays_within=lambda address: is_same_domain(url, address),
        at_most_bytes=MAX_PAGE_BYTES,
    )


def read_watched(parser: Parser, feed: FeedForSync, fetched: Fetched) -> ParsedFeed:
    """Return what a watched page says now, under the address that it is watched at.

    Raises:
        FeedError: it is no page, or one without a text, or one that has lost nearly all of it.
        Cancelled: the person pressed stop.
    """
    page = parser.read_page(PageJob(url=fetched.url, headers=fetched.headers, body=fetched.body))
    (entry,) = page.entries
    words = entry.text.words if entry.text is not None else 0
    if has_lost_its_text(before=feed.page_words, now=words):
        raise FeedError(FeedTrouble.NO_TEXT, f"{words} of {feed.page_words}")
    return replace(page, entries=(replace(entry, link=feed.url),))


def is_same_domain(url: str, other: str) -> bool:
    """Return True where the other is an https address of the same host, or of a registered domain that both are on.

    A domain where everybody publishes makes nobody's pages one's own, nor does another port.
    """
    ours, theirs = take_apart(url), take_apart(other)
    if ours is None or theirs is None or theirs.scheme != "https" or theirs.userinfo is not None:
        return False
    if theirs.port not in (None, ours.port):
        return False
    if ours.host == theirs.host:
        return True
    domain = registrable_domain(ours.host)
    return domain is not None and not is_shared_host(domain) and domain == registrable_domain(theirs.host)
