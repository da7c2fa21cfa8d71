"""Measures whether a PNG holds its points and no byte more. Pure.

Only for what is about to leave: to measure is to unpack every point, and who made a picture says how many there are.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from caregiver_app.support.picture_facts import PNG

_MOST_POINTS: Final = 25_000_000
_MOST_AT_ONCE: Final = 4_000_000
_SAMPLES: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by the kind of colour (W3C PNG, section 11.2.1)
_WHOLE: Final = ((0, 0, 1, 1),)
_PASSES: Final = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)
"""First column and line, and the steps from one to the next, of each pass (section 8.2)."""


def holds_points_alone(data: bytes) -> bool:
    """Return whether nothing stands behind the points of a picture of which `facts_of` found nothing else in it.

    A JPEG has its end behind its points, which `facts_of` looked for.
    """
    return not data.startswith(PNG) or _unpacks_to(b"".join(_packed(data)), _length(data))


def _packed(data: bytes) -> Iterator[bytes]:
    at = len(PNG)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"IDAT":
            yield data[at + 8 : at + 8 + length]
        at += 12 + length


def _length(data: bytes) -> int:
    """Return how many bytes the points of a PNG have once they are unpacked; 0 where there are too many or none."""
    width, height, depth, colour, _packing, _filter, passes = struct.unpack_from(">IIBBBBB", data, len(PNG) + 8)
    if width * height > _MOST_POINTS:
        return 0
    bits = depth * _SAMPLES.get(colour, 0)
    return sum(_of_pass(width, height, bits, each) for each in (_PASSES if passes else _WHOLE))


def _of_pass(width: int, height: int, bits: int, steps: tuple[int, int, int, int]) -> int:
    """Return the bytes of one pass: before the points of each line stands one that says how it is to be read."""
    column, line, across, down = steps
    columns, lines = (width - column + across - 1) // across, (height - line + down - 1) // down
    return max(lines, 0) * (1 + (columns * bits + 7) // 8) if columns > 0 else 0


def _unpacks_to(packed: bytes, length: int) -> bool:
    """Return whether a stream (RFC 1950) has so many bytes, its end, and nothing behind that."""
    unpacking, had = zlib.decompressobj(), 0
    try:
        while not unpacking.eof:
            some = unpacking.decompress(packed, _MOST_AT_ONCE)
            packed, had = unpacking.unconsumed_tail, had + len(some)
            if had > length or not (some or packed or unpacking.eof):
                return False
    except zlib.error:
        return False
    return had == length and not unpacking.unused_data
