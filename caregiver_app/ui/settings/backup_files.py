"""Which file a backup is: the dialog that asks for one, or where to put it."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.support.i18n import gettext as _

SUFFIX = "caregiver-backup"


def backup_dialog(window: QWidget, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
    """Return a dialog that goes with itself once it is answered."""
    dialog = QFileDialog(window, title)
    dialog.setAcceptMode(mode)
    dialog.setNameFilters([_("Backups ({pattern})").format(pattern=f"*.{SUFFIX} *.zip"), _("All files (*)")])
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def which_backup(window: QWidget, title: str) -> QFileDialog:
    """Return the dialog that asks which backup is meant."""
    dialog = backup_dialog(window, title, QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog
