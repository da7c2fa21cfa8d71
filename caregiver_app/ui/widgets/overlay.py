"""Popovers and drawers: children of the window, never windows of their own, so that screen readers and every desktop
follow. One at a time; Tab stays inside, Esc and a press outside close it, and the focus goes back to where it was.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from caregiver_app.ui.breakpoints import FrameLayout, layout_for
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.draw import draw_box, draw_shadow
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.fade import fade_in
from caregiver_app.ui.widgets.focus import first_stop, tab_stops
from caregiver_app.ui.widgets.heard_as import teach_role
from caregiver_app.ui.widgets.layouts import Column

_RADIUS = 12
_CLEAR = 8
_FROM_TOP = 48
_DRAWER = 420
_POPOVER = 640

_STRIP_CHANGES = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize)

_LEAST_SHOWN = 0.8  # of the height it would like; with less room than that it covers its anchor instead

SHRINKS = "shrinks"
"""The property of a content that stays whole when it is lower than it would like, as one that scrolls does."""


class Panel(QFrame):
    """What holds the content of a popover or drawer. `closed` comes after it has gone from sight."""

    closed = Signal()

    def __init__(self, theme: Theme, host: OverlayHost, content: QWidget, *, rounded: bool) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._rounded = rounded
        self.content = content
        self.setAccessibleName(content.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = Column(theme, parent=self)
        column.addWidget(content)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside, going round."""
        stops = tab_stops(self)
        focused = QApplication.focusWidget()
        if not stops:
            return True
        here = stops.index(focused) if focused in stops else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._host.close_panel()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep presses beside the content from closing the panel."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the edge."""
        tokens = self._theme.tokens
        radius = self._theme.px(_RADIUS) if self._rounded else 0
        painter = QPainter(self)
        draw_box(
            painter, self.rect(), radius=radius, fill=tokens.surface, edge=tokens.line_strong, width=self._theme.edge
        )
        painter.end()


teach_role(Panel, QAccessible.Role.Dialog)


