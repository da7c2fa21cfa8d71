"""The folders in which packs are made, one small change at a time: looked at, described, settled.

Each change reads the folder as it is, and writes one file whole or not at all. Nothing of it is kept in memory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from caregiver_app.model.errors import CaregiverError
from caregiver_app.support.plain_text import one_line

if TYPE_CHECKING:
    from caregiver_app.model.pack import Pack, PackText
    from caregiver_app.model.pack_problem import PackProblem
    from caregiver_app.packs.fields import Json


_LISTS: Final = ("sources", "pages", "links", "communities", "helplines", "dates", "guides", "checklists")
_MOST_TITLE: Final = 200


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
    said = read_head(folder)
    title, version = said.get("title"), said.get("version")
    return FolderLook(
        folder=folder,
        title=one_line(title[:_MOST_TITLE]) if isinstance(title, str) else "",
        version=version if type(version) is int else 0,
        items=sum(len(some) for name in _LISTS if isinstance(some := said.get(name), list)),
    )


def read_manifest(folder: Path) -> Pack:
    """Return what `pack.json` of a folder says, without the texts that say themselves what they are.

    Raises:
        PackError: there is none, or a field of it is not as it should be.
        StorageError: it cannot be read.
    """
    from caregiver_app.packs.changing import read_manifest_of

    return read_manifest_of(folder)


def read_pack(folder: Path) -> Pack:
    """Return the pack of a folder with its texts too, those that can be read. No picture is opened.

    Raises:
        PackError: there is none, or a field of it is not as it should be.
        StorageError: it cannot be read.
    """
    pack = read_manifest(folder)
    return replace(
        pack,
        guides=_texts_of(folder, "guides", pack.guides),
        checklists=_texts_of(folder, "checklists", pack.checklists),
    )


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


def _texts_of(folder: Path, listed: str, named: tuple[PackText, ...]) -> tuple[PackText, ...]:
    from caregiver_app.model.pack import PackText
    from caregiver_app.packs.finding_problems import Problems
    from caregiver_app.packs.folder_entries import entries_of
    from caregiver_app.packs.records import record_from

    files = {text.file for text in named}
    others = (entry.said for entry in entries_of(folder, listed) if entry.readable and entry.key not in files)
    made = (record_from(said, PackText, "", Problems()) for said in others)
    return (*named, *(text for text in made if text is not None))


def _look_at(folder: Path) -> FolderLook:
    try:
        is_there = folder.is_dir()
    except OSError:
        is_there = False
    if not is_there:
        return FolderLook(folder=folder, is_gone=True)
    try:
        return open_folder(folder)
    except CaregiverError as error:
        return FolderLook(folder=folder, trouble=error)
