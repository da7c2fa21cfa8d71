"""The folders in which packs are made, one small change at a time: looked at, described, settled.

Each change reads the folder as it is, and writes one file whole or not at all. Nothing of it is kept in memory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.errors import CaregiverError

if TYPE_CHECKING:
    from caregiver_app.model.pack import Pack
    from caregiver_app.model.pack_problem import PackProblem
    from caregiver_app.packs.fields import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderLook:
    """One folder, at a glance: what its pack is called, whether it is gone, or why it cannot be opened."""

    folder: Path
    title: str = ""
    version: int = 0
    items: int = 0
    is_gone: bool = False
    trouble: CaregiverError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What stood in `settled.json` before and after a decision; None where there was no such file."""

    before: bytes | None
    after: bytes | None


def looks_at(folders: Sequence[Path]) -> tuple[FolderLook, ...]:
    """Return each folder at a glance; none is left out because it cannot be read."""
    return tuple(map(_look_at, folders))


def open_folder(folder: Path) -> FolderLook:
    """Return what the pack of a folder is called, also where something in it is to be mended first.

    Raises:
        PackError: there is no pack in it, it is too large or for a newer version.
        StorageError: it cannot be read.
    """
    title = read_head(folder).get("title")
    return FolderLook(folder=folder, title=title if isinstance(title, str) else "")


def read_pack(folder: Path) -> Pack:
    """Return the pack of a folder with its texts, those that say themselves what they are too.

    Raises:
        PackError: there is none, or a field of it is not as it should be.
        StorageError: it cannot be read.
    """
    from caregiver_app.packs.changing import read_manifest_of
    from caregiver_app.packs.folder_reading import read_folder

    written = read_manifest_of(folder)
    return read_folder(folder).pack or written


def read_head(folder: Path) -> Mapping[str, Json]:
    """Return what `pack.json` of a folder says, whatever it says.

    Raises:
        PackError: there is none, it is too large or for a newer version.
        StorageError: it cannot be read.
    """
    from caregiver_app.packs.raw_manifest import read_raw

    return read_raw(folder)


def describe(folder: Path, said: Mapping[str, Json]) -> tuple[PackProblem, ...]:
    """Change what a pack says of itself (`packs.describing`); return what is wrong with fields that stay as they were.

    Raises:
        PackError: there is no pack in the folder, or none that could be written.
        StorageError: the folder is in the way.
    """
    from caregiver_app.packs.describing import described
    from caregiver_app.packs.raw_manifest import read_raw, write_raw

    raw = read_raw(folder)
    changed, problems = described(raw, said)
    if changed != raw:
        write_raw(folder, changed)
    return problems


def keep_detail(folder: Path, where: str, text: str, reason: str) -> Settlement:
    """Write down that a personal detail may stay, and why.

    Raises:
        PackError: `settled.json` is not as it should be.
        StorageError: the folder is in the way.
    """
    from caregiver_app.packs.settling import put_settled, settled_bytes, with_kept

    before = settled_bytes(folder)
    after = with_kept(before, where, text, reason)
    put_settled(folder, after)
    return Settlement(before=before, after=after)


def put_settlement(folder: Path, settled: bytes | None) -> None:
    """Put `settled.json` as it was before or after a decision. Raises as `keep_detail`."""
    from caregiver_app.packs.settling import put_settled

    put_settled(folder, settled)


def _look_at(folder: Path) -> FolderLook:
    from caregiver_app.packs.changing import read_manifest_of

    try:
        if not folder.is_dir():
            return FolderLook(folder=folder, is_gone=True)
        pack = read_manifest_of(folder)
    except OSError:
        return FolderLook(folder=folder, is_gone=True)
    except CaregiverError as error:
        return FolderLook(folder=folder, trouble=error)
    return FolderLook(folder=folder, title=pack.title, version=pack.version, items=pack.items)
