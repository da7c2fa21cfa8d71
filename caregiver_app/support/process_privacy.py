"""Keeps the memory of this process from being written to disk when it crashes, and from being read by other programs.

Once is enough and nothing takes it back. Memory that the system swaps out, and root, are out of reach
(docs/threat-model.md).
"""

from __future__ import annotations

import sys

_PR_SET_DUMPABLE = 4  # prctl(2)


def keep_memory_private() -> None:
    """Have no core dumps, and on Linux let nobody but root look into this process. What a system lacks is left out."""
    _no_core_dumps()
    if sys.platform == "linux":
        _not_dumpable()


if sys.platform == "win32":

    def _no_core_dumps() -> None:
        """Windows writes none unless somebody set that up."""

else:
    import resource

    def _no_core_dumps() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _not_dumpable() -> None:
    import ctypes

    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl is not None:
        prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
