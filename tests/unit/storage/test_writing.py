"""One helper writes: whole or not at all, joined where nested, on its own thread only."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from caregiver_app.model.errors import Cancelled, StorageError, StorageTrouble
from caregiver_app.storage.driver import DriverError, connect
from caregiver_app.storage.engine import Database
from tests.helpers.databases import add_pages, open_pages, texts_of

INSERT = "INSERT INTO page (text) VALUES (:text)"
ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_pages(tmp_path / "pages.db")
    yield opened
    opened.close()


def seen_from_elsewhere(database: Database) -> list[str]:
    other = open_pages(database.path)
    texts = texts_of(other)
    other.close()
    return texts


def test_others_see_a_write_when_it_is_whole_and_not_before(database: Database) -> None:
    with database.write("test") as writer:
        writer.execute(INSERT, {"text": "one"})
        writer.execute(INSERT, {"text": "two"})
        assert seen_from_elsewhere(database) == []
    assert seen_from_elsewhere(database) == ["one", "two"]


def test_a_write_reads_what_it_wrote(database: Database) -> None:
    with database.write("test") as writer:
        writer.execute(INSERT, {"text": "one"})
        assert texts_of(database) == ["one"]


def test_execute_tells_how_many_rows_it_changed(database: Database) -> None:
    add_pages(database, "one", "two", "three")
    with database.write("test") as writer:
        assert writer.execute("UPDATE page SET text = upper(text) WHERE id > 1") == 2
        assert writer.execute("DELETE FROM page WHERE id > 99") == 0
        assert writer.execute("CREATE TABLE other (id INTEGER PRIMARY KEY)") == 0


@pytest.mark.parametrize("error", [ValueError, OSError, KeyboardInterrupt, Cancelled, GeneratorExit])
def test_any_exception_inside_takes_everything_back_and_passes_on(
    database: Database, error: type[BaseException]
) -> None:
    def write_half() -> None:
        with database.write("test") as writer:
            writer.execute(INSERT, {"text": "half"})
            raise error

    with pytest.raises(error):
        write_half()
    assert texts_of(database) == []
    add_pages(database, "after")
    assert texts_of(database) == ["after"]


def test_a_wrong_statement_is_a_bug_and_not_a_trouble_of_the_disk(database: Database) -> None:
    def write_half() -> None:
        with database.write("test") as writer:
            writer.execute(INSERT, {"text": "half"})
            writer.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(DriverError):
        write_half()
    assert texts_of(database) == []


def test_a_nested_write_joins_the_outer_one(database: Database) -> None:
    def write_and_stop() -> None:
        with database.write("outer") as outer:
            outer.execute(INSERT, {"text": "outer"})
            with database.write("inner") as inner:
                inner.execute(INSERT, {"text": "inner"})
            assert seen_from_elsewhere(database) == []
            raise ValueError("outer")

    with pytest.raises(ValueError, match="outer"):
        write_and_stop()
    assert texts_of(database) == []


def test_a_nested_write_tells_its_own_trouble(database: Database) -> None:
    def write_without_right() -> None:
        with database.write("outer") as outer:
            outer.execute("PRAGMA query_only = ON")
            try:
                with pytest.raises(StorageError) as told, database.write("inner") as inner:
                    inner.execute(INSERT, {"text": "inner"})
                assert told.value.kind is StorageTrouble.READ_ONLY
            finally:
                outer.execute("PRAGMA query_only = OFF")

    with pytest.raises(RuntimeError, match="part of this write failed"):
        write_without_right()
    assert texts_of(database) == []


def test_a_nested_write_that_failed_cannot_be_kept_in_part(database: Database) -> None:
    """Whoever catches the error of a joined write and goes on would store half of it."""

    def go_on_after_a_failure() -> None:
        with database.write("outer") as outer:
            outer.execute(INSERT, {"text": "outer"})
            try:
                with database.write("inner") as inner:
                    inner.execute(INSERT, {"text": "half of the inner"})
                    raise ValueError
            except ValueError:
                outer.execute(INSERT, {"text": "after"})

    with pytest.raises(RuntimeError, match="part of this write failed"):
        go_on_after_a_failure()
    assert texts_of(database) == []
    add_pages(database, "next")
    assert texts_of(database) == ["next"]


def test_another_thread_is_refused(database: Database, tmp_path: Path) -> None:
    def write() -> None:
        with database.write("elsewhere"):
            pass

    with ThreadPoolExecutor(1) as pool:
        for wrong in (
            write,
            database.close,
            database.settle,
            lambda: database.rows("SELECT 1"),
            lambda: database.one("SELECT 1"),
            lambda: database.define("seven", lambda: 7, arguments=0),
            lambda: database.copy_into(connect(tmp_path / "copy.db")),
            lambda: database.copy_compact(tmp_path / "compact.db"),
        ):
            with pytest.raises(RuntimeError, match="belongs to the thread"):
                pool.submit(wrong).result()
    assert database.value("SELECT 1") == 1


def test_a_copy_is_of_one_moment_whatever_is_written_meanwhile(database: Database, tmp_path: Path) -> None:
    other = open_pages(database.path)

    class WriteMeanwhile:
        left = 3

        def is_set(self) -> bool:
            self.left -= 1
            if self.left >= 0:
                add_pages(other, "meanwhile")
            return False

    add_pages(database, "x" * 5_000_000)  # more than one step of a copy
    target, looks = connect(tmp_path / "copy.db"), WriteMeanwhile()
    database.copy_into(target, cancel=looks)
    assert looks.left < 3
    assert target.execute("SELECT count(*) FROM page").fetchone()[0] == 1
    target.close()
    other.close()


def test_four_threads_read_then_write_800_times_and_none_is_locked_out(tmp_path: Path) -> None:
    """A transaction that begins by reading and then writes fails when another writer came between."""
    path = tmp_path / "pages.db"
    first = open_pages(path)
    add_pages(first, *["0"] * 4)

    def count_up(page: int) -> None:
        own = open_pages(path)
        for _ in range(200):
            with own.write("count") as writer:
                before = int(own.value("SELECT sum(text) FROM page"))
                now = int(own.value("SELECT text FROM page WHERE id = :id", {"id": page})) + 1
                writer.execute("UPDATE page SET text = :text WHERE id = :id", {"text": str(now), "id": page})
                assert int(own.value("SELECT sum(text) FROM page")) == before + 1
        own.close()

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(count_up, page) for page in range(1, 5)]:
            done.result()
    assert texts_of(first) == ["200"] * 4
    first.close()


def test_a_reader_is_not_held_up_by_a_writer(database: Database) -> None:
    add_pages(database, "before")
    with database.write("test") as writer:
        writer.execute("UPDATE page SET text = 'after'")
        assert seen_from_elsewhere(database) == ["before"]


def test_a_database_that_another_program_keeps_locked_is_named_so(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    database = open_pages(path)
    database.rows("PRAGMA busy_timeout = 1")
    other = connect(str(path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError) as caught:
        add_pages(database, "in vain")
    assert (caught.value.kind, caught.value.path) == (StorageTrouble.LOCKED, "pages.db")
    other.execute("ROLLBACK")
    other.close()
    add_pages(database, "at last")
    assert texts_of(database) == ["at last"]
    database.close()


@contextmanager
def interrupted_from_elsewhere(database: Database) -> Iterator[None]:
    """Let another thread interrupt for the whole block, again and again: the statement may not have begun yet."""
    done = threading.Event()

    def interrupt() -> None:
        while not done.wait(0.001):
            database.interrupt()

    thread = threading.Thread(target=interrupt)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_interrupt_from_another_thread_ends_a_query(database: Database) -> None:
    with interrupted_from_elsewhere(database), pytest.raises(Cancelled):
        database.rows(ENDLESS)
    assert database.value("SELECT 1") == 1


def test_an_interrupted_write_is_taken_back(database: Database) -> None:
    def write_half() -> None:
        with database.write("test") as writer:
            writer.execute(INSERT, {"text": "half"})
            database.rows(ENDLESS)

    with interrupted_from_elsewhere(database), pytest.raises(Cancelled):
        write_half()
    assert texts_of(database) == []
    add_pages(database, "after")
    assert texts_of(database) == ["after"]


def test_interrupt_without_a_query_and_after_closing_does_nothing(tmp_path: Path) -> None:
    database = open_pages(tmp_path / "pages.db")
    database.interrupt()
    assert database.value("SELECT 1") == 1
    database.close()
    database.interrupt()


def test_closing_twice_is_fine(tmp_path: Path) -> None:
    database = open_pages(tmp_path / "pages.db")
    database.close()
    database.close()


def test_a_compact_copy_holds_nothing_of_what_was_deleted(database: Database, tmp_path: Path) -> None:
    add_pages(database, "tea", "secret words " * 50)
    with database.write("test.delete") as writer:
        writer.execute("DELETE FROM page WHERE text LIKE 'secret%'")
    database.copy_compact(tmp_path / "copy.db")
    assert b"secret" not in (tmp_path / "copy.db").read_bytes()
    copy = open_pages(tmp_path / "copy.db")
    assert texts_of(copy) == ["tea"]
    copy.close()


def test_a_compact_copy_is_never_put_over_a_file(database: Database, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"a person's own file")
    with pytest.raises(StorageError):
        database.copy_compact(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == b"a person's own file"


def test_settling_empties_what_lies_beside_the_file(database: Database) -> None:
    add_pages(database, "tea")
    beside = database.path.with_name(f"{database.path.name}-wal")
    assert beside.stat().st_size > 0
    database.settle()
    assert beside.stat().st_size == 0
    assert texts_of(database) == ["tea"]
