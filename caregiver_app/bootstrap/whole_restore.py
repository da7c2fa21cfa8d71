"""Puts a backup with care notes in the place of what is here: the library row by row, the notes as a set.

All of it is taken out, opened and checked beside what is here before anything is replaced. The notes of before are
kept, with the envelope that opens them, in a folder of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.backups import Counting, OnBackup, Restored, restore_backup
from caregiver_app.bootstrap.leftovers import stage
from caregiver_app.bootstrap.library_change import finish_change
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protected_backups import ProtectedPart, size_of_protected
from caregiver_app.bootstrap.protected_restore import OverPlain, OverProtected, Place
from caregiver_app.bootstrap.protection_state import is_protected
from caregiver_app.bootstrap.whole_backups import WholeFacts, facts_of_whole
from caregiver_app.bootstrap.whole_reading import envelope_of, opened_whole, part_named, take_out_library
from caregiver_app.model.errors import (
    BackupError,
    BackupTrouble,
    StorageError,
    StorageTrouble,
    VaultError,
    VaultTrouble,
)
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Cancel
from caregiver_app.support.whole_manifest import LIBRARY_KEYS

if TYPE_CHECKING:
    from caregiver_app.bootstrap.ways_in import WayIn
    from caregiver_app.feeds.pool import Parser
    from caregiver_app.support.backup_reading import Archive
    from caregiver_app.support.whole_manifest import WholeManifest
    from caregiver_app.vault.folder.places import VaultPlaces
    from caregiver_app.vault.keys.data_key import DataKey
    from caregiver_app.vault.keys.envelope import Envelope, VaultMarks


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeRestored:
    """What a restore did. `aside` is the folder with the notes of before, None where there were none.

    Without `has_envelope` only the recovery sheet opens the notes until they get a new passphrase.
    """

    facts: WholeFacts
    library: Restored
    aside: Path | None
    has_envelope: bool


def restore_whole_backup(
    path: Path,
    paths: Paths,
    places: VaultPlaces,
    way: WayIn,
    *,
    clock: Clock,
    parser: Parser,
    on_progress: OnBackup,
    cancel: Cancel | None = None,
) -> WholeRestored:
    """Put what a backup holds in the place of library and notes. Nobody may have them open; the folder's lock is held.

    The passphrase of the backup's day opens the notes afterwards. Cut short, it is as if it had not begun; or the
    library is the backup's, and the notes are the backup's or those of before, each with its envelope.

    Raises:
        BackupError: it is no sound backup; nothing was changed.
        VaultError: passphrase or sheet do not open it, or the notes in it are damaged; or the library here is
            protected, and would not be any more, or by other notes; nothing was changed.
        InstanceRunning: the keys of the notes are being changed; nothing was changed.
        StorageError: no room, no right. The notes are as they were, or what is left is done at the next opening.
        Cancelled: `cancel` was set; nothing was changed.
    """
    from caregiver_app.vault.folder.swapping import finish_swap, swap_in

    finish_swap(places)
    with stage(paths.data_dir) as folder, opened_whole(path) as archive:
        if is_protected(paths) and not archive.manifest.protected:
            raise VaultError(VaultTrouble.PROTECTED)
        unpacking = _Unpacking(archive, folder, way, cancel)
        data_key = way.key_for(unpacking.envelope)
        try:
            place = Place(paths=paths, data_key=data_key, clock=clock, parser=parser, cancel=cancel)
            if unpacking.is_protected:
                part = unpacking.protected_library(data_key, on_progress)
                marks, in_force = unpacking.make_ready(data_key, clock)
                put = _protected(part, unpacking, place)
            else:
                plain = unpacking.library(data_key)
                marks, in_force = unpacking.make_ready(data_key, clock)
                put = _plain(plain, place, on_progress)
            with places.changing("putting a backup in place"):
                library = put()
                aside = swap_in(places, unpacking.ready, data_key, at=clock.now())
            finish_change(paths)
        finally:
            data_key.wipe()
        facts = facts_of_whole(archive.manifest, marks.number, path, library.facts)
        return WholeRestored(facts=facts, library=library, aside=aside, has_envelope=in_force)


def _plain(plain: Path, place: Place, on_progress: OnBackup) -> Callable[[], Restored]:
    """Return what puts a library's own backup in place."""
    return lambda: restore_backup(
        plain, place.paths, clock=place.clock, parser=place.parser, on_progress=on_progress, cancel=place.cancel
    )


def _protected(part: ProtectedPart, unpacking: _Unpacking, place: Place) -> Callable[[], Restored]:
    """Make a protected library ready; return what puts it in place."""
    present = place.present_keys(part)
    coming: OverPlain | OverProtected = (
        OverPlain(place, part, unpacking.ready)
        if present is None
        else OverProtected(place, present, part, unpacking.folder)
    )
    facts = part.facts()
    return lambda: Restored(facts=facts, asked=coming.asked, aside=coming.put())


