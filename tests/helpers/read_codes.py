"""Reads the QR code of a share out of its bytes, module by module, whichever form draws it; each holds one code."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree as ET

import segno
from PIL import Image

from tests.helpers.markers import pieces_of

Modules = frozenset[tuple[int, int]]
"""The dark modules by column and row, from the upper left one on."""

_BAR = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")
_DRAWN = re.compile(rb"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
_BOX = re.compile(rb"(\d+) (\d+) m (\d+) \2 l \3 (\d+) l \1 \4 l")
_FINDER = 7  # modules of the mark in a corner (ISO/IEC 18004, 6.3.3)
_FINDER_RUNS = (1, 1, 3, 1, 1)


def code_of(text: str) -> Modules:
    """Return the code of a text, as it must be drawn."""
    matrix = segno.make_qr(text, error="m").matrix
    return frozenset((x, y) for y, row in enumerate(matrix) for x, cell in enumerate(row) if cell)


def code_in(data: bytes) -> Modules:
    """Return the code that a sheet, a drawing or a picture shows."""
    if data.startswith(b"%PDF"):
        return _from_corner(bars for piece in pieces_of(data) for bars in _boxes(piece))
    if data.startswith(b"\x89PNG"):
        return _in_picture(Image.open(io.BytesIO(data)).convert("L"))
    (coded,) = _DRAWN.findall(data)
    dark = ET.fromstring(base64.b64decode(coded))[1].get("d") or ""  # noqa: S314  it is our own drawing
    bars = ((int(start), int(row), int(length)) for start, row, length, _back in _BAR.findall(dark))
    return _from_corner((start, row, start + length) for start, row, length in bars)


def _boxes(piece: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the bars of a page of a sheet, which draws in units of a module; the ground is higher than a bar."""
    for start, upper, end, lower in _BOX.findall(piece):
        if int(lower) == int(upper) + 1:
            yield int(start), int(upper), int(end)


def _from_corner(bars: Iterator[tuple[int, int, int]]) -> Modules:
    dark = {(x, row) for start, row, end in bars for x in range(start, end)}
    left, top = min(x for x, _y in dark), min(y for _x, y in dark)
    return frozenset((x - left, y - top) for x, y in dark)


def _in_picture(image: Image.Image) -> Modules:
    """Return the code of a picture by its marks: two of them begin and end the rows, the third the columns."""
    upper = _rows_of_marks(image)
    left, right, unit = upper[0]
    top = next(y for y in range(image.height) if _is_dark(image, left + unit / 2, y))
    side = round((right - left) / unit)
    return frozenset(
        (x, y)
        for y in range(side)
        for x in range(side)
        if _is_dark(image, left + (x + 0.5) * unit, top + (y + 0.5) * unit)
    )


def _rows_of_marks(image: Image.Image) -> list[tuple[int, int, float]]:
    """Return where each row begins and ends that crosses two marks, and how wide a module is in it."""
    found = []
    for y in range(image.height):
        marks = list(_marks_in(image, y))
        if len(marks) >= len(("left", "right")):
            (left, end), (_start, right) = marks[0], marks[-1]
            found.append((left, right, (end - left) / _FINDER))
    return found


def _marks_in(image: Image.Image, y: int) -> Iterator[tuple[int, int]]:
    runs, at = [], 0
    for dark, points in groupby(image.crop((0, y, image.width, y + 1)).tobytes(), key=lambda grey: grey < 128):
        length = len(list(points))
        runs.append((dark, at, length))
        at += length
    for place in range(len(runs) - len(_FINDER_RUNS) + 1):
        five = runs[place : place + len(_FINDER_RUNS)]
        unit = sum(length for _dark, _at, length in five) / _FINDER
        fits = all(abs(run[2] - wide * unit) <= unit / 3 for run, wide in zip(five, _FINDER_RUNS, strict=True))
        if five[0][0] and fits and unit > 2:
            yield five[0][1], five[-1][1] + five[-1][2]


def _is_dark(image: Image.Image, x: float, y: float) -> bool:
    return image.crop((int(x), int(y), int(x) + 1, int(y) + 1)).tobytes()[0] < 128
