"""Says that another program changed what is being written here, and asks which of the two is to stay."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout


class OtherCallout(Callout):
    """`theirs` wants what lies in the folder, `mine` what is typed here. Until then nothing is written."""

    theirs = Signal()
    mine = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        heading = _("Another program changed this")
        words = _("What you typed here is not saved yet. Choose which of the two stays.")
        super().__init__(theme, Tone.WARN, Icon.ALERT, heading, words, parent=parent)
        self._there: object = None
        self.show_theirs = Button(theme, _("Show the other one"))
        self.keep_mine = Button(theme, _("Keep what I typed"))
        self.show_theirs.clicked.connect(self.theirs)
        self.keep_mine.clicked.connect(self.mine)
        self.add_button(self.show_theirs)
        self.add_button(self.keep_mine)
        self.setVisible(False)

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self._there is not None

    def show_other(self, there: object) -> None:
        """Ask."""
        self._there = there
        self.setVisible(True)
        announce(_("Another program changed this"), urgent=True)

    def take(self) -> object:
        """Return what lies in the folder, None where nothing was asked, and ask no more."""
        there, self._there = self._there, None
        self.setVisible(False)
        return there

    def hide_it(self) -> None:
        """Ask no more."""
        self.take()
