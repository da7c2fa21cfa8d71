"""Prints through the system's spooler (CUPS: `lp`, `lpstat`): the PDF goes by a pipe, so no file of ours is left.

The spooler itself may keep a copy; the window says so before the first private sheet.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.printing import Pages, PrinterFacts

JOB = "Caregiver"
"""The name of every job: what is printed is nobody's business."""

_WAIT_S = 30
_VIRTUAL = ("pdf", "xps", "fax", "onenote", "cloud", "file")


def has_spooler() -> bool:
    """Return whether this system prints by commands."""
    return os.name == "posix" and shutil.which("lp") is not None


class Spooler:
    """The printers that `lpstat` names."""

    def known(self) -> tuple[PrinterFacts, ...]:
        """Return the printers, the usual one first; none where the spooler does not answer."""
        try:
            names = _run(("lpstat", "-e")).decode("utf-8", "replace").split()
            usual = _run(("lpstat", "-d")).decode("utf-8", "replace").rpartition(":")[2].strip()
        except PrintError:
            return ()
        facts = [
            PrinterFacts(name=name, is_default=name == usual, virtual=is_virtual(name))
            for name in names
            if not name.startswith("-")
        ]
        return tuple(sorted(facts, key=lambda each: not each.is_default))

    def send(self, sheet: Pages, printer: str) -> None:
        """Pipe the PDF to a printer.

        Raises:
            PrintError: the spooler did not take it, or did not answer in time.
        """
        _run(("lp", "-d", printer, "-t", JOB, "-"), sheet.pdf())


def is_virtual(name: str) -> bool:
    """Return whether a printer's name says that nothing comes out of it."""
    return any(word in name.casefold() for word in _VIRTUAL)


def _run(command: Sequence[str], given: bytes = b"") -> bytes:
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        ran = subprocess.run(  # noqa: S603  no shell; a printer's name is one argument behind its option
            command, input=given, capture_output=True, check=True, timeout=_WAIT_S, env=environment
        )
    except FileNotFoundError:
        raise PrintError(PrintTrouble.NO_SPOOLER) from None
    except (OSError, subprocess.SubprocessError):
        raise PrintError(PrintTrouble.NOT_TAKEN) from None
    return ran.stdout
