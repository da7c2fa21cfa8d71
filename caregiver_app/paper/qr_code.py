"""A QR code (ISO/IEC 18004) as a picture for sheets: black on white with its quiet zone, whatever the theme."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from caregiver_app.paper.qr_mask import Modules, make

QUIET_ZONE = 4  # modules, section 9.1 of the standard
SMALLEST_MM = 25.0  # without the quiet zone
_SMALLEST_MODULE_MM = 0.5  # read by old phones at arm's length
LONGEST_BYTES = 600
"""What a code on a sheet may hold: beyond it is larger than a hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """`svg` is as large as it is shown; `side_mm` is how large it has to be printed, quiet zone included."""

    svg: str
    side_mm: float


def qr_code(text: str) -> QrCode | None:
    """Return the code for a text, None where it is too long for one; the same text is the same picture."""
    if len(text.encode()) > LONGEST_BYTES:
        return None
    modules = make(text)
    side = len(modules) + 2 * QUIET_ZONE
    module_mm = max(_SMALLEST_MODULE_MM, SMALLEST_MM / len(modules))
    return QrCode(svg=_svg(modules, side), side_mm=side * module_mm)


def _svg(modules: Modules, side: int) -> str:
    """Draw each row as dark bars."""
    bars = "".join(
        f"M{start} {row}h{length}v1h-{length}z"
        for row, cells in enumerate(modules, QUIET_ZONE)
        for start, length in _dark_runs(cells)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path fill="#000" d="{bars}"/></svg>'
    )


def _dark_runs(cells: bytes) -> list[tuple[int, int]]:
    runs, at = [], QUIET_ZONE
    for dark, run in groupby(cells):
        length = len(list(run))
        if dark:
            runs.append((at, length))
        at += length
    return runs
