"""The addresses that are not contacted any more, each with a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel


class StoppedCard(Card):
    """`allow_pressed` carries the host. The card is there only while there is a host."""

    allow_pressed = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Not contacted any more"), parent=parent)
        self._theme = theme
        self._rows: QWidget | None = None
        self.buttons: dict[str, Button] = {}
        words = _("Their sources bring nothing new. What they brought before stays.")
        self.body.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        self.setVisible(False)

    def show_hosts(self, hosts: Sequence[str]) -> None:
        """Show other hosts."""
        if tuple(hosts) == tuple(self.buttons):
            return
        if self._rows is not None:
            self.body.removeWidget(self._rows)
            self._rows.setVisible(False)
            self._rows.deleteLater()
        self.buttons = {}
        self._rows = QWidget()
        column = Column(self._theme, gap=8, parent=self._rows)
        for host in hosts:
            column.addLayout(self._row(host))
        self.body.addWidget(self._rows)
        self.setVisible(bool(hosts))

    def _row(self, host: str) -> Row:
        row = Row(self._theme, gap=12)
        row.addWidget(AddressLabel(host), 1)
        name = _("Allow again: {host}").format(host=host)
        button = self.buttons[host] = Button(self._theme, _("Allow again"), name=name)
        button.clicked.connect(lambda: self.allow_pressed.emit(host))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