class _Unpacking:
    """Takes the notes and the library out of a backup into a folder of nobody's, and looks whether to believe them."""

    def __init__(self, archive: Archive[WholeManifest], folder: Path, way: WayIn, cancel: Cancel | None) -> None:
        self._archive, self.folder, self._way, self._cancel = archive, folder, way, cancel
        self.ready = folder / "ready"
        self.envelope = self._envelope()

    def library(self, data_key: DataKey) -> Path:
        """Return the library's own backup; that it opens is what tells a wrong sheet from damaged notes.

        Raises:
            VaultError: WRONG_SHEET: the sheet is of another key.
            BackupError: it is damaged.
            StorageError: no room or no right.
        """
        try:
            return take_out_library(self._archive, self.folder, data_key)
        except BackupError as error:
            is_another_key = error.__cause__ is not None and not isinstance(error.__cause__, OSError)
            if not self._way.needs_envelope and is_another_key:
                raise VaultError(VaultTrouble.WRONG_SHEET) from error
            raise

    @property
    def is_protected(self) -> bool:
        """Whether the backup is of a protected library."""
        return self._archive.manifest.protected

    def protected_library(self, data_key: DataKey, on_progress: OnBackup) -> ProtectedPart:
        """Return the protected library of the backup; raises as `library`."""
        counting = Counting(size_of_protected(self._archive.manifest), on_progress)
        try:
            return ProtectedPart(self._archive, self.folder, data_key, counting)
        except VaultError as error:
            if error.kind is not VaultTrouble.LIBRARY_KEYS:
                raise
            if self._way.needs_envelope:
                raise BackupError(BackupTrouble.DAMAGED, LIBRARY_KEYS) from error
            raise VaultError(VaultTrouble.WRONG_SHEET) from error

    def make_ready(self, data_key: DataKey, clock: Clock) -> tuple[VaultMarks, bool]:
        """Lay the set of the notes out, checked; return the marks in them, and whether an envelope goes with them."""
        from caregiver_app.support.files import make_private_folder, translated_os_errors
        from caregiver_app.support.whole_manifest import VAULT

        with translated_os_errors(self.ready):
            make_private_folder(self.ready / "attachments")
        self._archive.copy_out(part_named(self._archive, VAULT), self.ready / VAULT, cancel=self._cancel)
        marks, remembered = _looked_into(self.ready / VAULT, data_key, clock, self._cancel)
        for part in self._archive.manifest.attachments:
            self._archive.copy_out(part, self.ready / part.name, cancel=self._cancel)
        return marks, self._lay_envelope(marks, remembered)

    def _envelope(self) -> Envelope | None:
        """Return the envelope; a damaged one keeps nobody out who has the sheet."""
        try:
            return envelope_of(self._archive, self.folder)
        except (BackupError, VaultError):
            if self._way.needs_envelope:
                raise
            return None

    def _lay_envelope(self, marks: VaultMarks, remembered: str) -> bool:
        """Lay the envelope beside the notes; where a sheet opened them, only one that they know."""
        from caregiver_app.support.files import translated_os_errors, write_whole

        envelope = self.envelope
        if envelope is None or (not self._way.needs_envelope and envelope.fingerprint() != remembered):
            return False
        if envelope.marks != marks:
            raise VaultError(VaultTrouble.DAMAGED)
        with translated_os_errors(self.ready):
            for name in ("vault.json", "vault-2.json"):
                write_whole(self.ready / name, envelope.to_bytes())
        return True


def _looked_into(path: Path, data_key: DataKey, clock: Clock, cancel: Cancel | None) -> tuple[VaultMarks, str]:
    """Check every page and every table of notes that anybody may have made; return what `_inside` does.

    Raises:
        VaultError: they are damaged, a newer version's, or their tables are others.
    """
    from caregiver_app.storage.rebuilding import version_of
    from caregiver_app.vault.folder.copying import check_vault
    from caregiver_app.vault.schema.migrations import VAULT_SCHEMA

    check_vault(path, data_key, cancel=cancel)
    try:
        version_of(path, VAULT_SCHEMA, data_key.file_key())
    except StorageError as error:
        newer = error.kind is StorageTrouble.NEWER
        raise VaultError(VaultTrouble.NEWER if newer else VaultTrouble.DAMAGED) from error
    return _inside(path, data_key, clock)


def _inside(path: Path, data_key: DataKey, clock: Clock) -> tuple[VaultMarks, str]:
    """Return the marks that the notes carry, and the fingerprint of the envelope that they remember."""
    from caregiver_app.vault.folder.marks import envelope_in, marks_in
    from caregiver_app.vault.store import open_vault

    vault = open_vault(path, data_key.file_key(), clock)
    try:
        return marks_in(vault), envelope_in(vault)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise VaultError(VaultTrouble.DAMAGED) from error
    finally:
        vault.close()
