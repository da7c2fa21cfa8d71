"""A new key for notes whose passphrase somebody may know. The notes are written anew; what the old key opens goes.

1. A new key, a new envelope, a new sheet are made; nothing is written yet (`prepare`). The person takes the sheet.
2. The notes are copied under the new key into a file beside them, checked page by page, and what else lies under the
   key is made anew beside itself. Until here a kill leaves everything as it was.
3. The journal is written: now the change counts. The new file takes its place; the rest follows (`renewal_finish`), at
   once or at the next unlock.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.model.time import Clock
from caregiver_app.storage.renewing import copy_under, held_alone
from caregiver_app.storage.snapshots import check_file
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import put_in_place, translated_os_errors
from caregiver_app.support.key_derivation import KdfCost
from caregiver_app.vault.folder.marks import marks_in, put_envelope, put_marks, serial_in
from caregiver_app.vault.folder.opening import Unlocked, enter
from caregiver_app.vault.folder.places import VaultPlaces
from caregiver_app.vault.folder.renewal_finish import finish, swap
from caregiver_app.vault.folder.renewal_journal import begin
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.drop_keys import new_drop, put_drop
from caregiver_app.vault.keys.envelope import Envelope, VaultMarks, seal
from caregiver_app.vault.keys.recovery import make_sheet
from caregiver_app.vault.store import open_vault

if TYPE_CHECKING:
    from caregiver_app.storage.driver import Connection


class Renewal:
    """A change to a new key that is prepared: the person gets `sheet`, then `carry_out` does it, once."""

    def __init__(self, places: VaultPlaces, old: DataKey, new: DataKey, envelope: Envelope, drop: str) -> None:
        self._places = places
        self._old = old
        self._new = new
        self._envelope = envelope
        self._drop = drop

    def sheet(self, clock: Clock) -> RecoverySheet:
        """Return the new sheet; the one of before opens nothing once the change is carried out."""
        return make_sheet(self._new, self._envelope.marks.number, at=clock.now())

    def carry_out(self, clock: Clock) -> Unlocked:
        """Write the notes under the new key and remove what the old one opens. Nobody may have them open.

        Raises:
            InstanceRunning: another change of the keys is under way.
            StorageError: somebody has the notes open, or no room, or they are damaged. Before the new file takes its
                place nothing has changed; after it the next unlock, with the new passphrase, does what is left.
        """
        with self._places.changing("making a new key"):
            with held_alone(self._places.database, self._old.file_key()) as held:
                self._make_new(held, clock)
                journal = begin(self._places, self._envelope, self._old, self._new)
                swap(self._places, held=True)
            finish(self._places, journal, self._old, self._new, clock)
        self._old.wipe()
        return enter(self._places, self._new, clock, envelope=self._envelope)

    def _make_new(self, held: Connection, clock: Clock) -> None:
        part = self._places.database.with_name(".vault.db.renewing.part")
        with translated_os_errors(part):
            _remove(part, self._places.renewed)
            try:
                copy_under(held, part, self._new.file_key())
                crash_point("vault.renewal.copied")
                self._dress(part, clock)
                check_file(part, self._new.file_key())
                put_in_place(part, self._places.renewed)
            finally:
                _remove(part)
        crash_point("vault.renewal.ready")

    def _dress(self, part: Path, clock: Clock) -> None:
        vault = open_vault(part, self._new.file_key(), clock)
        try:
            with vault.write("vault.renewal.dress") as writer:
                put_marks(writer, self._envelope.marks)
                put_envelope(writer, self._envelope)
                put_drop(writer, self._envelope.marks.drop_recipient, self._drop, at=clock.now())
            for files in self._places.under_key:
                files.renew(vault, self._old, self._new)
        finally:
            vault.close()


def prepare(places: VaultPlaces, old: DataKey, passphrase: str, *, cost: KdfCost, clock: Clock) -> Renewal:
    """Make a new key, wrapped under a new passphrase; takes the time of one derivation and writes nothing.

    Raises:
        StorageError: the notes cannot be read.
    """
    vault = open_vault(places.database, old.file_key(), clock)
    try:
        before, serial = marks_in(vault), serial_in(vault) + 1
    finally:
        vault.close()
    new = DataKey.new()
    drop, secret = new_drop()
    marks = VaultMarks(vault_id=before.vault_id, number=before.number, drop_recipient=drop)
    return Renewal(places, old, new, seal(new, passphrase, marks, serial=serial, cost=cost), secret)


def _remove(*paths: Path) -> None:
    for path in paths:
        for leftover in path.parent.glob(f"{path.name}*"):
            leftover.unlink(missing_ok=True)
