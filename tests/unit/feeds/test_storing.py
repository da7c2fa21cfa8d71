"""Documents wait a moment and are stored together; each is whole, and none keeps another from being stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.feeds.books import Books
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.feeds.storing import AT_LATEST_S, TOGETHER, ReadDocument, Storing
from caregiver_app.library.store import Library
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import FeedForSync, Validators
from caregiver_app.model.sync import SyncState
from caregiver_app.model.web import Fetched
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.entries import a_feed, an_entry
from tests.helpers.library import a_library, add_source


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = a_library(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def storing(library: Library, clock: StillClock) -> Storing:
    return Storing(library, Books(library, LedgerBuffer(), clock), clock, at=MONDAY)


def sources(library: Library, count: int) -> tuple[FeedForSync, ...]:
    """Return new sources in the order in which they were added."""
    for number in range(count):
        add_source(library, f"news{number}")
    return library.source_states.for_sync(None)


def document(feed: FeedForSync, *titles: str) -> ReadDocument:
    fetched = Fetched(
        status=200,
        url=feed.url,
        moved_to=None,
        headers={},
        body=b"<rss/>",
        validators=Validators(etag=f'"{feed.id}"'),
        max_age_s=None,
    )
    entries = [an_entry(title, guid=f"{feed.id} {title}") for title in titles]
    return ReadDocument(feed=feed, fetched=fetched, body_hash="b" * 64, parsed=a_feed(*entries))


def titles(library: Library) -> set[str]:
    return {row.title for row in library.articles.page(ArticleQuery(), limit=100).rows}


def test_a_document_waits_for_others_but_not_for_long(library: Library, storing: Storing, clock: StillClock) -> None:
    assert not storing.is_due()
    (feed,) = sources(library, 1)
    storing.keep(document(feed, "Rest"))
    assert (storing.waiting, storing.is_due(), titles(library)) == (1, False, set())
    clock.advance(AT_LATEST_S)
    assert storing.is_due()
    assert [done.result.new for done in storing.store()] == [1]
    assert (storing.waiting, storing.is_due(), titles(library)) == (0, False, {"Rest"})


def test_enough_documents_do_not_wait(library: Library, storing: Storing) -> None:
    feeds = sources(library, TOGETHER)
    for feed in feeds:
        storing.keep(document(feed, f"Page of {feed.id}"))
    assert storing.is_due()
    done = storing.store()
    assert [each.result.source_id for each in done] == [feed.id for feed in feeds]
    assert titles(library) == {f"Page of {feed.id}" for feed in feeds}


def test_an_odd_document_keeps_no_other_from_being_stored(library: Library, storing: Storing) -> None:
    before, odd, after = sources(library, 3)
    storing.keep(document(before, "Before"))
    storing.keep(document(odd, "A whole page", "Half a sign: \ud800"))
    storing.keep(document(after, "After"))
    done = storing.store()
    assert [each.result.state for each in done] == [SyncState.OK, SyncState.FAILED, SyncState.OK]
    assert titles(library) == {"Before", "After"}, "nothing of the odd one"
    asked_with = {feed.id: feed.validators.etag for feed in library.source_states.for_sync(None)}
    assert asked_with == {before.id: f'"{before.id}"', odd.id: None, after.id: f'"{after.id}"'}
