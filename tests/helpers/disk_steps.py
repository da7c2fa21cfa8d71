"""What is brought to the disk, and in which order: a cut of the power keeps what was flushed, and may lose the rest.

The calls of the system themselves are written down, and made: no seam of ours stands between them and the product.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Disk:
    """What was flushed, renamed and removed, by the number of the file.

    `bytes_of` says how much of a file there was when it was flushed.
    """

    def __init__(self) -> None:
        self.steps: list[tuple[str, int]] = []
        self.bytes_of: dict[int, int] = {}
        self._names: dict[int, tuple[str, int]] = {}

    def lost(self) -> list[str]:
        """Return the names that a cut of the power may take back: nobody flushed the folder after they were given."""
        return [
            name
            for place, (name, folder) in self._names.items()
            if not any(step == ("flush", folder) for step in self.steps[place:])
        ]

    def flushed(self, descriptor: int) -> None:
        """Write down that a file or folder is brought to the disk."""
        found = os.fstat(descriptor)
        self.steps.append(("flush", found.st_ino))
        self.bytes_of[found.st_ino] = found.st_size

    def renamed(self, source: Path, target: Path) -> None:
        """Write down that something gets a name."""
        self.steps.append(("rename", number_of(source)))
        self._names[len(self.steps)] = Path(target).name, number_of(Path(target).parent)

    def removed(self, path: Path, *, dir_fd: int | None = None) -> None:
        """Write down that a name goes."""
        self.steps.append(("remove", os.stat(path, dir_fd=dir_fd, follow_symlinks=False).st_ino))


@contextmanager
def watched_disk() -> Iterator[Disk]:
    """Write down what is done within the block, in its order."""
    disk = Disk()
    flush, rename, remove = os.fsync, os.replace, os.unlink
    flushing: Callable[..., None] = _after(disk.flushed, flush)
    renaming: Callable[..., None] = _after(disk.renamed, rename)
    removing: Callable[..., None] = _after(disk.removed, remove)
    os.fsync, os.replace, os.unlink = flushing, renaming, removing
    try:
        yield disk
    finally:
        os.fsync, os.replace, os.unlink = flush, rename, remove


def number_of(path: Path) -> int:
    """Return by which number the disk knows what lies there."""
    return path.lstat().st_ino


def _after(write_down: Callable[..., None], call: Callable[..., None]) -> Callable[..., None]:
    def written_down(*args: Any, **kwargs: Any) -> None:
        write_down(*args, **kwargs)
        call(*args, **kwargs)

    return written_down
