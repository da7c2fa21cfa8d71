"""Reads the parts of a backup with care notes that whoever looks into it needs; what is taken out goes into a stage."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.errors import BackupError, BackupTrouble

if TYPE_CHECKING:
    from caregiver_app.support.backup_manifest import Part
    from caregiver_app.support.backup_reading import Archive
    from caregiver_app.support.whole_manifest import WholeManifest
    from caregiver_app.vault.keys.data_key import DataKey
    from caregiver_app.vault.keys.envelope import Envelope

_LARGEST_ENVELOPE = 16_000


def opened_whole(path: Path) -> AbstractContextManager[Archive[WholeManifest]]:
    """Open a backup with care notes; raises `BackupError` where it is of another kind, else as `open_archive` does."""
    from caregiver_app.support.backup_reading import open_archive
    from caregiver_app.support.whole_manifest import WholeManifest, read_any_manifest

    def read(data: bytes) -> WholeManifest:
        manifest = read_any_manifest(data)
        if not isinstance(manifest, WholeManifest):
            raise BackupError(BackupTrouble.NOT_A_BACKUP, "vault.db")
        return manifest

    return open_archive(path, read)


def envelope_of(archive: Archive[WholeManifest], folder: Path) -> Envelope:
    """Return the envelope in a backup.

    Raises:
        BackupError: it is too large to be one, or not the bytes that were promised.
        VaultError: it cannot be used.
    """
    from caregiver_app.support.whole_manifest import ENVELOPE
    from caregiver_app.vault.keys.envelope import parse_envelope

    part = archive.manifest.parts[0]
    if part.size_bytes > _LARGEST_ENVELOPE:
        raise BackupError(BackupTrouble.DAMAGED, ENVELOPE)
    archive.copy_out(part, folder / ENVELOPE)
    return parse_envelope((folder / ENVELOPE).read_bytes())


def take_out_library(archive: Archive[WholeManifest], folder: Path, data_key: DataKey) -> Path:
    """Return the library's own backup, decrypted into `folder`.

    Raises:
        BackupError: it is not what this key opens.
        StorageError: no room or no right.
    """
    import pyrage

    from caregiver_app.support.files import make_private_file, translated_os_errors
    from caregiver_app.support.whole_manifest import LIBRARY
    from caregiver_app.vault.keys.backup_identity import backup_identity

    archive.copy_out(part_named(archive, LIBRARY), folder / LIBRARY)
    plain = folder / "library"
    with translated_os_errors(plain):
        make_private_file(plain)
        try:
            pyrage.decrypt_file(str(folder / LIBRARY), str(plain), [backup_identity(data_key)])
        except pyrage.DecryptError as error:
            raise BackupError(BackupTrouble.DAMAGED, LIBRARY) from error
        except OSError as error:
            if error.errno is not None:
                raise
            raise BackupError(BackupTrouble.DAMAGED, LIBRARY) from error  # so it says that a piece was changed
    return plain


def part_named(archive: Archive[WholeManifest], name: str) -> Part:
    """Return one of the parts that every such backup has."""
    return next(part for part in archive.manifest.parts if part.name == name)
