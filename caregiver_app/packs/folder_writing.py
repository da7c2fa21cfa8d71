"""Writes the folder of a new pack. Nothing that is there already is touched."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack import Pack
from caregiver_app.packs.folder_reading import PICTURE_FOLDER, TEXT_FOLDERS
from caregiver_app.packs.manifest import MANIFEST, manifest_for_people
from caregiver_app.support.files import translated_os_errors, write_whole


def write_folder(folder: Path, pack: Pack) -> None:
    """Make a pack's folder with its manifest and places for texts and pictures; the manifest comes last.

    Raises:
        PackError: IN_THE_WAY: something is there already.
        StorageError: there is no room or no right.
    """
    with translated_os_errors(folder):
        if folder.is_file() or (folder.is_dir() and not all(map(_is_empty_place, folder.iterdir()))):
            raise PackError(PackTrouble.IN_THE_WAY, folder.name)
        for name in (*TEXT_FOLDERS, PICTURE_FOLDER):
            (folder / name).mkdir(parents=True, exist_ok=True)
        write_whole(folder / MANIFEST, manifest_for_people(pack))


def _is_empty_place(path: Path) -> bool:
    """Return True for a folder that a beginning which was cut short left behind."""
    is_ours = path.name in (*TEXT_FOLDERS, PICTURE_FOLDER) and path.is_dir() and not path.is_symlink()
    return is_ours and not any(path.iterdir())
