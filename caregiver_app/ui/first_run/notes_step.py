"""The last step: private notes, offered once. One press leaves it, and nothing is made by looking."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import CareAccess, LockState
from caregiver_app.ui.first_run.step import RunStep
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class NotesStep(RunStep):
    """`sheet_asked` comes when the emergency sheet shall be made now. Passed over where there are notes already."""

    sheet_asked = Signal()
    even_answers = True

    def __init__(self, theme: Theme, access: CareAccess, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self.heading = _("Keep private notes, if you like")
        self.subtitle = _("A private place for what happened, what to ask, medicines, visits and contacts.")
        column = Column(theme, gap=16, parent=self)
        safe = _("Locked with a passphrase on this computer, and never sent anywhere by itself.")
        column.addWidget(Callout(theme, Tone.PRIVATE, Icon.LOCK, _("Only you can open them"), safe))
        sheet = _(
            "A good beginning is the emergency sheet: what others must know when you cannot tell them. "
            "It takes about 15 minutes, and you can stop at any point."
        )
        column.addWidget(PlainLabel(sheet, wrap=True))
        again = _("You can do this at any time with the red button “Emergency sheet”. You will not be asked again.")
        column.addWidget(PlainLabel(again, ink="text-2", wrap=True))

    def begin(self) -> None:
        """Look whether there are notes."""
        if self._access.state is LockState.ABSENT:
            self.ready.emit()
        else:
            self.empty.emit()

    def go_on_words(self) -> str:
        """Say what is made."""
        return _("Make your emergency sheet now")

    def go_on_icon(self) -> Icon:
        """Return what stands for the sheet everywhere."""
        return Icon.EMERGENCY

    def skip_words(self) -> str:
        """Say that later is as good."""
        return _("Later")

    def go_on(self) -> None:
        """Go to where the sheet is made."""
        self.sheet_asked.emit()
