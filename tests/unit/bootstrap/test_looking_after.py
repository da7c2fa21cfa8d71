"""After updates: a snapshot, then tidying, each when it is due; a trouble is told apart from what came in."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from caregiver_app.bootstrap.retention import TIDIED_AT, TIDY
from caregiver_app.library.store import Library
from caregiver_app.model.errors import StorageTrouble
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Millis
from caregiver_app.storage.snapshots import list_snapshots
from tests.helpers.backups import services_over
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import DAY_MS, a_library
from tests.helpers.old_articles import add_old_articles

NEVER = threading.Event()


@pytest.fixture
def clock() -> StillClock:
    return StillClock(MONDAY)


@pytest.fixture
def old(tmp_path: Path) -> Library:
    library = a_library(tmp_path)
    add_old_articles(library, 4, starred=1)
    return library


def test_a_snapshot_is_taken_and_old_articles_are_tidied_once_a_day(
    tmp_path: Path, old: Library, clock: StillClock
) -> None:
    services = services_over(tmp_path, clock)
    first = services.look_after(old, cancel=NEVER)
    assert first.snapshot is not None
    assert first.tidied is not None
    assert first.tidied.articles == 3
    again = services.look_after(old, cancel=NEVER)
    assert (again.snapshot, again.tidied, again.trouble) == (None, None, None)
    clock.jump(Millis(MONDAY + DAY_MS))
    later = services.look_after(old, cancel=NEVER)
    assert later.snapshot is not None
    assert later.tidied is not None
    assert later.tidied.articles == 0
    old.close()


def test_what_was_tidied_is_deleted_for_good_when_it_is_a_day_old(
    tmp_path: Path, old: Library, clock: StillClock
) -> None:
    services = services_over(tmp_path, clock)
    services.look_after(old, cancel=NEVER)
    clock.jump(Millis(MONDAY + DAY_MS + 1))
    services.look_after(old, cancel=NEVER)
    assert old.retention.last() is None
    assert old.search.pending() == 0
    assert [check for check in old.health.check() if not check.ok] == []
    old.close()


def test_what_is_tidied_is_in_the_snapshot_taken_before(tmp_path: Path, old: Library, clock: StillClock) -> None:
    services_over(tmp_path, clock).look_after(old, cancel=NEVER)
    old.close()
    services_over(tmp_path, clock).restore_snapshot()
    library = a_library(tmp_path)
    assert library.articles.count(ArticleQuery()) == 5
    library.close()


def test_who_switched_tidying_off_keeps_all(tmp_path: Path, old: Library, clock: StillClock) -> None:
    services = services_over(tmp_path, clock)
    services.set_tidies(old, False)
    done = services.look_after(old, cancel=NEVER)
    assert (done.tidied, done.snapshot is None) == (None, False)
    assert old.articles.count(ArticleQuery()) == 5
    old.close()


def test_who_brought_articles_back_does_not_lose_them_again_tomorrow(
    tmp_path: Path, old: Library, clock: StillClock
) -> None:
    services = services_over(tmp_path, clock)
    services.look_after(old, cancel=NEVER)
    assert services.undo_tidy(old) == 3
    assert not services.tidies(old)
    clock.jump(Millis(MONDAY + 3 * DAY_MS))
    assert services.look_after(old, cancel=NEVER).tidied is None
    assert old.articles.count(ArticleQuery()) == 5
    old.close()


def test_without_a_snapshot_nothing_is_tidied_and_the_trouble_is_told(
    tmp_path: Path, old: Library, clock: StillClock
) -> None:
    (tmp_path / "snapshots").write_bytes(b"a file in its place")
    done = services_over(tmp_path, clock).look_after(old, cancel=NEVER)
    assert done.tidied is None
    assert done.trouble is not None
    assert done.trouble.kind is StorageTrouble.NOT_A_FOLDER
    assert old.articles.count(ArticleQuery()) == 5
    old.close()


def test_a_stop_ends_it_and_leaves_nothing_half(tmp_path: Path, old: Library, clock: StillClock) -> None:
    stop = threading.Event()
    stop.set()
    done = services_over(tmp_path, clock).look_after(old, cancel=stop)
    assert (done.snapshot, done.tidied, done.trouble) == (None, None, None)
    assert list_snapshots(tmp_path / "library.db") == ()
    old.close()


def test_a_clock_that_was_ahead_does_not_stop_tidying_for_years(
    tmp_path: Path, old: Library, clock: StillClock
) -> None:
    old.choices.put(TIDIED_AT, MONDAY + 70 * 365 * DAY_MS)
    assert services_over(tmp_path, clock).look_after(old, cancel=NEVER).tidied is not None
    assert old.choices.get(TIDY, True)
    old.close()
