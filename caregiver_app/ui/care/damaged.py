"""What is said of damaged care notes while they are shut: which copy is good, what it lacks, and the way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout

if TYPE_CHECKING:
    from caregiver_app.bootstrap.care_copies import CareCopy
    from caregiver_app.model.time import Millis


class DamagedNotice(Callout):
    """Hidden until there is damage. `put_back_asked` comes when the copy is wanted."""

    put_back_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, Tone.WARN, Icon.ALERT, "", parent=parent)
        self.button = Button(theme, _("Put this copy back"), icon=Icon.HISTORY)
        self.button.clicked.connect(self.put_back_asked)
        self.add_button(self.button)
        self.setVisible(False)

    def show_copy(self, found: CareCopy | None, now: Millis) -> None:
        """Say which copy is the last good one, or that there is none."""
        heading = _("A part of your care notes is damaged")
        if found is None:
            text = _("No copy of them is good. If you have a backup, restore it: Settings, Backup.")
        else:
            day = format_near_day(found.copy.at, now, inside=True)
            text = " ".join(
                (
                    _("Last good copy: {day}.").format(day=day),
                    _lacks(found),
                    _("The damaged file is kept beside it."),
                )
            )
        self.set_message(heading, text)
        self.button.setVisible(found is not None)
        self.setVisible(True)
        announce(f"{heading}. {text}")

    def rest(self) -> None:
        """Say nothing any more."""
        self.setVisible(False)
        self.button.set_working(False)


def _lacks(found: CareCopy) -> str:
    if found.lacks == 0:
        return _("Nothing was saved since then.")
    return _("What you wrote since then is not in it.")
