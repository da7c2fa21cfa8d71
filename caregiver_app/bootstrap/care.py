"""The care notes of one data folder: made, unlocked, locked. Holds no word of them; the key only while unlocked."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.time import Clock

if TYPE_CHECKING:
    from caregiver_app.vault.kdf import KdfCost
    from caregiver_app.vault.opening import Unlocked, VaultPlaces
    from caregiver_app.vault.store import Vault


class Care:
    """What windows and commands open care notes with. Threads may share it; a `Vault` belongs to its thread."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._paths = paths
        self._clock = clock
        self._changing = threading.Lock()
        self._unlocked: Unlocked | None = None

    @property
    def places(self) -> VaultPlaces:
        """Where the files lie."""
        from caregiver_app.vault.envelope_files import EnvelopeFiles
        from caregiver_app.vault.opening import VaultPlaces

        envelope = EnvelopeFiles(first=self._paths.envelope, twin=self._paths.envelope_twin)
        return VaultPlaces(database=self._paths.vault, envelope=envelope)

    def exists(self) -> bool:
        """Return whether there are care notes in this folder."""
        return self._paths.vault.exists()

    @property
    def is_unlocked(self) -> bool:
        """Whether the key is at hand."""
        return self._unlocked is not None

    @property
    def unlocked(self) -> Unlocked:
        """What opens the notes.

        Raises:
            VaultError: they are locked.
        """
        unlocked = self._unlocked
        if unlocked is None:
            raise VaultError(VaultTrouble.LOCKED)
        return unlocked

    def create(self, passphrase: str, *, cost: KdfCost | None = None) -> Unlocked:
        """Make care notes and unlock them. Without a `cost` one is measured on this computer. Takes seconds.

        Raises:
            VaultError: there are some already.
            StorageError: no room or no right.
        """
        from caregiver_app.vault.kdf import calibrate
        from caregiver_app.vault.opening import create

        return self._keep(create(self.places, passphrase, cost=cost or calibrate(self._clock), clock=self._clock))

    def unlock(self, passphrase: str) -> Unlocked:
        """Unlock the notes; takes the time of one derivation.

        Raises:
            VaultError: there are none, the passphrase is wrong, or a file is lost or damaged.
            StorageError: the disk is in the way.
        """
        from caregiver_app.vault.opening import unlock

        return self._keep(unlock(self.places, passphrase, self._clock))

    def open(self) -> Vault:
        """Open the unlocked notes for the calling thread.

        Raises:
            VaultError: they are locked.
            StorageError: the file is in the way.
        """
        return self.unlocked.open(self._clock)

    def lock(self) -> None:
        """Forget the key; never fails and never waits for more than a moment. Locking twice is fine."""
        with self._changing:
            unlocked, self._unlocked = self._unlocked, None
        if unlocked is not None:
            unlocked.lock()

    def _keep(self, unlocked: Unlocked) -> Unlocked:
        with self._changing:
            before, self._unlocked = self._unlocked, unlocked
        if before is not None:
            before.lock()
        return unlocked
