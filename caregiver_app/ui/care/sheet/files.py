"""Where a recovery sheet may be saved, and saving it: for its owner's eyes alone, never beside the notes."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.support.files import translated_os_errors, write_whole
from caregiver_app.support.folder_places import SYNCED, place_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.sheet.pages import SheetPages

NAME = "sheet.pdf"
"""It tells nothing of whose it is."""


def why_not_there(path: Path, data_dir: Path) -> str:
    """Return why a sheet must not be saved there, empty where it may."""
    folder = path.absolute().parent.resolve()
    if folder.is_relative_to(data_dir.resolve()):
        return _("The recovery sheet must not lie beside the notes that it opens. Choose a stick.")
    if place_of(folder) == SYNCED:
        return _("A service copies this folder to other computers. The recovery sheet must not lie there.")
    return ""


def save_sheet(sheet: RecoverySheet, path: Path, password: str = "") -> None:
    """Save the sheet as PDF, readable by its owner only and locked with a password where there is one; takes its time.

    Raises:
        PrintError: no reader of PDF files takes the password.
        StorageError: no room or no right.
    """
    from caregiver_app.paper.locking import locked_pdf

    pdf = SheetPages(sheet).pdf()
    with translated_os_errors(path):
        write_whole(path, locked_pdf(pdf, password) if password else pdf)
