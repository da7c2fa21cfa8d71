"""Asks for a link that goes into a text: its words, and where it leads."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.packs.public_addresses import AddressFault, public_address
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.pack_problems import fault_words
from caregiver_app.ui.studio.writing import marks
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field

_LONGEST = 2_000


class LinkAsking(Drawer):
    """`asked` carries the link as it is written in a text. A drawer, as it is higher than a small window by itself."""

    asked = Signal(str)

    def __init__(self, theme: Theme, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Put a link into the text"), parent=parent)
        self.words, self.address = QLineEdit(words), QLineEdit()
        for line in (self.words, self.address):
            line.setMaxLength(_LONGEST)
        self.words_field = Field(theme, _("Words to press"), self.words)
        self.address_field = Field(theme, _("Where it leads"), self.address, hint=_("A web address with https."))
        self.take = Button(theme, _("Put it in"), kind=ButtonKind.MAIN)
        self.take.clicked.connect(self._take)
        for part in (self.words_field, self.address_field):
            self.body.addWidget(part)
        self.add_foot(self.take)
        self.setFocusProxy(self.address if words else self.words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take it on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        typed = self.address.text().strip()
        try:
            address = public_address(typed if "://" in typed else f"https://{typed}")
        except AddressFault as error:
            self.address_field.show_error(fault_words(error.fault))
            return
        self.asked.emit(marks.as_link(self.words.text().strip() or address, address))
