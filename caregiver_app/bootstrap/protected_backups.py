"""The library of a backup where it is protected: it goes as it is, under its own keys, with these wrapped beside it.

Nothing of it is in plain on the way out, nor on the way in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app import __version__
from caregiver_app.bootstrap.backups import BackupFacts, Counting
from caregiver_app.bootstrap.whole_reading import part_named
from caregiver_app.model.errors import BackupError, BackupTrouble, Cancelled
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.library.keys import LibraryKeys
    from caregiver_app.library.store import Library
    from caregiver_app.support.backup_manifest import Part
    from caregiver_app.support.backup_reading import Archive
    from caregiver_app.support.whole_manifest import WholeManifest
    from caregiver_app.vault.keys.data_key import DataKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """What goes into a backup: parts and where they lie, and what they hold."""

    places: dict[str, Path]
    facts: BackupFacts


def lay_protected(
    library: Library,
    keys: LibraryKeys,
    data_key: DataKey,
    folder: Path,
    *,
    at: Millis,
    cancel: Cancel | None = None,
) -> Laid:
    """Write the library and its wrapped keys into `folder`; the pictures go from where they lie.

    Raises:
        StorageError: no room, no right, or the library is damaged.
        Cancelled: `cancel` was set.
    """
    from caregiver_app.support.whole_manifest import LIBRARY_KEYS, PROTECTED_LIBRARY
    from caregiver_app.vault.folder.library_keys import LibraryKeyFiles

    LibraryKeyFiles((folder / LIBRARY_KEYS,)).write(keys.raw(), data_key)
    library.backup.write(folder / PROTECTED_LIBRARY, cancel=cancel)
    files, hashes = library.assets.files, library.backup.pictures()
    paths = {}
    for name in hashes:
        if cancel is not None and cancel.is_set():
            raise Cancelled
        if files.read(name) is not None:
            paths[f"assets/{files.path_of(name).name}"] = files.path_of(name)
    laid = {name: folder / name for name in (LIBRARY_KEYS, PROTECTED_LIBRARY)}
    places = {**laid, **dict(sorted(paths.items()))}
    facts = BackupFacts(
        created_at=at,
        program=__version__,
        pictures=len(paths),
        size_bytes=sum(path.stat().st_size for path in places.values()),
        missing=len(hashes) - len(paths),
        **library.backup.counts(),
    )
    return Laid(places=places, facts=facts)


class ProtectedPart:
    """The protected library in a backup, taken out into a folder and checked; still under the keys of its day."""

    def __init__(self, archive: Archive[WholeManifest], folder: Path, data_key: DataKey, counting: Counting) -> None:
        """Take it out.

        Raises:
            BackupError: it is not what this key opens, or not sound.
            VaultError: the wrapped keys are not those of this data key, or a newer version's.
            StorageError: no room or no right.
        """
        from caregiver_app.library.keys import LibraryKeys
        from caregiver_app.library.restoring import check_library
        from caregiver_app.support.whole_manifest import LIBRARY_KEYS, PROTECTED_LIBRARY
        from caregiver_app.vault.folder.library_keys import LibraryKeyFiles
        from caregiver_app.vault.keys.library_wraps import LARGEST_BYTES

        self._archive, self._folder, self._counting = archive, folder, counting
        wrapped = part_named(archive, LIBRARY_KEYS)
        if wrapped.size_bytes > LARGEST_BYTES:
            raise BackupError(BackupTrouble.DAMAGED, LIBRARY_KEYS)
        archive.copy_out(wrapped, folder / LIBRARY_KEYS)
        self.keys = LibraryKeys(LibraryKeyFiles((folder / LIBRARY_KEYS,)).open(data_key))
        self.path = folder / PROTECTED_LIBRARY
        archive.copy_out(part_named(archive, PROTECTED_LIBRARY), self.path, on_bytes=counting)
        check_library(self.path, self.keys.file_key())

    def pictures(self, cancel: Cancel | None = None) -> Iterator[tuple[str, bytes | None]]:
        """Yield the pictures that it has by their hashes; None for one that is damaged or lost.

        Raises:
            BackupError: a part is not the bytes that were promised.
            Cancelled: `cancel` was set.
        """
        from caregiver_app.library.asset_files import LARGEST_BYTES
        from caregiver_app.library.asset_seal import OVERHEAD_BYTES
        from caregiver_app.library.restoring import picture_hashes

        seal, parts = self.keys.asset_seal(), {part.name: part for part in self._archive.manifest.pictures}
        for sha256 in picture_hashes(self.path, self.keys.file_key()):
            if cancel is not None and cancel.is_set():
                raise Cancelled
            part = parts.get(f"assets/{seal.name_of(sha256)}")
            if part is None or part.size_bytes > LARGEST_BYTES + OVERHEAD_BYTES:
                yield sha256, None
                continue
            data = seal.open(sha256, self._bytes_of(part))
            whole = data is not None and hashlib.sha256(data).hexdigest() == sha256
            yield sha256, data if whole else None

    def check_pictures(self, cancel: Cancel | None = None) -> None:
        """Read every picture through.

        Raises:
            BackupError: one that is there does not open, or belongs to none.
            Cancelled: `cancel` was set.
        """
        if sum(data is not None for _name, data in self.pictures(cancel)) != len(self._archive.manifest.pictures):
            raise BackupError(BackupTrouble.DAMAGED, "assets")

    def facts(self) -> BackupFacts:
        """Return what the backup holds of a library; opens it."""
        from caregiver_app.library.store import open_library
        from caregiver_app.support.clock import SystemClock

        library = open_library(self.path, SystemClock(), self.keys)
        try:
            counts = library.backup.counts()
        finally:
            library.close()
        manifest = self._archive.manifest
        return BackupFacts(
            created_at=manifest.created_at,
            program=manifest.program,
            pictures=len(manifest.pictures),
            size_bytes=size_of_protected(manifest),
            **counts,
        )

    def _bytes_of(self, part: Part) -> bytes:
        path = self._folder / "picture"
        self._archive.copy_out(part, path, on_bytes=self._counting)
        try:
            return path.read_bytes()
        finally:
            path.unlink()


def size_of_protected(manifest: WholeManifest) -> int:
    """Return how many bytes of a backup are its library and pictures."""
    from caregiver_app.support.whole_manifest import PROTECTED_LIBRARY

    library = (part for part in manifest.parts if part.name == PROTECTED_LIBRARY)
    return sum(part.size_bytes for part in (*library, *manifest.pictures))
