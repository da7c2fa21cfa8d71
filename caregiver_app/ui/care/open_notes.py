"""The care notes inside their lane: one connection, opened by its unlock and closed by the lock. No widget holds it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from caregiver_app.model.errors import Cancelled

if TYPE_CHECKING:
    from caregiver_app.bootstrap.care import Care
    from caregiver_app.vault.store import Vault


class OpenNotes:
    """The resource of the lane "care". It stays while the window does; the connection in it comes and goes."""

    def __init__(self, care: Care) -> None:
        self.care = care
        self._vault: Vault | None = None
        self._number = 0

    def open(self) -> int:
        """Open the unlocked notes for this thread; return the number of their unlock.

        Raises:
            VaultError: they are locked.
            StorageError: the file is in the way.
        """
        self.close()
        unlocked = self.care.unlocked
        self._vault, self._number = self.care.open(), unlocked.number
        return self._number

    @contextmanager
    def of_unlock(self, number: int) -> Iterator[Vault]:
        """Give the notes for a block, only while they are those of that unlock.

        Raises:
            Cancelled: they were locked since.
        """
        if self._vault is None or number != self._number:
            raise Cancelled
        yield self._vault

    def close(self) -> None:
        """Close the connection; closing twice is fine."""
        vault, self._vault = self._vault, None
        self._number = 0
        if vault is not None:
            vault.close()

    def interrupt(self) -> None:
        """End the query that is running, from any thread."""
        vault = self._vault
        if vault is not None:
            vault.interrupt()
