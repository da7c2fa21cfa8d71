"""Starts programs where there is no network at all: no route, no name server, not even loopback."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

_WAYS: Sequence[Sequence[str]] = (("unshare", "--net"), ("unshare", "--map-root-user", "--net"))


def without_network() -> Sequence[str]:
    """Return the words that, set before a command, start it in an empty network namespace (Linux, util-linux)."""
    for way in _WAYS:
        if subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0:
            return way
    raise AssertionError("unshare with the right to make a network namespace is needed to try a lost network")
