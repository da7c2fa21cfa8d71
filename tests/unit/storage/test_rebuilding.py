"""A database is made anew from the rows of another file, of which nothing but values is taken."""

from __future__ import annotations

import threading
import tracemalloc
from pathlib import Path

import pytest

from caregiver_app.model.errors import Cancelled, StorageError, StorageTrouble
from caregiver_app.storage.rebuilding import Values, rebuild
from tests.helpers.databases import FIRST, SECOND, add_pages, open_pages, schema_of, texts_of

MEGABYTE = 1_000_000


def filled(folder: Path, *texts: str) -> Path:
    """Return a closed database with these pages."""
    path = folder / "pages.db"
    database = open_pages(path)
    add_pages(database, *texts)
    database.close()
    return path


def test_rows_come_over_changed_and_some_not_at_all(tmp_path: Path) -> None:
    source = filled(tmp_path, "tea", "noise", "soup")

    def change(_table: str, values: Values) -> Values | None:
        return None if values["text"] == "noise" else {**values, "text": values["text"].upper()}

    rebuild(source, tmp_path / "made.db", schema_of(FIRST), change=change)
    made = open_pages(tmp_path / "made.db")
    assert texts_of(made) == ["TEA", "SOUP"]
    made.close()


def test_many_large_rows_are_never_held_at_once(tmp_path: Path) -> None:
    source = filled(tmp_path, *("x" * MEGABYTE for _ in range(40)))
    tracemalloc.start()
    try:
        rebuild(source, tmp_path / "made.db", schema_of(FIRST))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 10 * MEGABYTE


def test_a_row_that_is_refused_is_damage_and_a_stop_is_a_stop(tmp_path: Path) -> None:
    source = filled(tmp_path, "tea")

    def refuse(_table: str, _values: Values) -> Values | None:
        raise ValueError

    with pytest.raises(StorageError) as caught:
        rebuild(source, tmp_path / "a.db", schema_of(FIRST), change=refuse)
    assert caught.value.kind is StorageTrouble.CORRUPT
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        rebuild(source, tmp_path / "b.db", schema_of(FIRST), cancel=cancel)


def test_an_older_file_keeps_its_version(tmp_path: Path) -> None:
    source = filled(tmp_path, "tea")
    assert rebuild(source, tmp_path / "made.db", schema_of(FIRST, SECOND)) == 1
