"""The second half of a change to a new key: each step may have been done already, and all are done before the journal
goes. It runs right after the first half, or at the unlock after a kill.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from caregiver_app.model.errors import InstanceRunning, StorageError, StorageTrouble, VaultError, VaultTrouble
from caregiver_app.model.time import Clock
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.renewing import held_alone, is_under
from caregiver_app.storage.restoring import DAMAGED, REPLACED
from caregiver_app.storage.snapshots import list_snapshots, take_snapshot
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import put_in_place, remove_for_good, translated_os_errors
from caregiver_app.support.logs import note
from caregiver_app.vault.folder.marks import saves_in, serial_in
from caregiver_app.vault.folder.places import VaultPlaces
from caregiver_app.vault.folder.renewal_journal import RenewalJournal, pending
from caregiver_app.vault.folder.saves import write_saves
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.envelope import Envelope, unseal, unseal_any
from caregiver_app.vault.schema.migrations import VAULT_SCHEMA
from caregiver_app.vault.store import open_vault

if TYPE_CHECKING:
    from pathlib import Path

REASON = "new-key"
_COMPANIONS = ("-wal", "-shm", "-journal")


def finish_with_passphrase(places: VaultPlaces, passphrase: str, clock: Clock) -> tuple[DataKey, Envelope] | None:
    """Finish a change that was cut short; return the new key and its envelope, None where there is nothing to finish.

    A journal of other notes, or of a change long done, keeps nobody out: services that copy the folder bring removed
    files back. Where the passphrase in force opens what is here, it is passed over and goes.

    Raises:
        VaultError: the passphrase is not the new one, or the new file is damaged.
        InstanceRunning: another process is at it, and the new file has not got its place yet.
        StorageError: the disk is in the way, and the new file has not got its place yet.
    """
    journal = pending(places)
    if journal is None:
        return None
    try:
        new = unseal(journal.envelope, passphrase)
        finish_with_key(places, new, clock)
    except VaultError:
        if not _opens_what_is_here(places, passphrase):
            raise
        with suppress(InstanceRunning, StorageError), places.changing("mending"):
            _forget(places, journal)
        return None
    return new, journal.envelope


def finish_with_key(places: VaultPlaces, new: DataKey, clock: Clock) -> None:
    """Finish a change that was cut short, for who has the new sheet. Raises as `finish_with_passphrase` does.

    A disk that is full, say, must not keep anybody from their notes: once the new file has its place, what is left can
    wait for another unlock.
    """
    if pending(places) is None:
        return
    try:
        _resume(places, new, clock)
    except (StorageError, InstanceRunning) as error:
        if places.renewed.exists() or not is_under(places.database, new.file_key()):
            raise
        note("care.renewal-waits", kind=error.kind if isinstance(error, StorageError) else StorageTrouble.LOCKED)


def swap(places: VaultPlaces, *, held: bool = False) -> None:
    """Give the new file the place of the old one, if it has not got it yet.

    While the old file is held, nobody can open it and write what would be lost; where the system does not let an open
    file be replaced (Windows), it is done right after.

    Raises:
        StorageError: the disk is in the way.
    """
    if not places.renewed.exists() or (held and os.name != "posix"):
        return
    with translated_os_errors(places.database):
        for suffix in _COMPANIONS:  # SQLite would copy what lies there into the new file
            places.database.with_name(places.database.name + suffix).unlink(missing_ok=True)
        crash_point("vault.renewal.companions-gone")
        put_in_place(places.renewed, places.database)
    crash_point("vault.renewal.swapped")


def finish(places: VaultPlaces, journal: RenewalJournal, old: DataKey, new: DataKey, clock: Clock) -> None:
    """Do what is left, last of all remove the journal with the old key in it. Raises as `swap` does."""
    swap(places)
    for files in places.under_key:
        files.settle(old, new)
        crash_point("vault.renewal.settled")
    _renew_snapshots(places, new, clock)
    places.envelope.write(journal.envelope)
    crash_point("vault.renewal.envelope-written")
    _write_saves(places, new, clock)
    with translated_os_errors(places.journal):
        remove_for_good(places.journal)
    crash_point("vault.renewal.done")


def _resume(places: VaultPlaces, new: DataKey, clock: Clock) -> None:
    with places.changing("making a new key"):
        journal = pending(places)
        if journal is None:
            return  # another process was quicker
        old = journal.open_old_key(new)
        is_past = _is_past(places, journal, new, clock, known=old is not None)
        if old is None and not is_past:
            raise VaultError(VaultTrouble.WRONG_SHEET)
        if old is None or is_past:
            _forget(places, journal)
            return
        _judge_new_file(places, new)
        if places.renewed.exists() and is_under(places.database, old.file_key()):
            with held_alone(places.database, old.file_key()):
                swap(places, held=True)
        finish(places, journal, old, new, clock)


def _is_past(places: VaultPlaces, journal: RenewalJournal, key: DataKey, clock: Clock, *, known: bool) -> bool:
    """Return whether the notes here, which this key opens, are beyond the change that the journal speaks of."""
    if places.renewed.exists() or not is_under(places.database, key.file_key()):
        return False
    vault = open_vault(places.database, key.file_key(), clock)
    try:
        return not known or serial_in(vault) > journal.envelope.serial
    finally:
        vault.close()


def _judge_new_file(places: VaultPlaces, new: DataKey) -> None:
    """Let nothing take the place of the notes but the new file itself, and that only once.

    Raises:
        VaultError: it is damaged, or another one's; the notes stay as they are.
    """
    is_here = is_under(places.database, new.file_key())
    if is_here:
        with translated_os_errors(places.renewed):
            remove_for_good(places.renewed)  # it had its place already, and came back
    elif not places.renewed.exists() or not is_under(places.renewed, new.file_key()):
        raise VaultError(VaultTrouble.DAMAGED)


def _opens_what_is_here(places: VaultPlaces, passphrase: str) -> bool:
    """Return whether the passphrase in force opens notes that wait for no new file."""
    if places.renewed.exists():
        return False
    try:
        data_key, _envelope = unseal_any(places.envelope.candidates(), passphrase)
    except VaultError:
        return False
    is_opened = is_under(places.database, data_key.file_key())
    data_key.wipe()
    return is_opened


def _forget(places: VaultPlaces, journal: RenewalJournal) -> None:
    """Remove a journal that has nothing to say here; only while `places.changing` is held."""
    if pending(places) == journal:
        with translated_os_errors(places.journal):
            remove_for_good(places.journal)


def _renew_snapshots(places: VaultPlaces, new: DataKey, clock: Clock) -> None:
    """Take a copy under the new key, then remove those under the old one, and files that were set aside under it."""
    if not any(is_under(path, new.file_key()) for path in list_snapshots(places.database)):
        _take(places.database, new, clock)
        crash_point("vault.renewal.snapshot-taken")
    with translated_os_errors(places.database):
        for path in (*list_snapshots(places.database), *_set_aside(places.database)):
            if not is_under(path, new.file_key()):
                path.unlink(missing_ok=True)
                crash_point("vault.renewal.snapshot-removed")


def _set_aside(path: Path) -> list[Path]:
    return [each for why in (DAMAGED, REPLACED) for each in path.parent.glob(f"{path.stem}-{why}-*")]


def _take(path: Path, new: DataKey, clock: Clock) -> None:
    database = open_database(path, schema=VAULT_SCHEMA, clock=clock, key=new.file_key())
    try:
        take_snapshot(database, at=clock.now(), reason=REASON)
    finally:
        database.close()


def _write_saves(places: VaultPlaces, new: DataKey, clock: Clock) -> None:
    vault = open_vault(places.database, new.file_key(), clock)
    try:
        write_saves(places.saves, saves_in(vault), new)
    finally:
        vault.close()
