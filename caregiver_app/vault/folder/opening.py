"""Making care notes and opening them: by the passphrase, or by the data key, as the recovery sheet carries it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from caregiver_app.model.care_notices import CareNotice
from caregiver_app.model.errors import InstanceRunning, StorageError, VaultError, VaultTrouble
from caregiver_app.model.time import Clock
from caregiver_app.storage.restoring import finish_put_back
from caregiver_app.storage.snapshots import list_snapshots
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import put_in_place, translated_os_errors
from caregiver_app.support.key_derivation import KdfCost
from caregiver_app.vault.folder.damage import damage_told
from caregiver_app.vault.folder.marks import marks_in, meet_envelope, new_marks, put_envelope, put_marks, saves_in
from caregiver_app.vault.folder.places import VaultPlaces
from caregiver_app.vault.folder.saves import last_saves, write_saves
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.drop_keys import new_drop, put_drop
from caregiver_app.vault.keys.envelope import Envelope, VaultMarks, seal, unseal_any
from caregiver_app.vault.store import Vault, open_vault

_unlocks = count(1)


class Unlocked:
    """Care notes whose key is at hand: a thread that needs them opens them through this. `lock` ends it for all.

    Every unlock has a number of its own, so that what an earlier one still brings can be told and dropped. `notices`
    are to be told to the person; `joined` is how many notes written while locked came in.
    """

    def __init__(
        self,
        places: VaultPlaces,
        data_key: DataKey,
        marks: VaultMarks,
        *,
        notices: Sequence[CareNotice] = (),
        joined: int = 0,
    ) -> None:
        self.number = next(_unlocks)
        self.marks = marks
        self.notices = tuple(notices)
        self.joined = joined
        self._places = places
        self._data_key = data_key

    def open(self, clock: Clock) -> Vault:
        """Open the notes for the calling thread.

        Raises:
            StorageError: the file is in the way.
            RuntimeError: they were locked meanwhile.
        """
        vault = open_vault(self._places.database, self._data_key.file_key(), clock)
        vault.before_close = self._write_saves
        return vault

    @property
    def data_key(self) -> DataKey:
        """The key itself, for the few places that wrap, print or derive."""
        return self._data_key

    def lock(self) -> None:
        """Wipe the key; open connections are their threads' to close."""
        self._data_key.wipe()

    def _write_saves(self, vault: Vault) -> None:
        """Write down how far the notes are; where that fails, the next unlock does it."""
        with suppress(StorageError, VaultError):
            if not self._data_key.is_wiped:
                write_saves(self._places.saves, saves_in(vault), self._data_key)


def exist(places: VaultPlaces) -> bool:
    """Return whether there are care notes here: also while others take their place, and where only copies are left."""
    taking = places.incoming.exists() or places.going_back.exists()
    lost = places.envelope.exist() and bool(list_snapshots(places.database))
    return places.database.exists() or taking or lost or (places.renewed.exists() and places.journal.exists())


def create(places: VaultPlaces, passphrase: str, *, cost: KdfCost, clock: Clock) -> Unlocked:
    """Make empty care notes; takes the time of one derivation.

    They are there only once all of them is: a kill before that leaves nothing that counts.

    Raises:
        VaultError: there are some already.
        InstanceRunning: another process makes some just now.
        StorageError: no room or no right.
    """
    with places.changing("making care notes"):
        if exist(places):
            raise VaultError(VaultTrouble.EXISTS)
        data_key = DataKey.new()
        drop, secret = new_drop()
        marks = new_marks(drop)
        envelope = seal(data_key, passphrase, marks, serial=1, cost=cost)
        making = places.database.with_name(f".{places.database.name}.making.part")
        _remove(making)
        _make_database(making, data_key, envelope, secret, clock)
        places.clear_beside()
        places.envelope.write(envelope)
        crash_point("vault.create.envelope-written")
        with translated_os_errors(places.database):
            put_in_place(making, places.database)
        crash_point("vault.create.placed")
    return Unlocked(places, data_key, marks)


def unlock(places: VaultPlaces, passphrase: str, clock: Clock) -> Unlocked:
    """Open the notes with their passphrase; takes the time of one derivation.

    Raises:
        VaultError: there are none, the passphrase is wrong, the envelope is lost or damaged, or the file is.
        StorageError: the disk is in the way.
    """
    from caregiver_app.vault.folder.renewal_finish import finish_with_passphrase
    from caregiver_app.vault.folder.swapping import finish_swap

    if not exist(places):
        raise VaultError(VaultTrouble.ABSENT)
    finish_swap(places)
    opened = finish_with_passphrase(places, passphrase, clock)
    data_key, envelope = opened or unseal_any(places.envelope.candidates(), passphrase)
    return enter(places, data_key, clock, envelope=envelope)


