"""Stands over what nobody else may see: that this computer may be looked at, and a way out that leaves no sign."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout


class LeavingCallout(Callout):
    """`left` comes when somebody wants to leave; who listens takes all of it away."""

    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, Tone.WARN, Icon.ALERT, leaving_words(), slim=True, parent=parent)
        self.leave = Button(theme, _("Leave this page"), kind=ButtonKind.NORMAL)
        self.leave.clicked.connect(self.left)
        self.add_button(self.leave)


def leaving_words() -> str:
    """Return what is said before anything about abuse and crisis."""
    return _("If someone checks this computer, use another phone.")
