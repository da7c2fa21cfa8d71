"""Which packages are shipped, read from the lock alone: the same on every computer."""

from __future__ import annotations

import re
from collections import defaultdict

_ENTRY = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;]+)(.*?)(?=^[a-z0-9]|\Z)", re.MULTILINE | re.DOTALL)
_VIA = re.compile(r"^ +# +(?:via +)?([a-z0-9][^\n]*)$", re.MULTILINE)
_OURS = "caregiver-app (pyproject.toml)"


def shipped(lock: str) -> dict[str, tuple[str, ...]]:
    """Return name and versions of each package that the application asks for, or that one of these asks for.

    A package has several versions where the lock has one for each Python; that for the oldest comes first.
    """
    versions: dict[str, list[str]] = defaultdict(list)
    wanted_by: dict[str, set[str]] = defaultdict(set)
    for name, version, rest in _ENTRY.findall(lock):
        versions[name].append(version)
        wanted_by[name].update(_VIA.findall(rest))
    found: set[str] = set()
    while more := {name for name, wanting in wanted_by.items() if wanting & (found | {_OURS})} - found:
        found |= more
    return {name: tuple(versions[name]) for name in sorted(found)}
