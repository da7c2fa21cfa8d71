"""Exactly what goes to somebody one trusts, to be read before it is saved as a file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.private_fields import PrivateText
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.plain import PlainLabel

_LINES = 16


class PreviewDrawer(Drawer):
    """`saved` asks to save the file, `back` to choose again."""

    saved = Signal()
    back = Signal()

    def __init__(self, desk: CareDesk, text: str, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("This goes, and nothing else"), parent=parent)
        self.text = PrivateText(desk.theme, name=_("What goes"), lines=_LINES)
        self.text.setReadOnly(True)
        self.text.setPlainText(text)
        # Translators: {name} is who gets a file with questions
        words = _("Only {name} can open the file, and you. Nobody watches it: for anything urgent, call.")
        self.body.addWidget(PlainLabel(words.format(name=name), wrap=True))
        self.body.addWidget(self.text)
        self.save = Button(desk.theme, _("Save the file"), kind=ButtonKind.MAIN, icon=Icon.USB)
        self.again = Button(desk.theme, _("Choose again"))
        self.save.clicked.connect(self.saved)
        self.again.clicked.connect(self.back)
        self.add_foot(self.save, self.again)

    def begin(self) -> None:
        """Put the keyboard into the text, to be read first."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
