"""The ring around what has the keyboard: one see-through layer over the window, shown after keyboard use only.

Only the focused widget and what holds it are watched. Watching the whole application would run Python for every event;
and the reason that comes with a change of focus is not enough, since Qt gives "Tab" too when a focused widget hides.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.draw import draw_box
from caregiver_app.ui.widgets.focus import is_typing, keep_in_sight

_GAP = 2
_RING = 3
_RADIUS = 8
_FREE = 5  # kept free around things that can be focused, inside whatever clips them

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)


class FocusRing(QWidget):
    """Draws the ring for its window. Raise it above everything else in the window.

    A widget may set the property `ring` to "parent" (the ring goes round what it stands in) or "own" (it draws its own,
    as item views do in their delegates), and `ringRadius` to the radius of its corners in sizes of the design.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._always = False
        self._by_keyboard = False
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)
        theme.changed.connect(self.update)

    @property
    def target(self) -> QWidget | None:
        """What the ring is drawn around now; None while it is hidden."""
        return self._target if self._shown() else None

    @property
    def by_keyboard(self) -> bool:
        """Whether the person moved by keyboard last."""
        return self._by_keyboard

    def set_always(self, always: bool) -> None:
        """Show the ring after mouse clicks too."""
        self._always = always
        self.update()

    def cover(self) -> None:
        """Fill the window and lie above all else in it."""
        self.setGeometry(self.window().rect())
        self.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Learn why the focus leaves, and follow what has it."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._learn(event.reason())
        elif kind == QEvent.Type.MouseButtonPress:
            self._set_by_keyboard(False)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._learn_from_key(Qt.Key(event.key()))
        elif kind in _FOLLOWED:
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the inner ring that parts, then the ring itself, both outside the widget."""
        place = self.ring_rect()
        if place.isEmpty():
            return
        tokens = self._theme.tokens
        radius = self._radius()
        painter = QPainter(self)
        painter.setClipRect(self._clip())
        inner = place.adjusted(_RING, _RING, -_RING, -_RING)
        draw_box(painter, inner, radius=radius + _GAP, fill="", edge=tokens.focus_gap, width=_GAP)
        draw_box(painter, place, radius=radius + _GAP + _RING, fill="", edge=tokens.focus, width=_RING)
        painter.end()

    def ring_rect(self) -> QRect:
        """Return where the ring is drawn, in the window's coordinates; empty while it is hidden."""
        target = self.target
        if target is None or not target.isVisible():
            return QRect()
        outside = _GAP + _RING
        place = QRect(target.mapTo(self.window(), QPoint(0, 0)), target.size())
        return place.adjusted(-outside, -outside, outside, outside)

    def _radius(self) -> float:
        own = self._target.property("ringRadius") if self._target is not None else None
        return self._theme.px(own if isinstance(own, int) else _RADIUS)

    def _shown(self) -> bool:
        return self._target is not None and isValid(self._target) and (self._by_keyboard or self._always)

    def _learn(self, reason: Qt.FocusReason) -> None:
        if reason == Qt.FocusReason.ShortcutFocusReason:
            self._by_keyboard = True
        elif reason == Qt.FocusReason.MouseFocusReason:
            self._by_keyboard = False

    def _learn_from_key(self, key: Qt.Key) -> None:
        if key in _TABS or (key in _MOVES and not is_typing()):
            self._set_by_keyboard(True)

    def _set_by_keyboard(self, by_keyboard: bool) -> None:
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self.update()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._unwatch()
        inside = new is not None and new.window() is self.window()
        self._target = _ringed(new) if inside and new is not None else None
        if inside and new is not None:
            self._watch(new)
            self.raise_()  # what opened over the window lies above all that was there
            if self._by_keyboard:
                keep_in_sight(new, self._theme.px(_FREE) + _FREE)
        self.update()

    def _watch(self, widget: QWidget) -> None:
        step: QWidget | None = widget
        while step is not None and step is not self.window():
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()

    def _unwatch(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()

    def _clip(self) -> QRect:
        clip = self.rect()
        step = self._target.parentWidget() if self._target is not None else None
        while step is not None:
            if isinstance(step, QScrollArea):
                view = step.viewport()
                seen = QRect(view.mapTo(self.window(), QPoint(0, 0)), view.size())
                clip = clip.intersected(seen.adjusted(-_FREE, -_FREE, _FREE, _FREE))
            step = step.parentWidget()
        return clip


def _ringed(widget: QWidget) -> QWidget | None:
    match widget.property("ring"):
        case "own":
            return None
        case "parent":
            return widget.parentWidget()
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        return None
    return widget
