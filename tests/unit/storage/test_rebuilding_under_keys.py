"""A database is made anew in another form: encrypted or plain, with every row compared, while the old one is held."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from caregiver_app.model.errors import Cancelled, StorageError, StorageTrouble
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.rebuilding import Values, column_in, find_difference, rebuild, rebuild_held
from caregiver_app.storage.renewing import held_alone
from caregiver_app.storage.schema import Migration
from caregiver_app.storage.snapshot_changes import change_file, run_in_snapshots
from caregiver_app.storage.snapshots import check_file, take_snapshot
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.databases import FIRST, add_pages, open_pages, schema_of, texts_of

SCHEMA = schema_of(FIRST)
_PAGE = 4096
_FILL = """
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count) INSERT INTO b (a) SELECT 1 FROM n
"""
TEXTS = ("tea with Zqmilch", "soup")


def a_key(sign: int = 7) -> FileKey:
    return FileKey(bytes([sign]) * 32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed plain database."""
    database = open_pages(tmp_path / "pages.db")
    add_pages(database, *TEXTS)
    database.close()
    return database.path


def texts_in(path: Path, key: FileKey | None) -> list[str]:
    database = open_database(path, schema=SCHEMA, clock=StillClock(), key=key)
    try:
        return texts_of(database)
    finally:
        database.close()


def test_from_plain_to_a_key_to_another_and_back(path: Path, tmp_path: Path) -> None:
    keyed, other, plain = (tmp_path / name for name in ("keyed.db", "other.db", "plain.db"))
    rebuild(path, keyed, SCHEMA, key=a_key())
    rebuild(keyed, other, SCHEMA, source_key=a_key(), key=a_key(8))
    rebuild(other, plain, SCHEMA, source_key=a_key(8))
    for made in (keyed, other):
        assert b"Zqmilch" not in made.read_bytes()
    check_file(keyed, a_key())
    assert texts_in(plain, None) == texts_in(other, a_key(8)) == list(TEXTS)
    with pytest.raises(StorageError) as wrong:
        rebuild(keyed, tmp_path / "no.db", SCHEMA, source_key=a_key(9))
    assert wrong.value.kind is StorageTrouble.NOT_A_DATABASE
    assert column_in(other, "page", "text", a_key(8)) == TEXTS


def test_while_it_is_held_nobody_writes_and_every_row_is_compared(path: Path, tmp_path: Path) -> None:
    made, seen = tmp_path / "made.db", []
    with held_alone(path, None) as held:
        rebuild_held(held, path, made, SCHEMA, key=a_key())
        assert find_difference(held, path, made, a_key(), leave_out=(), on_row=lambda: seen.append(1)) is None
        assert len(seen) == len(TEXTS)
        change_file(made, ["UPDATE page SET text = 'other' WHERE id = 2"], a_key())
        assert find_difference(held, path, made, a_key(), leave_out=()) == "page"
        assert find_difference(held, path, made, a_key(), leave_out=("page",)) is None
        change_file(made, ["DELETE FROM page WHERE id = 2"], a_key())
        assert find_difference(held, path, made, a_key(), leave_out=()) == "page"
        more = tmp_path / "more.db"
        rebuild_held(held, path, more, SCHEMA, key=a_key())
        change_file(more, ["INSERT INTO page (text) VALUES ('one more')"], a_key())
        assert find_difference(held, path, more, a_key(), leave_out=()) == "page"
    assert texts_in(path, None) == list(TEXTS)


def test_a_held_file_with_other_tables_is_no_source(path: Path, tmp_path: Path) -> None:
    change_file(path, ["CREATE TABLE stranger (x) STRICT".replace("(x)", "(x TEXT)")])
    with held_alone(path, None) as held, pytest.raises(StorageError) as refused:
        rebuild_held(held, path, tmp_path / "made.db", SCHEMA, key=a_key())
    assert refused.value.kind is StorageTrouble.CORRUPT
    assert not (tmp_path / "made.db").exists()


def test_what_the_change_raises_ends_it(path: Path, tmp_path: Path) -> None:
    def stop(_table: str, _values: object) -> None:
        raise Cancelled

    with held_alone(path, None) as held, pytest.raises(Cancelled):
        rebuild_held(held, path, tmp_path / "made.db", SCHEMA, key=a_key(), change=stop)


def test_a_stop_is_heeded_too_when_all_rows_are_there_and_are_looked_through(tmp_path: Path) -> None:
    count, stop = 30_000, threading.Event()
    tables = (
        "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT",
        "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a (id)) STRICT",
    )
    schema = schema_of(Migration(to=1, statements=tables))
    database = open_database(tmp_path / "many.db", schema=schema, clock=StillClock())
    with database.write("test.fill") as writer:
        writer.execute("INSERT INTO a (id) VALUES (1)")
        writer.execute(_FILL, {"count": count})
    database.close()

    def last(_table: str, values: Values) -> Values:
        if values["id"] == count:
            stop.set()
        return values

    with held_alone(database.path, None) as held, pytest.raises(Cancelled):
        rebuild_held(held, database.path, tmp_path / "made.db", schema, key=None, change=last, cancel=stop)


def test_each_page_that_holds_something_is_proven_without_the_look_that_heeds_no_stop(
    path: Path, tmp_path: Path
) -> None:
    keyed = tmp_path / "keyed.db"
    rebuild(path, keyed, SCHEMA, key=a_key())
    whole = keyed.read_bytes()
    check_file(keyed, a_key(), free_pages=False)
    for start in range(0, len(whole), _PAGE):
        turned = bytearray(whole)
        turned[start + _PAGE // 2] ^= 1
        keyed.write_bytes(turned)
        with pytest.raises(StorageError):
            check_file(keyed, a_key(), free_pages=False)


def test_statements_run_in_encrypted_snapshots(path: Path, tmp_path: Path) -> None:
    """And leave alone the one that the key does not open."""
    keyed = tmp_path / "keyed.db"
    rebuild(path, keyed, SCHEMA, key=a_key())
    database = open_database(keyed, schema=SCHEMA, clock=StillClock(), key=a_key())
    copy = take_snapshot(database, at=MONDAY, reason="daily")
    database.close()
    copy.with_name(copy.name.replace("daily", "other")).write_bytes(b"of another key" * 400)
    assert run_in_snapshots(keyed, ["DELETE FROM page WHERE id = 1"], a_key()) == 1
    assert texts_in(copy, a_key()) == ["soup"]
