"""One copy is no copy: the reminder to put care notes on a stick."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.home.reminders import copy_is_due, has_copy
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout


class CopyNotice(Callout):
    """Unseen while no copy is due. `pressed` leads to where one is made."""

    pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, Tone.INFO, Icon.USB, "", parent=parent)
        self.button = Button(theme, _("Make a copy"), name=_("Make a copy on a stick"))
        self.button.clicked.connect(self.pressed)
        self.add_button(self.button)
        self.setVisible(False)

    def show_copy(self, *, kept_since: Millis | None, backed_up_at: Millis | None, now: Millis) -> None:
        """Say when a copy is due, and how old the last one is."""
        self.setVisible(copy_is_due(kept_since=kept_since, backed_up_at=backed_up_at, now=now))
        if kept_since is not None and backed_up_at and has_copy(kept_since=kept_since, backed_up_at=backed_up_at):
            # Translators: {day} is a day such as "23 October"
            heading = _("Your last copy is from {day}.").format(day=format_near_day(backed_up_at, now, inside=True))
            self.set_message(heading, _("What you wrote since then exists only on this computer. Make a new copy."))
        else:
            self.set_message(_("Your notes exist only on this computer."), _("Put a locked copy on a stick."))
