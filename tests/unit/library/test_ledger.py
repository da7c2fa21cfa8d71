"""Every request is kept line by line for 90 days, then only as totals by month."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from caregiver_app.library.ledger import DAYS_KEPT, HostTotals, LedgerMonth
from caregiver_app.library.store import Library
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.model.web import LedgerLine, Why
from tests.helpers.clock import MONDAY
from tests.helpers.library import DAY_MS, raw

KEPT_MS = DAYS_KEPT * DAY_MS


def a_line(at: int, *, host: str = "a.example", why: Why = Why.UPDATE, received: int = 100) -> LedgerLine:
    return LedgerLine(at=Millis(at), host=host, why=why, sent_bytes=10, received_bytes=received, result="200")


def months_in(folder: Path) -> list[tuple[object, ...]]:
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
    assert months_in(tmp_path) == [
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
    assert months_in(tmp_path) == [("2026-05", "a.example", "update", 2, 20, 200)]


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
    assert months_in(tmp_path) == []


def test_a_clock_that_was_years_ahead_loses_no_request(library: Library, tmp_path: Path) -> None:
    """Folding early costs the single lines, never the count."""
    library.ledger.add([a_line(MONDAY)])
    library.ledger.fold(now=from_datetime(datetime(2099, 1, 1, tzinfo=UTC)))
    assert months_in(tmp_path) == [("2026-11", "a.example", "update", 1, 10, 100)]


def test_a_clock_that_stood_at_1970_puts_its_lines_there_and_folds_them_when_it_is_right(
    library: Library, tmp_path: Path
) -> None:
    library.ledger.add([a_line(0), a_line(-1000)])
    library.ledger.fold(now=Millis(0))
    assert len(library.ledger.list()) == 2
    library.ledger.fold(now=MONDAY)
    assert [(row[0], row[3]) for row in months_in(tmp_path)] == [("1969-12", 1), ("1970-01", 1)]


def test_hosts_are_told_with_their_totals_the_most_recent_first(library: Library) -> None:
    library.ledger.add(
        [
            a_line(MONDAY, host="a.example"),
            a_line(MONDAY + 5, host="b.example", received=7),
            a_line(MONDAY + 1, host="a.example", why=Why.ADD_SOURCE),
        ]
    )
    assert library.ledger.by_host() == (
        HostTotals(
            host="b.example", requests=1, sent_bytes=10, received_bytes=7, last_at=Millis(MONDAY + 5), whys=("update",)
        ),
        HostTotals(
            host="a.example",
            requests=2,
            sent_bytes=20,
            received_bytes=200,
            last_at=Millis(MONDAY + 1),
            whys=("add-source", "update"),
        ),
    )


def test_hosts_of_which_only_months_are_known_come_last_and_count(library: Library) -> None:
    library.ledger.add([a_line(MONDAY - 200 * DAY_MS, host="old.example"), a_line(MONDAY - 200 * DAY_MS)])
    library.ledger.fold(now=MONDAY)
    library.ledger.add([a_line(MONDAY)])
    totals = {each.host: (each.requests, each.last_at) for each in library.ledger.by_host()}
    assert list(totals.items()) == [("a.example", (2, MONDAY)), ("old.example", (1, None))]


def test_hosts_since_a_time_leave_out_what_was_before_it(library: Library) -> None:
    library.ledger.add([a_line(MONDAY - 1, host="before.example"), a_line(MONDAY)])
    library.ledger.add([a_line(MONDAY - 200 * DAY_MS, host="old.example")])
    library.ledger.fold(now=MONDAY)
    assert [each.host for each in library.ledger.by_host(since=MONDAY)] == ["a.example"]


def test_months_are_told_the_newest_first(library: Library) -> None:
    old = from_datetime(datetime(2026, 5, 1, tzinfo=UTC))
    library.ledger.add([a_line(old), a_line(old + 31 * DAY_MS), a_line(MONDAY)])
    library.ledger.fold(now=MONDAY)
    assert library.ledger.months() == tuple(
        LedgerMonth(month=month, host="a.example", why="update", requests=1, sent_bytes=10, received_bytes=100)
        for month in ("2026-06", "2026-05")
    )


@pytest.mark.parametrize("days", [0, 1, 30, 365])
def test_a_person_says_for_how_long_lines_are_kept(library: Library, days: int) -> None:
    library.ledger.add([a_line(MONDAY - days * DAY_MS - 1, host="old.example"), a_line(MONDAY - days * DAY_MS)])
    library.ledger.set_life_days(days, now=MONDAY)
    assert library.ledger.life_days() == days
    assert [line.host for line in library.ledger.list()] == ["a.example"]
    assert [month.host for month in library.ledger.months()] == ["old.example"]


@pytest.mark.parametrize("days", [-1, 366, 10**9])
def test_other_numbers_of_days_are_refused(library: Library, days: int) -> None:
    with pytest.raises(ValueError, match="0 to 365"):
        library.ledger.set_life_days(days, now=MONDAY)
    assert library.ledger.life_days() == DAYS_KEPT


@pytest.mark.parametrize(("written", "read"), [("99999", 365), ("-4", 0), ("true", 90), ('"x"', 90), ("1.5", 90)])
def test_a_choice_that_nobody_can_have_made_is_bounded(
    library: Library, tmp_path: Path, written: str, read: int
) -> None:
    with raw(tmp_path) as connection:
        connection.execute("INSERT INTO choice (name, value) VALUES ('ledger_days', ?)", (written,))
    assert library.ledger.life_days() == read


def test_what_was_erased_cannot_be_read_out_of_the_file(library: Library, tmp_path: Path) -> None:
    library.ledger.add([a_line(MONDAY, host="telling-name.example")])
    library.ledger.add([a_line(MONDAY - 200 * DAY_MS, host="older-telling-name.example")])
    library.ledger.fold(now=MONDAY)
    library.ledger.erase()
    for path in tmp_path.iterdir():
        assert b"telling-name" not in path.read_bytes(), path.name


def test_the_question_by_host_is_answered_from_the_index_alone(library: Library, tmp_path: Path) -> None:
    with raw(tmp_path) as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT host, why, count(*), max(at), sum(sent_bytes), sum(received_bytes) "
            "FROM ledger GROUP BY host, why"
        ).fetchall()
    assert [row[3] for row in plan] == ["SCAN ledger USING COVERING INDEX ledger_by_host"]


def test_the_ledger_knows_when_it_begins(library: Library) -> None:
    empty = library.ledger.first_at()
    library.ledger.add([a_line(MONDAY + 5), a_line(MONDAY)])
    assert (empty, library.ledger.first_at()) == (None, MONDAY)
