"""Which Caregiver this is: its version and, where somebody built it, of which commit and day.

A build lays `resources/build.json` beside the other data (packaging/devtools/staging.py); a checkout has none.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from caregiver_app import __version__
from caregiver_app.support.resources import resource

_LONGEST = 500
_COMMIT = re.compile(r"[0-9a-f]{7,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisBuild:
    """`commit` and `day` (of that commit, in UTC) are of what was built; "" and None where it runs from source."""

    version: str
    commit: str = ""
    day: date | None = None


@cache
def this_build() -> ThisBuild:
    """Return what runs here; a file that says nothing sound counts as none."""
    try:
        return read_build(resource("resources", "build.json"))
    except FileNotFoundError:
        return ThisBuild(version=__version__)


def read_build(file: Path) -> ThisBuild:
    """Return what a build says of itself in `file`."""
    try:
        with file.open(encoding="ascii") as written:
            said = json.loads(written.read(_LONGEST))
        commit, day = said["commit"], date.fromisoformat(said["day"])
        if _COMMIT.fullmatch(commit):
            return ThisBuild(version=__version__, commit=commit, day=day)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        pass
    return ThisBuild(version=__version__)
