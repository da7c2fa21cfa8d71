"""On which paper a sheet is printed, and how large."""

from __future__ import annotations

from enum import StrEnum


class PaperSize(StrEnum):
    """The paper in the printer."""

    A4 = "a4"
    LETTER = "us-letter"


class PrintSize(StrEnum):
    """How large the text is: 12, 18 and 24 points."""

    NORMAL = "normal"
    LARGE = "large"
    EXTRA_LARGE = "extra-large"
