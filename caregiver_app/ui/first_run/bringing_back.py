"""The way from the first step for whoever comes from another computer: choose the backup, open it, and all is here.

It stands over the first step, which waits: whoever closes it is where they were.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.first_run.surroundings import FirstRunSurroundings
from caregiver_app.ui.settings.backup_files import which_backup
from caregiver_app.ui.settings.backup_restoring import RestoreAsking
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.plain import PlainLabel


class BringBackDrawer(Drawer):
    """What is done in which order, and the one thing to press."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Bring back what you had"), parent=parent)
        self.choose = Button(theme, _("Choose the backup file"), kind=ButtonKind.MAIN, icon=Icon.USB)
        self.back = Button(theme, _("Back to the first step"), kind=ButtonKind.QUIET, icon=Icon.BACK)
        self.back.clicked.connect(self.closed)
        steps = (
            _("Put in the stick with your backup, and choose the file."),
            _("If your care notes are in it, type the passphrase of that day, or all groups of your recovery sheet."),
            _("The window opens again by itself, and everything of the backup is there."),
        )
        # Translators: a step of a list, e.g. "1. Choose the file."
        step = _("{number}. {words}")
        for number, words in enumerate(steps, start=1):
            self.body.addWidget(PlainLabel(step.format(number=format_number(number), words=words), wrap=True))
        alone = _("It opens your notes, but does not hold them. They are in a backup, or on the other computer.")
        self.body.addWidget(
            Callout(theme, Tone.INFO, Icon.INFO, _("The recovery sheet alone brings nothing back"), alone)
        )
        self.add_foot(self.choose, self.back)


class BringingBack(QObject):
    """Hands the wish on once a backup was chosen, opened and agreed to."""

    def __init__(
        self,
        desk: Desk,
        around: FirstRunSurroundings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asking = RestoreAsking(desk, around.services.paths, around.restore, around.ask_passphrase, self)

    def open(self) -> BringBackDrawer:
        """Say what comes, over whatever is shown."""
        drawer = BringBackDrawer(self._desk.theme)
        drawer.choose.clicked.connect(lambda: self.ask_which(drawer.window()))
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def ask_which(self, window: QWidget) -> QFileDialog:
        """Ask for the backup; the question follows when one was chosen."""
        dialog = which_backup(window, _("Restore a backup"))
        dialog.fileSelected.connect(lambda name: self._asking.ask_to_restore(Path(name)))
        dialog.open()
        return dialog
