"""The sizes of text, by role. Sizes reach a widget through its `role` property or `Theme.font`, never otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

FAMILIES: Final = ("Atkinson Hyperlegible", "Noto Sans")
"""Noto Sans stands in for letters that Atkinson Hyperlegible lacks."""


class TypeRole(StrEnum):
    """What a text is for. Reading roles belong to the text of pages, the others to the interface."""

    URGENT = "urgent"  # the number to call in an emergency, to be read across a room
    DISPLAY = "display"
    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    SMALL_STRONG = "small-strong"
    READING_H1 = "reading-h1"
    READING_H2 = "reading-h2"
    READING_BODY = "reading-body"
    READING_LEAD = "reading-lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeSize:
    """Height of the letters and of a line at 100 %, in device-independent pixels."""

    px: int
    bold: bool
    line_px: float


SIZES: Final[dict[TypeRole, TypeSize]] = {
    TypeRole.URGENT: TypeSize(px=48, bold=True, line_px=60),
    TypeRole.DISPLAY: TypeSize(px=28, bold=True, line_px=34),
    TypeRole.TITLE: TypeSize(px=22, bold=True, line_px=28),
    TypeRole.HEADING: TypeSize(px=18, bold=True, line_px=24),
    TypeRole.BODY: TypeSize(px=16, bold=False, line_px=22),
    TypeRole.STRONG: TypeSize(px=16, bold=True, line_px=22),
    TypeRole.SMALL: TypeSize(px=14, bold=False, line_px=20),
    TypeRole.SMALL_STRONG: TypeSize(px=14, bold=True, line_px=20),
    TypeRole.READING_H1: TypeSize(px=28, bold=True, line_px=28 * 1.24),
    TypeRole.READING_H2: TypeSize(px=22, bold=True, line_px=22 * 1.24),
    TypeRole.READING_BODY: TypeSize(px=19, bold=False, line_px=19 * 1.5),
    TypeRole.READING_LEAD: TypeSize(px=20, bold=False, line_px=20 * 1.5),
}
