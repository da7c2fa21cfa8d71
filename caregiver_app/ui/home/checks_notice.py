"""Checks that are due: one line on Home for who checks pages for other people."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout


class ChecksNotice(Callout):
    """Unseen while nothing is due. `pressed` leads to the list."""

    pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, Tone.WARN, Icon.CLOCK, "", parent=parent)
        self.button = Button(theme, _("See what is due"))
        self.button.clicked.connect(self.pressed)
        self.add_button(self.button)
        self.setVisible(False)

    def show_due(self, count: int) -> None:
        """Say how many checks are due."""
        self.setVisible(count > 0)
        words = ngettext("{count} check is due.", "{count} checks are due.", count)
        self.set_message(words.format(count=format_number(count)))
