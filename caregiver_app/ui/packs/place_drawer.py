"""Where packs are taken from: a file, a folder on a stick, or a web address that somebody gave."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.plain import PlainLabel

_LONGEST = 2_000
_SUFFIX = "carepack"


class PlaceDrawer(Drawer):
    """`file_wanted` and `folder_wanted` ask for a choice; `address_wanted` carries what was typed."""

    file_wanted = Signal()
    folder_wanted = Signal()
    address_wanted = Signal(str)

    def __init__(self, theme: Theme, *, lost: bool = False, parent: QWidget | None = None) -> None:
        """`lost`: a pack was asked for whose stick nobody has chosen since the window opened."""
        super().__init__(theme, _("Where are the packs?"), parent=parent)
        self.file = Button(theme, _("Choose a file"), icon=Icon.FOLDER)
        self.folder = Button(theme, _("Choose a folder or USB stick"), icon=Icon.USB)
        self.address = QLineEdit()
        self.address.setMaxLength(_LONGEST)
        self.address.setPlaceholderText("https://www.example.org/packs")
        self.address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        hint = _("Caregiver asks this address now. Nothing about you is sent.")
        self.field = Field(theme, _("Or a web address"), self.address, hint=hint)
        self.look = Button(theme, _("Look there"), icon=Icon.SEARCH)
        words = _("Your nurse or support group gives you a stick, a file or an address. Choose it here.")
        if lost:
            words = _("This pack lies on a stick. Put the stick in and choose it here.")
        for part in (PlainLabel(words, wrap=True), self.file, self.folder, self.field, self.look):
            self.body.addWidget(part)
        self.file.clicked.connect(self.file_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.look.clicked.connect(self._look)
        self.address.returnPressed.connect(self._look)

    def _look(self) -> None:
        typed = self.address.text().strip()
        if not typed:
            self.field.show_error(_("Type the web address that you were given."))
        else:
            self.address_wanted.emit(typed if "://" in typed else f"https://{typed}")


def ask_for_file(parent: QWidget, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a channel copy in one file."""
    dialog = QFileDialog(parent, _("Choose a file with packs"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Packs ({pattern})").format(pattern=f"*.{_SUFFIX}"), _("All files (*)")])
    return _opened(dialog, chosen)


def ask_for_folder(parent: QWidget, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder, as on a stick."""
    dialog = QFileDialog(parent, _("Choose the folder with packs"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, chosen)


def _opened(dialog: QFileDialog, chosen: Callable[[Path], object]) -> QFileDialog:
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
