"""The last step: the emergency sheet, with which private notes begin, offered once.

One press leaves it, and nothing is made by looking.
"""

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
        self.heading = _("Make your emergency sheet now?")
        self.subtitle = _("It tells others what they must know when you cannot. Print it and keep it by the door.")
        column = Column(theme, gap=16, parent=self)
        sheet = _("It takes about 15 minutes. You can stop at any point and go on later.")
        column.addWidget(PlainLabel(sheet, wrap=True))
        safe = _(
            "What you write for it is kept in your care notes, locked with a passphrase on this computer. "
            "It leaves only when you print or send it yourself."
        )
        column.addWidget(Callout(theme, Tone.PRIVATE, Icon.LOCK, _("Only you can open it"), safe))
        again = _("You can do this at any time with the red button “Emergency”. You will not be asked again.")
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
