"""Whether a share may leave although nobody looked into the care notes, which are locked: a question of its own.

The usual answers to why a detail may stay say nothing here: no detail is known.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.card import KeepReason
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.plain import PlainLabel


class LockedDrawer(Drawer):
    """`kept` carries the `KeepReason` with which it goes on without them; `unlock_asked` wants them open instead."""

    kept = Signal(object)
    unlock_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Share without looking in your care notes?"), parent=parent)
        told = _("The names and words in your notes are then not looked for. Read your message once more yourself.")
        self.body.addWidget(PlainLabel(told, wrap=True))
        self.unlock = Button(theme, _("Unlock care notes"), icon=Icon.UNLOCK)
        self.unlock.clicked.connect(self.unlock_asked)
        self.answers: dict[KeepReason, Button] = {}
        for reason, words in _answers().items():
            self.answers[reason] = Button(theme, words)
            self.answers[reason].clicked.connect(partial(self.kept.emit, reason))
        for button in (self.unlock, *self.answers.values()):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def begin(self) -> None:
        """Put the keyboard on the way that looks."""
        self.unlock.setFocus(Qt.FocusReason.OtherFocusReason)


def _answers() -> dict[KeepReason, str]:
    return {
        KeepReason.NO_DETAIL: _("I read it: it names nobody"),
        KeepReason.AGREED: _("Whoever it names agrees"),
    }
