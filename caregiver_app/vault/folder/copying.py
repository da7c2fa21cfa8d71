"""Copies of the care notes: under the same key, whole, checked page by page. Nothing of them is ever plain."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble, VaultError, VaultTrouble
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Cancel
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.snapshots import check_file, copy_checked
from caregiver_app.support.files import make_private_file, translated_os_errors
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.schema.migrations import VAULT_SCHEMA


def copy_vault(source: Path, data_key: DataKey, target: Path, *, clock: Clock, cancel: Cancel | None = None) -> None:
    """Write the notes, as they are in one moment, into a new file at `target`.

    Raises:
        StorageError: no room, no right, or the notes are damaged.
        Cancelled: `cancel` was set.
    """
    database = open_database(source, schema=VAULT_SCHEMA, clock=clock, key=data_key.file_key())
    try:
        with translated_os_errors(target):
            make_private_file(target)
        copy_checked(database, target, cancel=cancel)
    finally:
        database.close()


def check_vault(path: Path, data_key: DataKey, *, cancel: Cancel | None = None) -> None:
    """Look whether the file at `path` is sound and opened by this key.

    Raises:
        VaultError: it is damaged, or another key's.
        StorageError: it cannot be read.
        Cancelled: `cancel` was set.
    """
    try:
        check_file(path, data_key.file_key(), cancel=cancel)
    except StorageError as error:
        if error.kind in (StorageTrouble.CORRUPT, StorageTrouble.NOT_A_DATABASE):
            raise VaultError(VaultTrouble.DAMAGED) from error
        raise
