"""On which paper a sheet is printed, and how large; which paper printers hold where."""

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


_ON_LETTER = frozenset({"US", "CA", "MX", "BZ", "CL", "CO", "CR", "GT", "NI", "PA", "PH", "PR", "SV", "VE"})
"""Where printers hold US letter (CLDR, territory information: paper sizes)."""


def usual_paper(country: str) -> PaperSize:
    """Return the paper that printers hold in a country (ISO 3166) or a part of one; A4 where none is named."""
    return PaperSize.LETTER if country[:2].upper() in _ON_LETTER else PaperSize.A4
