"""One file with the library and the care notes. The notes stay as they are encrypted; the library is encrypted to a key
that the notes' own key gives back, so that passphrase or recovery sheet opens all of it on another computer.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app import __version__
from caregiver_app.bootstrap.backups import (
    BackupFacts,
    BackupProgress,
    Counting,
    OnBackup,
    create_backup,
    verify_backup,
)
from caregiver_app.bootstrap.care_files import refuse_own_folder
from caregiver_app.bootstrap.leftovers import stage
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protected_backups import Laid, ProtectedPart, lay_protected, size_of_protected
from caregiver_app.bootstrap.protection_state import is_protected
from caregiver_app.bootstrap.today import NOTES_BACKED_UP_AT
from caregiver_app.bootstrap.whole_reading import envelope_of, opened_whole, part_named, take_out_library
from caregiver_app.model.errors import BackupError, StorageError, VaultError
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.ways_in import WayIn
    from caregiver_app.library.keys import LibraryKeys
    from caregiver_app.library.store import Library
    from caregiver_app.support.backup_reading import Archive
    from caregiver_app.support.whole_manifest import WholeManifest
    from caregiver_app.vault.folder.opening import Unlocked
    from caregiver_app.vault.keys.data_key import DataKey
    from caregiver_app.vault.keys.envelope import Envelope

Opener = Callable[["Envelope"], "DataKey"]
"""Gives the data key for the envelope of a backup: by the passphrase of its day, or by the recovery sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeFacts:
    """What a backup with care notes holds. `library` is known only where it was opened."""

    created_at: Millis
    program: str
    vault_number: str
    attachments: int
    size_bytes: int
    library: BackupFacts | None


def is_whole(path: Path) -> bool:
    """Return whether a backup holds care notes.

    Raises:
        BackupError: it is no backup, damaged, or a newer one.
        StorageError: it cannot be read.
    """
    from caregiver_app.support.backup_reading import open_archive
    from caregiver_app.support.whole_manifest import WholeManifest, read_any_manifest

    with open_archive(path, read_any_manifest) as archive:
        return isinstance(archive.manifest, WholeManifest)


def create_whole_backup(
    library: Library,
    unlocked: Unlocked,
    paths: Paths,
    target: Path,
    *,
    clock: Clock,
    on_progress: OnBackup,
    keys: LibraryKeys | None = None,
    cancel: Cancel | None = None,
) -> WholeFacts:
    """Write library and notes to `target`; a file that is there is replaced once the new one is whole.

    A protected library, whose `keys` are given then, goes as it is. The library remembers when: Home reminds of a copy
    after that.

    Raises:
        CareFileError: OWN_FOLDER: `target` lies among our own files.
        StorageError: no room, no right, or library or notes are damaged; `target` is as it was.
        VaultError: the notes' envelope is lost or damaged.
        Cancelled: `cancel` was set; `target` is as it was.
    """
    from caregiver_app.support.backup_writing import part_of, write_backup
    from caregiver_app.support.files import translated_os_errors
    from caregiver_app.support.whole_manifest import ENVELOPE, VAULT, WholeManifest
    from caregiver_app.vault.folder.copying import copy_vault

    refuse_own_folder(paths, target)
    at = clock.now()
    with stage(paths.data_dir) as folder, translated_os_errors(target):
        envelope = _envelope_in(paths, unlocked, clock)
        (folder / ENVELOPE).write_bytes(envelope.to_bytes())
        copy_vault(paths.vault, unlocked.data_key, folder / VAULT, clock=clock, cancel=cancel)
        data_key = unlocked.data_key
        if keys is None:
            inner = create_backup(library, paths, folder / "library", at=at, on_progress=on_progress, cancel=cancel)
            laid = Laid(places=_encrypted(folder, data_key), facts=inner)
        else:
            laid = lay_protected(library, keys, data_key, folder, at=at, cancel=cancel)
        places = {name: folder / name for name in (ENVELOPE, VAULT)} | laid.places | _attachments(paths)
        parts = tuple(part_of(name, path, cancel=cancel) for name, path in places.items())
        manifest = WholeManifest(created_at=at, program=__version__, parts=parts, protected=keys is not None)
        told = on_progress if manifest.protected else _nothing  # of a plain one the inner backup told already
        counting = Counting(sum(part.size_bytes for part in parts), told)
        write_backup(target, manifest, places, on_bytes=counting, cancel=cancel)
    with suppress(StorageError):  # the copy is whole; at worst one is reminded of it again
        library.choices.put(NOTES_BACKED_UP_AT, at)
    return facts_of_whole(manifest, envelope.marks.number, target, laid.facts)


def _nothing(_progress: BackupProgress) -> None:
    return None


