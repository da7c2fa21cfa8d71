"""The part of the services that keeps the library sound and saved: snapshots, tidying, backups, the doctor."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import Cancelled, InstanceRunning, StorageError, VaultError, VaultTrouble
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.backups import BackupFacts, OnBackup, Restored
    from caregiver_app.bootstrap.care import Care
    from caregiver_app.bootstrap.care_copies import CareCopy, WentBack
    from caregiver_app.bootstrap.going_back import KeptCopy
    from caregiver_app.bootstrap.looking_after import LookedAfter
    from caregiver_app.bootstrap.protection import Protection
    from caregiver_app.bootstrap.ways_in import WayIn
    from caregiver_app.bootstrap.whole_backups import WholeFacts
    from caregiver_app.bootstrap.whole_restore import WholeRestored
    from caregiver_app.feeds.pool import ParserPool
    from caregiver_app.library.health import Check
    from caregiver_app.library.keys import LibraryKeys
    from caregiver_app.library.retention import Tidied, TidyPreview
    from caregiver_app.library.store import Library
    from caregiver_app.vault.keys.data_key import DataKey


class Upkeep(ABC):
    """Thin doors to the modules beside this one."""

    paths: Paths
    clock: Clock
    care: Care
    protection: Protection

    @property
    @abstractmethod
    def parser(self) -> ParserPool:
        """The processes that read what comes from outside."""

    @abstractmethod
    def open_library(self) -> Library:
        """Open the library for the calling thread."""

    @abstractmethod
    def start_anew(self) -> None:
        """Forget what was done at the first opening: another library lies there now."""

    def look_after(self, library: Library, *, cancel: Cancel) -> LookedAfter:
        """Take the daily snapshot and tidy where that is due, for a background lane; see `looking_after.look_after`."""
        from caregiver_app.bootstrap.looking_after import look_after

        return look_after(library, at=self.clock.now(), cancel=cancel)

    def snapshot_if_due(self, library: Library, *, cancel: Cancel | None = None) -> Path | None:
        """Take the daily snapshot unless there is one, after a look whether all of it is sound.

        Raises:
            StorageError: no room, or the library is damaged; earlier snapshots are still there.
            Cancelled: `cancel` was set meanwhile.
        """
        return library.snapshot(at=self.clock.now(), cancel=cancel)

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

    def create_backup(self, path: Path, *, on_progress: OnBackup, cancel: Cancel | None = None) -> BackupFacts:
        """Write a backup to `path`, whole or not at all; raises as `backups.create_backup` does."""
        from caregiver_app.bootstrap.backups import create_backup
        from caregiver_app.bootstrap.protection_state import is_protected

        if is_protected(self.paths):
            raise VaultError(VaultTrouble.PROTECTED)
        library = self.open_library()
        try:
            return create_backup(library, self.paths, path, at=self.clock.now(), on_progress=on_progress, cancel=cancel)
        finally:
            library.close()

    def verify_backup(self, path: Path, *, on_progress: OnBackup, cancel: Cancel | None = None) -> BackupFacts:
        """Read a backup through; raises as `backups.verify_backup` does."""
        from caregiver_app.bootstrap.backups import verify_backup

        return verify_backup(path, self.paths, on_progress=on_progress, cancel=cancel)

    def restore_backup(self, path: Path, *, on_progress: OnBackup, cancel: Cancel | None = None) -> Restored:
        """Put a backup in the place of the library, which nobody may have open; raises as `backups.restore_backup`."""
        from caregiver_app.bootstrap.backups import restore_backup

        try:
            return restore_backup(
                path, self.paths, clock=self.clock, parser=self.parser, on_progress=on_progress, cancel=cancel
            )
        finally:
            self.parser.rest()
            self.start_anew()

    def create_whole_backup(self, path: Path, *, on_progress: OnBackup, cancel: Cancel | None = None) -> WholeFacts:
        """Write a backup with the unlocked care notes; a lock stops it. Raises as `create_whole_backup`, and

        Raises:
            VaultError: they are locked.
            Cancelled: they were locked meanwhile; `path` is as it was.
        """
        from caregiver_app.bootstrap.until_locked import UntilLocked
        from caregiver_app.bootstrap.whole_backups import create_whole_backup

        unlocked = self.care.unlocked
        until = UntilLocked(unlocked, cancel)
        library = self.open_library()
        try:
            return create_whole_backup(
                library,
                unlocked,
                self.paths,
                path,
                clock=self.clock,
                on_progress=on_progress,
                keys=self.protection.keys(),
                cancel=until,
            )
        except RuntimeError:
            if unlocked.data_key.is_wiped:
                raise Cancelled from None
            raise
        finally:
            library.close()

    def verify_whole_backup(
        self, path: Path, way: WayIn | None, *, on_progress: OnBackup, cancel: Cancel | None = None
    ) -> WholeFacts:
        """Read a backup with care notes through, inside too with a way in; raises as `verify_whole_backup`."""
        from caregiver_app.bootstrap.whole_backups import verify_whole_backup

        opener = None if way is None else way.key_for
        return verify_whole_backup(path, self.paths, opener, on_progress=on_progress, cancel=cancel)

    def restore_whole_backup(
        self, path: Path, way: WayIn, *, on_progress: OnBackup, cancel: Cancel | None = None
    ) -> WholeRestored:
        """Put a backup in the place of library and care notes; raises as `whole_restore.restore_whole_backup`."""
        from caregiver_app.bootstrap.whole_restore import restore_whole_backup

        self.care.lock()
        try:
            return restore_whole_backup(
                path,
                self.paths,
                self.care.places,
                way,
                clock=self.clock,
                parser=self.parser,
                on_progress=on_progress,
                cancel=cancel,
            )
        finally:
            self.care.forget()
            self.parser.rest()
            self.start_anew()

    def kept_copies(self) -> tuple[KeptCopy, ...]:
        """Return the copies of the library that were made by themselves, newest first."""
        from caregiver_app.bootstrap.going_back import list_copies

        return list_copies(self.paths)

    def go_back_to(self, name: str) -> None:
        """Put one of the kept copies in the place of the library; raises as `going_back.go_back`."""
        from caregiver_app.bootstrap.going_back import go_back

        try:
            go_back(self.paths, self.clock, name, self.protection.keys())
        finally:
            self.start_anew()

    def doctor(
        self, *, repair: bool = True, rebuild_search: bool = False, alone: bool = False, way: WayIn | None = None
    ) -> tuple[Check, ...]:
        """Examine what lies on disk; `alone`: the caller holds the folder's lock. See `doctor.examine`.

        With a way into the care notes these are read through too.

        Raises:
            VaultError: that way does not open them.
        """
        from caregiver_app.bootstrap.care_copies import key_in_force
        from caregiver_app.bootstrap.doctor import Work, examine, examine_locked
        from caregiver_app.bootstrap.doctor_care import examine_care
        from caregiver_app.bootstrap.doctor_protection import examine_protection
        from caregiver_app.bootstrap.protection_state import is_protected

        places = self.care.places
        work = Work(repair=repair, rebuild_search=rebuild_search, alone=alone)
        with ExitStack() as stack:
            data_key = None if way is None else stack.enter_context(key_in_force(places, way))
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

    def care_copies(self) -> tuple[KeptCopy, ...]:
        """Return the copies of the care notes that were made by themselves, newest first."""
        from caregiver_app.bootstrap.care_copies import list_care_copies

        return list_care_copies(self.care.places)

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

    def newest_good_care_copy(self, way: WayIn) -> CareCopy | None:
        """Return the newest sound copy of the care notes, and what it lacks; raises as `care_copies.key_in_force`."""
        from caregiver_app.bootstrap.care_copies import key_in_force, newest_good_copy

        places = self.care.places
        with key_in_force(places, way) as data_key:
            return newest_good_copy(places, data_key, self.clock)

    def go_back_in_care(self, way: WayIn, *, name: str | None = None) -> WentBack:
        """Put a copy in the place of the care notes; raises as `care_copies.go_back_to_copy` and `key_in_force`."""
        from caregiver_app.bootstrap.care_copies import go_back_to_copy, key_in_force

        self.care.lock()
        places = self.care.places
        with key_in_force(places, way) as data_key:
            return go_back_to_copy(places, data_key, self.clock, name=name)

    def rescue_library(self) -> Path:
        """Put a new library with every row of a damaged one in its place; return where the damaged file went.

        That works where the damage lies in indexes alone. Nobody may have the library open.

        Raises:
            StorageError: something of it cannot be read; nothing was changed.
        """
        from caregiver_app.bootstrap.rescue import rescue_library

        return rescue_library(self.paths, self.clock, self.protection.keys())

    def restore_snapshot(self) -> Path:
        """Put the newest sound snapshot in the place of a damaged library; raises as `going_back.restore_newest`."""
        from caregiver_app.bootstrap.going_back import restore_newest

        try:
            return restore_newest(self.paths, self.clock, self.protection.keys())
        finally:
            self.start_anew()
