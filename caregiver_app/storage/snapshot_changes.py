"""Makes the snapshots forget what the database forgot. Each is the old copy or the new one, never a half."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

from caregiver_app.storage.driver import DriverError, connect
from caregiver_app.storage.faults import translated
from caregiver_app.storage.snapshots import check_file, list_snapshots
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_file, put_in_place, translated_os_errors


def run_in_snapshots(path: Path, statements: Sequence[str]) -> int:
    """Run statements in every snapshot of the database at `path`; return in how many.

    One from before a table was there, or one that is damaged, stays as it is.

    Raises:
        StorageError: the disk is in the way; the rest of them are as they were.
    """
    return sum(_run_in(snapshot, statements) for snapshot in list_snapshots(path))


def _run_in(snapshot: Path, statements: Sequence[str]) -> bool:
    part = snapshot.with_name(f".{snapshot.name}.{secrets.token_hex(4)}.part")
    with translated_os_errors(snapshot):
        make_private_file(part)
        try:
            shutil.copyfile(snapshot, part)
            if not _run(part, statements):
                return False
            crash_point("storage.snapshot.changed")
            put_in_place(part, snapshot)
        finally:
            part.unlink(missing_ok=True)
    return True


def _run(part: Path, statements: Sequence[str]) -> bool:
    with translated(part):
        connection = connect(str(part), isolation_level=None)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA journal_mode = MEMORY")
            for statement in statements:
                connection.execute(statement)
        except DriverError:
            return False
        finally:
            connection.close()
    check_file(part)
    return True
