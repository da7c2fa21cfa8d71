"""Proves that bytes are a picture as we write it: JPEG or PNG with nothing in it but points. Pure; decodes nothing.

What a worker answers is believed after this. Every chunk of a PNG (W3C PNG, section 5.3) and every segment of a JPEG
(ITU-T T.81, section B.1), before its points, between them and behind, must be of a kind that carries no words, no place
and no camera. What a PNG hides behind its own points `picture_points` finds.
"""

from __future__ import annotations

import re
import struct

PNG = b"\x89PNG\r\n\x1a\n"
PNG_CHUNKS = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))
_JPEG = b"\xff\xd8"
_JFIF = b"\xe0\x00\x10JFIF\0"  # with no room for a small picture in it
_TABLES = frozenset((0xC4, 0xDB, 0xDD))
_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
_SCAN = 0xDA
_JPEG_END = b"\xff\xd9"
_NO_POINT = re.compile(rb"\xff[^\x00\xd0-\xd7]")


def facts_of(data: bytes) -> tuple[str, int, int] | None:
    """Return media type, width and height; None where it is anything else or carries anything more."""
    if data.startswith(PNG):
        size = _png_size(data)
        return None if size is None else ("image/png", *size)
    if data.startswith(_JPEG) and data.endswith(_JPEG_END):
        size = _jpeg_size(data)
        return None if size is None else ("image/jpeg", *size)
    return None


def _png_size(data: bytes) -> tuple[int, int] | None:
    at, size = len(PNG), None
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind not in PNG_CHUNKS or (kind == b"IHDR") != (at == len(PNG)):
            return None
        if kind == b"IHDR" and length == 13:
            size = struct.unpack_from(">II", data, at + 8)
        at += 12 + length
        if kind == b"IEND":
            return size if at == len(data) else None
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a JPEG that has a scan, and nothing that is none of its tables up to its very end."""
    at, size, has_scan = len(_JPEG), None, False
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if kind in _FRAMES and at + 9 <= len(data):
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = (width, height)
        elif kind not in _TABLES and kind != _SCAN and data[at + 1 : at + 9] != _JFIF:
            return None
        at += 2 + length
        if kind == _SCAN:
            has_scan, at = True, _behind_points(data, at)
    return size if has_scan and at == len(data) - len(_JPEG_END) else None


def _behind_points(data: bytes, at: int) -> int:
    """Return where the points of a scan end: at the next sign that is no restart (T.81, section B.1.1)."""
    found = _NO_POINT.search(data, at)
    return len(data) if found is None else found.start()
