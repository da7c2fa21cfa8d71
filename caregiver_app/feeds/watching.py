"""Adds a web page itself as a source, for organisations that have no feed; the page is looked at once."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.feeds.jobs import PageJob
from caregiver_app.feeds.owners import with_owner
from caregiver_app.feeds.pool import Parser
from caregiver_app.feeds.source_topics import TopicNames
from caregiver_app.feeds.subscribe import AddedSource
from caregiver_app.feeds.typed_address import read_address
from caregiver_app.feeds.watched_pages import page_request
from caregiver_app.library.store import Library
from caregiver_app.links.handles import web_address
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.source import NewSource, SourceFormat, Validators
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Fetcher, Why
from caregiver_app.support.plain_text import one_line

_NOT_NOW = frozenset((WebTrouble.OFFLINE, WebTrouble.STAY_OFFLINE))


def watch_page(
    library: Library,
    address: str,
    *,
    fetcher: Fetcher,
    parser: Parser,
    topics: tuple[str, ...] = (),
    title: str = "",
    at: Millis,
) -> AddedSource:
    """Follow the page at the address that somebody typed; without a network it is taken unseen.

    `topics` are ids or titles; new ones are made.

    Raises:
        AddressRefused: it is no public web address, or not to be had by https.
        WebError: the server could not be asked, or leads to another site.
        FeedError: the page has no text that could be kept.
        Cancelled: the person pressed stop.
        StorageError: the disk is in the way.
    """
    url = read_address(web_address(address), allow_private=False).address.url
    known = library.sources.by_url(url)
    page = None
    if known is None:
        url, page = _look(url, fetcher, parser)
        known = library.sources.by_url(url)
    new = NewSource(
        url=url,
        title=one_line(title) or (page.title if page else ""),
        format=SourceFormat.PAGE,
        language=page.language if page else "",
        homepage=url,
    )
    with library.write("sources.watch-page"):
        new = replace(new, topics=TopicNames(library).ids_of(topics))
        source_id = library.sources.add(with_owner(library, new), at=at)
        source = library.sources.get(source_id)
    was_off = known is not None and not known.enabled
    return AddedSource(source=source, known=known is not None, checked=page is not None, switched_on=was_off)


def _look(url: str, fetcher: Fetcher, parser: Parser) -> tuple[str, ParsedFeed | None]:
    """Return where the page stays and what it says, None where nobody could look now."""
    try:
        fetched = fetcher.fetch(page_request(url, Why.ADD_SOURCE, Validators()))
    except WebError as error:
        if error.kind in _NOT_NOW:
            return url, None
        raise
    page = parser.read_page(PageJob(url=fetched.url, headers=fetched.headers, body=fetched.body))
    return fetched.moved_to or url, page
