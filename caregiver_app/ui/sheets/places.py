"""Where choosing a sheet, what goes on it, and what comes out stand: side by side, or under tabs.

With some room what comes out stays in sight beside the tab that is open; with little, each has the whole width.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.overlay import OverlayHost
from caregiver_app.ui.widgets.tab_row import TabLook, TabRow

SHEETS, ON_IT, SEE = "sheets", "on-it", "see"
_SHARES = {SHEETS: 25, ON_IT: 32, SEE: 43}
_THREE_FROM, _TWO_FROM = 920, 700


class SheetPlaces(QWidget):
    """The three parts by the names above."""

    def __init__(
        self, theme: Theme, overlay: OverlayHost, parts: dict[str, QWidget], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts = parts
        self._across = 3
        self._has_sheet = False
        self.tabs = TabRow(theme, _("Print"), _tabs(), overlay)
        self.tabs.asked.connect(self.show_place)
        column = Column(theme, gap=12, parent=self)
        column.addWidget(self.tabs)
        row = Row(theme, gap=24)
        for place, part in parts.items():
            row.addWidget(part, _SHARES[place])
        column.addLayout(row, 1)
        self.show_place(SHEETS)

    @property
    def place(self) -> str:
        """The place whose tab is open."""
        return self.tabs.current

    @property
    def across(self) -> int:
        """How many of them stand side by side."""
        return self._across

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many side by side as there is room for."""
        super().resizeEvent(event)
        room = event.size().width() / self._theme.scale
        across = 3 if room >= _THREE_FROM else 2 if room >= _TWO_FROM else 1
        if across != self._across:
            self._across = across
            self._arrange()

    def set_has_sheet(self, has_sheet: bool) -> None:
        """Show what goes on a sheet only where one is chosen."""
        self._has_sheet = has_sheet
        if not has_sheet:
            self.tabs.set_current(SHEETS)
        self._arrange()

    def show_place(self, place: str) -> None:
        """Show one of the parts where only one of them is shown."""
        self.tabs.set_current(place)
        self._arrange()

    def _arrange(self) -> None:
        self.tabs.setVisible(self._across < len(self._parts) and self._has_sheet)
        for place, part in self._parts.items():
            is_there = self._has_sheet or place != ON_IT
            stays = self._across == len(self._parts) or (self._across > 1 and place == SEE)
            part.setVisible(is_there and (stays or place == self.tabs.current))


def _tabs() -> tuple[TabLook, ...]:
    return (
        TabLook(key=SHEETS, text=_("Sheets"), icon=Icon.PRINT),
        TabLook(key=ON_IT, text=_("What goes on it"), icon=Icon.NOTES),
        TabLook(key=SEE, text=_("Preview"), icon=Icon.EYE),
    )
