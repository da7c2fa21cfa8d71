"""A .carepack that somebody made to do harm is refused before anything of it is read."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.packs.channels.copy_place import MOST_FILES, CopyPlace

NAME = "metadata/timestamp.json"


def a_zip(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return into.getvalue()


def with_rights(name: str, rights: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = rights << 16
    return entry


def twice() -> bytes:
    data = a_zip((NAME, b"one"), ("metadata/timestamp.jsox", b"two"))
    return data.replace(b"timestamp.jsox", b"timestamp.json")


def announcing(count: int) -> bytes:
    """Return a zip whose end says that it lists so many files."""
    data = bytearray(a_zip((NAME, b"{}")))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, min(count, 0xFFFF), min(count, 0xFFFF), len(data), 0, 0)
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, 0, len(data))
    place64 = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(data), 1)
    return bytes(data) + end64 + place64 + end


def lying(size_bytes: int) -> bytes:
    """Return a zip whose list says of a file of two bytes that it is of another size, packed and unpacked."""
    data = a_zip((NAME, b"{}"))
    place = data.rindex(b"PK\x01\x02")
    return data[: place + 20] + struct.pack("<LL", size_bytes, size_bytes) + data[place + 28 :]


HARMFUL: dict[str, tuple[Callable[[], bytes], ChannelTrouble]] = {
    "empty file": (lambda: b"", ChannelTrouble.NOT_A_CHANNEL),
    "text": (lambda: b"hello", ChannelTrouble.NOT_A_CHANNEL),
    "only its beginning": (lambda: b"PK\x03\x04", ChannelTrouble.CHANGED),
    "something behind it": (lambda: a_zip((NAME, b"{}")) + b"more", ChannelTrouble.CHANGED),
    "something before it": (lambda: b"PK" + a_zip((NAME, b"{}")), ChannelTrouble.CHANGED),
    "path upwards": (lambda: a_zip(("metadata/../../x.json", b"{}")), ChannelTrouble.NOT_A_CHANNEL),
    "absolute path": (lambda: a_zip(("/etc/passwd", b"{}")), ChannelTrouble.NOT_A_CHANNEL),
    "another case": (lambda: a_zip(("METADATA/timestamp.json", b"{}")), ChannelTrouble.NOT_A_CHANNEL),
    "backslashes": (lambda: a_zip(("metadata\\timestamp.json", b"{}")), ChannelTrouble.NOT_A_CHANNEL),
    "a drive": (lambda: a_zip(("C:timestamp.json", b"{}")), ChannelTrouble.NOT_A_CHANNEL),
    "a device of Windows": (lambda: a_zip(("metadata/CON", b"{}")), ChannelTrouble.NOT_A_CHANNEL),
    "a folder": (lambda: a_zip(("metadata/", b"")), ChannelTrouble.NOT_A_CHANNEL),
    "a name that ends early": (
        lambda: a_zip((NAME, b"{}")).replace(b"timestamp.json", b"time\0tamp.json"),
        ChannelTrouble.NOT_A_CHANNEL,
    ),
    "letters that turn": (lambda: a_zip(("metadata/\u202enosj.x", b"{}")), ChannelTrouble.NOT_A_CHANNEL),
    "a million files": (lambda: announcing(1_000_000), ChannelTrouble.CHANGED),
    "stream": (lambda: a_zip(("metadata/timestamp.json:x", b"{}")), ChannelTrouble.NOT_A_CHANNEL),
    "a program": (lambda: a_zip(("setup.exe", b"MZ")), ChannelTrouble.NOT_A_CHANNEL),
    "a pack by itself": (lambda: a_zip(("pack.json", b"{}")), ChannelTrouble.NOT_SIGNED),
    "one name twice": (twice, ChannelTrouble.NOT_A_CHANNEL),
    "link": (lambda: a_zip((with_rights(NAME, stat.S_IFLNK | 0o777), b"/etc/passwd")), ChannelTrouble.NOT_A_CHANNEL),
    "device": (lambda: a_zip((with_rights(NAME, stat.S_IFCHR | 0o666), b"")), ChannelTrouble.NOT_A_CHANNEL),
    "bomb": (lambda: a_zip((NAME, b"0" * 10_000_000), method=zipfile.ZIP_DEFLATED), ChannelTrouble.NOT_A_CHANNEL),
    "too many": (
        lambda: a_zip(*((f"metadata/{n}.x.json", b"") for n in range(MOST_FILES + 1))),
        ChannelTrouble.ENDLESS,
    ),
    "encrypted": (
        lambda: a_zip((NAME, b"{}")).replace(
            b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
        ),
        ChannelTrouble.NOT_A_CHANNEL,
    ),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_it_is_refused(name: str, tmp_path: Path) -> None:
    made, wanted = HARMFUL[name]
    (tmp_path / "a.carepack").write_bytes(made())
    with pytest.raises(ChannelError) as told:
        CopyPlace(tmp_path / "a.carepack")
    assert told.value.kind is wanted
    assert [path.name for path in tmp_path.iterdir()] == ["a.carepack"]


def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.carepack")
    with pytest.raises(ChannelError) as told:
        CopyPlace(tmp_path / "a.carepack")
    assert told.value.kind is ChannelTrouble.NOT_A_CHANNEL


def test_a_file_is_read_within_its_bound_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.carepack").write_bytes(a_zip((NAME, b"12345")))
    with CopyPlace(tmp_path / "a.carepack") as place:
        assert place.read(NAME, 5) == b"12345"
        assert place.read("metadata/1.root.json", 5) is None
        for announced, wanted in ((True, ChannelTrouble.LARGER), (False, ChannelTrouble.ENDLESS)):
            with pytest.raises(ChannelError) as told:
                place.read(NAME, 4, announced=announced)
            assert told.value.kind is wanted


def test_a_file_that_is_not_as_long_as_its_list_says_is_refused_when_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.carepack").write_bytes(lying(60))
    with CopyPlace(tmp_path / "a.carepack") as place, pytest.raises(ChannelError) as told:
        place.read(NAME, 100)
    assert told.value.kind is ChannelTrouble.CHANGED
    (tmp_path / "a.carepack").write_bytes(lying(3_000_000_000))
    with CopyPlace(tmp_path / "a.carepack") as place, pytest.raises(ChannelError) as told:
        place.read(NAME, 100)
    assert told.value.kind is ChannelTrouble.ENDLESS


def test_a_file_whose_sum_does_not_fit_is_refused_when_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.carepack").write_bytes(a_zip((NAME, b"12345")).replace(b"12345", b"12346"))
    with CopyPlace(tmp_path / "a.carepack") as place, pytest.raises(ChannelError) as told:
        place.read(NAME, 100)
    assert told.value.kind is ChannelTrouble.CHANGED
