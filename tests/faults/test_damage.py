"""A damaged library, a moved data folder, a clock wrong by years: nothing is lost in silence."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.errors import LibraryError, StorageError, StorageTrouble
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.model.web import LedgerLine, Why
from caregiver_app.support.sentences import Audience, kind_of, sentence_for
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import DAY_MS, a_library, add_source, an_article, store

YEAR_1970 = from_datetime(datetime(1970, 1, 1, tzinfo=UTC))
YEAR_2099 = from_datetime(datetime(2099, 1, 1, tzinfo=UTC))
PAGE = 4096


def services_over(folder: Path, clock: StillClock | None = None) -> Services:
    return build_services(Paths(data_dir=folder), clock=clock or StillClock())


def filled(folder: Path, articles: int = 100) -> ItemId:
    """Fill a library, star one article, take a snapshot; return the starred one."""
    library = a_library(folder)
    source = add_source(library)
    ids = store(library, source, *(an_article(f"k{n}", f"Title {n}", "words " * 300) for n in range(articles)))
    library.marks.set(ids[:1], MarkKind.STARRED, True, at=MONDAY)
    library.snapshot(at=MONDAY)
    library.close()
    return ids[0]


def overwrite(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(b"\xa5" * PAGE)


def failing(services: Services) -> set[str]:
    return {check.name for check in services.doctor(repair=True) if not check.ok}


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_one_damaged_page_is_told_and_the_last_snapshot_works(tmp_path: Path, part: float) -> None:
    starred = filled(tmp_path)
    path = tmp_path / "library.db"
    damaged_page = int(path.stat().st_size / PAGE * part)
    overwrite(path, damaged_page)
    services = services_over(tmp_path)
    assert failing(services) & {"library-opens", "library-pages"}
    (kept,) = (check for check in services.doctor(repair=False) if check.name == "snapshots")
    assert (kept.ok, kept.detail) == (True, "1")
    damaged = path.read_bytes()
    aside = services.restore_snapshot()
    assert aside.read_bytes() == damaged
    assert failing(services) == set()
    library = services.open_library()
    assert library.articles.get(starred).row.starred
    assert library.articles.count(ArticleQuery(text="words")) == 100
    library.close()


@pytest.mark.parametrize("page", [0, 1])
def test_a_library_that_cannot_be_opened_is_an_answer_of_the_doctor(tmp_path: Path, page: int) -> None:
    starred = filled(tmp_path)
    overwrite(tmp_path / "library.db", page)
    services = services_over(tmp_path)
    assert failing(services) & {"library-opens", "library-pages"}
    services.restore_snapshot()
    library = services.open_library()
    assert library.articles.get(starred).row.starred
    library.close()


def test_a_damaged_snapshot_is_passed_over_for_an_older_one(tmp_path: Path) -> None:
    starred = filled(tmp_path)
    library = a_library(tmp_path)
    newer = library.snapshot(at=Millis(MONDAY + 2 * DAY_MS))
    library.close()
    assert newer is not None
    overwrite(newer, 3)
    overwrite(tmp_path / "library.db", 3)
    services = services_over(tmp_path, StillClock(Millis(MONDAY + 3 * DAY_MS)))
    services.restore_snapshot()
    library = services.open_library()
    assert library.articles.get(starred).row.starred
    library.close()


def test_without_a_snapshot_the_trouble_has_a_name(tmp_path: Path) -> None:
    a_library(tmp_path).close()
    with pytest.raises(LibraryError):
        services_over(tmp_path).restore_snapshot()


def test_without_a_sound_snapshot_nothing_is_replaced(tmp_path: Path) -> None:
    filled(tmp_path)
    (snapshot,) = (tmp_path / "snapshots").iterdir()
    overwrite(snapshot, 3)
    before = (tmp_path / "library.db").read_bytes()
    with pytest.raises(LibraryError) as caught:
        services_over(tmp_path).restore_snapshot()
    for audience in Audience:
        said = sentence_for(caught.value, audience)
        assert said.happened == "No earlier copy of the library can be read."
        assert "backup" in said.to_do, "not the copy again that was just tried"
    assert kind_of(caught.value) == "no-snapshot"
    assert (tmp_path / "library.db").read_bytes() == before


@pytest.mark.parametrize("left", [None, b""], ids=["gone", "empty"])
def test_a_lost_library_is_no_first_start_while_a_copy_of_it_is_here(tmp_path: Path, left: bytes | None) -> None:
    """A new one in its place would be kept day after day, until no copy of the lost one is left."""
    starred = filled(tmp_path, 1)
    path = tmp_path / "library.db"
    library = a_library(tmp_path)
    library.blocked_hosts.add("blocked.example", at=MONDAY)
    library.backup.snapshot_before_restore(at=Millis(MONDAY + DAY_MS))
    library.close()
    path.unlink()
    if left is not None:
        path.write_bytes(left)
    services = services_over(tmp_path, StillClock(Millis(MONDAY + 2 * DAY_MS)))
    for opening in (services.open_library, services.rescue_library):
        with pytest.raises(StorageError) as caught:
            opening()
        assert caught.value.kind is StorageTrouble.LOST
    assert path.exists() is (left is not None)
    assert failing(services) == {"library-opens"}
    services.restore_snapshot()
    library = services.open_library()
    assert library.articles.get(starred).row.starred
    assert [each.host for each in library.blocked_hosts.list()] == ["blocked.example"]
    library.close()


def test_going_back_over_an_empty_library_takes_no_copy_of_nothing(tmp_path: Path) -> None:
    starred = filled(tmp_path, 1)
    (tmp_path / "library.db").write_bytes(b"")
    services = services_over(tmp_path)
    (copy,) = services.kept_copies()
    services.go_back_to(copy.name)
    assert services.kept_copies() == (copy,)
    library = services.open_library()
    assert library.articles.get(starred).row.starred
    library.close()


def test_an_empty_file_without_any_copy_is_a_first_start(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"")
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "library-20261101T000000Z-daily.db").write_bytes(b"")
    a_library(tmp_path).close()


def test_a_moved_data_folder_opens_where_it_is_now(tmp_path: Path) -> None:
    starred = filled(tmp_path / "here")
    shutil.move(tmp_path / "here", tmp_path / "there")
    services = services_over(tmp_path / "there")
    assert failing(services) == set()
    library = services.open_library()
    assert library.articles.get(starred).row.starred
    library.close()


def test_a_data_folder_that_moves_under_an_open_library_loses_nothing(tmp_path: Path) -> None:
    filled(tmp_path / "here")
    library = a_library(tmp_path / "here")
    (tmp_path / "here").rename(tmp_path / "there")
    told = True
    try:
        library.choices.put("country", "GB")
    except StorageError:
        told = False
    library.close()
    again = a_library(tmp_path / "there")
    assert again.choices.get("country", "") == ("GB" if told else "")
    assert [check for check in again.health.check() if not check.ok] == []
    again.close()


def test_a_data_folder_put_back_from_an_older_copy_is_simply_older(tmp_path: Path) -> None:
    filled(tmp_path / "data")
    shutil.copytree(tmp_path / "data", tmp_path / "copy")
    library = a_library(tmp_path / "data")
    store(library, library.sources.list()[0].id, an_article("later"))
    library.close()
    shutil.rmtree(tmp_path / "data")
    shutil.copytree(tmp_path / "copy", tmp_path / "data")
    assert failing(services_over(tmp_path / "data")) == set()
    library = a_library(tmp_path / "data")
    assert library.articles.count(ArticleQuery()) == 100
    library.close()


def titles(library: Library) -> list[str]:
    return [row.title for row in library.articles.page(ArticleQuery()).rows]


@pytest.mark.parametrize("wrong", [YEAR_1970, YEAR_2099], ids=["1970", "2099"])
def test_articles_stored_while_the_clock_was_wrong_keep_their_publishers_order(tmp_path: Path, wrong: Millis) -> None:
    clock = StillClock(wrong)
    library = a_library(tmp_path, clock)
    source = add_source(library, at=clock.now())
    store(library, source, an_article("older", at=MONDAY - DAY_MS), an_article("old", at=MONDAY), at=clock.now())
    clock.jump(Millis(MONDAY + DAY_MS))
    store(library, source, an_article("new", at=MONDAY + DAY_MS), at=clock.now())
    assert titles(library) == ["new", "old", "older"]
    assert [check for check in library.health.check() if not check.ok] == []
    library.close()


@pytest.mark.parametrize("wrong", [YEAR_1970, YEAR_2099], ids=["1970", "2099"])
def test_what_was_marked_and_asked_while_the_clock_was_wrong_is_there_when_it_is_right(
    tmp_path: Path, wrong: Millis
) -> None:
    clock = StillClock(wrong)
    library = a_library(tmp_path, clock)
    (item,) = store(library, add_source(library), an_article("a"), at=clock.now())
    library.marks.set([item], MarkKind.READ, True, at=clock.now())
    line = LedgerLine(at=wrong, host="a.example", why=Why.UPDATE, sent_bytes=1, received_bytes=1, result="200")
    library.ledger.add([line])
    clock.jump(MONDAY)
    library.ledger.fold(now=clock.now())
    assert library.articles.get(item).row.read
    assert library.snapshot(at=clock.now()) is not None
    library.close()
