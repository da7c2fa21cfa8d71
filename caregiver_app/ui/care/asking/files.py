"""The files that go to and come from somebody one trusts: read within a bound, written for their owner alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.support.files import read_bounded, translated_os_errors, write_whole
from caregiver_app.vault.letters.sealing import LARGEST_SEALED_BYTES


def read_file(path: Path) -> bytes:
    """Return what a file holds; of one that is too large an empty answer, which nobody takes for one of ours.

    Raises:
        StorageError: it cannot be read.
    """
    with translated_os_errors(path):
        return read_bounded(path, LARGEST_SEALED_BYTES) or b""


def save_file(path: Path, data: bytes) -> None:
    """Write a file whole, readable by its owner only.

    Raises:
        StorageError: no room or no right.
    """
    with translated_os_errors(path):
        write_whole(path, data)


def ask_where(parent: QWidget, title: str, name: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask where to save a file that is called `name` at first."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
    return dialog


def ask_which(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a file that is there."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
    return dialog
