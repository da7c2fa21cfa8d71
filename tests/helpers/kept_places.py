"""Folders for what is made once and copied by many tests; they go with the process."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path


def kept_place(name: str) -> Path:
    """Return a new folder that stays until this process ends."""
    place = Path(tempfile.mkdtemp(prefix=f"caregiver-{name}-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place
