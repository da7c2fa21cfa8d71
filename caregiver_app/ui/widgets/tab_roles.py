"""What tabs and the ways between screens are to assistive technology: tabs in a list of tabs, the open one selected.

The toolkit gives these roles to its own bar of tabs alone, which opens a tab as soon as an arrow key reaches it. Here
arrow keys move and Enter or Space opens, as the ARIA Authoring Practices describe it for tabs that are opened by hand.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from caregiver_app.ui.widgets.heard_as import teach, teach_role
from caregiver_app.ui.widgets.painted_button import PaintedButton


class TabLike(PaintedButton):
    """Opens a place of which one is open: inside a `TabList` it is heard as a tab, elsewhere as a button."""

    is_here = False
    """Whether its place is the one that is open."""

    opens_a_place = True
    """False for what stands in the row and opens none, such as "More"."""

    def set_here(self, is_here: bool) -> None:
        """Say whether its place is the one that is open."""
        if is_here != self.is_here:
            self.is_here = is_here
            if QAccessible.isActive():
                change = QAccessible.State()
                change.selected = True
                QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, change))

    def is_tab(self) -> bool:
        """Return whether it is one of several in a list of tabs."""
        above: QObject | None = self.parent()
        while above is not None and not isinstance(above, TabList):
            above = above.parent()
        return above is not None and self.opens_a_place


class TabList(QWidget):
    """Holds what is `TabLike`, however deep; its accessible name says what the tabs are of."""


class _Tab(QAccessibleWidget):
    def role(self) -> QAccessible.Role:
        tab = self.object()
        return QAccessible.Role.PageTab if isinstance(tab, TabLike) and tab.is_tab() else QAccessible.Role.Button

    def state(self) -> QAccessible.State:
        state, tab = super().state(), self.object()
        if isinstance(tab, TabLike) and tab.is_tab():
            state.selectable = True
            state.selected = tab.is_here
        return state

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        tab = self.object()
        if name == QAccessibleActionInterface.pressAction() and isinstance(tab, TabLike):
            tab.click()
        else:
            super().doAction(name)


teach(TabLike, lambda tab: _Tab(tab, QAccessible.Role.PageTab))
teach_role(TabList, QAccessible.Role.PageTabList)
