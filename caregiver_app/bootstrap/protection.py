"""The protection of the library: whether it is on, and its keys while the care notes are unlocked.

Turning it on and off is in `converting`; here are the doors. The keys are wiped at the lock.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.library_change import finish_change
from caregiver_app.bootstrap.library_memory import meet_library
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection_state import (
    ChangeProgress,
    OnChange,
    ProtectionState,
    key_file_paths,
    protection_state,
)
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.model.errors import InstanceRunning, StorageError, VaultError, VaultTrouble
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.care import Care
    from caregiver_app.library.keys import LibraryKeys
    from caregiver_app.vault.folder.library_keys import LibraryKeyFiles
    from caregiver_app.vault.folder.opening import Unlocked
    from caregiver_app.vault.keys.data_key import DataKey

__all__ = ["ChangeProgress", "OnChange", "Protection", "ProtectionState"]

_HOLDER = "finishing the library's protection"


class Protection:
    """The protection of one folder's library. Threads may share it."""

    def __init__(self, paths: Paths, clock: Clock, care: Care, *, start_anew: Callable[[], None]) -> None:
        self._paths = paths
        self._clock = clock
        self._care = care
        self._start_anew = start_anew
        self._holding = threading.Lock()
        self._keys: LibraryKeys | None = None
        self._number = 0
        care.after_lock.append(self.wipe)

    def state(self) -> ProtectionState:
        """Return whether it is on; looks at names only."""
        return protection_state(self._paths)

    @property
    def is_open(self) -> bool:
        """Whether the library can be used now: it is not protected, or the care notes are unlocked."""
        state = self.state()
        return state is ProtectionState.OFF or (state is ProtectionState.ON and self._care.is_unlocked)

    def needs_passphrase(self) -> bool:
        """Return whether the care notes must be unlocked first. A change that was cut short is finished; as `keys`."""
        self._settle()
        return self.state() is not ProtectionState.OFF and not self._care.is_unlocked

    def keys(self) -> LibraryKeys | None:
        """Return the keys of the library, None where it is not protected. A change that was cut short is finished.

        Raises:
            VaultError: it is protected, and the care notes are locked; or its keys are lost.
            InstanceRunning: another process is turning protection on or off.
            StorageError: the disk is in the way.
        """
        self._settle()
        return None if self.state() is ProtectionState.OFF else self._of(self._care.unlocked)

    def keys_under(self, data_key: DataKey) -> LibraryKeys:
        """Return the keys of the protected library for who has the notes' key. Raises as `keys` does."""
        from caregiver_app.library.keys import LibraryKeys

        return LibraryKeys(self._files().open(data_key))

    def turn_on(self, passphrase: str, *, on_progress: OnChange, cancel: Cancel | None = None) -> None:
        """Protect the library with the unlocked care notes; nothing where that is so already.

        The caller holds the folder's lock, and nobody has the library open. A kill at any moment leaves one good copy:
        the library as it was, or the protected one once it counts.

        Raises:
            VaultError: there are no care notes, they are locked, or the passphrase is wrong; nothing was changed.
            InstanceRunning: the keys of the notes are being changed.
            StorageError: somebody has the library open, there is no room, or it is damaged; nothing was changed. Or
                what is left could not be done: the next start does it.
            Cancelled: `cancel` was set, or the notes were locked, before it counted; nothing was changed.
        """
        from caregiver_app.bootstrap.converting import Conversion, protect

        unlocked = self._proven(passphrase)
        work = Conversion(
            paths=self._paths, clock=self._clock, unlocked=unlocked, on_progress=on_progress, cancel=cancel
        )
        try:
            finish_change(self._paths)
            with self._care.places.changing("protecting the library"):
                if self.state() is not ProtectionState.ON:
                    protect(work)
            meet_library(unlocked, self._paths, self._clock)
        finally:
            self._start_anew()

    def turn_off(self, passphrase: str, *, on_progress: OnChange, cancel: Cancel | None = None) -> None:
        """Take the protection away; nothing where there is none. For who calls it, and what it raises: `turn_on`."""
        from caregiver_app.bootstrap.converting import Conversion, unprotect

        unlocked = self._proven(passphrase)
        work = Conversion(
            paths=self._paths, clock=self._clock, unlocked=unlocked, on_progress=on_progress, cancel=cancel
        )
        try:
            finish_change(self._paths)
            with self._care.places.changing("taking the library's protection away"):
                if self.state() is not ProtectionState.OFF:
                    unprotect(work, self._raw(unlocked))
            meet_library(unlocked, self._paths, self._clock)
        finally:
            self.wipe()
            self._start_anew()

    def room_bytes(self) -> int:
        """Return about how much room turning it on or off takes while it is at work."""
        paths = self._paths
        pictures = paths.assets.iterdir() if paths.assets.is_dir() else ()
        files = (paths.library, paths.library.with_name(f"{paths.library.name}-wal"), *pictures)
        found = 0
        for path in files:
            with suppress(OSError):
                found += path.stat().st_size
        return 2 * found

    def wipe(self) -> None:
        """Forget the keys; libraries that are open stay so until their threads close them."""
        with self._holding:
            keys, self._keys = self._keys, None
        if keys is not None:
            keys.wipe()

    def _settle(self) -> None:
        if self.state() is ProtectionState.CONVERTING:
            with one_writer(self._paths, holder=_HOLDER):
                pass  # taking the folder's lock finishes it

    def _of(self, unlocked: Unlocked) -> LibraryKeys:
        from caregiver_app.library.keys import LibraryKeys

        with self._holding:
            if self._keys is not None and self._number == unlocked.number:
                return self._keys
        keys = LibraryKeys(self._raw(unlocked))
        self._mend(unlocked)
        with self._holding:
            if unlocked.data_key.is_wiped:
                keys.wipe()
                raise VaultError(VaultTrouble.LOCKED)
            self._keys, self._number = keys, unlocked.number
            return keys

    def _raw(self, unlocked: Unlocked) -> bytes:
        try:
            return self._files().open(unlocked.data_key)
        except RuntimeError:
            if not unlocked.data_key.is_wiped:
                raise
            raise VaultError(VaultTrouble.LOCKED) from None

    def _mend(self, unlocked: Unlocked) -> None:
        """Write the copies of the wrapped keys anew where one was lost or changed; nobody may be changing them."""
        files = self._files()
        if files.agree():
            return
        with suppress(InstanceRunning, StorageError, RuntimeError), self._care.places.changing("mending"):
            files.mend(unlocked.data_key)

    def _files(self) -> LibraryKeyFiles:
        from caregiver_app.vault.folder.library_keys import LibraryKeyFiles

        return LibraryKeyFiles(key_file_paths(self._paths))

    def _proven(self, passphrase: str) -> Unlocked:
        if not self._care.exists():
            raise VaultError(VaultTrouble.ABSENT)
        unlocked = self._care.unlocked
        self._care.check_passphrase(passphrase)
        return unlocked
