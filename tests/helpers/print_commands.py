"""Commands that print, over care notes about one person in which every field says something, and their PDF files."""

from __future__ import annotations

import shutil
import tempfile
from itertools import count
from pathlib import Path

from caregiver_app.bootstrap.care import Care
from caregiver_app.model.sheets.kinds import PRIVATE, SETS
from caregiver_app.vault.store import Vault
from tests.helpers import shared_files
from tests.helpers.care_commands import CareCommands
from tests.helpers.clock import MONDAY
from tests.helpers.command_line import Ran
from tests.helpers.marked_notes import mark_everything
from tests.helpers.markers import new_marker
from tests.helpers.vaults import filled_care, open_made_care

MARKER = new_marker()
OWN_OPTIONS = {
    "visit": ("--visit", "1"),
    "clinic-visit": ("--visit", "1"),
    "journal": ("--since", "2026-11-01"),
    "helpers-weekend": ("--country", "GB"),
    "fridge-door": ("--country", "GB"),
}
"""What a sheet of these notes must be told: their only visit is over, they are of one day, nobody chose a country."""


class PrintCommands(CareCommands):
    """Runs commands on one data folder; files go beside it."""

    def __init__(self, folder: Path, *, started: Path | None = None) -> None:
        """`started` is a data folder to begin with, to be copied."""
        if started is not None:
            shutil.copytree(started, folder / "data")
        super().__init__(folder)
        filled_care(folder / "data", _fill)
        self._folder = folder
        self._numbers = count(1)

    def new_file(self) -> Path:
        """Return where nothing is yet."""
        return self._folder / f"{next(self._numbers)}.pdf"

    def printed(self, sheet: str, *options: str) -> bytes:
        """Print a sheet and return the PDF; nothing must go wrong."""
        file = self.new_file()
        ran: Ran = self("print", sheet, "-o", str(file), *options)
        assert ran.code == 0, ran
        return file.read_bytes()

    def text(self, sheet: str, *options: str) -> str:
        """Print a sheet and return its words without the spaces between them."""
        return words_of(self.printed(sheet, *options))


def words_of(pdf: bytes) -> str:
    """Return the words of a PDF without the spaces between them: lines end where there is no more room."""
    return shared_files.words_of(shared_files.read_pdf(pdf)).replace(" ", "")


def private_names() -> tuple[str, ...]:
    """Return the sheets and sets that come from care notes."""
    return (*(kind.value for kind in PRIVATE), *(each.value for each in SETS))


def _fill(vault: Vault) -> None:
    with tempfile.TemporaryDirectory() as place:
        other: Care = open_made_care(Path(place) / "other")
        notes = other.open()
        try:
            mark_everything(vault, notes, MARKER, at=MONDAY)
        finally:
            notes.close()
            other.lock()
