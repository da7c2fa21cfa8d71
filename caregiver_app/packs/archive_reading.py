"""Reads the one file of a pack as something that anybody may have made. Nothing is unpacked, nothing touches the disk.

What is announced is judged before any of it is used: how many files, how large, under which names, of which kind. What
passes must then be, to the last byte, what `archive_writing` writes of the same files; so there is no place for a
second opinion on what the archive holds, nor for anything hidden in it.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.packs.archive_writing import (
    CENTRAL,
    CENTRAL_MARK,
    END,
    END_MARK,
    LOCAL,
    LOCAL_MARK,
    write_archive,
)
from caregiver_app.packs.manifest import MANIFEST, MOST_BYTES

MOST_PACK_BYTES: Final = 50_000_000
MOST_FILES: Final = 901
MOST_TEXT_BYTES: Final = 100_000
MOST_PICTURE_BYTES: Final = 5_000_000

_NAME = re.compile(r"(?:guides|checklists)/[a-z0-9]+(?:-[a-z0-9]+)*\.md|pictures/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpg|png)")
_LONGEST_NAME = 130
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)
_ENCRYPTED = 0x2041
_UNIX = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What the list at the end says of one file."""

    name: str
    flags: int
    method: int
    packed_bytes: int
    size_bytes: int
    made_on: int
    rights: int
    place: int
    more: int  # bytes of extra fields and comments


def read_archive(data: bytes) -> dict[str, bytes]:
    """Return the files of a pack's archive by their names; the manifest is the first.

    Raises:
        PackError: NOT_A_PACK, DAMAGED, UNSAFE or TOO_LARGE.
    """
    if len(data) > MOST_PACK_BYTES:
        raise PackError(PackTrouble.TOO_LARGE, detail=str(MOST_PACK_BYTES))
    entries = _entries(data)
    _check_names([entry.name for entry in entries])
    for entry in entries:
        _check_entry(entry)
    if sum(entry.size_bytes for entry in entries) > len(data):
        raise PackError(PackTrouble.UNSAFE, detail="sizes")
    files = {entry.name: _bytes_of(entry, data) for entry in entries}
    if MANIFEST not in files:
        raise PackError(PackTrouble.NOT_A_PACK)
    if write_archive(files) != data:
        raise PackError(PackTrouble.DAMAGED)
    return files


def _entries(data: bytes) -> list[_Entry]:
    """Read the list at the end, once it is known how long it is."""
    begins = data[:4] in (LOCAL_MARK, END_MARK)
    if len(data) < END.size or data[-END.size : -END.size + 4] != END_MARK:
        raise PackError(PackTrouble.DAMAGED if begins else PackTrouble.NOT_A_PACK)
    _, disk, first, here, count, size, place, comment = END.unpack(data[-END.size :])
    if count > MOST_FILES or here > MOST_FILES:
        raise PackError(PackTrouble.TOO_LARGE, detail="files")
    if disk or first or comment or here != count or place + size != len(data) - END.size:
        raise PackError(PackTrouble.DAMAGED)
    entries = list(_listed(data[place : place + size]))
    if len(entries) != count:
        raise PackError(PackTrouble.DAMAGED)
    return entries


def _listed(directory: bytes) -> Iterator[_Entry]:
    at, seen = 0, 0
    while at < len(directory):
        head = directory[at : at + CENTRAL.size]
        if len(head) != CENTRAL.size or not head.startswith(CENTRAL_MARK) or seen >= MOST_FILES:
            raise PackError(PackTrouble.DAMAGED)
        _, made, _, flags, method, _, _, _, packed, size, named, extra, comment, _, _, rights, place = CENTRAL.unpack(
            head
        )
        name = directory[at + CENTRAL.size : at + CENTRAL.size + named]
        yield _Entry(
            name=name.decode("utf-8", "replace"),
            flags=flags,
            method=method,
            packed_bytes=packed,
            size_bytes=size,
            made_on=made >> 8,
            rights=rights,
            place=place,
            more=extra + comment,
        )
        seen += 1
        at += CENTRAL.size + named + extra + comment


def _check_names(names: list[str]) -> None:
    """Let pass names that cannot lead elsewhere, each once whatever its case."""
    for name in names:
        if trick := _trick_of(name):
            raise PackError(PackTrouble.UNSAFE, detail=trick)
    if len({name.casefold() for name in names}) != len(names):
        raise PackError(PackTrouble.UNSAFE, detail="doubles")
    for name in names:
        if name != MANIFEST and not _NAME.fullmatch(name):
            raise PackError(PackTrouble.UNSAFE, detail="file")


def _trick_of(name: str) -> str:
    """Return by what a name would lead elsewhere or be taken for another one, empty where it does not."""
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or ".." in parts or "." in parts:
        return "path"
    if ":" in name:
        return "stream"  # a drive, or a stream of NTFS
    if any(_RESERVED.fullmatch(part) or part.endswith((".", " ")) for part in parts):
        return "reserved"
    if not name.isascii() or not name.isprintable() or not name or len(name) > _LONGEST_NAME:
        return "name"
    return ""


def _check_entry(entry: _Entry) -> None:
    """Let pass an ordinary file that is stored as it is and not too large."""
    kind = stat.S_IFMT(entry.rights >> 16) if entry.made_on == _UNIX else 0
    if kind not in (0, stat.S_IFREG) or entry.name.endswith("/"):
        raise PackError(PackTrouble.UNSAFE, detail="link")
    if entry.flags & _ENCRYPTED:
        raise PackError(PackTrouble.UNSAFE, detail="encrypted")
    if entry.method or entry.packed_bytes != entry.size_bytes:
        raise PackError(PackTrouble.UNSAFE, detail="compressed")
    if entry.more:
        raise PackError(PackTrouble.UNSAFE, detail="extra")
    if entry.size_bytes > _most_bytes(entry.name):
        raise PackError(PackTrouble.TOO_LARGE, entry.name)


def _most_bytes(name: str) -> int:
    if name == MANIFEST:
        return MOST_BYTES
    return MOST_TEXT_BYTES if name.endswith(".md") else MOST_PICTURE_BYTES


def _bytes_of(entry: _Entry, data: bytes) -> bytes:
    """Return a file's bytes; whether they are where and what is said of them is told by the archive as a whole."""
    start = entry.place + LOCAL.size + len(entry.name)
    found = data[start : start + entry.size_bytes]
    if len(found) != entry.size_bytes:
        raise PackError(PackTrouble.DAMAGED, entry.name)
    return found
