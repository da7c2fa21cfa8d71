"""Writes the parts of an export into one folder, or into one file locked with a passphrase (age, C2SP age.md).

Whole or not at all, readable by their owner alone. Of a locked file nothing is ever on the disk in plain: it is put
together in memory, and so has a bound.
"""

from __future__ import annotations

import io
import secrets
import shutil
import zipfile
from collections.abc import Callable, Iterable
from glob import escape
from pathlib import Path

from caregiver_app.model.errors import Cancelled, CareFileError, CareFileTrouble
from caregiver_app.model.web import Cancel
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import (
    PRIVATE_FILE,
    flush_folder,
    flush_tree,
    make_private_file,
    make_private_folder,
    translated_os_errors,
    write_whole,
)

MOST_LOCKED_BYTES = 200_000_000
"""What one locked file may hold; it is in memory twice while it is made."""

Part = tuple[str, Callable[[], bytes]]
"""The name of a part, with `/` where it lies in a folder of its own, and what gives its bytes."""

_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


def write_folder(parts: Iterable[Part], target: Path, *, before: Callable[[], None], cancel: Cancel | None) -> int:
    """Write parts into a new folder; return how many bytes. `before` is called when all is written, but not yet named.

    Raises:
        CareFileError: something is there already.
        StorageError: no room or no right.
        Cancelled: `cancel` was set. In each case nothing is left behind.
    """
    size = 0
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    with translated_os_errors(target):
        _require_free(target, folder=True)
        _remove_unfinished(target)
        make_private_folder(part)
        try:
            for name, read in parts:
                _go_on(cancel)
                size += _write_part(part / name, read())
                crash_point("vault.export.part")
            before()
            _place_folder(part, target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return size


def write_locked(
    parts: Iterable[Part], target: Path, passphrase: str, *, before: Callable[[], None], cancel: Cancel | None
) -> int:
    """Write parts into one file that a passphrase opens: a zip inside an age file. Return how many bytes it has.

    Raises:
        CareFileError: something is there already, or it is more than one file may hold.
        StorageError: no room or no right.
        Cancelled: `cancel` was set. In each case nothing is left behind.
    """
    import pyrage

    with translated_os_errors(target):
        _require_free(target)
        packed = _packed(parts, cancel)
        locked = bytes(pyrage.passphrase.encrypt(packed, passphrase))
        _go_on(cancel)
        write_whole(target, locked, before=lambda: _recorded(before))
    return len(locked)


def write_one(data: bytes, target: Path, *, before: Callable[[], None]) -> None:
    """Write one file that is read by everybody who has it. Raises as `write_locked` does.

    `before` writes down that it leaves: when it is on the disk to the last byte, so that nothing is said to have left
    that could not be written, and before it has its name, so that nothing leaves that is not written down.
    """
    with translated_os_errors(target):
        _require_free(target)
        _remove_unfinished(target)
        write_whole(target, data, before=lambda: _recorded(before))


def _recorded(before: Callable[[], None]) -> None:
    before()
    crash_point("vault.export.recorded")


def _packed(parts: Iterable[Part], cancel: Cancel | None) -> bytes:
    packed, size = io.BytesIO(), 0
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, read in parts:
            _go_on(cancel)
            data = read()
            size += len(data)
            if size > MOST_LOCKED_BYTES:
                raise CareFileError(CareFileTrouble.TOO_MUCH)
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = PRIVATE_FILE << 16
            archive.writestr(entry, data)
    return packed.getvalue()


def _write_part(path: Path, data: bytes) -> int:
    make_private_folder(path.parent)
    make_private_file(path)
    path.write_bytes(data)
    return len(data)


def _place_folder(part: Path, target: Path) -> None:
    """Flush all of a folder, then give it its name."""
    flush_tree(part)
    crash_point("vault.export.recorded")
    if target.is_dir():
        target.rmdir()
    part.replace(target)
    crash_point("vault.export.placed")
    flush_folder(target.parent)


def _require_free(target: Path, *, folder: bool = False) -> None:
    """Let pass where nothing is; a folder may take the place of an empty one."""
    is_empty = folder and target.is_dir() and not target.is_symlink() and not any(target.iterdir())
    if not is_empty and (target.exists() or target.is_symlink()):
        raise CareFileError(CareFileTrouble.IN_THE_WAY)


def _remove_unfinished(target: Path) -> None:
    """Remove what an export to the same place left that was ended in its midst: it is private, and in plain."""
    for leftover in target.parent.glob(f".{escape(target.name)}.????????.part"):
        if leftover.is_file():
            leftover.unlink(missing_ok=True)
        else:
            shutil.rmtree(leftover, ignore_errors=True)


def _go_on(cancel: Cancel | None) -> None:
    if cancel is not None and cancel.is_set():
        raise Cancelled