class OverlayHost(QWidget):
    """A see-through layer over the window that carries the one open panel; out of the way while there is none."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._panel: Panel | None = None
        self._anchor: QWidget | None = None
        self._opener: QWidget | None = None
        self._width = _POPOVER
        self._drawer = False
        self._strip: QWidget | None = None
        self._beside: QWidget | None = None
        self._above: QWidget | None = None
        self.setVisible(False)
        theme.changed.connect(self._place)

    @property
    def panel(self) -> Panel | None:
        """The open panel, None while there is none."""
        return self._panel

    def open_popover(self, content: QWidget, *, anchor: QWidget | None = None, width: int = _POPOVER) -> Panel:
        """Open `content` below `anchor`, or at the top of the window. The panel owns `content` and removes it.

        The keyboard begins at the focus proxy of `content`, where it names one.
        """
        self._width, self._drawer, self._anchor = width, False, anchor
        return self._open(content)

    def open_drawer(self, content: QWidget) -> Panel:
        """Open `content` at the side where lines end, over the pane where the window has room for one alone.

        A `Drawer` is closed when it asks for that.
        """
        if isinstance(content, Drawer):
            content.closed.connect(self.close_panel)
        self._width, self._drawer, self._anchor = _DRAWER, True, None
        return self._open(content)

    def close_panel(self) -> None:
        """Close what is open and give the focus back."""
        panel, opener = self._panel, self._opener
        if panel is None:
            return
        self._panel = self._opener = self._anchor = None
        self.setVisible(False)
        panel.setVisible(False)
        if opener is not None and isValid(opener) and opener.isVisible():
            opener.setFocus(Qt.FocusReason.OtherFocusReason)
        panel.closed.emit()
        panel.setParent(None)  # else its Python half, with all words in it, may outlive it as a child of this layer
        panel.deleteLater()

    def leave_free(self, strip: QWidget) -> None:
        """Keep above a strip at the bottom of the window while that is seen: what it says concerns panels too."""
        self._strip = strip
        strip.installEventFilter(self)

    def leave_in_sight(self, *, beside: QWidget, above: QWidget) -> None:
        """Keep drawers beside one bar, where lines begin, and below another, while each is seen: Emergency is in it."""
        self._beside, self._above = beside, above
        for bar in (beside, above):
            bar.installEventFilter(self)

    def cover(self) -> None:
        """Fill the window, down to the strip that is left free."""
        room = self.window().rect()
        if self._strip is not None and self._strip.isVisible():
            room.setHeight(self._strip.mapTo(self.window(), QPoint(0, 0)).y())
        self.setGeometry(room)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow what is left free."""
        if event.type() in _STRIP_CHANGES:
            self.cover()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a press outside the panel."""
        event.accept()
        self.close_panel()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the panel's shadow."""
        if self._panel is not None:
            painter, radius = QPainter(self), self._theme.px(_RADIUS)
            draw_shadow(painter, self._theme, self._panel.geometry(), radius, dirty=event.region())
            painter.end()

    def _open(self, content: QWidget) -> Panel:
        # What opens from inside a panel gives the focus back to where it was before both.
        opener = self._opener if self._panel is not None else self.window().focusWidget()
        self.close_panel()
        self._opener = opener
        panel = Panel(self._theme, self, content, rounded=not self._drawer)
        self._panel = panel
        self.setVisible(True)
        self.raise_()
        panel.setVisible(True)
        self.cover()
        begun = content.beginning() if isinstance(content, Drawer) else None
        stop = content.focusProxy() or begun or first_stop(panel)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        fade_in(self._theme, panel)
        return panel

    def _place(self) -> None:
        if self._panel is None:
            return
        room = self.rect() if self._drawer else self.rect().adjusted(*self._clear())
        width = min(self._theme.px(self._width), room.width())
        if self._drawer and self._has_one_pane:
            width = self._pane_width
        place = self._drawer_place(width) if self._drawer else self._popover_place(room, width)
        self._panel.setGeometry(place)
        self.update()

    @property
    def _has_one_pane(self) -> bool:
        size = self.window().size()
        return layout_for(size.width(), size.height(), self._theme.scale) <= FrameLayout.NARROW

    @property
    def _pane_width(self) -> int:
        beside = self._beside
        return self.width() - (beside.width() if beside is not None and beside.isVisible() else 0)

    def _clear(self) -> tuple[int, int, int, int]:
        clear = self._theme.px(_CLEAR)
        return clear, clear, -clear, -clear

    def _drawer_place(self, width: int) -> QRect:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        above = self._above
        top = above.height() if above is not None and above.isVisible() else 0
        return QRect(0 if mirrored else self.width() - width, top, width, self.height() - top)

    def _popover_place(self, room: QRect, width: int) -> QRect:
        assert self._panel is not None
        height = min(_height_for(self._panel, width), room.height())
        size = QSize(width, height)
        if self._anchor is None or not isValid(self._anchor):
            return QRect(QPoint(room.x() + (room.width() - width) // 2, self._theme.px(_FROM_TOP)), size) & room
        anchor = QRect(self._anchor.mapTo(self.window(), QPoint(0, 0)), self._anchor.size())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = anchor.x() + anchor.width() - width if mirrored else anchor.x()
        x = max(room.x(), min(x, room.x() + room.width() - width))
        gap = self._theme.px(_CLEAR)
        y = anchor.y() + anchor.height() + gap
        below = room.y() + room.height() - y
        if self._panel.content.property(SHRINKS) and height * _LEAST_SHOWN <= below < height:
            size.setHeight(below)
        elif y + height > room.y() + room.height():
            y = max(room.y(), anchor.y() - gap - height)
            if y + height > anchor.y():
                y = room.y() + room.height() - height
        y = max(room.y(), min(y, room.y() + room.height() - size.height()))  # the anchor may be scrolled out of sight
        return QRect(QPoint(x, y), size)


def _height_for(panel: Panel, width: int) -> int:
    layout = panel.layout()
    if layout is None or not layout.hasHeightForWidth():
        return panel.sizeHint().height()
    return layout.totalHeightForWidth(width)
