"""Puts the protected library of a backup in the place of the one that is here; it is protected afterwards too.

Where the library here is protected already, by the notes that the backup holds, its own keys stay in force, so its
copies and pictures stay good. Where it is plain, the backup's comes under new keys, wrapped for the backup's notes, and
travels with them into place; what was here becomes an encrypted copy, and nothing of it is left in plain.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.backup_pictures import place_pictures, remade
from caregiver_app.bootstrap.backups import drop_aside
from caregiver_app.bootstrap.converting import lay_keys
from caregiver_app.bootstrap.library_change import Change, lay_change
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.present_library import keep_present
from caregiver_app.bootstrap.protected_backups import ProtectedPart
from caregiver_app.bootstrap.protection_state import INCOMING, is_protected, key_file_paths
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.time import Clock, to_datetime
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.feeds.pool import Parser
    from caregiver_app.library.keys import LibraryKeys
    from caregiver_app.library.restoring import AskedAnew
    from caregiver_app.vault.keys.data_key import DataKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the library comes to, with whose key, and how."""

    paths: Paths
    data_key: DataKey
    clock: Clock
    parser: Parser
    cancel: Cancel | None

    def present_keys(self, part: ProtectedPart) -> LibraryKeys | None:
        """Return the keys of the library here, None where it is plain, or its keys are lost for good.

        Where they are lost here, and those in the backup are the same ones, they are written anew.

        Raises:
            VaultError: it is protected by other notes than the backup's.
        """
        from caregiver_app.library.keys import LibraryKeys
        from caregiver_app.storage.renewing import is_under
        from caregiver_app.vault.folder.library_keys import LibraryKeyFiles

        files = LibraryKeyFiles(key_file_paths(self.paths))
        if not is_protected(self.paths):
            return None
        if files.any_whole():
            try:
                return LibraryKeys(files.open(self.data_key))
            except VaultError as error:
                raise VaultError(VaultTrouble.PROTECTED) from error
        if not is_under(self.paths.library, part.keys.file_key()):
            return None
        files.write(part.keys.raw(), self.data_key)
        return LibraryKeys(part.keys.raw())


class OverProtected:
    """A protected library comes in the place of one that the same notes protect."""

    def __init__(self, place: Place, present: LibraryKeys, part: ProtectedPart, folder: Path) -> None:
        """Make it ready in `folder`; raises as `whole_restore.restore_whole_backup` does."""
        self._place, self._keys, self._folder = place, present, folder
        self.asked = _make(place, part, folder / "ready.db", present)

    def put(self) -> Path | None:
        """Put it in place; what was here is a copy by now. Return where a damaged library went, None else."""
        from caregiver_app.storage.restoring import REPLACED, put_back

        place, ready, now = self._place, self._folder / "ready.db", self._place.clock.now()
        saved = keep_present(place.paths, ready, self._keys, at=now, clock=place.clock, cancel=place.cancel)
        place_pictures(self._folder / "assets", place.paths.assets)
        aside = put_back(ready, place.paths.library, at=now, why=REPLACED, key=self._keys.file_key())
        return drop_aside(aside, saved)


class OverPlain:
    """A protected library comes with its notes in the place of a plain one, of none, or of one whose keys are lost."""

    def __init__(self, place: Place, part: ProtectedPart, ready: Path) -> None:
        """Make it ready beside the notes in `ready`, to go with them; raises as `OverProtected`."""
        from caregiver_app.library.keys import LibraryKeys
        from caregiver_app.support.files import make_private_folder, translated_os_errors

        self._place, self._keys, self._making = place, LibraryKeys.new(), ready / INCOMING
        self._is_lost = is_protected(place.paths)
        with translated_os_errors(self._making):
            make_private_folder(self._making)
        self.asked = _make(place, part, self._made, self._keys)
        self._keep_present()
        lay_keys(self._making, self._keys, place.data_key)
        with translated_os_errors(self._making):
            lay_change(self._making, Change(protect=True), place.paths.library)

    def put(self) -> Path | None:
        """Set a library aside that nobody can open; the one that comes goes with the notes. Return where that went."""
        present = self._place.paths.library
        if not self._is_lost or not present.exists():
            return None
        aside = present.with_name(f"library-lost-{_stamp(self._place.clock)}.db")
        present.replace(aside)
        return aside

    @property
    def _made(self) -> Path:
        return self._making / self._place.paths.library.name

    def _keep_present(self) -> None:
        """Make what is here a copy under the new keys, pictures too; carry over what stays, and the settings."""
        from caregiver_app.library.choices import SETTINGS
        from caregiver_app.library.store import open_library
        from caregiver_app.support.settings import SettingsFile, rest_of

        settings = rest_of(SettingsFile(self._place.paths.settings).load())
        if self._place.paths.library.exists() and not self._is_lost:
            self._copy_present(settings)
        library = open_library(self._made, self._place.clock, self._keys)
        try:
            library.choices.put(SETTINGS, settings)
        finally:
            library.close()

    def _copy_present(self, settings: str) -> None:
        from caregiver_app.library.carrying_over import FileKeys, carry_over
        from caregiver_app.library.converting import Form, converted
        from caregiver_app.library.store import open_library
        from caregiver_app.support.files import make_private_folder

        clock, present = self._place.clock, self._place.paths.library
        open_library(present, clock).close()  # an older one is migrated
        copy = Form(path=self._making / "present.db", keys=self._keys)
        old = Form(path=present, keys=None)
        with converted(old, copy, clock=clock, settings=settings, on_step=_uncounted, cancel=self._place.cancel):
            pass
        carry_over(present, self._made, clock=clock, keys=FileKeys(after=self._keys.file_key()))
        make_private_folder(self._making / "snapshots")
        name = f"library-{_stamp(clock)}-before-restore.db"
        copy.path.replace(self._making / "snapshots" / name)


def _stamp(clock: Clock) -> str:
    return f"{to_datetime(clock.now()):%Y%m%dT%H%M%SZ}"


def _make(place: Place, part: ProtectedPart, target: Path, keys: LibraryKeys) -> AskedAnew:
    """Make the library at `target`, and its pictures in `assets` beside it."""
    from caregiver_app.bootstrap.built_in import shipped_addresses
    from caregiver_app.library.asset_files import AssetFiles
    from caregiver_app.library.restoring import make_library

    files = AssetFiles(target.with_name("assets"), keys.asset_seal())
    rows = {}
    for sha256, data in part.pictures(place.cancel):
        row = None if data is None else remade(files, place.parser, data)
        if row is not None:
            rows[sha256] = row
    return make_library(
        part.path,
        target,
        rows,
        clock=place.clock,
        shipped=shipped_addresses(),
        source_key=part.keys.file_key(),
        keys=keys,
        cancel=place.cancel,
    )


def _uncounted(_done: int, _total: int) -> None:
    """Tell nobody: the bytes of the backup itself are what is counted."""
