"""The seam to printers: which there are, and how a typeset sheet gets to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


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

    def send(self, sheet: Pages, printer: str) -> None:
        """Print a sheet under a name that tells nothing of it.

        Raises:
            PrintError: the printer did not take it.
        """
        ...
