"""States and ledger lines wait a moment and are written together; none is written twice or dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from caregiver_app.feeds.books import AT_LATEST_S, AT_MOST, Books
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.library.source_states import StateAfterSync
from caregiver_app.library.store import Library
from caregiver_app.model.source import SourceId
from caregiver_app.model.web import LedgerLine, Why
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import a_library, a_state, add_source

LINE = LedgerLine(at=MONDAY, host="a.example", why=Why.UPDATE, sent_bytes=1, received_bytes=2, result="304")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = a_library(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def ledger() -> LedgerBuffer:
    return LedgerBuffer()


@pytest.fixture
def books(library: Library, ledger: LedgerBuffer, clock: StillClock) -> Books:
    return Books(library, ledger, clock)


@pytest.fixture
def source(library: Library) -> SourceId:
    return add_source(library)


def failures(library: Library) -> int:
    """Return what is written of the one source."""
    (feed,) = library.source_states.for_sync(None)
    return feed.failures


def state(source: SourceId, number: int) -> StateAfterSync:
    return replace(a_state(source), failures=number)


def test_a_state_waits_for_others_but_not_for_long(
    library: Library, books: Books, clock: StillClock, source: SourceId
) -> None:
    books.keep(state(source, 1))
    books.write_when_due()
    assert failures(library) == 0
    clock.advance(AT_LATEST_S)
    books.write_when_due()
    assert failures(library) == 1


def test_many_states_wait_for_nothing(library: Library, books: Books, source: SourceId) -> None:
    for number in range(1, AT_MOST + 1):
        books.write_when_due()
        assert failures(library) == 0
        books.keep(state(source, number))
    books.write_when_due()
    assert failures(library) == AT_MOST


def test_the_time_counts_from_the_first_that_waits(
    library: Library, books: Books, clock: StillClock, source: SourceId
) -> None:
    for number in range(1, 6):
        books.keep(state(source, number))
        clock.advance(AT_LATEST_S / 4)
    books.write_when_due()
    assert failures(library) == 5
    clock.advance(1)
    books.keep(state(source, 9))
    books.write_when_due()
    assert failures(library) == 5


def test_lines_of_the_ledger_are_written_once_with_or_without_a_state(
    library: Library, books: Books, ledger: LedgerBuffer, source: SourceId
) -> None:
    ledger.record(LINE)
    books.write()
    books.write()
    ledger.record(LINE)
    books.keep(state(source, 1))
    books.write()
    assert library.ledger.list() == (LINE, LINE)


def test_what_waits_goes_along_with_a_document(
    library: Library, books: Books, ledger: LedgerBuffer, source: SourceId
) -> None:
    other = add_source(library, "other")
    ledger.record(LINE)
    books.keep(state(source, 1))
    with library.write("test"):
        books.write_along(state(other, 2))
    books.written()
    books.write()
    assert [feed.failures for feed in library.source_states.for_sync(None)] == [1, 2]
    assert library.ledger.list() == (LINE,)


def test_what_waited_is_not_lost_with_a_document_that_could_not_be_stored(
    library: Library, books: Books, ledger: LedgerBuffer, source: SourceId
) -> None:
    other = add_source(library, "other")
    ledger.record(LINE)
    books.keep(state(source, 1))

    def fail_after_writing() -> None:
        with library.write("test"):
            books.write_along(state(other, 2))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_writing()
    assert failures_by_source(library) == [0, 0]
    books.write()
    assert failures_by_source(library) == [1, 0]
    assert library.ledger.list() == (LINE,)


def failures_by_source(library: Library) -> list[int]:
    return [feed.failures for feed in library.source_states.for_sync(None)]
