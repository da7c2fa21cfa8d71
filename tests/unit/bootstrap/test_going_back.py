"""A person goes back to a copy that was made by itself, and forward again to what was there before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.model.errors import LibraryError, StorageError
from caregiver_app.model.source import NewSource
from caregiver_app.model.time import Millis
from caregiver_app.model.web import LedgerLine, Why
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.silent_door import SilentDoor
from tests.helpers.starter import begin_started

DAY_MS = 24 * 3600 * 1000


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Services over a library with one daily copy, to which a source was added since."""
    folder = begin_started(tmp_path / "data")
    services = build_services(Paths(data_dir=folder), clock=StillClock(), fetcher=SilentDoor())
    library = services.open_library()
    library.sources.add(NewSource(url="https://old.example/feed", title="Old"), at=MONDAY)
    library.snapshot(at=Millis(MONDAY - DAY_MS))
    library.sources.add(NewSource(url="https://new.example/feed", title="New"), at=MONDAY)
    library.close()
    yield services
    services.close()


def own(services: Services) -> list[str]:
    library = services.open_library()
    try:
        return [source.title for source in library.sources.list(enabled=True)]
    finally:
        library.close()


def test_copies_say_when_and_why_they_were_made(services: Services) -> None:
    (copy,) = services.kept_copies()
    assert (copy.at, copy.reason) == (MONDAY - DAY_MS, "daily")
    assert copy.size_bytes > 0


def test_going_back_keeps_what_was_there_so_that_one_can_come_back(services: Services) -> None:
    services.go_back_to(services.kept_copies()[0].name)
    back = own(services)
    newest = services.kept_copies()[0]
    services.go_back_to(newest.name)
    assert (back, newest.reason, own(services)) == (["Old"], "before-restore", ["New", "Old"])
    assert not list(services.paths.data_dir.glob("library-replaced-*"))


def a_line(host: str) -> LedgerLine:
    return LedgerLine(at=MONDAY, host=host, why=Why.UPDATE, sent_bytes=1, received_bytes=1, result="200")


def choose(services: Services) -> None:
    """Make every choice of whom to contact."""
    library = services.open_library()
    services.network.block(library, "blocked.example", at=MONDAY)
    services.set_proxy(library, "socks5h://127.0.0.1:9050")
    services.set_stay_offline(library, True)
    library.ledger.set_life_days(30)
    library.ledger.add([a_line("asked.example")])
    library.close()


def assert_chosen(services: Services) -> None:
    library = services.open_library()
    assert [each.host for each in library.blocked_hosts.list()] == ["blocked.example"]
    assert services.proxy(library) == "socks5h://127.0.0.1:9050"
    assert library.choices.get("stay_offline", False)
    assert library.ledger.life_days() == 30
    assert [line.host for line in library.ledger.list()] == ["asked.example"]
    library.close()


def test_what_tells_of_this_computer_does_not_go_back(services: Services) -> None:
    choose(services)
    services.go_back_to(services.kept_copies()[0].name)
    assert own(services) == ["Old"]
    assert_chosen(services)


def test_choices_that_were_taken_back_do_not_come_back(services: Services) -> None:
    choose(services)
    library = services.open_library()
    library.snapshot(at=MONDAY)
    assert services.network.unblock(library, "blocked.example")
    services.set_proxy(library, "")
    services.set_stay_offline(library, False)
    services.erase_ledger(library)
    library.close()
    services.go_back_to(services.kept_copies()[0].name)
    library = services.open_library()
    assert (library.blocked_hosts.list(), services.proxy(library), library.ledger.list()) == ((), "", ())
    assert not services.stays_offline()
    library.close()


def damage_index(services: Services, index: str) -> None:
    """Spoil the page where an index begins: what stands in tables can still be read."""
    with closing(connect(services.paths.library)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (index,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with services.paths.library.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


@pytest.mark.parametrize("part", ["article_by_time", "article"])
def test_what_a_damaged_library_still_tells_of_this_computer_does_not_go_back(services: Services, part: str) -> None:
    choose(services)
    damage_index(services, part)
    damaged = services.paths.library.read_bytes()
    aside = services.restore_snapshot()
    assert aside.read_bytes() == damaged
    assert own(services) == ["Old"]
    assert_chosen(services)


def test_what_cannot_be_read_of_a_damaged_library_is_as_in_the_copy_and_the_rest_is_carried_over(
    services: Services,
) -> None:
    choose(services)
    library = services.open_library()
    library.snapshot(at=MONDAY)
    services.network.block(library, "later.example", at=MONDAY)
    library.ledger.add([a_line("later.example")])
    library.close()
    damage_index(services, "ledger")
    services.restore_snapshot()
    library = services.open_library()
    assert [each.host for each in library.blocked_hosts.list()] == ["blocked.example", "later.example"]
    assert [line.host for line in library.ledger.list()] == ["asked.example"]
    library.close()


def test_a_copy_that_is_not_there_changes_nothing(services: Services) -> None:
    with pytest.raises(LibraryError):
        services.go_back_to("library-20200101T000000Z-daily.db")
    assert own(services) == ["New", "Old"]


def test_a_damaged_copy_changes_nothing(services: Services) -> None:
    name = services.kept_copies()[0].name
    (services.paths.data_dir / "snapshots" / name).write_bytes(b"Dear diary, " * 1_000)
    with pytest.raises(StorageError):
        services.go_back_to(name)
    assert own(services) == ["New", "Old"]


def test_a_damaged_library_stays_beside_the_copy_that_takes_its_place(services: Services) -> None:
    for path in services.paths.data_dir.glob("library.db*"):
        path.write_bytes(b"Dear diary, " * 1_000)
    services.go_back_to(services.kept_copies()[0].name)
    assert own(services) == ["Old"]
    assert list(services.paths.data_dir.glob("library-replaced-*.db"))


def test_what_is_called_otherwise_is_no_copy(services: Services) -> None:
    folder = services.paths.data_dir / "snapshots"
    (folder / "library-sometime-daily.db").write_bytes(b"")
    assert len(services.kept_copies()) == 1
