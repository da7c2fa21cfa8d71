"""Clears away what work that was cut short left in the data folder. Only for who just took the folder's lock."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LIBRARY = "library"
"""The stem of the library's file; all that belongs to it begins so."""


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
    found = [*data_dir.glob(".*.part*"), *(data_dir / "snapshots").glob(".*.part*")]
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


def remove_leftovers(data_dir: Path) -> int:
    """Remove it, and return how many files and folders went; what the system holds on to stays for the next time."""
    from caregiver_app.bootstrap.erasing_notes import finish_erasing_notes

    removed = finish_erasing_notes(data_dir)
    for path in find_leftovers(data_dir):
        with suppress(OSError):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            removed += 1
    return removed


def _replaced_and_kept_elsewhere(data_dir: Path) -> list[Path]:
    """Return libraries that a restored backup replaced, with what lies beside them, where a snapshot holds the same."""
    found = list[Path]()
    for snapshot in (data_dir / "snapshots").glob(f"{LIBRARY}-*-before-restore.db"):
        stamp = snapshot.name.split("-")[1]
        found += data_dir.glob(f"{LIBRARY}-replaced-{stamp}.db*")
    return sorted(found)
