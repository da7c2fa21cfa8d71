"""One file with all that a library holds: made, looked at, and put in the place of the library.

A backup holds the sources, articles, marks, collections, saved searches, choices and pictures; not the ledger, which
tells what left this computer, and not the look of the window. It is not encrypted: who has the file can read it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app import __version__
from caregiver_app.bootstrap.backup_pictures import RemadePictures, place_pictures, whole_pictures
from caregiver_app.bootstrap.leftovers import stage
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.present_library import keep_present
from caregiver_app.bootstrap.protection_state import is_protected
from caregiver_app.model.errors import BackupError, BackupTrouble, VaultError, VaultTrouble
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.feeds.pool import Parser
    from caregiver_app.library.restoring import AskedAnew
    from caregiver_app.library.store import Library
    from caregiver_app.support.backup_manifest import Manifest
    from caregiver_app.support.backup_reading import Backup


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupProgress:
    """How far it is, in bytes."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFacts:
    """What a backup holds. `missing` pictures are in the library but not, or not whole, in its folder."""

    created_at: Millis
    program: str
    sources: int
    articles: int
    starred: int
    collections: int
    pictures: int
    size_bytes: int
    missing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore did: the backup's facts, what waits for a person's word, and where the library before it is.

    `aside` is the damaged library that was there; None where a snapshot holds what was there, or nothing was.
    """

    facts: BackupFacts
    asked: AskedAnew
    aside: Path | None


OnBackup = Callable[[BackupProgress], None]


class Counting:
    """Adds up bytes and tells of them."""

    def __init__(self, total: int, on_progress: OnBackup) -> None:
        self._done, self._total, self._on_progress = 0, total, on_progress

    def __call__(self, size_bytes: int) -> None:
        """Add so many."""
        self._done += size_bytes
        self._on_progress(BackupProgress(done=self._done, total=self._total))


def create_backup(
    library: Library, paths: Paths, target: Path, *, at: Millis, on_progress: OnBackup, cancel: Cancel | None = None
) -> BackupFacts:
    """Write a backup to `target`; a file that is there is replaced once the new one is whole.

    Raises:
        StorageError: no room, no right, or the library is damaged; `target` is as it was.
        VaultError: the library is protected: its backups are those with care notes.
        Cancelled: `cancel` was set; `target` is as it was.
    """
    from caregiver_app.library.schema import LIBRARY_SCHEMA
    from caregiver_app.support.backup_manifest import LIBRARY, Manifest
    from caregiver_app.support.backup_writing import part_of, write_backup
    from caregiver_app.support.files import translated_os_errors

    if library.backup.is_encrypted:
        raise VaultError(VaultTrouble.PROTECTED)
    with stage(paths.data_dir) as folder, translated_os_errors(target):
        copy = folder / LIBRARY
        library.backup.write(copy, cancel=cancel)
        files, missing = whole_pictures(library.backup.pictures(), paths.assets)
        parts = (part_of(LIBRARY, copy, cancel=cancel), *files)
        manifest = Manifest(
            created_at=at,
            program=__version__,
            library_version=LIBRARY_SCHEMA.version,
            counts={**library.backup.counts(), "pictures": len(files)},
            parts=parts,
        )
        places = {LIBRARY: copy, **{part.name: paths.data_dir / part.name for part in files}}
        counting = Counting(sum(part.size_bytes for part in parts), on_progress)
        write_backup(target, manifest, places, on_bytes=counting, cancel=cancel)
    return _facts(manifest, target, missing)


def verify_backup(path: Path, paths: Paths, *, on_progress: OnBackup, cancel: Cancel | None = None) -> BackupFacts:
    """Read a backup through and look whether all of it is sound; nothing is kept of it.

    While the library here is protected, that of the backup is read through and not taken out: it would lie in plain.

    Raises:
        BackupError: it is not, or no backup, or a newer one.
        StorageError: it cannot be read, or there is no room to look at it.
        Cancelled: `cancel` was set.
    """
    from caregiver_app.support.backup_reading import open_backup

    with stage(paths.data_dir) as folder, open_backup(path) as backup:
        manifest = backup.manifest
        counting = Counting(_size(manifest), on_progress)
        unopened = manifest.parts
        if not is_protected(paths):
            _take_out_library(backup, folder, counting, cancel)
            unopened = manifest.parts[1:]
        for part in unopened:
            backup.check(part, on_bytes=counting, cancel=cancel)
        return _facts(manifest, path)


def restore_backup(
    path: Path, paths: Paths, *, clock: Clock, parser: Parser, on_progress: OnBackup, cancel: Cancel | None = None
) -> Restored:
    """Put what a backup holds in the place of the library. Nobody may have it open, and the folder's lock is held.

    Up to the last moment nothing of the library before it changes; it is in a snapshot then. A restore that was cut
    short is either as if it had not begun, or is finished by the next opening.

    Raises:
        BackupError: it is no sound backup; nothing was changed.
        VaultError: the library here is protected, and would not be any more; nothing was changed.
        StorageError: no room, no right, or the library there was made by a newer version; nothing was changed.
        Cancelled: `cancel` was set; nothing was changed.
    """
    from caregiver_app.bootstrap.built_in import shipped_addresses
    from caregiver_app.library.asset_files import AssetFiles
    from caregiver_app.library.restoring import make_library
    from caregiver_app.storage.restoring import REPLACED, finish_put_back, put_back
    from caregiver_app.support.backup_reading import open_backup

    if is_protected(paths):
        raise VaultError(VaultTrouble.PROTECTED)
    now = clock.now()
    finish_put_back(paths.library)
    with stage(paths.data_dir) as folder, open_backup(path) as backup:
        counting = Counting(_size(backup.manifest), on_progress)
        library = _take_out_library(backup, folder, counting, cancel)
        pictures = RemadePictures(AssetFiles(folder / "assets"), parser, folder, cancel)
        remade = {part.name: pictures.remake(backup, part, counting) for part in backup.manifest.parts[1:]}
        ready = folder / "ready.db"
        rows = {name.removeprefix("assets/"): row for name, row in remade.items() if row is not None}
        asked = make_library(library, ready, rows, clock=clock, shipped=shipped_addresses(), cancel=cancel)
        saved = keep_present(paths, ready, None, at=now, clock=clock, cancel=cancel)
        place_pictures(folder / "assets", paths.assets)
        aside = put_back(ready, paths.library, at=now, why=REPLACED)
        return Restored(facts=_facts(backup.manifest, path), asked=asked, aside=drop_aside(aside, saved))


def _take_out_library(backup: Backup, folder: Path, counting: Counting, cancel: Cancel | None) -> Path:
    """Return the library of a backup as a file, checked. Raises as `verify_backup` does."""
    from caregiver_app.library.restoring import check_library

    library = folder / "library.db"
    backup.copy_out(backup.manifest.parts[0], library, on_bytes=counting, cancel=cancel)
    if check_library(library, cancel=cancel) != backup.manifest.library_version:
        raise BackupError(BackupTrouble.DAMAGED, "library.db")
    return library


def drop_aside(aside: Path, saved: bool) -> Path | None:
    """Remove the library before, when a snapshot holds it; return where it is otherwise."""
    if not saved:
        return aside if aside.exists() else None
    for path in (aside, *(aside.with_name(aside.name + suffix) for suffix in ("-wal", "-shm"))):
        path.unlink(missing_ok=True)
    return None


def _size(manifest: Manifest) -> int:
    return sum(part.size_bytes for part in manifest.parts)


def _facts(manifest: Manifest, path: Path, missing: int = 0) -> BackupFacts:
    counts: Mapping[str, int] = manifest.counts
    return BackupFacts(
        created_at=manifest.created_at,
        program=manifest.program,
        sources=counts["sources"],
        articles=counts["articles"],
        starred=counts["starred"],
        collections=counts["collections"],
        pictures=counts["pictures"],
        size_bytes=path.stat().st_size,
        missing=missing,
    )
