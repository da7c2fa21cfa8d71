"""What to do when others see the screen: the key that hides, and where the system can, leaving the window out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.hide_key import HIDE_KEY
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.plain import PlainLabel


class SeenCard(Card):
    """`can_leave_out` says whether the system can leave the window out of what others see."""

    def __init__(
        self,
        theme: Theme,
        remembered: Remembered,
        messages: Messages,
        *,
        can_leave_out: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _("When others see your screen"), parent=parent)
        self._remembered = remembered
        self._messages = messages
        # Translators: {key} is a key of the keyboard, F12
        words = _("{key} locks your care notes and shows Home, without a word. Press it before you share your screen.")
        self.body.addWidget(PlainLabel(words.format(key=HIDE_KEY), wrap=True))
        self.leave_out = CheckBox(theme, _("Leave this window out of shared screens while care notes are open"))
        self.body.addWidget(self.leave_out)
        about = (
            _about_leaving_out() if can_leave_out else _("This system cannot leave a window out of a shared screen.")
        )
        self.body.addWidget(PlainLabel(about, ink="text-2", wrap=True))
        self.leave_out.setVisible(can_leave_out)
        self.leave_out.clicked.connect(self._switch)
        remembered.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.leave_out.setChecked(self._remembered.settings.left_out_of_pictures)

    def _switch(self, on: bool) -> None:
        def put(value: bool) -> None:
            self._remembered.change(lambda settings: replace(settings, left_out_of_pictures=value))

        put(on)
        text = _("Others do not see this window while care notes are open.") if on else _("Others may see this window.")
        step = UndoStep(text=text, undo=lambda: put(not on), redo=lambda: put(on))
        self._messages.did(step, icon=Icon.EYE_OFF, kind="seen")


def _about_leaving_out() -> str:
    return _(
        "Pictures of the screen leave it out too, and so may a program that enlarges the screen. Menus are still seen."
    )
