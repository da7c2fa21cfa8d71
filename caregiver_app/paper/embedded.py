"""Pictures of the library in the form that templates take: as text, their bytes untouched, with sides in pixels."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from dataclasses import dataclass, field

MOST_BYTES = 8_000_000
MOST_PIXELS = 40_000_000
"""Larger pictures would take longer to unpack than a page may take to appear."""

_PNG = b"\x89PNG\r\n\x1a\n"
_HEADER = (b"IHDR", 13)
_JPEG = b"\xff\xd8"
# Of JPEG (ITU-T T.81 annex B.1.1.3): frames say the size, these three markers of the same range are no frames.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedPicture:
    """`svg` is a drawing that holds the picture; sides are in pixels."""

    svg: str = field(repr=False)
    width: int
    height: int


def embedded(data: bytes) -> EmbeddedPicture | None:
    """Return a PNG or JPEG picture for a template; None for anything else, and for what is too large.

    What is broken in a way that is not seen here is shown by the typesetter as nothing, or makes it fail.
    """
    if len(data) > MOST_BYTES:
        return None
    kind, size = _looked_at(data)
    if size is None or not 0 < size[0] * size[1] <= MOST_PIXELS:
        return None
    width, height = size
    sides = f'width="{width}" height="{height}"'
    picture = f'<image {sides} href="data:image/{kind};base64,{b64encode(data).decode()}"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {sides} viewBox="0 0 {width} {height}">{picture}</svg>'
    return EmbeddedPicture(svg=svg, width=width, height=height)


def _looked_at(data: bytes) -> tuple[str, tuple[int, int] | None]:
    if data.startswith(_PNG):
        return "png", _png_size(data)
    if data.startswith(_JPEG):
        return "jpeg", _jpeg_size(data)
    return "", None


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Return the sides that the first chunk says, where all chunks are whole (ISO/IEC 15948, 5.3 and 11.2.1)."""
    at = len(_PNG)
    while at + 12 <= len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + length
        if data[end - 4 : end] != struct.pack(">I", zlib.crc32(data[at + 4 : end - 4])):
            return None
        if at == len(_PNG) and (name, length) != _HEADER:
            return None
        if name == b"IEND":
            width, height = struct.unpack(">II", data[16:24])
            return width, height
        at = end
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Return the sides that the first frame says."""
    at = len(_JPEG)
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF or marker in _WITHOUT_LENGTH:
            at += 1 if marker == 0xFF else 2
        elif marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        else:
            at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return None
