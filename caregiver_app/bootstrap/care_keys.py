"""What gives the key of the care notes away or changes it. Each asks for the passphrase again, even while unlocked.

Five unlocked minutes must not give the notes for ever.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.model.time import Clock
from caregiver_app.support.process_privacy import keep_memory_private

if TYPE_CHECKING:
    from caregiver_app.support.key_derivation import KdfCost
    from caregiver_app.vault.folder.opening import Unlocked
    from caregiver_app.vault.folder.places import VaultPlaces
    from caregiver_app.vault.folder.renewal import Renewal
    from caregiver_app.vault.keys.data_key import DataKey


class CareKeys(ABC):
    """The part of `bootstrap.care.Care` that is about keys."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    @property
    @abstractmethod
    def places(self) -> VaultPlaces:
        """Where the files lie."""

    @property
    @abstractmethod
    def unlocked(self) -> Unlocked:
        """What opens the notes; raises `VaultError` while they are locked."""

    @abstractmethod
    def _keep(self, unlocked: Unlocked) -> Unlocked:
        """Have the notes unlocked by this from now on."""

    def recover(self, typed: str, passphrase: str, *, cost: KdfCost | None = None) -> Unlocked:
        """Unlock the notes with the groups of the recovery sheet, and lock them with a new passphrase from now on.

        Raises:
            VaultError: a group is mistyped, the sheet is another one's, or the passphrase is easy to guess.
            InstanceRunning: another process is changing their keys.
            StorageError: the disk is in the way.
        """
        from caregiver_app.vault.folder.rewrapping import rewrap
        from caregiver_app.vault.folder.sheet_opening import open_with_sheet

        keep_memory_private()
        unlocked = open_with_sheet(self.places, typed, self._clock)
        try:
            self._refuse_weak(unlocked, passphrase)
            rewrap(self.places, unlocked.data_key, passphrase, cost=self._cost(cost), clock=self._clock)
        except BaseException:
            unlocked.lock()
            raise
        return self._keep(unlocked)

    def check_passphrase(self, passphrase: str) -> None:
        """Let pass who knows the passphrase; takes the time of one derivation.

        Raises:
            VaultError: it is wrong, or the envelope is lost or damaged.
        """
        self._proven(passphrase).wipe()

    def sheet(self, passphrase: str) -> RecoverySheet:
        """Return the recovery sheet, for who knows the passphrase. Raises as `check_passphrase` does."""
        from caregiver_app.vault.keys.recovery import make_sheet

        data_key = self._proven(passphrase)
        try:
            return make_sheet(data_key, self.unlocked.marks.number, at=self._clock.now())
        finally:
            data_key.wipe()

    def change_passphrase(self, passphrase: str, new: str, *, cost: KdfCost | None = None) -> None:
        """Lock the unlocked notes with another passphrase from now on. Old backups still open with the old one.

        Raises:
            VaultError: the passphrase is wrong, or the new one is easy to guess.
            InstanceRunning: another process is changing their keys.
            StorageError: no room or no right.
        """
        from caregiver_app.vault.folder.rewrapping import rewrap

        data_key = self._proven(passphrase)
        try:
            self._refuse_weak(self.unlocked, new)
            rewrap(self.places, data_key, new, cost=self._cost(cost), clock=self._clock)
        finally:
            data_key.wipe()

    def prepare_new_key(self, passphrase: str, new: str, *, cost: KdfCost | None = None) -> Renewal:
        """Prepare what is done when somebody may know the passphrase: a new key, a new passphrase, a new sheet.

        Nothing is changed before `carry_out_new_key`; the person must have the new sheet by then.

        Raises:
            VaultError: the passphrase is wrong, or the new one is easy to guess.
            StorageError: the notes cannot be read.
        """
        from caregiver_app.vault.folder.renewal import prepare

        data_key = self._proven(passphrase)
        self._refuse_weak(self.unlocked, new)
        return prepare(self.places, data_key, new, cost=self._cost(cost), clock=self._clock)

    def carry_out_new_key(self, renewal: Renewal) -> Unlocked:
        """Do it: see `vault.folder.renewal.Renewal.carry_out`. Whoever has the notes open must have closed them."""
        return self._keep(renewal.carry_out(self._clock))

    def _proven(self, passphrase: str) -> DataKey:
        """Return the key for who knows the passphrase of the notes that are unlocked."""
        from caregiver_app.vault.folder.rewrapping import prove

        unlocked = self.unlocked
        data_key = prove(self.places, passphrase)
        if not data_key.is_same(unlocked.data_key):
            raise VaultError(VaultTrouble.WRONG_PASSPHRASE)
        return data_key

    def _refuse_weak(self, unlocked: Unlocked, passphrase: str) -> None:
        from caregiver_app.vault.folder.rewrapping import family_names
        from caregiver_app.vault.keys.passphrases import refuse_weak

        vault = unlocked.open(self._clock)
        try:
            names = family_names(vault)
        finally:
            vault.close()
        refuse_weak(passphrase, names)

    def _cost(self, cost: KdfCost | None) -> KdfCost:
        from caregiver_app.support.key_derivation import calibrate

        return cost or calibrate(self._clock)
