"""The files that go to and come from somebody one trusts: read within a bound, written for their owner alone."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.bootstrap.care_files import refuse_own_folder
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.support.files import read_bounded, translated_os_errors, write_whole
from caregiver_app.vault.letters.sealing import LARGEST_SEALED_BYTES


def read_file(path: Path) -> bytes:
    """Return what a file holds; a pipe or a device is never waited for.

    Raises:
        AskError: it is no ordinary file, or larger than any of ours.
        StorageError: it cannot be read.
    """
    with translated_os_errors(path, reading=True):
        if not stat.S_ISREG(path.stat().st_mode):
            raise AskError(AskTrouble.NOT_OURS)
        data = read_bounded(path, LARGEST_SEALED_BYTES)
    if data is None:
        raise AskError(AskTrouble.TOO_LARGE)
    return data


def save_file(paths: Paths, path: Path, data: bytes) -> None:
    """Write a file whole, readable by its owner only.

    Raises:
        CareFileError: it would lie among our own files, which `paths` names.
        StorageError: no room or no right.
    """
    refuse_own_folder(paths, path)
    with translated_os_errors(path):
        write_whole(path, data)


def ask_where(parent: QWidget, title: str, name: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask where to save a file that is called `name` at first."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    return _opened(dialog, chosen)


def ask_which(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a file that is there."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, chosen)


def _opened(dialog: QFileDialog, chosen: Callable[[Path], object]) -> QFileDialog:
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
