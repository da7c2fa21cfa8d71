"""The root of the family, and what any long work may end with."""

from __future__ import annotations

from dataclasses import dataclass


class CaregiverError(Exception):
    """Base of all errors that a person may meet."""


@dataclass(eq=False)
class InstanceRunning(CaregiverError):
    """Another process writes to this data folder. `holder` is what its lock file says, e.g. "sync, process 4711"."""

    holder: str = ""


class Cancelled(CaregiverError):
    """The person pressed stop. What had been stored stays whole."""
