"""Which of the eight patterns is laid over a QR code (ISO/IEC 18004 section 7.8): the one that readers mistake least.

The library weighs the patterns module by module, which takes most of its time. Here a code is one long number with a
byte for each module, so that a step of the rule is a few operations on whole codes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import segno

Modules = tuple[bytes, ...]
"""Rows of modules, 1 for a dark one."""

_MASKS = 8
_AROUND = 4  # light modules: the rule looks that far beyond the edge
_FINDER_LIKE = (1, 0, 1, 1, 1, 0, 1)


def make(text: str) -> Modules:
    """Return the code for a text, with the pattern over it that has the fewest points against it.

    Raises:
        segno.DataOverflowError: the text is too long for any code.
    """
    import segno

    plain = segno.make_qr(text, error="m", mask=0)
    first = _number(plain)
    stands = [first ^ change for change in _changes(plain.version, plain.error)]
    side = len(plain.matrix)
    return _modules(min(stands, key=lambda code: _points(code, side)), side)


@cache
def _changes(version: int, error: str) -> tuple[int, ...]:
    """Return by what the pattern of each number differs from the first one, with the bits that name it.

    That depends on the size of a code and on how much of it may be missing alone, not on what it says.
    """
    import segno

    codes = [_number(segno.make_qr("1", version=version, error=error, mask=mask)) for mask in range(_MASKS)]
    return tuple(codes[0] ^ code for code in codes)


def _number(code: segno.QRCode) -> int:
    side = len(code.matrix)
    edge, beside = bytes((side + 2 * _AROUND) * _AROUND), bytes(_AROUND)
    rows: list[Any] = [part for row in code.matrix for part in (beside, row, beside)]
    return int.from_bytes(b"".join((edge, *rows, edge)), "little")


def _modules(code: int, side: int) -> Modules:
    stride = side + 2 * _AROUND
    cells = code.to_bytes(stride * stride, "little")
    starts = ((row + _AROUND) * stride + _AROUND for row in range(side))
    return tuple(cells[start : start + side] for start in starts)


def _points(code: int, side: int) -> int:
    """Return the points against a code (table 11 of the standard)."""
    across, down = 8, 8 * (side + 2 * _AROUND)
    same_across = ~(code ^ code >> across) & _places(side, side - 1, side)
    same_down = ~(code ^ code >> down) & _places(side, side, side - 1)
    squares = same_across & same_across >> down & same_down
    runs = _runs(same_across, across) + _runs(same_down, down)
    finders = _finders(code, across, side) + _finders(code, down, side)
    uneven = abs(code.bit_count() * 20 // side**2 - 10)
    return runs + 3 * squares.bit_count() + 40 * finders + 10 * uneven


def _runs(same: int, step: int) -> int:
    """Return the points for five and more modules of one kind: 3 for five, one more for each further."""
    five = same & same >> step & same >> 2 * step & same >> 3 * step
    return five.bit_count() + 2 * (five & ~(five << step)).bit_count()


def _finders(code: int, step: int, side: int) -> int:
    """Return how many rows of modules look like a corner of a code, with light beside them."""
    light = code ^ _places(side, side + 2 * _AROUND, side + 2 * _AROUND, from_edge=True)
    looks = -1
    for place, dark in enumerate(_FINDER_LIKE):
        looks &= (code if dark else light) >> place * step
    after = _four(light >> len(_FINDER_LIKE) * step, lambda number, steps: number >> steps * step)
    before = _four(light << step, lambda number, steps: number << steps * step)
    return (looks & (after | before)).bit_count()


def _four(light: int, moved: Callable[[int, int], int]) -> int:
    return light & moved(light, 1) & moved(light, 2) & moved(light, 3)


@cache
def _places(side: int, columns: int, rows: int, *, from_edge: bool = False) -> int:
    """Return so many columns and rows of ones, from the first module on or from the edge of the light around it."""
    stride = side + 2 * _AROUND
    start = 0 if from_edge else _AROUND * stride + _AROUND
    row = (b"\1" * columns).ljust(stride, b"\0")
    return int.from_bytes(bytes(start) + row * rows, "little")
