"""The seam to printers: which there are, and how a typeset sheet gets to one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from caregiver_app.model.web import Cancel

MOST_COPIES = 99


class Sides(StrEnum):
    """Which sides of the paper are printed on."""

    AS_SET = "as-set"  # as the printer is set
    ONE = "one"
    BOTH = "both"  # turned at the long edge, like a book


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintHow:
    """How often, on which sides, and which pages: the first and the last one, counted from 1; None for all.

    Raises:
        ValueError: no or too many copies, or no page at all.
    """

    copies: int = 1
    sides: Sides = Sides.AS_SET
    pages: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        """Keep what no printer should be asked for from every one of them."""
        if not 1 <= self.copies <= MOST_COPIES:
            raise ValueError(self.copies)
        if self.pages is not None and not 1 <= self.pages[0] <= self.pages[1]:
            raise ValueError(self.pages)


AS_USUAL = PrintHow()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterFacts:
    """A printer that this computer knows. `virtual`: it writes a file or sends pages away; nothing comes out of it."""

    name: str
    is_default: bool = False
    virtual: bool = False


class Pages(Protocol):
    """A typeset sheet."""

    def pdf(self) -> bytes:
        """Return the PDF."""
        ...

    def pages(self, *, dots_per_inch: float) -> tuple[bytes, ...]:
        """Return a PNG of each page."""
        ...


class Printer(Protocol):
    """The printers of this computer. Both methods take their time: not for the window's thread."""

    def known(self) -> tuple[PrinterFacts, ...]:
        """Return the printers, the usual one first."""
        ...

    def send(self, sheet: Pages, printer: str, how: PrintHow = AS_USUAL, *, stop: Cancel | None = None) -> None:
        """Print a sheet under a name that tells nothing of it.

        Raises:
            PrintError: the printer did not take it.
            Cancelled: `stop` was set before all of it was handed over; what was on its way is called back.
        """
        ...
