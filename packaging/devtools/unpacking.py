"""What lies in an archive, as far as one may look: no more than an allowance of bytes, and never past a password."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Protocol

MOST_UNPACKED_BYTES: Final = 500_000_000
"""What is allowed unless somebody says otherwise: a whole library of packs is smaller."""

MOST_NESTED: Final = 8


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


_ENCRYPTED = 0x1  # of a zip's flags
_HEADER_BYTES = 512  # what an empty part of a tar takes, so that a million of them are too much also
_OTHERS: Final = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x28\xb5\x2f\xfd", b"MSCF")
"""How archives begin for which Python has no reader: 7-Zip, RAR, Zstandard, Windows cabinets."""

_PACKED: Final[dict[bytes, Callable[[BytesIO], _Readable]]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, tarfile.TarError, OSError, EOFError),
    *(NotImplementedError, RuntimeError, ValueError),
)


class CannotLookError(Exception):
    """An archive cannot be looked into; its words say why."""


@dataclass(slots=True)
class Allowance:
    """How many bytes may still be unpacked, over all archives in one file."""

    left: int

    def read(self, file: _Readable) -> bytes:
        """Return all of a part, and count it.

        Raises:
            CannotLookError: it is more than may be unpacked.
        """
        data = file.read(self.left + 1)
        self.left -= len(data) + _HEADER_BYTES
        if self.left < 0:
            raise CannotLookError("it unpacks to too much")
        return data


def parts_of(data: bytes, allowance: Allowance) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each part of a zip, a tar or a packed file, one layer deep; nothing for what is none.

    Raises:
        CannotLookError: it has a password, is broken, is too much, or is of a kind that cannot be read here.
    """
    if data.startswith(_OTHERS):
        raise CannotLookError("archives of this kind are not read")
    try:
        yield from _parts_of(data, allowance)
    except _BROKEN as error:
        raise CannotLookError("it is broken") from error


def _parts_of(data: bytes, allowance: Allowance) -> Iterator[tuple[str, bytes]]:
    for start, opened in _PACKED.items():
        if data.startswith(start):
            yield "unpacked", allowance.read(opened(BytesIO(data)))
            return
    if zipfile.is_zipfile(BytesIO(data)):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for inside in archive.infolist():
                if inside.flag_bits & _ENCRYPTED:
                    raise CannotLookError("it has a password")
                with archive.open(inside) as part:
                    yield inside.filename, allowance.read(part)
    elif (tar := _tar_of(data)) is not None:
        with tar:
            for member in tar:
                if (file := tar.extractfile(member) if member.isfile() else None) is not None:
                    yield member.name, allowance.read(file)


def _tar_of(data: bytes) -> tarfile.TarFile | None:
    try:
        return tarfile.open(fileobj=BytesIO(data), mode="r:")
    except tarfile.TarError:
        return None
