"""Changes of a pack's `pack.json` that can be taken back, whatever else was changed in the folder since."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from caregiver_app.packs.fields import Json

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChange(Generic[T]):
    """What a step made of a manifest, and its answer."""

    answer: T
    before: Mapping[str, Json] = field(repr=False)
    after: Mapping[str, Json] = field(repr=False)

    @property
    def is_none(self) -> bool:
        """Whether nothing was changed."""
        return self.before == self.after


def changing(folder: Path, act: Callable[[], T]) -> PackChange[T]:
    """Have `act` change the manifest of a folder, and return what it changed.

    Raises:
        PackError, StorageError: as `act` does, or the folder cannot be read.
    """
    from caregiver_app.packs.raw_manifest import read_raw

    before = read_raw(folder)
    answer = act()
    return PackChange(answer=answer, before=before, after=read_raw(folder))


def take_change_back(folder: Path, change: PackChange[T]) -> None:
    """Take a change back. What was changed in the same entries since stays as it is.

    Raises:
        PackError, StorageError: the folder cannot be read or written.
    """
    _merge(folder, before=change.before, after=change.after)


def change_again(folder: Path, change: PackChange[T]) -> None:
    """Do a change again that was taken back. Raises as `take_change_back`."""
    _merge(folder, before=change.after, after=change.before)


def leave_out(folder: Path, identifier: str) -> None:
    """Take something out of a pack that no family was given yet, without a word on it; what named it no longer does.

    Raises:
        PackError: there is no pack in the folder, or a field of it is not as it should be.
        StorageError: the folder is in the way.
    """
    from caregiver_app.packs.changing import read_manifest_of, without, write_manifest_of

    write_manifest_of(folder, without(read_manifest_of(folder), identifier))


def _merge(folder: Path, *, before: Mapping[str, Json], after: Mapping[str, Json]) -> None:
    from caregiver_app.packs.raw_manifest import read_raw, write_raw
    from caregiver_app.packs.taking_back import taken_back

    write_raw(folder, taken_back(read_raw(folder), before=before, after=after))
