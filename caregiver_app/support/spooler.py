"""Prints through the system's spooler (CUPS: `lp`, `lpstat`): the PDF goes by a pipe, so no file of ours is left.

The spooler itself may keep a copy; the window says so before the first private sheet.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence

from caregiver_app.model.errors import Cancelled, PrintError, PrintTrouble
from caregiver_app.model.printing import AS_USUAL, Pages, PrinterFacts, PrintHow, Sides
from caregiver_app.model.web import Cancel

JOB = "Caregiver"
"""The name of every job: what is printed is nobody's business."""

_LOOK_S = 0.1
"""So often it is looked whether to stop while the spooler takes its time."""
_LOOKS = 300
"""After so many it counts as one that does not answer."""

_SIDES = {Sides.ONE: "one-sided", Sides.BOTH: "two-sided-long-edge"}
_FILE_FORMATS = ("pdf", "xps", "onenote")
_NOWHERE = frozenset({"fax", "cloud", "file"})  # as whole words: "Brother_profile" is a printer
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


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

    def send(self, sheet: Pages, printer: str, how: PrintHow = AS_USUAL, *, stop: Cancel | None = None) -> None:
        """Pipe the PDF to a printer.

        Raises:
            PrintError: the spooler did not take it, or did not answer in time.
            Cancelled: `stop` was set before the spooler had all of it.
        """
        _run(("lp", "-d", printer, "-t", JOB, *_options(how), "-"), sheet.pdf(), stop)


def _options(how: PrintHow) -> tuple[str, ...]:
    options: list[str] = []
    if how.copies > 1:
        options += ["-n", str(how.copies), "-o", "collate=true"]
    if how.pages is not None:
        options += ["-P", "{}-{}".format(*how.pages)]
    if how.sides in _SIDES:
        options += ["-o", f"sides={_SIDES[how.sides]}"]
    return tuple(options)


def is_virtual(name: str) -> bool:
    """Return whether a printer's name says that nothing comes out of it."""
    folded = name.casefold()
    words = {word.casefold() for word in _WORDS.findall(name)}
    return bool(words & _NOWHERE) or any(form in folded for form in _FILE_FORMATS)


def _run(command: Sequence[str], given: bytes = b"", stop: Cancel | None = None) -> bytes:
    if stop is not None and stop.is_set():
        raise Cancelled
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        with subprocess.Popen(  # noqa: S603  no shell; a printer's name is one argument behind its option
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        ) as process:
            try:
                said = _conversation(process, given, stop)
            except BaseException:
                process.kill()
                raise
    except FileNotFoundError:
        raise PrintError(PrintTrouble.NO_SPOOLER) from None
    except OSError:
        raise PrintError(PrintTrouble.NOT_TAKEN) from None
    if process.returncode != 0:
        raise PrintError(PrintTrouble.NOT_TAKEN)
    return said


def _conversation(process: subprocess.Popen[bytes], given: bytes, stop: Cancel | None) -> bytes:
    """Give a command its input and return what it says, looking now and then whether to stop."""
    left: bytes | None = given
    for _look in range(_LOOKS):
        try:
            return process.communicate(left, timeout=_LOOK_S)[0]
        except subprocess.TimeoutExpired:
            left = None  # it has that already and goes on with it
        if stop is not None and stop.is_set():
            raise Cancelled
    raise PrintError(PrintTrouble.NOT_TAKEN)
