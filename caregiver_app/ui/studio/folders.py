"""Which folders packs are being made in: remembered in the settings, and where a folder is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.settings import MOST_FOLDERS
from caregiver_app.ui.remember import Remembered


class StudioFolders:
    """The list in the settings, the one that was open last first. It names folders only, nothing of what is in them."""

    def __init__(self, remembered: Remembered) -> None:
        self._remembered = remembered

    @property
    def all(self) -> tuple[Path, ...]:
        """The folders."""
        return tuple(map(Path, self._remembered.settings.studio_folders))

    def take_in(self, folder: Path) -> None:
        """Put a folder first."""
        self._put((folder, *(each for each in self.all if each != folder)))

    def put(self, folders: tuple[Path, ...]) -> None:
        """Put a whole list in the place of the one there is, as after an undo."""
        self._put(folders)

    def drop(self, folder: Path) -> None:
        """Take a folder off the list."""
        self._put(tuple(each for each in self.all if each != folder))

    def _put(self, folders: tuple[Path, ...]) -> None:
        names = tuple(map(str, folders))[:MOST_FOLDERS]
        self._remembered.change(lambda settings: replace(settings, studio_folders=names))


def ask_for_pack_folder(parent: QWidget, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for the folder of a pack that is there already."""
    return _asked(QFileDialog(parent, _("Choose the folder of the pack")), chosen)


def ask_where_to_keep(parent: QWidget, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask in which folder the new folder of a pack is to be made."""
    return _asked(QFileDialog(parent, _("Where is the pack to be kept?")), chosen)


def ask_for_list(parent: QWidget, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a list that a pack begins with."""
    dialog = QFileDialog(parent, _("Choose a list"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    lists = _("Lists ({patterns})").format(patterns="*.csv *.opml *.xml")
    dialog.setNameFilters([lists, _("All files (*)")])
    return _opened(dialog, chosen)


def _asked(dialog: QFileDialog, chosen: Callable[[Path], object]) -> QFileDialog:
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, chosen)


def _opened(dialog: QFileDialog, chosen: Callable[[Path], object]) -> QFileDialog:
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
