"""What a file to be taken in holds, whichever kind of file it was. Values only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from caregiver_app.vault.changes.undoing import Undo


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """Records as an export has them (docs/formats/export.md), checked for nothing but their number.

    `loose`: their uids are not ours, so that what is the same by its words is the same. `read_file` gives the bytes of
    an attached file by its name in the export, None where it is not there or too large.
    """

    records: Mapping[str, Any] = field(repr=False)
    loose: bool = False
    read_file: Callable[[str], bytes | None] = field(default=lambda _name: None, repr=False)
    left_out: int = 0
    repeating: int = 0
    unknown_zones: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What taking a file in does, or would do: how many records of each kind, by the names of their tables.

    `deleted_here` were deleted in these notes and stay so; `left_out` cannot be kept as they are written. `undo` takes
    it back; it is empty after a look.
    """

    new: Mapping[str, int]
    changed: Mapping[str, int]
    same: Mapping[str, int]
    deleted_here: Mapping[str, int]
    left_out: Mapping[str, int]
    people: tuple[str, ...] = field(default=(), repr=False)
    repeating: int = 0
    unknown_zones: int = 0
    undo: Undo = field(default=Undo(), repr=False, compare=False)

    @property
    def brings_something(self) -> bool:
        """Whether anything is new or changed."""
        return bool(self.new or self.changed)
