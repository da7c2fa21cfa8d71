"""Clears away what work that was cut short left in the data folder. Only for who just took the folder's lock."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths

LIBRARY = "library"
"""The stem of the library's file; all that belongs to it begins so."""

_BEFORE_RESTORE = re.compile(rf"{LIBRARY}-(\d{{8}}T\d{{6}}Z)-before-restore\.db")


@contextmanager
def stage(data_dir: Path) -> Iterator[Path]:
    """Make a private folder for a piece of work inside the data folder, and remove it with all in it afterwards.

    Raises:
        StorageError: the folder cannot be made.
    """
    from caregiver_app.support.files import make_private_folder, translated_os_errors

    folder = data_dir / f".stage-{secrets.token_hex(4)}.part"
    with translated_os_errors(folder):
        make_private_folder(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_leftovers(data_dir: Path) -> tuple[Path, ...]:
    """Return what lies there and is of no use to anybody."""
    from caregiver_app.bootstrap.own_files import LEFTOVERS, own_files

    found = [*own_files(data_dir, LEFTOVERS)]
    ready = data_dir / f"{LIBRARY}.db.restoring"
    if ready.exists() and (data_dir / f"{LIBRARY}.db").exists():
        found.append(ready)  # without a library it is the library: the next opening puts it in place
    going_back = data_dir / "vault.db.restoring"
    if going_back.exists() and (data_dir / "vault.db").exists():
        found.append(going_back)
    renewed = data_dir / "vault.db.renewed"
    if renewed.exists() and not (data_dir / "vault-renewal.json").exists():
        found.append(renewed)  # with the journal it is the care notes: the next unlock puts it in place
    return (*sorted(found), *_replaced_and_kept_elsewhere(data_dir))


def remove_leftovers(paths: Paths) -> int:
    """Remove it, and return how many files and folders went; what the system holds on to stays for the next time."""
    from caregiver_app.bootstrap.erasing_notes import finish_erasing_notes
    from caregiver_app.bootstrap.own_files import remove_path

    removed = finish_erasing_notes(paths)
    for path in find_leftovers(paths.data_dir):
        with suppress(OSError):
            remove_path(path)
            removed += 1
    return removed


def _replaced_and_kept_elsewhere(data_dir: Path) -> list[Path]:
    """Return libraries that a restored backup replaced, with what lies beside them, where a snapshot holds the same."""
    found = list[Path]()
    for snapshot in (data_dir / "snapshots").glob(f"{LIBRARY}-*-before-restore.db"):
        if named := _BEFORE_RESTORE.fullmatch(snapshot.name):
            replaced = f"{LIBRARY}-replaced-{named[1]}.db"
            found += (path for end in ("", "-wal", "-shm") if (path := data_dir / f"{replaced}{end}").exists())
    return sorted(found)
