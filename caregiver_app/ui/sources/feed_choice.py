"""Several feeds of one web page, one of which is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.links.tokens import mask_address
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

MOST = 20


class FeedChoice(QWidget):
    """`chosen` carries an address."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, links: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Choose a feed"))
        self.buttons: list[Button] = []
        column = Column(theme, gap=12, parent=self)
        column.addWidget(
            PlainLabel(_("This web page has several feeds. Which one do you want?"), wrap=True, role=TypeRole.STRONG)
        )
        for link in links[:MOST]:
            column.addWidget(self._card(theme, link))
        if self.buttons:
            self.setFocusProxy(self.buttons[0])

    def _card(self, theme: Theme, link: str) -> Card:
        shown = mask_address(link)
        card = Card(theme)
        card.setAccessibleName(shown)
        card.body.addWidget(AddressLabel(shown))
        # Translators: spoken for the button "Add" beside one of several addresses
        button = Button(theme, _("Add"), icon=Icon.PLUS, name=_("Add {address}").format(address=shown))
        button.clicked.connect(lambda: self.chosen.emit(link))
        card.body.addWidget(button)
        self.buttons.append(button)
        return card
