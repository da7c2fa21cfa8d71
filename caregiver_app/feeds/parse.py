"""From the bytes of a document to entries that may be stored. Pure and in process; `pool` runs it where it may hang.

A document is opened (charset, kind), read by the first reader that understands it, and finished (hash, dates, links,
sanitised text). Never opens an address, a file or an entity, and never deletes: what is no feed is an error with a
name.
"""

from __future__ import annotations

from caregiver_app.feeds.document import Document, open_document
from caregiver_app.feeds.jobs import ParseJob
from caregiver_app.feeds.mending import ends_with
from caregiver_app.feeds.parse_entry import MAX_ENTRIES, finish_feed
from caregiver_app.feeds.raw import RawFeed
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import FeedError, FeedTrouble


def parse_feed(job: ParseJob) -> ParsedFeed:
    """Return what the document says.

    Raises:
        FeedError: it is no usable feed; `kind` says what it is instead.
    """
    document = open_document(job.url, job.headers, job.body)
    return finish_feed(_read(document), url=job.url, known=job.known, now=job.now)


def _read(document: Document) -> RawFeed:
    """Hand the document to its reader; each is imported when it is needed, so that a worker starts quickly.

    Raises:
        FeedError: see `parse_feed`.
    """
    if document.root == "json":
        from caregiver_app.feeds.json_feed import read_json

        return read_json(document, limit=MAX_ENTRIES)
    if document.root == "alert":
        from caregiver_app.feeds.cap import read_alert

        return read_alert(document)
    return _read_xml(document)


def _read_xml(document: Document) -> RawFeed:
    from caregiver_app.feeds.cap_in_feeds import take_alerts, take_alerts_from_ruins, with_alerts
    from caregiver_app.feeds.entry_languages import languages_in, with_languages
    from caregiver_app.feeds.parse_strict import read_strict
    from caregiver_app.feeds.xml_tree import mended, read_tree

    try:
        tree = read_tree(document)
    except FeedError as error:
        if error.kind is not FeedTrouble.NOT_A_FEED:
            raise
        ruins, alerts = take_alerts_from_ruins(mended(document))
        return with_alerts(read_leniently(ruins), alerts)
    tree, alerts = take_alerts(tree)
    languages = languages_in(tree)
    raw = read_strict(tree, limit=MAX_ENTRIES)
    return with_languages(with_alerts(read_leniently(tree.document) if raw is None else raw, alerts), languages)


def read_leniently(document: Document) -> RawFeed:
    """Return what feedparser says of a document.

    Raises:
        FeedError: it is no feed, or one that was cut off before its first entry.
    """
    from caregiver_app.feeds.parse_lenient import read_lenient

    raw = read_lenient(document, limit=MAX_ENTRIES)
    if not raw.entries and raw.damaged and not ends_with(document.text, document.root):
        raise FeedError(FeedTrouble.TRUNCATED)
    return raw
