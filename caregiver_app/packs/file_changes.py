"""A change to a few files of a pack's folder, so that it can be taken back and done again. Texts and JSON alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.packs.manifest import MOST_BYTES
from caregiver_app.support.files import read_bounded, remove_for_good, translated_os_errors, write_whole

T = TypeVar("T")
Bytes = Mapping[str, bytes | None]
"""What files hold, by their place in the folder; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChanges:
    """What files held before and after."""

    before: Bytes = field(repr=False)
    after: Bytes = field(repr=False)


def changing(folder: Path, files: Sequence[str], act: Callable[[], T]) -> tuple[T, FileChanges]:
    """Let `act` change files of a folder; return what it returned, and what it changed. All is as before if it fails.

    Raises:
        PackError: one of the files is larger than any may be.
        StorageError: the folder is in the way.
    """
    before = _read(folder, files)
    try:
        answer = act()
    except BaseException:
        _write(folder, before)
        raise
    return answer, FileChanges(before=before, after=_read(folder, files))


def put_files(folder: Path, there: Bytes, wanted: Bytes) -> None:
    """Put files in the place of others, where those are still as they were left.

    Raises:
        PackError: CHANGED_MEANWHILE: something else was written there since; nothing was changed.
        StorageError: the folder is in the way.
    """
    now = _read(folder, tuple(there))
    for name, data in there.items():
        if now[name] != data:
            raise PackError(PackTrouble.CHANGED_MEANWHILE, name)
    _write(folder, wanted)


def _read(folder: Path, files: Sequence[str]) -> dict[str, bytes | None]:
    return {name: _bytes_of(folder / name) for name in files}


def _bytes_of(path: Path) -> bytes | None:
    with translated_os_errors(path):
        if path.is_symlink():
            raise PackError(PackTrouble.UNSAFE, path.name)
        if not path.is_file():
            return None
        data = read_bounded(path, MOST_BYTES)
    if data is None:
        raise PackError(PackTrouble.TOO_LARGE, path.name)
    return data


def _write(folder: Path, files: Bytes) -> None:
    for name, data in files.items():
        path = folder / name
        with translated_os_errors(path):
            if data is None:
                remove_for_good(path)
            elif _bytes_of(path) != data:
                write_whole(path, data)
