"""Which sockets this process has open, whoever opened them: Python, Qt or a library below either."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

DESCRIPTORS = Path("/proc/self/fd")


def open_sockets() -> frozenset[str]:
    """Return the sockets of this process, by inode; always empty where the system does not tell."""
    found = set()
    if DESCRIPTORS.is_dir():
        for entry in DESCRIPTORS.iterdir():
            with suppress(OSError):  # the descriptor of this very walk is gone again
                target = str(entry.readlink())
                if target.startswith("socket:"):
                    found.add(target)
    return frozenset(found)
