"""The open care notes: one connection of one thread, with a store for each subject. It takes the right key."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.model.time import Clock
from caregiver_app.storage.engine import Database
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.opening import open_database
from caregiver_app.vault.notes import Notes
from caregiver_app.vault.people import People
from caregiver_app.vault.schema import VAULT_SCHEMA
from caregiver_app.vault.searchable import Searchable
from caregiver_app.vault.settings import VaultSettings


class Vault:
    """Everything private; all stores share one connection and its transactions."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.settings = VaultSettings(database)
        self.people = People(database)
        self.notes = Notes(database)
        self.searchable = Searchable(database)
        self.write = database.write

    def interrupt(self) -> None:
        """End the query that is running, from any thread; it raises `Cancelled` there."""
        self._database.interrupt()

    def close(self) -> None:
        """Close the connection; closing twice is fine."""
        self._database.close()


def open_vault(path: Path, key: FileKey, clock: Clock) -> Vault:
    """Open or make the care notes at `path` for the calling thread.

    Raises:
        StorageError: see `storage.opening.open_database`; with a wrong key "not a database".
    """
    return Vault(open_database(path, schema=VAULT_SCHEMA, clock=clock, key=key))
