"""One writer a data folder: a lock file that the system frees by itself when its holder ends, however it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from caregiver_app.model.errors import InstanceRunning
from caregiver_app.support.file_locks import take_lock
from caregiver_app.support.files import make_private_file, make_private_folder, translated_os_errors


@contextmanager
def one_writer(lock_path: Path, *, holder: str) -> Iterator[str]:
    """Hold the folder's lock for a block; `holder` names the work, e.g. "sync".

    Gives who held it last and ended in the middle, as a process does that is killed; "" where nobody did.

    Raises:
        InstanceRunning: another process holds it; says who.
        StorageError: the lock file cannot be made.
    """
    with translated_os_errors(lock_path):
        make_private_folder(lock_path.parent)
        make_private_file(lock_path)
        file = lock_path.open("r+b", buffering=0)  # nothing is left to be written when it is closed
    with file:
        with translated_os_errors(lock_path):
            _take(file)
            left_by = _said(file)
            _say(file, f"{holder}, process {os.getpid()}")
        try:
            yield left_by
        finally:
            with suppress(OSError):  # all that was to be done is done
                _say(file, "")


def _take(file: IO[bytes]) -> None:
    if not take_lock(file):
        raise InstanceRunning(_said(file))


def _said(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read(200).decode("utf-8", "replace").strip()


def _say(file: IO[bytes], words: str) -> None:
    file.seek(0)
    file.truncate()
    file.write(words.encode())
