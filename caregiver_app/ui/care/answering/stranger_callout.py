"""Who sent a request, as far as anybody can know: somebody whose key counts, or a stranger until it was compared."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.answering.received_looks import ReceivedLook
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column


class StrangerCallout(QWidget):
    """Amber with the way to compare, or violet with whose key it is. `compare` is pressed to compare."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unknown = Callout(theme, Tone.WARN, Icon.QUESTION, "")
        self.known = Callout(theme, Tone.PRIVATE, Icon.LOCK, "")
        self.compare = Button(theme, _("Compare their key"), kind=ButtonKind.MAIN, icon=Icon.CHECK)
        self.unknown.add_button(self.compare)
        column = Column(theme, parent=self)
        column.addWidget(self.unknown)
        column.addWidget(self.known)

    def show_request(self, look: ReceivedLook) -> None:
        """Say from whom this one is."""
        self.unknown.setVisible(not look.is_known)
        self.known.setVisible(look.is_known)
        if look.is_known:
            words = _("Your answer can be opened only with the key of {name}").format(name=look.name)
            self.known.set_message(
                words, _("Anybody who has your key can make such a file, so call where you doubt it.")
            )
        elif look.other_key:
            self.unknown.set_message(
                _("You know somebody of this name by another key"),
                _("Whoever sent this is a stranger until you compared the key. Ask them whether they made a new one."),
            )
        else:
            self.unknown.set_message(
                _("This came with a key that you have not compared"),
                _("The names in it are only what somebody wrote. Compare the key by phone or in person, then answer."),
            )
