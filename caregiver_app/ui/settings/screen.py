"""The settings: a list of pages and the page that is open, beside each other or, where it is narrow, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.settings.part import SettingsEntry, SettingsPart
from caregiver_app.ui.settings.settings_list import SettingsList
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import VerticalHairline
from caregiver_app.ui.widgets.focus import first_stop
from caregiver_app.ui.widgets.layouts import Column, Row

_LIST = 264
_UNBOUNDED = (1 << 24) - 1


class SettingsScreen(Screen):
    """`entries` is asked for when the screen is first opened, so that no page is made before somebody looks."""

    def __init__(
        self,
        theme: Theme,
        remembered: Remembered,
        entries: Callable[[], Sequence[SettingsEntry]],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._remembered = remembered
        self._make_entries = entries
        self._entries: dict[str, SettingsEntry] = {}
        self._parts: dict[str, SettingsPart] = {}
        self._layout = FrameLayout.WIDE
        self._outer = Row(theme, parent=self)
        self.list: SettingsList | None = None

    @property
    def part(self) -> SettingsPart | None:
        """The page that is open, None before the screen was first opened."""
        shown = self._stack.currentWidget() if self.list is not None else None
        return shown if isinstance(shown, SettingsPart) else None

    @property
    def is_stacked(self) -> bool:
        """True where list and page stand in one place, one at a time."""
        return self._layout <= FrameLayout.NARROW

    def opened(self) -> None:
        """Show the page that was open last; where there is room for one, the list."""
        if self.list is None:
            self._build()
        if self.part is None:
            wanted = self._remembered.settings.settings_page
            self._show(wanted if wanted in self._entries else next(iter(self._entries)))
            self._show_sides(page=False)
        elif self.part is not None:
            self.part.opened()

    def open_page(self, key: str) -> None:
        """Show the page `key` and put the focus there.

        Raises:
            KeyError: there is no such page.
        """
        self.opened()
        self._show(key)
        self._show_sides(page=True)
        if self.is_stacked:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def areas(self) -> Sequence[QWidget]:
        """Return the list and the page."""
        return (self.list, self._right) if self.list is not None else (self,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Put list and page beside each other where there is room."""
        showed_page = self.list is not None and not self._right.isHidden() and self.list.isHidden()
        self._layout = layout
        self._fit()
        self._show_sides(page=showed_page)

    def search(self) -> bool:
        """Search the page that is open, where it can be."""
        return self.part is not None and self.part.search()

    def go_back(self) -> bool:
        """Return from the page to the list where there is room for one."""
        if not self.is_stacked or self.list is None or self._right.isHidden():
            return False
        self._show_sides(page=False)
        stop = first_stop(self.list)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _show(self, key: str) -> None:
        before = self.part
        part = self._parts.get(key)
        if part is None:
            part = self._parts[key] = self._entries[key].make()
            part.set_narrow(self.is_stacked)
            self._stack.addWidget(part)
        if before is not None and before is not part:
            before.left()
        self._stack.setCurrentWidget(part)
        if self.list is not None:
            self.list.set_current(key)
        self._remembered.change(lambda settings: replace(settings, settings_page=key))
        part.opened()

    def _asked(self, key: str) -> None:
        self.open_page(key)
        announce(self._entries[key].title)

    def _build(self) -> None:
        entries = self._make_entries()
        self._entries = {entry.key: entry for entry in entries}
        self.list = SettingsList(self._theme, entries)
        self.list.asked.connect(self._asked)
        self._line = VerticalHairline(self._theme)
        self._stack = QStackedWidget()
        self.back = Button(
            self._theme, _("Settings"), kind=ButtonKind.TOOL, icon=Icon.BACK, name=_("Settings: back to the list")
        )
        self.back.clicked.connect(self.go_back)
        self._right = QWidget()
        column = Column(self._theme, parent=self._right)
        self._back_row = QWidget()
        row = Row(self._theme, margins=(8, 6, 8, 0), parent=self._back_row)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addWidget(self._back_row)
        column.addWidget(self._stack, 1)
        for widget, stretch in ((self.list, 0), (self._line, 0), (self._right, 1)):
            self._outer.addWidget(widget, stretch)
        self._theme.changed.connect(self._fit)
        self._fit()
        self._show_sides(page=False)

    def _fit(self) -> None:
        if self.list is None:
            return
        width = self._theme.px(_LIST)
        self.list.setMinimumWidth(0 if self.is_stacked else width)
        self.list.setMaximumWidth(_UNBOUNDED if self.is_stacked else width)
        for part in self._parts.values():
            part.set_narrow(self.is_stacked)

    def _show_sides(self, *, page: bool) -> None:
        if self.list is None:
            return
        self.list.setVisible(not self.is_stacked or not page)
        self._right.setVisible(not self.is_stacked or page)
        self._line.setVisible(not self.is_stacked)
        self._back_row.setVisible(self.is_stacked)
