"""Documents to read and the reading of them in this process, for tests that are about what is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from caregiver_app.feeds.jobs import ParseJob
from caregiver_app.feeds.parse import parse_feed
from caregiver_app.model.entry import EntryText, ParsedEntry, ParsedFeed
from caregiver_app.model.errors import FeedError
from caregiver_app.model.time import Millis

URL = "https://clinic.example/news/feed.xml"
NOW = Millis(1_795_600_000_000)  # 25 November 2026


def a_job(
    body: bytes | str, *, headers: Mapping[str, str] | None = None, url: str = URL, known: Iterable[str] = ()
) -> ParseJob:
    """Return a job to read `body`, as if it had come from a clinic's site."""
    data = body.encode() if isinstance(body, str) else body
    return ParseJob(url=url, headers=headers or {}, body=data, known=frozenset(known), now=NOW)


def read(body: bytes | str, *, headers: Mapping[str, str] | None = None, known: Iterable[str] = ()) -> ParsedFeed:
    """Return what a document says."""
    return parse_feed(a_job(body, headers=headers, known=known))


def trouble_with(body: bytes | str, *, headers: Mapping[str, str] | None = None) -> FeedError:
    """Return the error that a document ends with."""
    try:
        feed = read(body, headers=headers)
    except FeedError as error:
        return error
    raise AssertionError(f"a feed with {len(feed.entries)} entries")


def rss(*items: str, channel: str = "<title>Clinic news</title>", root: str = 'rss version="2.0"') -> str:
    """Return an RSS document with what stands in its channel and in each of its items."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f"<{root}><channel>{channel}{inside}</channel></rss>"


def atom(*entries: str, feed: str = "<title>Clinic news</title>") -> str:
    """Return an Atom document with what stands in it and in each of its entries."""
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{feed}{inside}</feed>'


def only_entry(feed: ParsedFeed) -> ParsedEntry:
    """Return the one entry of a feed."""
    (entry,) = feed.entries
    return entry


def only_text(body: bytes | str, *, headers: Mapping[str, str] | None = None) -> EntryText:
    """Return the text of the one entry in a document."""
    text = only_entry(read(body, headers=headers)).text
    assert text is not None
    return text
