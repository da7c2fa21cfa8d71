"""A printer that keeps what it was sent, and a spooler's commands written as small scripts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from caregiver_app.model.errors import Cancelled, PrintError, PrintTrouble
from caregiver_app.model.printing import AS_USUAL, Pages, PrinterFacts, PrintHow
from caregiver_app.model.web import Cancel

SHELF = PrinterFacts(name="Office_Laser", is_default=True)
TO_FILE = PrinterFacts(name="Print_to_PDF", virtual=True)


class PretendPrinter:
    """Knows two printers; `broken` ones take nothing."""

    def __init__(self, known: tuple[PrinterFacts, ...] = (SHELF, TO_FILE), *, broken: bool = False) -> None:
        self._known = known
        self._broken = broken
        self.printed: list[tuple[str, bytes]] = []
        self.how: list[PrintHow] = []

    def known(self) -> tuple[PrinterFacts, ...]:
        """Return the two printers."""
        return self._known

    def send(self, sheet: Pages, printer: str, how: PrintHow = AS_USUAL, *, stop: Cancel | None = None) -> None:
        """Keep the PDF."""
        if self._broken:
            raise PrintError(PrintTrouble.NOT_TAKEN)
        if stop is not None and stop.is_set():
            raise Cancelled
        self.how.append(how)
        self.printed.append((printer, sheet.pdf()))


class PretendSheet:
    """A sheet of known bytes."""

    def pdf(self) -> bytes:
        """Return what stands for a PDF."""
        return b"%PDF of a sheet"

    def pages(self, *, dots_per_inch: float) -> tuple[bytes, ...]:
        """Return no pictures."""
        del dots_per_inch
        return ()


@contextmanager
def spooler_commands(folder: Path, *, lp: str, lpstat: str) -> Iterator[None]:
    """Put two shell scripts first on the path for a block."""
    for name, script in (("lp", lp), ("lpstat", lpstat)):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
    before = os.environ["PATH"]
    os.environ["PATH"] = f"{folder}{os.pathsep}{before}"
    try:
        yield
    finally:
        os.environ["PATH"] = before
