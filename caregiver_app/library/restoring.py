"""Makes a library from the one in a backup, in a place apart. It takes the place of none."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from caregiver_app.library.keys import LibraryKeys, file_key_of
from caregiver_app.library.restored_rows import LEFT_OUT, RestoredRows
from caregiver_app.library.restored_starter import reset_starter
from caregiver_app.library.schema import LIBRARY_SCHEMA
from caregiver_app.library.source_titles import SHOWN_TITLE
from caregiver_app.library.store import Library, open_library
from caregiver_app.library.topics import REFRESH_ENABLED
from caregiver_app.model.errors import BackupError, BackupTrouble, StorageError, StorageTrouble
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Cancel
from caregiver_app.storage.engine import Database
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.rebuilding import Values, column_in, rebuild, version_of
from caregiver_app.storage.snapshots import check_file

_NOT_OURS = {
    StorageTrouble.CORRUPT: BackupTrouble.DAMAGED,
    StorageTrouble.NOT_A_DATABASE: BackupTrouble.DAMAGED,
    StorageTrouble.OTHER_APPLICATION: BackupTrouble.DAMAGED,
    StorageTrouble.NEWER: BackupTrouble.NEWER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAnew:
    """Sources that were allowed something in the backup, and wait for a person's word: (id, title) of each."""

    private: tuple[tuple[SourceId, str], ...]
    alerts: tuple[tuple[SourceId, str], ...]


def check_library(path: Path, key: FileKey | None = None, *, cancel: Cancel | None = None) -> int:
    """Look whether the file at `path`, out of a backup, is a sound library; return its version.

    Raises:
        BackupError: it is not, or a newer one.
        StorageError: the disk is in the way.
        Cancelled: `cancel` was set.
    """
    with _told_as_backup():
        version = version_of(path, LIBRARY_SCHEMA, key)
        check_file(path, key, cancel=cancel)
    return version


def picture_hashes(path: Path, key: FileKey | None) -> tuple[str, ...]:
    """Return which pictures a library out of a backup, checked before, says that it has; raises as `check_library`."""
    with _told_as_backup():
        return tuple(str(each) for each in column_in(path, "asset", "hash", key))


def make_library(
    source: Path,
    target: Path,
    pictures: Mapping[str, Values],
    *,
    clock: Clock,
    shipped: Mapping[str, str],
    source_key: FileKey | None = None,
    keys: LibraryKeys | None = None,
    cancel: Cancel | None = None,
) -> AskedAnew:
    """Make a library of this version at `target` from the file at `source`, which came out of a backup.

    `pictures` see `RestoredRows`, `shipped` see `reset_starter`. With `keys` it is a protected one; `source_key` opens
    the backup's.

    Raises:
        BackupError: it is no library of ours, or what belongs together is not there.
        StorageError: the disk is in the way.
        Cancelled: `cancel` was set.
    """
    rows = RestoredRows(pictures)
    with _told_as_backup():
        key = file_key_of(keys)
        rebuild(
            source,
            target,
            LIBRARY_SCHEMA,
            source_key=source_key,
            key=key,
            leave_out=LEFT_OUT,
            change=rows,
            cancel=cancel,
        )
        database = open_database(target, schema=LIBRARY_SCHEMA, clock=clock, key=key)
        try:
            asked = _ask_anew(database, rows, shipped)
        finally:
            database.close()
        library = open_library(target, clock, keys)
        try:
            _check(library)
        finally:
            library.close()
    return asked


def _ask_anew(database: Database, rows: RestoredRows, shipped: Mapping[str, str]) -> AskedAnew:
    """Let all follow its topics and the person's choices, and switch off what wants a word first.

    Which those are shows only then: a row may say that its source is off, and a choice beside it that it is on.
    """
    with database.write("restore.ask-anew") as writer:
        reset_starter(database, writer, shipped)
        writer.execute(REFRESH_ENABLED)
        alerts = [row["id"] for row in database.rows("SELECT id FROM source WHERE kind = 'alerts' AND enabled = 1")]
        writer.many(
            "INSERT INTO source_choice (source_id, enabled) VALUES (:id, 0) "
            "ON CONFLICT (source_id) DO UPDATE SET enabled = 0",
            [{"id": source_id} for source_id in alerts],
        )
        writer.execute(REFRESH_ENABLED)
    return AskedAnew(private=_titles(database, rows.private), alerts=_titles(database, alerts))


def _titles(database: Database, ids: list[int]) -> tuple[tuple[SourceId, str], ...]:
    found = database.rows(
        f"""
        SELECT s.id, {SHOWN_TITLE} AS title FROM source AS s
        LEFT JOIN source_choice AS c ON c.source_id = s.id LEFT JOIN source_state AS st ON st.source_id = s.id
        WHERE s.id IN (SELECT value FROM json_each(:ids)) AND s.removed_at IS NULL ORDER BY title, s.id
        """,
        {"ids": json.dumps(ids)},
    )
    return tuple((SourceId(row["id"]), row["title"]) for row in found)


def _check(library: Library) -> None:
    library.search.rebuild()
    broken = [check.name for check in library.health.check(repair=True) if not check.ok]
    if broken:
        raise BackupError(BackupTrouble.DAMAGED, ", ".join(broken))


@contextmanager
def _told_as_backup() -> Iterator[None]:
    """Run a block that reads a backup's library; what is wrong with that becomes a `BackupError`."""
    try:
        yield
    except StorageError as error:
        if error.kind not in _NOT_OURS:
            raise
        raise BackupError(_NOT_OURS[error.kind], error.detail) from error
