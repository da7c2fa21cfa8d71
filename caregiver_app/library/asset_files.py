"""The pictures of offline copies as files: each named by the SHA-256 of its bytes, whole or not there at all.

A name is never a path, a link is never followed, and what does not have the hash that it is called by is not read. In a
protected library the files are sealed and called otherwise (`asset_seal`); to everybody else a picture's name stays its
hash.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.support.files import make_private_folder, remove_leftovers, translated_os_errors, write_whole

if TYPE_CHECKING:
    from caregiver_app.library.asset_seal import AssetSeal

LARGEST_BYTES = 5_000_000
_LARGEST_SEALED_BYTES = LARGEST_BYTES + 100
_NAME = re.compile(r"[0-9a-f]{64}\Z")


class AssetFiles:
    """The files in one folder; it is made when the first one comes."""

    def __init__(self, folder: Path, seal: AssetSeal | None = None) -> None:
        self._folder = folder
        self._seal = seal

    def put(self, data: bytes) -> str:
        """Keep a picture and return its hash; one that is there already is left as it is.

        Raises:
            StorageError: there is no room or no right; nothing half is left behind.
        """
        name = hashlib.sha256(data).hexdigest()
        path = self.path_of(name)
        with translated_os_errors(path):
            make_private_folder(self._folder)
            if self.read(name) is None:
                write_whole(path, data if self._seal is None else self._seal.seal(name, data))
        return name

    def read(self, name: str) -> bytes | None:
        """Return the picture with this hash; None where there is none, or something else lies in its place."""
        if not _NAME.match(name):
            return None
        try:
            data = _read_regular(self.path_of(name))
        except OSError:
            return None
        if data is not None and self._seal is not None:
            data = self._seal.open(name, data)
        return data if data is not None and hashlib.sha256(data).hexdigest() == name else None

    def size_of(self, name: str) -> int | None:
        """Return how many bytes the picture with this hash takes, None where there is none; its bytes are not read."""
        if not _NAME.match(name):
            return None
        try:
            facts = self.path_of(name).lstat()
        except OSError:
            return None
        return facts.st_size - self._overhead() if stat.S_ISREG(facts.st_mode) else None

    def path_of(self, name: str) -> Path:
        """Return where the picture with this hash lies, whether it is there or not."""
        return self._folder / (name if self._seal is None else self._seal.name_of(name))

    def count_all_but(self, kept: Collection[str]) -> int:
        """Return how many files `remove_all_but` would remove."""
        places = self._places_of(kept)
        return sum(path.name not in places for path in self._there())

    def remove_all_but(self, kept: Collection[str]) -> int:
        """Remove every file that no name in `kept` is for; return how many. Only the folder's one writer may."""
        removed, places = 0, self._places_of(kept)
        with suppress(OSError):
            removed = remove_leftovers(self._folder)
        for path in self._there():
            if path.name not in places:
                with suppress(OSError):  # a virus scanner may hold it: the next time then
                    path.unlink()
                    removed += 1
        return removed

    def _places_of(self, names: Collection[str]) -> Collection[str]:
        return names if self._seal is None else {self._seal.name_of(name) for name in names}

    def _overhead(self) -> int:
        if self._seal is None:
            return 0
        from caregiver_app.library.asset_seal import OVERHEAD_BYTES

        return OVERHEAD_BYTES

    def _there(self) -> list[Path]:
        try:
            return [path for path in self._folder.iterdir() if _NAME.match(path.name)]
        except OSError:
            return []


def _read_regular(path: Path) -> bytes | None:
    """Return what a regular file within bounds holds, None for anything else.

    Raises:
        OSError: it is not there, is a link, or cannot be read.
    """
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        facts = os.fstat(file.fileno())
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > _LARGEST_SEALED_BYTES:
            return None
        return file.read(_LARGEST_SEALED_BYTES + 1)
