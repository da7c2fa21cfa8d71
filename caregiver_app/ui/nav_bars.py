"""The three forms of the navigation, of which one is seen: sidebar, rail, or a bar at the top with a menu."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.nav_state import NavState
from caregiver_app.ui.widgets.navigation import NavList, Sidebar, TopBar
from caregiver_app.ui.widgets.overlay import OverlayHost

_MENU_WIDTH = 280
_CLEAR = 60


class NavBars(QObject):
    """Shows the form that fits the layout, and the menu behind the button of the bar at the top."""

    def __init__(self, theme: Theme, nav: NavState, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._nav = nav
        self.sidebar = Sidebar(theme, nav, rail=False, parent=parent)
        self.rail = Sidebar(theme, nav, rail=True, parent=parent)
        self.topbar = TopBar(theme, nav, parent=parent)

    @property
    def all(self) -> tuple[QWidget, ...]:
        """All three, seen or not."""
        return (self.sidebar, self.rail, self.topbar)

    @property
    def seen(self) -> QWidget | None:
        """The one that is seen, None before the window is."""
        return next((bar for bar in self.all if bar.isVisible()), None)

    def focus_current(self) -> None:
        """Put the keyboard on the entry of the open screen, where the form that is seen has one, else on the menu."""
        bar = self.seen
        if isinstance(bar, Sidebar):
            bar.list.focus_current()
        elif bar is not None:
            self.topbar.focus_current()

    def arrange(self, layout: FrameLayout) -> None:
        """Show the form that fits."""
        self.sidebar.setVisible(layout == FrameLayout.WIDE)
        self.rail.setVisible(layout in (FrameLayout.MID, FrameLayout.NARROW))
        self.topbar.setVisible(layout == FrameLayout.COMPACT)

    def open_menu(self, overlay: OverlayHost) -> None:
        """Open the menu below its button, as high as the window has room for."""
        menu = NavList(self._theme, self._nav, tiles=False, in_menu=True)
        menu.setMinimumHeight(min(overlay.height() - 2 * self._theme.px(_CLEAR), menu.full_height()))
        overlay.open_popover(menu, anchor=self.topbar.menu, width=_MENU_WIDTH)
