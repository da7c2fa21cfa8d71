"""Three tips for new care notes, each of which can be put away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.tips import Tip
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column


class TipsPart(QWidget):
    """`ended` carries the `Tip` that somebody has read, `left` comes when the last one goes with the keyboard in it."""

    ended = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Tips"))
        self.buttons: dict[Tip, Button] = {}
        self._callouts: dict[Tip, Callout] = {}
        column = Column(theme, gap=8, parent=self)
        for tip in Tip:
            column.addWidget(self._made(theme, tip))
        self.setVisible(False)

    def show_tips(self, tips: Sequence[Tip]) -> None:
        """Show these; the keyboard goes on to one that is left."""
        had_keyboard = any(button.hasFocus() for button in self.buttons.values())
        for tip, callout in self._callouts.items():
            callout.setVisible(tip in tips)
        self.setVisible(bool(tips))
        if had_keyboard and not tips:
            self.left.emit()
        elif had_keyboard and not any(self.buttons[tip].hasFocus() for tip in tips):
            self.buttons[tips[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, theme: Theme, tip: Tip) -> Callout:
        icon, heading, text = _words(tip)
        callout = self._callouts[tip] = Callout(theme, Tone.NEUTRAL, icon, heading, text)
        # Translators: spoken for the button of a tip; {tip} is what it says
        name = _("Got it: {tip}").format(tip=heading)
        button = self.buttons[tip] = Button(theme, _("Got it"), name=name)
        button.clicked.connect(lambda: self.ended.emit(tip))
        callout.add_button(button)
        return callout


def _words(tip: Tip) -> tuple[Icon, str, str]:
    if tip is Tip.TWO_LINES:
        return Icon.NOTES, _("Two lines a day are enough."), _("They help the doctor see what changed.")
    if tip is Tip.EMERGENCY:
        text = _("It says what others must know when you cannot tell them. Fill it in when you have 15 minutes.")
        return Icon.EMERGENCY, _("The red button opens the emergency sheet."), text
    text = _("They also lock by themselves while you are away, and when the computer sleeps.")
    return Icon.LOCK, _("Ctrl+L locks your notes at once."), text
