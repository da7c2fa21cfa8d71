"""The part of the services that keeps the library sound: snapshots, tidying, the ledger, the doctor."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.putting_back import PuttingBack
from caregiver_app.model.errors import InstanceRunning, StorageError, VaultError, VaultTrouble
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.looking_after import LookedAfter
    from caregiver_app.bootstrap.ways_in import WayIn
    from caregiver_app.library.health import Check
    from caregiver_app.library.keys import LibraryKeys
    from caregiver_app.library.retention import Tidied, TidyPreview
    from caregiver_app.library.store import Library
    from caregiver_app.vault.folder.places import VaultPlaces
    from caregiver_app.vault.keys.data_key import DataKey

_THE_WAY_IS_WRONG = frozenset((VaultTrouble.ABSENT, VaultTrouble.WRONG_PASSPHRASE, VaultTrouble.WRONG_SHEET))


class Upkeep(PuttingBack):
    """Thin doors to the modules beside this one."""

    def look_after(self, library: Library, *, cancel: Cancel) -> LookedAfter:
        """Take the daily snapshot and tidy where that is due, for a background lane; see `looking_after.look_after`."""
        from caregiver_app.bootstrap.looking_after import look_after

        return look_after(library, at=self.clock.now(), cancel=cancel)

    def tidy_preview(self, library: Library) -> TidyPreview:
        """Return what tidying would put aside now."""
        return library.retention.preview(at=self.clock.now())

    def tidy(self, library: Library, *, cancel: Cancel | None = None) -> Tidied:
        """Put old articles aside now; for a day it can be undone. Raises `Cancelled`."""
        from caregiver_app.bootstrap.retention import tidy

        return tidy(library, at=self.clock.now(), cancel=cancel)

    def undo_tidy(self, library: Library, at: Millis | None = None) -> int:
        """Bring back what one tidying put aside, the last one without `at`; return how many articles.

        Caregiver does not tidy by itself from then on (`set_tidies`).
        """
        from caregiver_app.bootstrap.retention import undo_tidy

        return undo_tidy(library, at)

    def tidies(self, library: Library) -> bool:
        """Return the person's choice whether Caregiver tidies by itself."""
        from caregiver_app.bootstrap.retention import TIDY

        return library.choices.get(TIDY, True)

    def set_tidies(self, library: Library, value: bool) -> None:
        """Keep the person's choice whether Caregiver tidies by itself."""
        from caregiver_app.bootstrap.retention import TIDY

        library.choices.put(TIDY, value)

    def erase_ledger(self, library: Library) -> None:
        """Forget what left this computer, in the library and in its snapshots. A backup never held it.

        Raises:
            StorageError: the disk is in the way; a part of the snapshots may know it still.
        """
        library.ledger.erase()
        library.ledger.erase_in_snapshots()

    def doctor(
        self, *, repair: bool = True, rebuild_search: bool = False, alone: bool = False, way: WayIn | None = None
    ) -> tuple[Check, ...]:
        """Examine what lies on disk; `alone`: the caller holds the folder's lock. See `doctor.examine`.

        With a way into the care notes these are read through too; where it cannot be tried, that is told with all else.

        Raises:
            VaultError: that way does not open them.
        """
        from caregiver_app.bootstrap.doctor import Work, examine, examine_locked
        from caregiver_app.bootstrap.doctor_care import examine_care
        from caregiver_app.bootstrap.doctor_protection import examine_protection
        from caregiver_app.bootstrap.protection_state import is_protected

        places = self.care.places
        work = Work(repair=repair, rebuild_search=rebuild_search, alone=alone)
        with ExitStack() as stack:
            data_key = None if way is None else _key_to_examine_with(places, way, stack)
            of_notes = examine_care(places, data_key)
            if not is_protected(self.paths):
                return (*examine(self.paths, self.clock, None, work), *of_notes)
            protection = examine_protection(self.paths, data_key)
            keys = self._keys_at_hand(data_key)
            if keys is not None and data_key is not None:
                stack.callback(keys.wipe)
            if keys is None:
                return (*examine_locked(self.paths, self.clock, work), *protection, *of_notes)
            return (*examine(self.paths, self.clock, keys, work), *protection, *of_notes)

    def _keys_at_hand(self, data_key: DataKey | None) -> LibraryKeys | None:
        """Return the keys of a protected library, None where nothing opens them now."""
        try:
            return self.protection.keys() if data_key is None else self.protection.keys_under(data_key)
        except (VaultError, StorageError, InstanceRunning):
            return None

    def snapshot_care_if_due(self, *, cancel: Cancel | None = None) -> Path | None:
        """Take the daily copy of the unlocked care notes, then let go what has had its thirty days.

        Raises as `care_copies.snapshot_care_if_due` does.
        """
        from caregiver_app.bootstrap.care_copies import snapshot_care_if_due
        from caregiver_app.bootstrap.care_files import tidy_notes

        taken = snapshot_care_if_due(self.care.places, self.care.unlocked.data_key, self.clock, cancel=cancel)
        if taken is not None:
            vault = self.care.open()
            try:
                tidy_notes(vault, self.paths, at=self.clock.now())
            finally:
                vault.close()
        return taken


def _key_to_examine_with(places: VaultPlaces, way: WayIn, stack: ExitStack) -> DataKey | None:
    """Return the key that the stack wipes in the end; None where what it would come from is lost or cannot be read."""
    from caregiver_app.bootstrap.care_copies import key_in_force

    try:
        return stack.enter_context(key_in_force(places, way))
    except VaultError as error:
        if error.kind in _THE_WAY_IS_WRONG:
            raise
    except StorageError:
        pass
    return None
