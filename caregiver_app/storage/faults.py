"""Turns what SQLite says of the disk or the file into one `StorageError` with a kind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from caregiver_app.model.errors import Cancelled, StorageError, StorageTrouble
from caregiver_app.storage.driver import DriverError

_BY_RESULT_CODE = {
    5: StorageTrouble.LOCKED,  # SQLITE_BUSY
    6: StorageTrouble.LOCKED,  # SQLITE_LOCKED
    8: StorageTrouble.READ_ONLY,  # SQLITE_READONLY
    10: StorageTrouble.IO,  # SQLITE_IOERR
    11: StorageTrouble.CORRUPT,  # SQLITE_CORRUPT
    13: StorageTrouble.FULL,  # SQLITE_FULL
    14: StorageTrouble.IO,  # SQLITE_CANTOPEN
    26: StorageTrouble.NOT_A_DATABASE,  # SQLITE_NOTADB
}
_INTERRUPTED = 9  # SQLITE_INTERRUPT
_BY_MESSAGE = {  # sqlite3_errstr of the above: errors of a backup come without their code
    "database is locked": StorageTrouble.LOCKED,
    "database table is locked": StorageTrouble.LOCKED,
    "attempt to write a readonly database": StorageTrouble.READ_ONLY,
    "disk I/O error": StorageTrouble.IO,
    "database disk image is malformed": StorageTrouble.CORRUPT,
    "database or disk is full": StorageTrouble.FULL,
    "unable to open database file": StorageTrouble.IO,
    "file is not a database": StorageTrouble.NOT_A_DATABASE,
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Run a block in which the driver's errors of the environment become ours; its other errors are bugs and pass.

    Raises:
        StorageError: the disk or the file is in the way.
        Cancelled: the statement was interrupted on request.
    """
    try:
        yield
    except DriverError as error:
        trouble = trouble_of(error)
        if trouble is StorageTrouble.IO and not os.access(path.parent, os.W_OK):
            trouble = StorageTrouble.READ_ONLY  # SQLite cannot make the files beside it and says only that
        if trouble is not None:
            raise StorageError(trouble, path.name, _name_of(error)) from error
        if _primary_code(error) == _INTERRUPTED:
            raise Cancelled from error
        raise
    except MemoryError as error:  # SQLITE_NOMEM: what we ask for is small, so a damaged page asked for the rest
        raise StorageError(StorageTrouble.CORRUPT, path.name, "SQLITE_NOMEM") from error


def trouble_of(error: Exception) -> StorageTrouble | None:
    """Return the kind of an environment error, None for all others."""
    if not hasattr(error, "sqlite_errorcode"):
        return _BY_MESSAGE.get(str(error))
    return _BY_RESULT_CODE.get(_primary_code(error))


def _primary_code(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _name_of(error: Exception) -> str:
    return str(getattr(error, "sqlite_errorname", ""))
