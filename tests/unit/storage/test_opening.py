"""Opening looks before it touches: what is not ours stays byte for byte as it was."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.storage.driver import connect
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.schema import Migration, Schema
from tests.helpers.clock import StillClock
from tests.helpers.databases import FIRST, SECOND, THIRD, add_pages, folder_state, open_pages, schema_of, texts_of


def refusal(path: Path, *migrations: Migration) -> StorageError:
    with pytest.raises(StorageError) as caught:
        open_pages(path, *migrations)
    return caught.value


def test_a_new_file_is_made_with_its_folders_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "some" / "where" / "pages.db"
    open_pages(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_files_beside_a_database_in_use_are_private_too(tmp_path: Path) -> None:
    database = open_pages(tmp_path / "pages.db")
    add_pages(database, "a")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    database.close()
    assert modes == {"pages.db": 0o600, "pages.db-wal": 0o600, "pages.db-shm": 0o600}


def test_what_was_stored_is_there_when_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    first = open_pages(path)
    add_pages(first, "tea at four", "naïve café")
    first.close()
    again = open_pages(path)
    assert texts_of(again) == ["tea at four", "naïve café"]
    again.close()


def test_an_empty_file_is_taken_as_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    path.touch()
    database = open_pages(path)
    assert texts_of(database) == []
    database.close()


def test_a_new_file_carries_whose_it_is_and_its_version(tmp_path: Path) -> None:
    database = open_pages(tmp_path / "pages.db", FIRST, SECOND)
    assert database.value("PRAGMA application_id") == schema_of().application_id
    assert database.value("PRAGMA user_version") == 2
    database.close()


def test_a_file_of_a_newer_version_is_refused_and_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    database = open_pages(path, FIRST, SECOND, THIRD)
    database.close()
    before = folder_state(tmp_path)
    error = refusal(path, FIRST, SECOND)
    assert (error.kind, error.path, error.detail) == (StorageTrouble.NEWER, "pages.db", "3")
    assert folder_state(tmp_path) == before


def left_behind(folder: Path, *migrations: Migration) -> Path:
    """Return a database whose last writes are still in the file beside it, as a killed program leaves it."""
    path = folder / "pages.db"
    database = open_pages(path, *migrations)
    copied = {name: data for name, data in folder_state(folder).items() if not name.endswith("-shm")}
    database.close()
    for name, data in copied.items():
        (folder / name).write_bytes(data)
    assert copied["pages.db-wal"]
    return path


def test_a_newer_file_is_left_untouched_even_when_its_program_was_killed(tmp_path: Path) -> None:
    path = left_behind(tmp_path, FIRST, SECOND, THIRD)
    before = folder_state(tmp_path)
    assert refusal(path, FIRST).kind is StorageTrouble.NEWER
    assert {name: data for name, data in folder_state(tmp_path).items() if name in before} == before


def test_what_a_killed_stranger_would_undo_is_left_to_it(tmp_path: Path) -> None:
    """A journal beside a database means that SQLite undoes a cut transaction as soon as it may write."""
    path = tmp_path / "pages.db"
    stranger = connect(str(path), isolation_level=None)
    stranger.execute("CREATE TABLE theirs (id INTEGER PRIMARY KEY, text TEXT)")
    stranger.execute("PRAGMA cache_size = 2")
    stranger.execute("BEGIN")
    stranger.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
        "INSERT INTO theirs (text) SELECT hex(randomblob(100)) FROM n"
    )
    killed = folder_state(tmp_path)
    stranger.execute("ROLLBACK")
    stranger.close()
    for name, data in killed.items():
        (tmp_path / name).write_bytes(data)
    assert killed["pages.db-journal"]
    assert refusal(path).kind is StorageTrouble.OTHER_APPLICATION
    assert folder_state(tmp_path) == killed


def test_our_own_file_opens_when_its_program_was_killed(tmp_path: Path) -> None:
    path = left_behind(tmp_path, FIRST)
    database = open_pages(path)
    assert texts_of(database) == []
    database.close()


@pytest.mark.parametrize("journal", ["wal", "delete"])
@pytest.mark.parametrize(("owner", "version"), [(7, 0), (7, 1), (0, 1), (0, 0)])
def test_another_applications_database_is_refused_and_left_untouched(
    tmp_path: Path, journal: str, owner: int, version: int
) -> None:
    path = tmp_path / "pages.db"
    stranger = connect(str(path), isolation_level=None)
    stranger.execute(f"PRAGMA journal_mode = {journal}")
    stranger.execute(f"PRAGMA application_id = {owner}")
    stranger.execute(f"PRAGMA user_version = {version}")
    stranger.execute("CREATE TABLE theirs (id INTEGER PRIMARY KEY)")
    stranger.close()
    before = folder_state(tmp_path)
    assert refusal(path).kind is StorageTrouble.OTHER_APPLICATION
    assert folder_state(tmp_path) == before


@pytest.mark.parametrize(
    "content",
    [b"x", b"<html>not found</html>" * 50, b"SQLite format 2\x00" + bytes(4000), bytes(4096), b"PK\x03\x04" * 300],
)
def test_a_file_that_is_no_database_is_refused_and_left_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pages.db"
    path.write_bytes(content)
    assert refusal(path).kind is StorageTrouble.NOT_A_DATABASE
    assert folder_state(tmp_path) == {"pages.db": content}


@pytest.mark.parametrize("kept", [16, 40, 99, 100, 1000])
def test_a_file_cut_short_within_its_first_page_is_refused(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "pages.db"
    open_pages(path).close()
    path.write_bytes(path.read_bytes()[:kept])
    before = folder_state(tmp_path)
    assert refusal(path).kind in {StorageTrouble.NOT_A_DATABASE, StorageTrouble.CORRUPT}
    assert folder_state(tmp_path) == before


def test_a_folder_in_the_files_place_is_a_trouble_with_a_name(tmp_path: Path) -> None:
    (tmp_path / "pages.db").mkdir()
    assert refusal(tmp_path / "pages.db").kind is StorageTrouble.IO


def test_a_file_in_the_folders_place_is_a_trouble_with_a_name(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    assert refusal(tmp_path / "data" / "pages.db").kind is StorageTrouble.NOT_A_FOLDER


def test_a_damaged_table_of_contents_is_named_corrupt(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    open_pages(path).close()
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xa5" * 3996
    path.write_bytes(data)
    assert refusal(path).kind is StorageTrouble.CORRUPT


def test_a_damaged_page_is_named_corrupt_when_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    database = open_pages(path)
    add_pages(database, *("x" * 1000 for _ in range(50)))
    database.close()
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    damaged = open_pages(path)
    with pytest.raises(StorageError) as caught:
        texts_of(damaged)
    damaged.close()
    assert caught.value.kind is StorageTrouble.CORRUPT


def test_an_error_names_the_file_without_its_folder(tmp_path: Path) -> None:
    secret = tmp_path / "home of a family"
    secret.mkdir()
    (secret / "pages.db").write_bytes(b"no database at all")
    error = refusal(secret / "pages.db")
    assert error.path == "pages.db"
    assert "family" not in repr(error)


@pytest.mark.parametrize("numbers", [(2,), (1, 3), (2, 1), (1, 1)])
def test_a_schema_counts_its_migrations_without_gaps(numbers: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="numbered"):
        Schema(application_id=1, migrations=tuple(Migration(to=n, statements=()) for n in numbers))


def test_four_threads_may_open_a_new_file_at_the_same_moment(tmp_path: Path) -> None:
    troubles: list[BaseException] = []

    def open_it(path: Path, start: threading.Barrier) -> None:
        start.wait()
        try:
            open_database(path, schema=schema_of(FIRST, SECOND), clock=StillClock()).close()
        except StorageError as error:
            troubles.append(error)

    for turn in range(25):
        start = threading.Barrier(4)
        path = tmp_path / f"pages{turn}.db"
        threads = [threading.Thread(target=open_it, args=(path, start)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert troubles == []
