"""Every request is kept line by line for 90 days, then only as totals by month."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from caregiver_app.library.ledger import KEPT_MS
from caregiver_app.library.store import Library
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.model.web import LedgerLine, Why
from tests.helpers.clock import MONDAY
from tests.helpers.library import DAY_MS, raw


def a_line(at: int, *, host: str = "a.example", why: Why = Why.UPDATE, received: int = 100) -> LedgerLine:
    return LedgerLine(at=Millis(at), host=host, why=why, sent_bytes=10, received_bytes=received, result="200")


def months(folder: Path) -> list[tuple[object, ...]]:
    with raw(folder) as connection:
        return [
            tuple(row)
            for row in connection.execute(
                "SELECT month, host, why, requests, sent_bytes, received_bytes FROM ledger_month ORDER BY 1, 2, 3"
            )
        ]


def test_lines_come_back_as_they_were_the_newest_first(library: Library) -> None:
    lines = [a_line(MONDAY), a_line(MONDAY + 2, why=Why.ADD_SOURCE), a_line(MONDAY + 1, host="b.example")]
    library.ledger.add(lines)
    assert library.ledger.list() == (lines[1], lines[2], lines[0])
    assert library.ledger.list(since=Millis(MONDAY + 1)) == (lines[1], lines[2])
    assert library.ledger.list(limit=1) == (lines[1],)


def test_lines_of_one_moment_keep_their_order(library: Library) -> None:
    library.ledger.add([a_line(MONDAY, host=f"{n}.example") for n in range(3)])
    assert [line.host for line in library.ledger.list()] == ["2.example", "1.example", "0.example"]


def test_adding_nothing_writes_nothing(library: Library) -> None:
    library.ledger.add([])
    library.ledger.add(iter(()))
    assert library.ledger.list() == ()


def test_lines_older_than_90_days_become_totals_by_month_host_and_reason(library: Library, tmp_path: Path) -> None:
    old = from_datetime(datetime(2026, 5, 31, 23, 59, tzinfo=UTC))
    library.ledger.add(
        [
            a_line(old),
            a_line(old, received=50),
            a_line(old + 120_000),  # June
            a_line(old, host="b.example"),
            a_line(old, why=Why.ADD_SOURCE),
            a_line(MONDAY),
        ]
    )
    library.ledger.fold(now=MONDAY)
    assert library.ledger.list() == (a_line(MONDAY),)
    assert months(tmp_path) == [
        ("2026-05", "a.example", "add-source", 1, 10, 100),
        ("2026-05", "a.example", "update", 2, 20, 150),
        ("2026-05", "b.example", "update", 1, 10, 100),
        ("2026-06", "a.example", "update", 1, 10, 100),
    ]


def test_folding_again_adds_to_the_totals(library: Library, tmp_path: Path) -> None:
    old = from_datetime(datetime(2026, 5, 1, tzinfo=UTC))
    for _ in range(2):
        library.ledger.add([a_line(old)])
        library.ledger.fold(now=MONDAY)
    library.ledger.fold(now=MONDAY)
    assert months(tmp_path) == [("2026-05", "a.example", "update", 2, 20, 200)]


@pytest.mark.parametrize(("age", "kept"), [(KEPT_MS - 1, True), (KEPT_MS, True), (KEPT_MS + 1, False)])
def test_the_90_days_are_exact(library: Library, age: int, kept: bool) -> None:
    library.ledger.add([a_line(MONDAY - age)])
    library.ledger.fold(now=MONDAY)
    assert bool(library.ledger.list()) is kept


def test_erasing_forgets_lines_and_totals(library: Library, tmp_path: Path) -> None:
    library.ledger.add([a_line(MONDAY), a_line(MONDAY - 200 * DAY_MS)])
    library.ledger.fold(now=MONDAY)
    library.ledger.erase()
    assert library.ledger.list() == ()
    assert months(tmp_path) == []


def test_a_clock_that_was_years_ahead_loses_no_request(library: Library, tmp_path: Path) -> None:
    """Folding early costs the single lines, never the count."""
    library.ledger.add([a_line(MONDAY)])
    library.ledger.fold(now=from_datetime(datetime(2099, 1, 1, tzinfo=UTC)))
    assert months(tmp_path) == [("2026-11", "a.example", "update", 1, 10, 100)]


def test_a_clock_that_stood_at_1970_puts_its_lines_there_and_folds_them_when_it_is_right(
    library: Library, tmp_path: Path
) -> None:
    library.ledger.add([a_line(0), a_line(-1000)])
    library.ledger.fold(now=Millis(0))
    assert len(library.ledger.list()) == 2
    library.ledger.fold(now=MONDAY)
    assert [(row[0], row[3]) for row in months(tmp_path)] == [("1969-12", 1), ("1970-01", 1)]
