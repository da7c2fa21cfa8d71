"""The ways between screens: a sidebar, a rail where there is less room, a top bar with a menu where there is little."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.theme.logo import logo
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.draw import leading, mirror
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.more_below import MoreBelow
from caregiver_app.ui.widgets.nav_button import NavButton
from caregiver_app.ui.widgets.nav_state import NavEntry, NavState
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.roving import Roving
from caregiver_app.ui.widgets.tab_roles import TabList

_SIDEBAR = 236
_RAIL = 100


class NavList(TabList):
    """All entries below each other, one Tab stop: Up and Down move, Enter or Space opens."""

    def __init__(
        self, theme: Theme, state: NavState, *, tiles: bool, in_menu: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._buttons: list[NavButton] = []
        self._roving = Roving(self)
        self.setAccessibleName(_("Screens"))
        outer = Column(theme, margins=(8 if tiles else 12, 12, 8 if tiles else 12, 12), gap=2, parent=self)
        if not in_menu and not tiles:
            outer.addWidget(Brand(theme))
            outer.add_gap(4)
        left_out = [entry for entry in state.entries if entry.urgent] if in_menu else []
        first = [entry for entry in state.entries if entry.tool and not entry.urgent] if in_menu else []
        for entry in first:
            outer.addWidget(self._button(theme, entry, tiles=tiles))
        self._area = QScrollArea(self)
        outer.addWidget(self._area, 1)
        self.more = MoreBelow(theme, self._area, parent=self)
        outer.addWidget(self.more)
        self._fill_area(theme, tiles=tiles)
        for entry in state.entries:
            if entry.pinned and entry not in (*first, *left_out):
                outer.addWidget(self._button(theme, entry, tiles=tiles))
        state.changed.connect(self._show)
        self._show()

    @property
    def buttons(self) -> tuple[NavButton, ...]:
        """The entries, in order."""
        return tuple(self._buttons)

    def focus_current(self) -> None:
        """Put the keyboard on the entry of the open screen."""
        button = next((one for one in self._buttons if one.key == self._state.current), None) or self._roving.stop
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def full_height(self) -> int:
        """Return the height at which nothing needs to scroll."""
        inner = self._area.widget()
        hidden = inner.sizeHint().height() - self._area.sizeHint().height() if inner is not None else 0
        return self.sizeHint().height() + max(0, hidden)

    def _fill_area(self, theme: Theme, *, tiles: bool) -> None:
        area = self._area
        holder = QWidget(area)  # what is made without a place is dressed once more when it gets one
        set_look(holder, kind="page")
        column = Column(theme, gap=2, parent=holder)
        group = ""
        for entry in self._state.entries:
            if entry.pinned:
                continue
            if entry.group != group and not tiles:
                group = entry.group
                column.addWidget(_GroupTitle(theme, group))
            column.addWidget(self._button(theme, entry, tiles=tiles))
        column.addStretch(1)
        area.setAccessibleName(_("Screens"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)

    def _button(self, theme: Theme, entry: NavEntry, *, tiles: bool) -> NavButton:
        button = nav_button(theme, self._state, entry, tile=tiles)
        self._buttons.append(button)
        self._roving.add(button)
        return button

    def _show(self) -> None:
        for button in self._buttons:
            button.set_current(button.key == self._state.marked)
            button.set_count(self._state.counts.get(button.key, 0))
            button.set_mark(self._state.marks.get(button.key))
            if button.key == self._state.current and not any(one.hasFocus() for one in self._buttons):
                self._roving.set_stop(button)


def nav_button(theme: Theme, state: NavState, entry: NavEntry, *, tile: bool) -> NavButton:
    """Return a button that asks for what stands behind `entry`."""
    button = NavButton(theme, entry.key, entry.title, entry.short, entry.icon, tile=tile, urgent=entry.urgent)
    button.clicked.connect(lambda: state.asked.emit(entry.key))
    return button


class Sidebar(QFrame):
    """The sidebar, or with `rail` the narrow rail."""

    def __init__(self, theme: Theme, state: NavState, *, rail: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rail = rail
        self.setAccessibleName(_("Navigation"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.list = NavList(theme, state, tiles=rail, parent=self)
        column = Column(theme, parent=self)
        column.addWidget(self.list)
        theme.changed.connect(self._resize)
        self._resize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line that parts it from the screen."""
        tokens, edge = self._theme.tokens, self._theme.edge
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.sidebar))
        line = QRect(self.width() - edge, 0, edge, self.height())
        painter.fillRect(mirror(self.layoutDirection(), self.rect(), line), QColor(tokens.line))
        painter.end()

    def _resize(self) -> None:
        self.setFixedWidth(self._theme.px(_RAIL if self._rail else _SIDEBAR))


class TopBar(QFrame):
    """The bar of a small window: "Menu", the name of the screen, and what is urgent; from there also "Back"."""

    menu_pressed = Signal()
    back_pressed = Signal()

    def __init__(self, theme: Theme, state: NavState, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        set_look(self, kind="bar")
        self.setAccessibleName(_("Navigation"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.menu = Button(theme, _("Menu"), kind=ButtonKind.TOOL, icon=Icon.MENU)
        self.menu.clicked.connect(self.menu_pressed)
        self.back = Button(theme, _("Back"), kind=ButtonKind.TOOL, icon=Icon.BACK)
        self.back.clicked.connect(self.back_pressed)
        self._title = PlainLabel(role=TypeRole.HEADING, wrap=True)
        self._urgent = [nav_button(theme, state, entry, tile=False) for entry in state.entries if entry.urgent]
        row = Row(theme, margins=(8, 6, 16, 6), gap=8, parent=self)
        row.addWidget(self.menu)
        row.addWidget(self.back)
        row.addWidget(self._title, 1)
        row.addStretch()
        for button in self._urgent:
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        state.changed.connect(self._show)
        self._show()

    def focus_current(self) -> None:
        """Put the keyboard on the entry of the open screen, where it is one of those that stand here."""
        button: QWidget = next((one for one in self._urgent if one.key == self._state.current), self.menu)
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self) -> None:
        """Name the screen; where it is urgent its entry does that, and there is a way back."""
        self._title.setText(self._state.title())
        self._title.setHidden(self._state.is_urgent)
        self.back.setVisible(self._state.is_urgent)
        for button in self._urgent:
            button.set_current(button.key == self._state.current)


class Brand(QWidget):
    """The application's mark and name."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        return QSize(self._theme.px(120), self._theme.px(50))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one row."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark and the name."""
        tokens, px, direction = self._theme.tokens, self._theme.px, self.layoutDirection()
        painter = QPainter(self)
        side = px(34)
        square = mirror(direction, self.rect(), QRect(px(8), (self.height() - side) // 2, side, side))
        painter.drawPixmap(square.topLeft(), logo(tokens, side, self.devicePixelRatioF()))
        start = px(8 + 34 + 10)
        words = mirror(direction, self.rect(), QRect(start, 0, self.width() - start, self.height()))
        painter.setFont(self._theme.font(TypeRole.HEADING))
        painter.setPen(QColor(tokens.accent))
        painter.drawText(words, leading(direction), _("Caregiver"))
        painter.end()


class _GroupTitle(PlainLabel):
    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text, role=TypeRole.SMALL_STRONG, ink="text-2")
        self._theme = theme
        theme.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        px = self._theme.px
        self.setContentsMargins(px(12), px(12), px(12), px(2))
