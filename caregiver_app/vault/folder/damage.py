"""Tells damage of the care notes as such: what the database says of its file is otherwise taken for the library's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from caregiver_app.model.errors import StorageError, StorageTrouble, VaultError, VaultTrouble

_FILE = "vault.db"
_DAMAGE = (StorageTrouble.CORRUPT, StorageTrouble.NOT_A_DATABASE)


@contextmanager
def damage_told() -> Iterator[None]:
    """Run a block that reads or writes the notes.

    Raises:
        VaultError: their file is damaged, or something else lies in its place.
    """
    try:
        yield
    except StorageError as error:
        if error.kind in _DAMAGE and error.path == _FILE:
            raise VaultError(VaultTrouble.DAMAGED) from error
        raise
