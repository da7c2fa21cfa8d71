"""Making care notes and opening them: by the passphrase, or by the data key, as the recovery sheet carries it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble, VaultError, VaultTrouble
from caregiver_app.model.time import Clock
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import put_in_place, translated_os_errors
from caregiver_app.vault.envelope import VaultMarks, seal, unseal
from caregiver_app.vault.envelope_files import EnvelopeFiles
from caregiver_app.vault.kdf import KdfCost
from caregiver_app.vault.keys import DataKey
from caregiver_app.vault.records import new_uid
from caregiver_app.vault.settings import put
from caregiver_app.vault.store import Vault, open_vault

MARKS = "marks"
SERIAL = "envelope-serial"

_NUMBER_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is taken for another one
_unlocks = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultPlaces:
    """Where the files of the care notes lie."""

    database: Path
    envelope: EnvelopeFiles


class Unlocked:
    """Care notes whose key is at hand: a thread that needs them opens them through this. `lock` ends it for all.

    Every unlock has a number of its own, so that what an earlier one still brings can be told and dropped.
    """

    def __init__(self, path: Path, data_key: DataKey, marks: VaultMarks) -> None:
        self.number = next(_unlocks)
        self.marks = marks
        self._path = path
        self._data_key = data_key

    def open(self, clock: Clock) -> Vault:
        """Open the notes for the calling thread.

        Raises:
            StorageError: the file is in the way.
            RuntimeError: they were locked meanwhile.
        """
        return open_vault(self._path, self._data_key.file_key(), clock)

    @property
    def data_key(self) -> DataKey:
        """The key itself, for the few places that wrap, print or derive."""
        return self._data_key

    def lock(self) -> None:
        """Wipe the key; open connections are their threads' to close."""
        self._data_key.wipe()


def exist(places: VaultPlaces) -> bool:
    """Return whether there are care notes here."""
    return places.database.exists()


def create(places: VaultPlaces, passphrase: str, *, cost: KdfCost, clock: Clock) -> Unlocked:
    """Make empty care notes; takes the time of one derivation.

    They are there only once all of them is: a kill before that leaves nothing that counts.

    Raises:
        VaultError: there are some already.
        StorageError: no room or no right.
    """
    if exist(places):
        raise VaultError(VaultTrouble.EXISTS)
    data_key = DataKey.new()
    making = places.database.with_name(f".{places.database.name}.making.part")
    _remove(making)
    marks = _make_database(making, data_key, clock)
    places.envelope.write(seal(data_key, passphrase, marks, serial=1, cost=cost))
    crash_point("vault.create.envelope-written")
    with translated_os_errors(places.database):
        put_in_place(making, places.database)
    crash_point("vault.create.placed")
    return Unlocked(places.database, data_key, marks)


def unlock(places: VaultPlaces, passphrase: str, clock: Clock) -> Unlocked:
    """Open the notes with their passphrase; takes the time of one derivation.

    Raises:
        VaultError: there are none, the passphrase is wrong, the envelope is lost or damaged, or the file is.
        StorageError: the disk is in the way.
    """
    if not exist(places):
        raise VaultError(VaultTrouble.ABSENT)
    envelope = places.envelope.read()
    return unlock_with_key(places, unseal(envelope, passphrase), clock)


def unlock_with_key(places: VaultPlaces, data_key: DataKey, clock: Clock) -> Unlocked:
    """Open the notes with the data key itself, as the recovery sheet carries it; needs no envelope.

    Raises:
        VaultError: there are none, or the file is not what this key opens.
        StorageError: the disk is in the way.
    """
    if not exist(places):
        raise VaultError(VaultTrouble.ABSENT)
    try:
        vault = open_vault(places.database, data_key.file_key(), clock)
    except StorageError as error:
        if error.kind in (StorageTrouble.NOT_A_DATABASE, StorageTrouble.CORRUPT):
            raise VaultError(VaultTrouble.DAMAGED) from error
        raise
    try:
        marks = VaultMarks(**vault.settings.get(MARKS))
    finally:
        vault.close()
    return Unlocked(places.database, data_key, marks)


def _make_database(path: Path, data_key: DataKey, clock: Clock) -> VaultMarks:
    import pyrage

    drop = pyrage.x25519.Identity.generate()
    marks = VaultMarks(vault_id=new_uid(), number=_new_number(), drop_recipient=str(drop.to_public()))
    vault = open_vault(path, data_key.file_key(), clock)
    try:
        with vault.write("vault.create") as writer:
            put(writer, MARKS, {name: getattr(marks, name) for name in ("vault_id", "number", "drop_recipient")})
            put(writer, SERIAL, 1)
            writer.execute(
                "INSERT INTO identity (purpose, recipient, secret, made_at) VALUES ('drop', :recipient, :secret, :at)",
                {"recipient": marks.drop_recipient, "secret": str(drop), "at": clock.now()},
            )
    finally:
        vault.close()
    return marks


def _new_number() -> str:
    return "".join(secrets.choice(_NUMBER_SIGNS) for _ in range(6))


def _remove(path: Path) -> None:
    with translated_os_errors(path):
        for leftover in path.parent.glob(f"{path.name}*"):
            leftover.unlink(missing_ok=True)
