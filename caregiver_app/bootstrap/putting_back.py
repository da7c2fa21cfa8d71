"""The part of the services about what is saved and comes back: backups, and the copies that are made by themselves."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import Cancelled, VaultError, VaultTrouble
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.backups import BackupFacts, OnBackup, Restored
    from caregiver_app.bootstrap.care import Care
    from caregiver_app.bootstrap.care_copies import WentBack
    from caregiver_app.bootstrap.going_back import KeptCopy
    from caregiver_app.bootstrap.protection import Protection
    from caregiver_app.bootstrap.ways_in import WayIn
    from caregiver_app.bootstrap.whole_backups import WholeFacts
    from caregiver_app.bootstrap.whole_restore import WholeRestored
    from caregiver_app.feeds.pool import ParserPool
    from caregiver_app.library.store import Library


class PuttingBack(ABC):
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

    def create_backup(self, path: Path, *, on_progress: OnBackup, cancel: Cancel | None = None) -> BackupFacts:
        """Write a backup to `path`, whole or not at all; raises as `backups.create_backup` does.

        Raises:
            CareFileError: OWN_FOLDER: `path` lies among our own files.
        """
        from caregiver_app.bootstrap.backups import create_backup
        from caregiver_app.bootstrap.care_files import refuse_own_folder
        from caregiver_app.bootstrap.protection_state import is_protected

        if is_protected(self.paths):
            raise VaultError(VaultTrouble.PROTECTED)
        refuse_own_folder(self.paths, path)
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

    def care_copies(self) -> tuple[KeptCopy, ...]:
        """Return the copies of the care notes that were made by themselves, newest first."""
        from caregiver_app.bootstrap.care_copies import list_care_copies

        return list_care_copies(self.care.places)

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
