"""Makes the snapshots forget what the database forgot. Each is the old copy or the new one, never a half."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.web import Cancel
from caregiver_app.storage.connecting import connect_file
from caregiver_app.storage.driver import DriverError
from caregiver_app.storage.faults import translated
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.snapshots import check_file, list_snapshots
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_file, put_in_place, translated_os_errors


def run_in_snapshots(path: Path, statements: Sequence[str], key: FileKey | None = None) -> int:
    """Run statements in every snapshot of the database at `path`, which `key` opens; return in how many.

    One from before a table was there, or one that is damaged, stays as it is.

    Raises:
        StorageError: the disk is in the way; the rest of them are as they were.
    """
    return sum(_run_in(snapshot, statements, key) for snapshot in list_snapshots(path))


def change_file(
    path: Path, statements: Sequence[str], key: FileKey | None = None, *, cancel: Cancel | None = None
) -> None:
    """Run statements in a file that nobody else knows of yet, and check it.

    Raises:
        StorageError: the file is damaged, lacks what they are about, or the disk is in the way.
        Cancelled: `cancel` was set meanwhile.
    """
    try:
        with translated(path):
            connection = connect_file(str(path), key)
            try:
                connection.execute("PRAGMA trusted_schema = OFF")
                connection.execute("PRAGMA journal_mode = MEMORY")
                for statement in statements:
                    connection.execute(statement)
            finally:
                connection.close()
    except DriverError as error:
        raise StorageError(StorageTrouble.CORRUPT, path.name, "schema") from error
    check_file(path, key, cancel=cancel)


def _run_in(snapshot: Path, statements: Sequence[str], key: FileKey | None) -> bool:
    part = snapshot.with_name(f".{snapshot.name}.{secrets.token_hex(4)}.part")
    with translated_os_errors(snapshot):
        make_private_file(part)
        try:
            shutil.copyfile(snapshot, part)
            change_file(part, statements, key)
            crash_point("storage.snapshot.changed")
            put_in_place(part, snapshot)
        except StorageError as error:
            if error.kind in _OF_THE_SNAPSHOT:
                return False
            raise
        finally:
            part.unlink(missing_ok=True)
    return True


_OF_THE_SNAPSHOT = {StorageTrouble.CORRUPT, StorageTrouble.NOT_A_DATABASE}
