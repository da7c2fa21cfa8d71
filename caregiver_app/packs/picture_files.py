"""Pictures of a pack's folder: taken in with whose they are and by what right, read for a look, removed and put back.

A picture is decoded nowhere here: who takes one in has it made anew first (`packs.workshop`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.archive_reading import MOST_PICTURE_BYTES
from caregiver_app.packs.fields import Json
from caregiver_app.packs.folder_entries import PutEntry, TakenOut, put_back, put_entry, take_out
from caregiver_app.packs.folder_reading import PICTURE_FOLDER
from caregiver_app.packs.rules import is_reserved_name
from caregiver_app.packs.starting import slug_of
from caregiver_app.support.files import is_link, read_bounded, remove_for_good, translated_os_errors, write_whole

_FILE: Final = re.compile(rf"{PICTURE_FOLDER}/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpg|png)")
_ENDINGS: Final = {"image/jpeg": ".jpg", "image/png": ".png"}
_LONGEST_STEM: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedPicture:
    """A picture that was removed, and what `pack.json` said of it."""

    file: str
    data: bytes | None = field(repr=False)
    record: TakenOut | None


def add_picture(folder: Path, name: str, data: bytes, media_type: str, rights: Mapping[str, Json]) -> PutEntry:
    """Put a picture that was made anew into a pack, with its rights; nothing stays where these do not hold.

    Raises:
        PackError, StorageError: the folder is in the way.
    """
    stem = slug_of(name)[:_LONGEST_STEM].strip("-")
    stem = f"{stem}-picture" if is_reserved_name(stem) else stem
    file, number = f"{PICTURE_FOLDER}/{stem}{_ENDINGS[media_type]}", 2
    while (folder / file).exists():
        file, number = f"{PICTURE_FOLDER}/{stem}-{number}{_ENDINGS[media_type]}", number + 1
    path = _place(folder, file)
    with translated_os_errors(path):
        path.parent.mkdir(exist_ok=True)
        write_whole(path, data)
        put = put_entry(folder, "pictures", "", {**rights, "file": file}, {})
        if not put.key:
            remove_for_good(path)
    return put


def picture_bytes(folder: Path, file: str) -> bytes | None:
    """Return a picture as it lies in the folder, None where there is none that a pack may have.

    Raises:
        StorageError: it cannot be read.
    """
    try:
        path = _place(folder, file)
    except PackError:
        return None
    with translated_os_errors(path):
        return read_bounded(path, MOST_PICTURE_BYTES) if path.is_file() else None


def remove_picture(folder: Path, file: str) -> RemovedPicture:
    """Remove a picture and what `pack.json` says of it.

    Raises:
        PackError, StorageError: the folder is in the way.
    """
    path = _place(folder, file)
    data = picture_bytes(folder, file)
    record = take_out(folder, "pictures", file)
    with translated_os_errors(path):
        remove_for_good(path)
    return RemovedPicture(file=file, data=data, record=record)


def bring_picture_back(folder: Path, removed: RemovedPicture) -> None:
    """Put a removed picture back as it was. Raises as `remove_picture` does."""
    path = _place(folder, removed.file)
    with translated_os_errors(path):
        if removed.data is not None and not path.exists():
            path.parent.mkdir(exist_ok=True)
            write_whole(path, removed.data)
    if removed.record is not None:
        put_back(folder, removed.record)


def _place(folder: Path, file: str) -> Path:
    if _FILE.fullmatch(file) is None:
        raise PackError(PackTrouble.FIELD, file, PackFault.WRONG_NAME.value)
    path = folder / file
    with translated_os_errors(path):
        leads_elsewhere = is_link(path) or is_link(path.parent)
    if leads_elsewhere:
        raise PackError(PackTrouble.UNSAFE, file)
    return path
