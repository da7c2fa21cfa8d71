"""Whom an update asks, by name, and on request by address."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.topics.questions import Contact
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel


class ContactsList(Card):
    """A card with the organisations; a button shows their web addresses."""

    def __init__(self, theme: Theme, contacts: Sequence[Contact], *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Organisations that would be asked"), parent=parent)
        self._addresses: list[AddressLabel] = []
        for contact in contacts:
            self.body.addLayout(self._contact(theme, contact))
        self.addresses = Button(theme, _("Show the addresses"), kind=ButtonKind.QUIET, icon=Icon.LINK)
        self.addresses.clicked.connect(self._toggle)
        self.body.addWidget(self.addresses, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def shows_addresses(self) -> bool:
        """Whether the web addresses are shown."""
        return any(not label.isHidden() for label in self._addresses)

    def _contact(self, theme: Theme, contact: Contact) -> Row:
        row = Row(theme, gap=10)
        row.addWidget(IconLabel(theme, Icon.CHECK, size=20), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(theme, gap=2)
        column.addWidget(PlainLabel(contact.name, wrap=True))
        for host in contact.hosts:
            address = AddressLabel(host, role=TypeRole.SMALL, ink="text-2")
            address.setVisible(False)
            self._addresses.append(address)
            column.addWidget(address)
        row.addLayout(column, 1)
        return row

    def _toggle(self) -> None:
        show = not self.shows_addresses
        for label in self._addresses:
            label.setVisible(show)
        self.addresses.set_words(_("Hide the addresses") if show else _("Show the addresses"))


def asked_words() -> str:
    """Return what those who are asked come to see."""
    return _(
        "These organisations see that a computer with your internet address asked for pages. "
        "They are not told your name or what you read."
    )
