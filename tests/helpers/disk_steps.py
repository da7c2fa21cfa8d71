"""What is brought to the disk, and in which order: a cut of the power keeps what was flushed, and may lose the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


class Disk:
    """Writes down what is flushed, renamed and removed, by the number of the file; all of it is done, too.

    `bytes_of` says how much of a file there was when it was flushed.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps: list[tuple[str, int]] = []
        self.bytes_of: dict[int, int] = {}
        self._names: dict[int, tuple[str, int]] = {}
        self._flush, self._rename, self._remove = os.fsync, os.replace, os.unlink
        for name, step in (("fsync", self._flushed), ("replace", self._renamed), ("unlink", self._removed)):
            monkeypatch.setattr(os, name, step)

    def lost(self) -> list[str]:
        """Return the names that a cut of the power may take back: nobody flushed the folder after they were given."""
        return [
            name
            for place, (name, folder) in self._names.items()
            if not any(step == ("flush", folder) for step in self.steps[place:])
        ]

    def _flushed(self, descriptor: int) -> None:
        found = os.fstat(descriptor)
        self.steps.append(("flush", found.st_ino))
        self.bytes_of[found.st_ino] = found.st_size
        self._flush(descriptor)

    def _renamed(self, source: Path, target: Path) -> None:
        self.steps.append(("rename", number_of(source)))
        self._names[len(self.steps)] = Path(target).name, number_of(Path(target).parent)
        self._rename(source, target)

    def _removed(self, path: Path, *, dir_fd: int | None = None) -> None:
        self.steps.append(("remove", os.stat(path, dir_fd=dir_fd, follow_symlinks=False).st_ino))
        self._remove(path, dir_fd=dir_fd)


def number_of(path: Path) -> int:
    """Return by which number the disk knows what lies there."""
    return path.lstat().st_ino
