"""What the screen with phone lines works with: the same before and behind the lock, but for where lines come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from caregiver_app.model.help_lines import HelpDirectory
from caregiver_app.model.time import Clock
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.open_outside import open_outside
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.overlay import OverlayHost

Ask = Callable[[QObject, Callable[[HelpDirectory], None]], object]
"""Gives all that is known to the function, at once or later, unless the owner is gone by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpDesk:
    """`ring` tells whether the place of the keyboard is shown now."""

    theme: Theme
    clock: Clock
    messages: Messages
    overlay: OverlayHost
    ring: Callable[[], bool]
    ask: Ask

    def copy(self, text: str) -> None:
        """Put text on the clipboard and say so."""
        QGuiApplication.clipboard().setText(text)
        self.messages.say(_("Copied. Paste it where you like."), icon=Icon.COPY, kind="copied")

    def open(self, address: str) -> None:
        """Open an address outside, and say so when that was not possible."""
        if not open_outside(address):
            words = _("Nothing on this computer opened it. You can copy the address instead.")
            self.messages.say(words, icon=Icon.ALERT)