def verify_whole_backup(
    path: Path, paths: Paths, open_with: Opener | None, *, on_progress: OnBackup, cancel: Cancel | None = None
) -> WholeFacts:
    """Read a backup with care notes through; with `open_with` its notes and library are opened and checked too.

    While the library here is protected, one in the backup that is not stays closed: taken out, it would lie in plain.

    Raises:
        BackupError: it is not sound, or of another kind.
        VaultError: the passphrase or sheet does not open it, or the notes in it are damaged.
        StorageError: it cannot be read, or there is no room to look at it.
        Cancelled: `cancel` was set.
    """
    from caregiver_app.support.whole_manifest import LIBRARY

    with stage(paths.data_dir) as folder, opened_whole(path) as archive:
        envelope = envelope_of(archive, folder)
        library = None
        if open_with is None:
            for part in archive.manifest.parts[1:]:
                archive.check(part, cancel=cancel)
        else:
            data_key = open_with(envelope)
            _check_notes(archive, folder, data_key, cancel)
            if archive.manifest.protected:
                counting = Counting(size_of_protected(archive.manifest), on_progress)
                protected = ProtectedPart(archive, folder, data_key, counting)
                protected.check_pictures(cancel)
                library = protected.facts()
            elif is_protected(paths):
                archive.check(part_named(archive, LIBRARY), cancel=cancel)
            else:
                plain = take_out_library(archive, folder, data_key)
                library = verify_backup(plain, paths, on_progress=on_progress, cancel=cancel)
        return facts_of_whole(archive.manifest, envelope.marks.number, path, library)


def try_way_in(path: Path, paths: Paths, way: WayIn) -> None:
    """Let pass what opens a backup with care notes; takes the time of one derivation, and reads little.

    Raises:
        BackupError: it is not sound, or of another kind.
        VaultError: the passphrase is wrong, or the sheet is of other notes.
        StorageError: it cannot be read.
    """
    with stage(paths.data_dir) as folder, opened_whole(path) as archive:
        try:
            envelope = envelope_of(archive, folder)
        except (BackupError, VaultError):
            if way.needs_envelope:
                raise
            envelope = None
        way.key_for(envelope).wipe()


def _check_notes(archive: Archive[WholeManifest], folder: Path, data_key: DataKey, cancel: Cancel | None) -> None:
    from caregiver_app.support.whole_manifest import VAULT
    from caregiver_app.vault.folder.copying import check_vault

    archive.copy_out(part_named(archive, VAULT), folder / VAULT, cancel=cancel)
    check_vault(folder / VAULT, data_key, cancel=cancel)
    for part in archive.manifest.attachments:
        archive.check(part, cancel=cancel)


def _encrypted(folder: Path, data_key: DataKey) -> dict[str, Path]:
    """Encrypt the library's own backup in `folder`; return its part and where that lies."""
    import pyrage

    from caregiver_app.support.files import make_private_file
    from caregiver_app.support.whole_manifest import LIBRARY
    from caregiver_app.vault.keys.backup_identity import backup_identity

    source, target = folder / "library", folder / LIBRARY
    make_private_file(target)
    pyrage.encrypt_file(str(source), str(target), [backup_identity(data_key).to_public()])
    source.unlink()
    return {LIBRARY: target}


def _attachments(paths: Paths) -> dict[str, Path]:
    from caregiver_app.support.whole_manifest import ATTACHMENT

    found = {f"attachments/{path.name}": path for path in sorted(paths.attachments.glob("*"))}
    return {
        name: path
        for name, path in found.items()
        if ATTACHMENT.fullmatch(name) and path.is_file() and not path.is_symlink()  # a link leads to what is in plain
    }


def _envelope_in(paths: Paths, unlocked: Unlocked, clock: Clock) -> Envelope:
    """Return the envelope that opens the notes: the one that they remember, whatever else was put beside them.

    While a change to a new key waits for its end, its journal has it. Where none is remembered, one of these notes.
    """
    from caregiver_app.vault.folder.marks import envelope_in
    from caregiver_app.vault.folder.places import VaultPlaces
    from caregiver_app.vault.folder.renewal_journal import pending
    from caregiver_app.vault.keys.envelope_files import EnvelopeFiles

    files = EnvelopeFiles(first=paths.envelope, twin=paths.envelope_twin)
    journal = pending(VaultPlaces(database=paths.vault, envelope=files))
    found = [] if journal is None else [journal.envelope]
    try:
        found += files.candidates()
    except VaultError:
        if not found:
            raise
    vault = unlocked.open(clock)
    try:
        remembered = envelope_in(vault)
    finally:
        vault.close()
    return max(found, key=lambda each: (each.fingerprint() == remembered, each.marks == unlocked.marks))


def facts_of_whole(manifest: WholeManifest, number: str, path: Path, library: BackupFacts | None) -> WholeFacts:
    """Return what a backup at `path` says of itself and what was seen inside."""
    return WholeFacts(
        created_at=manifest.created_at,
        program=manifest.program,
        vault_number=number,
        attachments=len(manifest.attachments),
        size_bytes=path.stat().st_size,
        library=library,
    )
