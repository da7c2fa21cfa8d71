"""What stands in place of the Library while its file cannot be used: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.scrolled import Scrolled

_PUT_BACK = (StorageTrouble.CORRUPT, StorageTrouble.NOT_A_DATABASE, StorageTrouble.LOST)


class TroubleScreen(Screen):
    """`retry_pressed` and `restore_pressed` say what is wanted; the latter is offered for what a copy may mend."""

    retry_pressed = Signal()
    restore_pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.restore = Button(theme, _("Put the last good copy back"), kind=ButtonKind.MAIN)
        self.restore.clicked.connect(self.restore_pressed)
        self.retry = Button(theme, _("Try again"))
        self.retry.clicked.connect(self.retry_pressed)
        self.said = EmptyState(theme, Icon.ALERT, "", "", (self.restore, self.retry))
        Column(theme, parent=self).addWidget(Scrolled(self.said, parent=self))

    def show_error(self, error: StorageError) -> None:
        """Say what is wrong with the file."""
        sentence = sentence_for(error)
        self.said.set_message(sentence.happened, " ".join(part for part in (sentence.means, sentence.to_do) if part))
        self.restore.setVisible(error.kind in _PUT_BACK)

    def areas(self) -> Sequence[QWidget]:
        """Return the one area."""
        return (self.said,)

    def go_back(self) -> bool:
        """There is nothing to go back to."""
        return True
