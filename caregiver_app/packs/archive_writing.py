"""Writes the one file of a pack: a zip whose files are stored as they are, in one order, without times or rights.

Every byte follows from the files' names and bytes: nothing of the day, the zone, the person, the folder or the system
is in it. The zip is laid out here by hand (APPNOTE 6.3.10), so that no version of a library writes it otherwise.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from caregiver_app.packs.manifest import MANIFEST

VERSION_MADE_BY = 0x0314  # 2.0, Unix: said on every system
VERSION_NEEDED = 20
EARLIEST = (0, 0x21)  # 00:00 on 1 January 1980, as zips write the time and the day
ORDINARY_FILE = 0o100644 << 16

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
LOCAL_MARK, CENTRAL_MARK, END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def write_archive(files: Mapping[str, bytes]) -> bytes:
    """Return the archive of `files` by their names in it: the manifest first, the others by the alphabet.

    Raises:
        KeyError: the manifest is not among them.
    """
    parts: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for name in (MANIFEST, *sorted(files.keys() - {MANIFEST})):
        data = files[name]
        local, central = headers_of(name, data, place)
        parts += (local, data)
        directory.append(central)
        place += len(local) + len(data)
    listed = b"".join(directory)
    end = END.pack(END_MARK, 0, 0, len(directory), len(directory), len(listed), place, 0)
    return b"".join((*parts, listed, end))


def headers_of(name: str, data: bytes, place: int) -> tuple[bytes, bytes]:
    """Return what stands before a file's bytes, and what the list at the end says of it; `place` is where it begins."""
    raw, size = name.encode("ascii"), len(data)
    same = (VERSION_NEEDED, 0, 0, *EARLIEST, zlib.crc32(data), size, size, len(raw), 0)
    local = LOCAL.pack(LOCAL_MARK, *same) + raw
    central = CENTRAL.pack(CENTRAL_MARK, VERSION_MADE_BY, *same, 0, 0, 0, ORDINARY_FILE, place) + raw
    return local, central
