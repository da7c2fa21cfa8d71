"""Writes what a backup takes of the library into a file of its own: all but the ledger, without traces of old."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from caregiver_app.library.ledger import ERASE
from caregiver_app.library.schema import LIBRARY_SCHEMA
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Cancel
from caregiver_app.storage.engine import Database
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.rebuilding import rebuild
from caregiver_app.storage.snapshot_changes import change_file
from caregiver_app.storage.snapshots import check_file, copy_checked, take_snapshot
from caregiver_app.support.files import make_private_file, translated_os_errors

BEFORE_RESTORE = "before-restore"

_NOT_ITS_OWN = ("ledger", "ledger_month", "search_pending")

_COUNTS = {
    "sources": "SELECT count(*) FROM source WHERE removed_at IS NULL",
    "articles": "SELECT count(*) FROM article WHERE hidden = 0",
    "starred": "SELECT count(*) FROM mark WHERE starred_at IS NOT NULL",
    "collections": "SELECT count(*) FROM collection",
}


class BackupCopy:
    """What one library gives for a backup, and keeps of itself before another takes its place."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def is_encrypted(self) -> bool:
        """Whether the library is protected, and so is what `write` writes."""
        return self._database.key is not None

    def write(self, path: Path, *, cancel: Cancel | None = None) -> None:
        """Write the library as it is in one moment to a new file at `path`, without the ledger; the copy is checked.

        Raises:
            StorageError: no room, read-only, or the library is damaged.
            Cancelled: `cancel` was set meanwhile.
        """
        if self._database.key is None:
            self._database.copy_compact(path, cancel=cancel)
            change_file(path, ERASE, cancel=cancel)
        else:
            self._write_anew(path, self._database.key, cancel)

    def _write_anew(self, path: Path, key: FileKey, cancel: Cancel | None) -> None:
        """Do it for a protected library: under the same key, row by row; its indexes are empty then."""
        moment = path.with_name(f"{path.name}.moment")
        with translated_os_errors(moment):
            make_private_file(moment)
            try:
                copy_checked(self._database, moment, cancel=cancel)
                rebuild(moment, path, LIBRARY_SCHEMA, source_key=key, key=key, leave_out=_NOT_ITS_OWN, cancel=cancel)
            finally:
                moment.unlink(missing_ok=True)
        check_file(path, key, cancel=cancel)

    def counts(self) -> Mapping[str, int]:
        """Return how much it holds, for people."""
        return {name: int(self._database.value(sql)) for name, sql in _COUNTS.items()}

    def pictures(self) -> tuple[str, ...]:
        """Return the hashes of the pictures that articles use."""
        rows = self._database.rows("SELECT DISTINCT hash FROM item_asset WHERE hash IS NOT NULL ORDER BY hash")
        return tuple(row["hash"] for row in rows)

    def snapshot_before_restore(self, *, at: Millis, cancel: Cancel | None = None) -> Path:
        """Keep the library as it is in a snapshot; raises as `storage.snapshots.take_snapshot` does."""
        return take_snapshot(self._database, at=at, reason=BEFORE_RESTORE, cancel=cancel)
