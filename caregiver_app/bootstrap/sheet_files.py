"""A private sheet becomes a file that somebody named: whole or not at all, for its owner alone, and recorded before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_app.bootstrap.care_files import refuse_own_folder
from caregiver_app.bootstrap.paths import Paths


def save_private_sheet(paths: Paths, pdf: bytes, target: Path, *, before: Callable[[], None]) -> None:
    """Write a PDF to `target`. `before` writes down that the sheet leaves, once it waits only for its name.

    Raises:
        CareFileError: something is at `target` already, or that is our own folder; nothing was written down then.
        StorageError: no room or no right.
    """
    from caregiver_app.support.files import translated_os_errors
    from caregiver_app.vault.carrying.writing import write_one

    refuse_own_folder(paths, target)
    with translated_os_errors(target.parent):
        target.absolute().parent.stat()
    write_one(pdf, target, before=before)
