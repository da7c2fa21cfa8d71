"""Named places where a process may end in the middle of a write, so that tests can prove nothing is half done.

Every write of `storage` and `support.files` passes such a place. It does nothing unless the environment asks:

    CAREGIVER_CRASH_AT=NAME      end the process at the first passage of NAME
    CAREGIVER_CRASH_AT=NAME:3    end it at the third passage
    CAREGIVER_CRASH_LOG=FILE     append each name passed to FILE, so that a test learns which names there are

It never raises and never cleans up: `os._exit` is as close to a power cut as a process can come by itself.
"""

from __future__ import annotations

import os
import threading

EXIT_CODE = 86

_passages: dict[str, int] = {}
_counting = threading.Lock()


def crash_point(name: str) -> None:
    """End this process at once, with exit code 86, if the environment names this point."""
    wanted = os.environ.get("CAREGIVER_CRASH_AT")
    log = os.environ.get("CAREGIVER_CRASH_LOG")
    if wanted is None and log is None:
        return
    with _counting:
        _passages[name] = _passages.get(name, 0) + 1
        passage = _passages[name]
        if log:
            _append(log, name)
    if wanted in (f"{name}:{passage}", name):
        os._exit(EXIT_CODE)


def _append(path: str, name: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(descriptor, f"{name}\n".encode())
    finally:
        os.close(descriptor)
