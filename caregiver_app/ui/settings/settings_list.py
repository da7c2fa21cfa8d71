"""The list of settings pages: one Tab stop, Up and Down move, Enter or Space opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.settings.part import SettingsEntry
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.nav_button import NavButton
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.roving import Roving
from caregiver_app.ui.widgets.tab_roles import TabList


class SettingsList(TabList):
    """`asked` carries the key of the page to open."""

    asked = Signal(str)

    def __init__(self, theme: Theme, entries: Sequence[SettingsEntry], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("List of settings"))
        self.buttons: dict[str, NavButton] = {}
        self._roving = Roving(self)
        page = Page(theme, _("List of settings"), margins=False)
        column = Column(theme, margins=(12, 28, 12, 12), gap=2)
        title = Row(theme, margins=(12, 0, 0, 0))
        title.addWidget(PlainLabel(_("Settings"), role=TypeRole.DISPLAY))
        column.addLayout(title)
        column.add_gap(8)
        for entry in entries:
            column.addWidget(self._button(theme, entry))
        page.body.addLayout(column)
        Column(theme, parent=self).addWidget(page)

    def set_current(self, key: str) -> None:
        """Mark the page that is open."""
        for button in self.buttons.values():
            button.set_current(button.key == key)
        self._roving.set_stop(self.buttons[key])

    def _button(self, theme: Theme, entry: SettingsEntry) -> NavButton:
        button = NavButton(theme, entry.key, entry.title, entry.title, entry.icon, tile=False)
        button.clicked.connect(lambda: self.asked.emit(entry.key))
        self.buttons[entry.key] = button
        self._roving.add(button)
        return button