def unlock_with_key(places: VaultPlaces, data_key: DataKey, clock: Clock) -> Unlocked:
    """Open the notes with the data key itself, as the recovery sheet carries it; needs no envelope.

    Raises:
        VaultError: there are none, or the file is not what this key opens.
        StorageError: the disk is in the way.
    """
    from caregiver_app.vault.folder.renewal_finish import finish_with_key
    from caregiver_app.vault.folder.swapping import finish_swap

    if not exist(places):
        raise VaultError(VaultTrouble.ABSENT)
    finish_swap(places)
    finish_with_key(places, data_key, clock)
    return enter(places, data_key, clock)


def enter(places: VaultPlaces, data_key: DataKey, clock: Clock, *, envelope: Envelope | None = None) -> Unlocked:
    """Open the notes whose key is known; compare what lies beside them, and take in what was written while locked.

    Raises:
        VaultError: the file is not what this key opens.
        StorageError: the disk is in the way.
    """
    with damage_told():
        return _enter(places, data_key, clock, envelope)


def _enter(places: VaultPlaces, data_key: DataKey, clock: Clock, envelope: Envelope | None) -> Unlocked:
    from caregiver_app.vault.folder.sealed_joining import join_sealed
    from caregiver_app.vault.folder.sealed_marks import mark_key

    vault = _open(places.database, data_key, clock)
    try:
        marks = marks_in(vault)
        notices = [] if envelope is None else [*meet_envelope(vault, envelope), *_mend(places, vault, envelope)]
        notices += _meet_saves(places, vault, data_key)
        joined, unreadable = join_sealed(vault, places.sealed, key=mark_key(data_key), at=clock.now())
        notices += [CareNotice.SEALED_UNREADABLE] if unreadable else []
        _write_saves(places, vault, data_key)
    finally:
        vault.close()
    return Unlocked(places, data_key, marks, notices=notices, joined=joined)


def _open(path: Path, data_key: DataKey, clock: Clock) -> Vault:
    """Open notes that were made; an emptied file would be taken for one that is to be made, and hide the loss."""
    finish_put_back(path)
    with translated_os_errors(path):
        if not path.exists() or not path.stat().st_size:
            raise VaultError(VaultTrouble.DAMAGED)
    return open_vault(path, data_key.file_key(), clock)


def _make_database(path: Path, data_key: DataKey, envelope: Envelope, secret: str, clock: Clock) -> None:
    vault = open_vault(path, data_key.file_key(), clock)
    try:
        with vault.write("vault.create") as writer:
            put_marks(writer, envelope.marks)
            put_envelope(writer, envelope)
            put_drop(writer, envelope.marks.drop_recipient, secret, at=clock.now())
    finally:
        vault.close()


def _mend(places: VaultPlaces, vault: Vault, envelope: Envelope) -> list[CareNotice]:
    """Write the envelope in force into both places where one was lost or changed; nobody else may be changing it."""
    if places.envelope.agree(envelope) or meet_envelope(vault, envelope):
        return []
    others = [other for other in places.envelope.candidates() if other != envelope and other.serial >= envelope.serial]
    with suppress(InstanceRunning, StorageError), places.changing("mending"):
        if envelope in places.envelope.candidates():
            places.envelope.write(envelope)
    changed = any(other.marks.drop_recipient != envelope.marks.drop_recipient for other in others)
    return [CareNotice.SEAL_CHANGED] if changed else []


def _meet_saves(places: VaultPlaces, vault: Vault, data_key: DataKey) -> list[CareNotice]:
    return [CareNotice.OLDER_NOTES] if last_saves(places.saves, data_key) > saves_in(vault) else []


def _write_saves(places: VaultPlaces, vault: Vault, data_key: DataKey) -> None:
    """Write down how far the notes are, if that is new; a disk that cannot be written is no reason not to read."""
    with suppress(StorageError):
        if last_saves(places.saves, data_key) != saves_in(vault):
            write_saves(places.saves, saves_in(vault), data_key)


def _remove(path: Path) -> None:
    with translated_os_errors(path):
        for leftover in path.parent.glob(f"{path.name}*"):
            leftover.unlink(missing_ok=True)
