"""Set-up files on sticks that are plugged in. Only the top of each stick is looked at, for one name; opens nothing."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from caregiver_app.bootstrap.set_up_file import NAME

_MOST: Final = 32
"""So many sticks are looked at: more are not plugged in, and a folder of links could be endless."""


def set_up_files(parents: Iterable[Path] | None = None) -> tuple[Path, ...]:
    """Return set-up files on sticks, by name; `parents` are folders in which sticks appear, as the system has them.

    What cannot be looked at counts as not there.
    """
    roots = _removable() if parents is None else [root for parent in parents for root in _inside(parent)]
    found = [root / NAME for root in roots[:_MOST]]
    return tuple(file for file in found if _is_plain_file(file))


def _inside(parent: Path) -> Sequence[Path]:
    try:
        with os.scandir(parent) as entries:
            return sorted(Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False))
    except OSError:
        return ()


def _is_plain_file(file: Path) -> bool:
    try:
        return file.is_file() and not file.is_symlink()
    except OSError:
        return False


if sys.platform == "win32":
    import ctypes
    import string

    _REMOVABLE_DRIVE = 2  # GetDriveTypeW, fileapi.h

    def _removable() -> Sequence[Path]:
        kind = ctypes.windll.kernel32.GetDriveTypeW
        drives = [f"{letter}:\\" for letter in string.ascii_uppercase]
        return [Path(drive) for drive in drives if kind(drive) == _REMOVABLE_DRIVE]

else:

    def _removable() -> Sequence[Path]:
        return [root for parent in _parents() for root in _inside(parent)]

    def _parents() -> Sequence[Path]:
        if sys.platform == "darwin":
            return (Path("/Volumes"),)
        try:
            user = getpass.getuser()
        except (KeyError, OSError):
            return ()
        return (Path("/media", user), Path("/run/media", user))
