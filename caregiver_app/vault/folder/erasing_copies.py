"""Makes the copies of the notes in their folder forget what is deleted for good: snapshots, files and sets put aside.

Each copy is made anew without it beside the old one, checked, and takes its place: it is the old one or the new one.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from caregiver_app.model.errors import Cancelled, StorageError, StorageTrouble
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Cancel
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.renewing import is_under
from caregiver_app.storage.restoring import DAMAGED, REPLACED
from caregiver_app.storage.snapshots import copy_checked, list_snapshots
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_file, put_in_place, translated_os_errors
from caregiver_app.vault.across.uid_lookup import Named
from caregiver_app.vault.attached.files import remove_all_but
from caregiver_app.vault.folder.swapping import folders_of_before
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.schema.migrations import VAULT_SCHEMA
from caregiver_app.vault.store import Vault

_USELESS = {StorageTrouble.CORRUPT, StorageTrouble.NOT_A_DATABASE}


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesErased:
    """What became of the copies: made anew, removed because they are damaged, or not opened by this key, by name."""

    remade: int = 0
    removed: int = 0
    out_of_reach: tuple[str, ...] = ()


def erase_in_copies(
    path: Path,
    data_key: DataKey,
    named: Sequence[Named],
    clock: Clock,
    *,
    on_copy: Callable[[int, int], object] = lambda _done, _total: None,
    cancel: Cancel | None = None,
) -> CopiesErased:
    """Delete records for good in every copy of the notes at `path`; `on_copy` is told how many are done, of how many.

    Raises:
        StorageError: the disk is in the way; some copies may still have them.
        Cancelled: `cancel` was set; some copies still have them.
    """
    remade = removed = 0
    out_of_reach = []
    folders, copies = folders_of_before(path.parent), (*list_snapshots(path), *_set_aside(path))
    total = len(folders) + len(copies)
    for number, folder in enumerate(folders):
        _go_on(cancel, partial(on_copy, number, total))
        if is_under(folder / path.name, data_key.file_key()):
            remade += _erase_in_set(folder / path.name, data_key, named, clock)
        else:
            out_of_reach.append(folder.name)
    for number, copy in enumerate(copies, len(folders)):
        _go_on(cancel, partial(on_copy, number, total))
        if not is_under(copy, data_key.file_key()):
            out_of_reach.append(copy.name)
            continue
        try:
            remade += _remake(copy, data_key, named, clock)
        except StorageError as error:
            if error.kind not in _USELESS:
                raise
            with translated_os_errors(copy):
                copy.unlink(missing_ok=True)
            removed += 1
    return CopiesErased(remade=remade, removed=removed, out_of_reach=tuple(out_of_reach))


def _go_on(cancel: Cancel | None, tell: Callable[[], object]) -> None:
    if cancel is not None and cancel.is_set():
        raise Cancelled
    tell()


def _erase_in_set(path: Path, data_key: DataKey, named: Sequence[Named], clock: Clock) -> bool:
    """Delete records in notes of before a restored backup, and their files there; return whether it held any."""
    database = open_database(path, schema=VAULT_SCHEMA, clock=clock, key=data_key.file_key())
    try:
        vault = Vault(database)
        held = _delete(vault, named)
        with vault.write("vault.erase.swept"):
            remove_all_but(path.with_name("attachments"), vault.attachments.file_names())
    finally:
        database.close()
    return held


def _remake(copy: Path, data_key: DataKey, named: Sequence[Named], clock: Clock) -> bool:
    """Make a copy anew if it holds any of the records; return whether it did."""
    mark = secrets.token_hex(4)
    work, ready = (copy.with_name(f".{copy.name}.{mark}.{name}.part") for name in ("work", "ready"))
    with translated_os_errors(copy):
        try:
            make_private_file(work)
            shutil.copyfile(copy, work)
            if not _erase(work, ready, data_key, named, clock):
                return False
            crash_point("vault.erase.copy-ready")
            put_in_place(ready, copy)
        finally:
            _remove(work, ready)
    crash_point("vault.erase.copy-placed")
    return True


def _erase(work: Path, ready: Path, data_key: DataKey, named: Sequence[Named], clock: Clock) -> bool:
    database = open_database(work, schema=VAULT_SCHEMA, clock=clock, key=data_key.file_key())
    try:
        held = _delete(Vault(database), named)
        if held:
            make_private_file(ready)
            copy_checked(database, ready)
    finally:
        database.close()
    return held


def _delete(vault: Vault, named: Sequence[Named]) -> bool:
    """Delete what is there of these records; return whether anything was."""
    held = [(each.kind, number) for each in named if (number := vault.uids.number_of(each)) is not None]
    for kind, number in held:
        vault.erasing.delete_for_good(kind, number)
    return bool(held)


def _set_aside(path: Path) -> list[Path]:
    return sorted(each for why in (DAMAGED, REPLACED) for each in path.parent.glob(f"{path.stem}-{why}-*.db"))


def _remove(*parts: Path) -> None:
    for part in parts:
        for leftover in part.parent.glob(f"{part.name}*"):
            with suppress(OSError):
                leftover.unlink()
