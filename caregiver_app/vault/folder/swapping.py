"""Puts other care notes, as a backup brings them, in the place of those of a folder. Holds no key; reads no note.

Notes are a set: `vault.db`, the envelope that opens it, what lies beside them. A file of one set never comes to stand
beside a file of another:

1. The new set is made ready in a folder of its own. Until here a kill leaves everything as it was.
2. That folder gets its name `care-notes-incoming`, with a journal in it: now the change counts.
3. What was here moves into a folder of its own, which opens like any data folder; then the new set moves into its
   place, the notes last. A kill leaves the journal, and the next opening does what is left.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.storage.renewing import is_under
from caregiver_app.storage.snapshots import list_snapshots
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import (
    flush_folder,
    flush_tree,
    make_private_folder,
    read_bounded,
    translated_os_errors,
    write_whole,
)
from caregiver_app.vault.folder.places import VaultPlaces
from caregiver_app.vault.keys.data_key import DataKey

BEFORE = "care-notes-before-"
"""How a folder with the notes of before begins; the moment of the change follows."""

_FORMAT, _VERSION = "caregiver-notes-swap", 1
_JOURNAL, _MOVED = "swap.json", "moved"
_LARGEST_BYTES = 1_000_000
_FILES = ("vault.db", "vault.db-wal", "vault.db-shm", "vault.db-journal", "vault.db.restoring", "vault.db.renewed")
_BESIDE = ("vault.json", "vault-2.json", "vault-saves.json", "vault-renewal.json", "attachments")
_SEALED = "sealed"
_LIBRARY = "library-incoming"
"""A protected library that comes with the notes whose key opens it; who knows libraries puts it in its place."""

_INCOMING_ORDER = (_LIBRARY, "attachments", "vault.json", "vault-2.json", "vault.db")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Swap:
    """Where what is here goes, and which of it."""

    aside: str
    going: tuple[str, ...]


def swap_in(places: VaultPlaces, ready: Path, data_key: DataKey, *, at: Millis) -> Path | None:
    """Put the set in the folder `ready` in the place of the notes that are here; return where these are now.

    None where there were none. Nobody may have them open, and the caller holds `places.changing`. Copies of them under
    the same key stay where they are, and so does what was written while locked, if the notes are the same.

    Raises:
        StorageError: no room or no right. Before the change counts nothing has changed; after it the next opening does
            what is left.
    """
    with translated_os_errors(places.database):
        swap = _Swap(aside=_free_name(places, at), going=tuple(_going(places, data_key)))
        fields = {"format": _FORMAT, "version": _VERSION, "aside": swap.aside, "going": swap.going}
        write_whole(ready / _JOURNAL, json.dumps(fields).encode())
        flush_tree(ready)
        crash_point("vault.swap.ready")
        ready.replace(places.incoming)
        flush_folder(places.incoming.parent)
        crash_point("vault.swap.begun")
        _finish(places)
    aside = places.database.with_name(swap.aside)
    return aside if aside.exists() else None


def finish_swap(places: VaultPlaces) -> None:
    """Do what is left of a change that was cut short, if there is one.

    Raises:
        InstanceRunning: another process is at it.
        StorageError: the disk is in the way.
    """
    if not places.incoming.exists():
        return
    with places.changing("putting a backup in place"), translated_os_errors(places.database):
        _finish(places)


class NotesOfBefore:
    """Folders with notes of before, when somebody may know the key: what it opens goes (see `places.UnderKey`)."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir

    def renew(self, vault: object, old: DataKey, new: DataKey) -> None:
        """Leave them: they are of another time, and nobody needs them under a new key."""

    def settle(self, old: DataKey, new: DataKey) -> None:
        """Remove those that the old key opens. Raises `StorageError` where the disk is in the way."""
        del new
        for folder in folders_of_before(self._data_dir):
            if is_under(folder / "vault.db", old.file_key()):
                with translated_os_errors(folder):
                    shutil.rmtree(folder)
                crash_point("vault.swap.before-removed")


def folders_of_before(data_dir: Path) -> tuple[Path, ...]:
    """Return the folders with notes of before, oldest first."""
    return tuple(sorted(path for path in data_dir.glob(f"{BEFORE}*") if path.is_dir() and not path.is_symlink()))


def _finish(places: VaultPlaces) -> None:
    incoming, here = places.incoming, places.database.parent
    if not incoming.exists():
        return
    swap = _read(incoming / _JOURNAL)
    if not (incoming / _MOVED).exists():
        for name in swap.going:
            _move(here / name, here / swap.aside / name)
            crash_point("vault.swap.moved-aside")
        taking = {(here / swap.aside / name).parent for name in swap.going}
        for folder in (*sorted(taking, reverse=True), here):
            if folder.exists():
                flush_folder(folder)
        write_whole(incoming / _MOVED, b"")
        crash_point("vault.swap.all-aside")
    for name in _INCOMING_ORDER:
        _move(incoming / name, here / name)
        crash_point("vault.swap.placed")
    flush_folder(here)
    done = incoming.with_name(f".{incoming.name}.part")
    shutil.rmtree(done, ignore_errors=True)
    incoming.replace(done)
    crash_point("vault.swap.done")
    shutil.rmtree(done, ignore_errors=True)


def _read(path: Path) -> _Swap:
    """Return the journal; a folder without one that can be read was not made by `swap_in`, and nothing is moved."""
    try:
        fields = json.loads(read_bounded(path, _LARGEST_BYTES) or b"")
        if fields["format"] != _FORMAT or fields["version"] != _VERSION:
            raise ValueError("another format")
        swap = _Swap(aside=str(fields["aside"]), going=tuple(str(name) for name in fields["going"]))
    except (FileNotFoundError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise StorageError(StorageTrouble.CORRUPT, path.name) from error
    if not swap.aside.startswith(BEFORE) or not all(_stays_inside(name) for name in (swap.aside, *swap.going)):
        raise StorageError(StorageTrouble.CORRUPT, path.name)
    return swap


def _stays_inside(name: str) -> bool:
    path = Path(name)
    return not path.is_absolute() and bool(path.name) and ".." not in path.parts


def _going(places: VaultPlaces, data_key: DataKey) -> Iterator[str]:
    """Name what belongs to the notes that are here, and not to those that come."""
    here, key = places.database.parent, data_key.file_key()
    yield from _FILES
    yield from _BESIDE
    if not is_under(places.database, key):
        yield _SEALED
    for snapshot in list_snapshots(places.database):
        if not is_under(snapshot, key):
            yield str(snapshot.relative_to(here))


def _free_name(places: VaultPlaces, at: Millis) -> str:
    name = f"{BEFORE}{to_datetime(at):%Y%m%dT%H%M%SZ}"
    taken = len(list(places.database.parent.glob(f"{name}*")))
    return f"{name}-{taken + 1}" if taken else name


def _move(source: Path, target: Path) -> None:
    """Move a file, or a folder with all in it; what is not there any more was moved before."""
    if not source.exists():
        return
    make_private_folder(target.parent)
    if not target.is_dir():
        source.replace(target)
        return
    for path in source.iterdir():
        _move(path, target / path.name)
    flush_folder(target)
    source.rmdir()
