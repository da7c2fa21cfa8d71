"""The pictures of a backup: which go into it, and what becomes of them on their way out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.errors import Cancelled, FeedError
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.feeds.pool import Parser
    from caregiver_app.library.asset_files import AssetFiles
    from caregiver_app.storage.rebuilding import Values
    from caregiver_app.support.backup_manifest import Part
    from caregiver_app.support.backup_reading import Backup
    from caregiver_app.support.backup_writing import OnBytes


def whole_pictures(hashes: tuple[str, ...], assets: Path) -> tuple[list[Part], int]:
    """Return the pictures that are there whole, and how many are not."""
    from caregiver_app.support.backup_writing import part_of

    found: list[Part] = []
    for name in hashes:
        path = assets / name
        try:
            part = part_of(f"assets/{name}", path) if path.is_file() and not path.is_symlink() else None
        except OSError:
            part = None
        if part is not None and part.sha256 == name:
            found.append(part)
    return found, len(hashes) - len(found)


class RemadePictures:
    """Takes pictures out of a backup, makes them anew in a worker, and calls them by the hash of what came of it."""

    def __init__(self, files: AssetFiles, parser: Parser, folder: Path, cancel: Cancel | None) -> None:
        self._files, self._parser, self._folder, self._cancel = files, parser, folder, cancel

    def remake(self, backup: Backup, part: Part, on_bytes: OnBytes) -> Values | None:
        """Return what `asset` says of a picture; None for one that is none, or too large for one of ours.

        Raises:
            Cancelled: `cancel` was set.
            BackupError: its bytes are not what the list says.
            StorageError: no room or no right.
        """
        from caregiver_app.library.asset_files import LARGEST_BYTES

        if self._cancel is not None and self._cancel.is_set():
            raise Cancelled
        if part.size_bytes > LARGEST_BYTES or part.name != f"assets/{part.sha256}":
            return None
        path = self._folder / "picture"
        backup.copy_out(part, path, on_bytes=on_bytes, cancel=self._cancel)
        try:
            return remade(self._files, self._parser, path.read_bytes())
        finally:
            path.unlink()


def remade(files: AssetFiles, parser: Parser, data: bytes) -> Values | None:
    """Make a picture anew in a worker, keep it, and return what `asset` says of it; None for one that is none.

    Raises:
        StorageError: no room or no right.
    """
    try:
        picture = parser.remake_picture(data)
    except FeedError:
        return None
    return {
        "hash": files.put(picture.data),
        "media_type": picture.media_type,
        "size_bytes": len(picture.data),
        "width": picture.width,
        "height": picture.height,
    }


def place_pictures(made: Path, assets: Path) -> None:
    """Move pictures to where the library will look for them; beside those of the library before, they disturb nobody.

    Raises:
        StorageError: no room or no right.
    """
    from caregiver_app.support.crash_points import crash_point
    from caregiver_app.support.files import flush_folder, make_private_folder, translated_os_errors

    if not made.exists():
        return
    with translated_os_errors(assets):
        make_private_folder(assets)
        for path in sorted(made.iterdir()):
            path.replace(assets / path.name)
            crash_point("restore.picture-placed")
        flush_folder(assets)
