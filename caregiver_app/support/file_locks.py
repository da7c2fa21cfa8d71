"""A lock on an open file, which the system frees by itself when its holder ends, however it ends."""

from __future__ import annotations

import sys
from typing import IO

_LOCKED_AT = 1 << 20  # beyond what such a file holds, so that others may read it (Windows locks are binding)

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(_LOCKED_AT)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def take_lock(file: IO[bytes]) -> bool:
    """Take the lock of a file that is open, at its beginning, for as long as it is; return False where another has it.

    Raises:
        OSError: this disk knows no locks.
    """
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):  # the second is what Windows says
        return False
    return True
