"""The care notes of one data folder: made, unlocked, locked. Holds no word of them; the key only while unlocked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.care_keys import CareKeys
from caregiver_app.bootstrap.care_words import CareWords
from caregiver_app.bootstrap.library_memory import meet_library
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection_state import is_protected, key_file_paths
from caregiver_app.model.care_notices import CareNotice
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.time import Clock
from caregiver_app.support.process_privacy import keep_memory_private

if TYPE_CHECKING:
    from caregiver_app.bootstrap.care_files import OpenCare
    from caregiver_app.model.private import PrivateWords
    from caregiver_app.support.key_derivation import KdfCost
    from caregiver_app.vault.folder.opening import Unlocked
    from caregiver_app.vault.folder.places import VaultPlaces
    from caregiver_app.vault.folder.sealed import SealedDraft, SealedNote
    from caregiver_app.vault.folder.sealed_marks import MarkKey
    from caregiver_app.vault.store import Vault


class Care(CareKeys):
    """What windows and commands open care notes with. Threads may share it; a `Vault` belongs to its thread."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        super().__init__(clock)
        self._paths = paths
        self._changing = threading.Lock()
        self._unlocked: Unlocked | None = None
        self._drop_recipient = ""
        self._mark_key: MarkKey | None = None
        self._words = CareWords()
        self.after_lock: list[Callable[[], None]] = []
        """Called at each lock, when the key is gone already: whoever holds what came of it wipes that."""

    @property
    def places(self) -> VaultPlaces:
        """Where the files lie."""
        from caregiver_app.vault.folder.library_keys import LibraryKeyFiles
        from caregiver_app.vault.folder.places import VaultPlaces
        from caregiver_app.vault.folder.renewal_attached import AttachmentsUnderKey
        from caregiver_app.vault.folder.swapping import NotesOfBefore
        from caregiver_app.vault.keys.envelope_files import EnvelopeFiles

        envelope = EnvelopeFiles(first=self._paths.envelope, twin=self._paths.envelope_twin)
        under_key = (
            AttachmentsUnderKey(self._paths.attachments),
            NotesOfBefore(self._paths.data_dir),
            LibraryKeyFiles(key_file_paths(self._paths)),
        )
        return VaultPlaces(database=self._paths.vault, envelope=envelope, under_key=under_key)

    def exists(self) -> bool:
        """Return whether there are care notes in this folder; looks at names only."""
        paths = self._paths
        if paths.vault.exists() or paths.incoming_notes.exists() or paths.going_back_vault.exists():
            return True
        lost = paths.envelope.exists() and any(paths.data_dir.glob("snapshots/vault-*.db"))  # the copies are left
        return lost or (paths.renewed_vault.exists() and paths.renewal.exists())

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

    def create(self, passphrase: str, *, family: Iterable[str] = (), cost: KdfCost | None = None) -> Unlocked:
        """Make care notes and unlock them. Without a `cost` one is measured on this computer. Takes seconds.

        Raises:
            VaultError: there are some already, or the passphrase is easy to guess for who knows the `family`; or the
                library is protected by notes that are gone.
            InstanceRunning: another process makes some just now.
            StorageError: no room or no right.
        """
        from caregiver_app.vault.folder.opening import create
        from caregiver_app.vault.keys.passphrases import refuse_weak

        if self.exists():
            raise VaultError(VaultTrouble.EXISTS)
        if is_protected(self._paths):
            raise VaultError(VaultTrouble.LIBRARY_KEYS)  # those of other notes, which are lost
        refuse_weak(passphrase, family)
        keep_memory_private()
        return self._keep(create(self.places, passphrase, cost=self._cost(cost), clock=self._clock))

    def unlock(self, passphrase: str) -> Unlocked:
        """Unlock the notes; takes the time of one derivation. What it returns may have something to tell (`notices`).

        Raises:
            VaultError: there are none, the passphrase is wrong, or a file is lost or damaged.
            InstanceRunning: another process is changing their keys.
            StorageError: the disk is in the way.
        """
        from caregiver_app.vault.folder.opening import unlock

        keep_memory_private()
        return self._keep(unlock(self.places, passphrase, self._clock))

    def open(self) -> Vault:
        """Open the unlocked notes for the calling thread.

        Raises:
            VaultError: they are locked.
            StorageError: the file is in the way.
        """
        return self.unlocked.open(self._clock)

    def with_files(self, vault: Vault) -> OpenCare:
        """Return notes that `open` gave, with the key that their files take.

        Raises:
            VaultError: they are locked.
        """
        from caregiver_app.bootstrap.care_files import OpenCare

        return OpenCare(vault=vault, unlocked=self.unlocked, paths=self._paths)

    def private_words(self) -> PrivateWords:
        """Return what recognises the words of the notes as they are now, until the lock; opens them for a moment.

        A save makes it outdated, and the next call wipes it.

        Raises:
            VaultError: they are locked.
            StorageError: the file is in the way.
        """
        unlocked = self.unlocked
        vault = self.open()
        try:
            return self._words.of(unlocked, vault)
        finally:
            vault.close()

    def seal_note(self, note: SealedNote, *, finished: bool = True) -> None:
        """Keep a note while locked: nobody can read it before the next unlock, which takes it in.

        One that is not `finished` is kept also where so many wait that a finished one is refused.

        Raises:
            VaultError: there are no care notes, so many wait already, or the envelope is lost or damaged.
            RecordRefused: it is too long.
            StorageError: no room or no right.
        """
        from caregiver_app.vault.folder.sealed import seal_note

        seal_note(self.places.sealed, self._recipient(), note, finished=finished)

    def seal_draft(self, draft: SealedDraft) -> None:
        """Keep as ciphertext what could not be saved before the lock; the next unlock takes it in. As `seal_note`.

        It comes back into its form if the notes were open here before; else a note comes of it.
        """
        from caregiver_app.vault.folder.sealed import seal_draft

        seal_draft(self.places.sealed, self._recipient(), draft, key=self._mark_key)

    def lock(self) -> None:
        """Forget the key; never fails and never waits for more than a moment. Locking twice is fine."""
        with self._changing:
            unlocked, self._unlocked = self._unlocked, None
        if unlocked is not None:
            unlocked.lock()
        self._wipe()

    def forget(self) -> None:
        """Lock, and forget whose notes they were: others may lie here now."""
        self.lock()
        self._drop_recipient, self._mark_key = "", None

    def _keep(self, unlocked: Unlocked) -> Unlocked:
        from caregiver_app.vault.folder.sealed_marks import mark_key

        key = mark_key(unlocked.data_key)
        if meet_library(unlocked, self._paths, self._clock):
            unlocked.notices += (CareNotice.LIBRARY_PLAIN,)
        with self._changing:
            before, self._unlocked = self._unlocked, unlocked
            self._drop_recipient, self._mark_key = unlocked.marks.drop_recipient, key
        if before is not None:
            before.lock()
        self._wipe()
        return unlocked

    def _wipe(self) -> None:
        self._words.wipe()
        for wipe in self.after_lock:
            wipe()

    def _recipient(self) -> str:
        """Return for whom to seal: as it was in the notes at the last unlock, else as both envelopes say."""
        from caregiver_app.vault.folder.swapping import finish_swap

        if not self.exists():
            raise VaultError(VaultTrouble.ABSENT)
        finish_swap(self.places)
        if self._drop_recipient:
            return self._drop_recipient
        said = {envelope.marks.drop_recipient for envelope in self.places.envelope.candidates()}
        if len(said) > 1:
            raise VaultError(VaultTrouble.ENVELOPE_DAMAGED)
        return said.pop()
