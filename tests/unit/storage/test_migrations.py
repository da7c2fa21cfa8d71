"""From every earlier version to the present one, whole or not at all, with a copy from before."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_app.library.schema import LIBRARY_SCHEMA
from caregiver_app.model.errors import StorageError
from caregiver_app.storage.driver import DriverError
from caregiver_app.storage.engine import Database
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.schema import Schema
from caregiver_app.storage.snapshots import check_file, list_snapshots
from tests.helpers.clock import StillClock
from tests.helpers.databases import (
    FAILING_THIRD,
    FIRST,
    SECOND,
    THIRD,
    add_pages,
    folder_state,
    open_pages,
    schema_of,
    texts_of,
)

STEPS = (FIRST, SECOND, THIRD)


def contents(database: Database) -> list[tuple[str, str]]:
    """Return the definition of all that a database holds."""
    rows = database.rows("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY name")
    return [(row["name"], row["sql"]) for row in rows]


@pytest.mark.parametrize("version", [1, 2])
def test_each_earlier_version_arrives_at_the_same_schema_with_its_rows(tmp_path: Path, version: int) -> None:
    old = open_pages(tmp_path / "old.db", *STEPS[:version])
    add_pages(old, "tea", "cake")
    old.close()
    raised = open_pages(tmp_path / "old.db", *STEPS)
    fresh = open_pages(tmp_path / "fresh.db", *STEPS)
    assert contents(raised) == contents(fresh)
    assert texts_of(raised, "sheet") == ["tea", "cake"]
    assert raised.value("PRAGMA user_version") == 3
    raised.close()
    fresh.close()


def every_version_of(schema: Schema) -> list[int]:
    return list(range(1, schema.version + 1))


@pytest.mark.parametrize("version", every_version_of(LIBRARY_SCHEMA))
def test_each_earlier_library_arrives_at_the_present_schema(tmp_path: Path, version: int) -> None:
    """With a second version of the library this begins to prove something; it needs no change then."""
    earlier = Schema(application_id=LIBRARY_SCHEMA.application_id, migrations=LIBRARY_SCHEMA.migrations[:version])
    open_database(tmp_path / "old.db", schema=earlier, clock=StillClock()).close()
    raised = open_database(tmp_path / "old.db", schema=LIBRARY_SCHEMA, clock=StillClock())
    fresh = open_database(tmp_path / "fresh.db", schema=LIBRARY_SCHEMA, clock=StillClock())
    assert contents(raised) == contents(fresh)
    raised.close()
    fresh.close()


def test_a_copy_from_before_is_kept_beside(tmp_path: Path) -> None:
    old = open_pages(tmp_path / "pages.db", FIRST, SECOND)
    add_pages(old, "tea")
    old.close()
    open_pages(tmp_path / "pages.db", *STEPS).close()
    (copy,) = list_snapshots(tmp_path / "pages.db")
    check_file(copy)
    before = open_pages(copy, FIRST, SECOND)
    assert texts_of(before) == ["tea"]
    before.close()


def test_a_new_file_needs_no_copy(tmp_path: Path) -> None:
    open_pages(tmp_path / "pages.db", *STEPS).close()
    assert list_snapshots(tmp_path / "pages.db") == ()


def test_a_failing_statement_in_the_middle_leaves_the_old_version_whole(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    old = open_pages(path, FIRST)
    add_pages(old, "tea", "cake")
    before = contents(old)
    old.close()
    with pytest.raises(DriverError):
        open_pages(path, FIRST, SECOND, FAILING_THIRD)
    still = open_pages(path, FIRST)
    assert contents(still) == before
    assert texts_of(still) == ["tea", "cake"]
    still.close()


def test_failing_again_and_again_does_not_fill_the_disk_with_copies(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    open_pages(path, FIRST, SECOND).close()
    clock = StillClock()
    for _ in range(6):
        clock.advance(60)
        with pytest.raises(DriverError):
            open_pages(path, FIRST, SECOND, FAILING_THIRD, clock=clock)
    assert len(list_snapshots(path)) == 2


def test_a_file_of_the_present_version_is_not_copied_nor_changed_by_opening(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    open_pages(path, *STEPS).close()
    before = folder_state(tmp_path)
    open_pages(path, *STEPS).close()
    assert folder_state(tmp_path) == before


def run_together(*work: Callable[[], None]) -> None:
    threads = [threading.Thread(target=each) for each in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.parametrize("_round", range(20))
def test_openings_at_the_same_moment_migrate_once_and_call_nothing_damaged(tmp_path: Path, _round: int) -> None:
    path = tmp_path / "pages.db"
    old = open_pages(path, FIRST)
    add_pages(old, "tea")
    old.close()
    start = threading.Barrier(3)
    troubles: list[StorageError] = []

    def open_new() -> None:
        start.wait()
        try:
            open_database(path, schema=schema_of(*STEPS), clock=StillClock()).close()
        except StorageError as error:
            troubles.append(error)

    run_together(open_new, open_new, open_new)
    assert troubles == []
    raised = open_pages(path, *STEPS)
    assert texts_of(raised, "sheet") == ["tea"]
    raised.close()


def test_an_older_program_that_is_still_running_sees_a_trouble_and_not_half_a_schema(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    old = open_pages(path, FIRST, SECOND)
    add_pages(old, "tea")
    raised = open_pages(path, *STEPS)
    with pytest.raises(DriverError, match="no such table"):
        texts_of(old)
    assert texts_of(raised, "sheet") == ["tea"]
    raised.close()
    old.close()
